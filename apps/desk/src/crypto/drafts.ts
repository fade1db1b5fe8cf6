import { ContentTooLargeError, openDraft as openSealed, sealDraft as sealWhole, type EncryptionReader } from '@lateral/envelope';
import { encryptionEpoch, newestTeamKey, type PrivateKey } from '@lateral/envelope/keys';
import type { TrustedDirectory } from './directory.js';
import type { Unlocked } from './personal-key.js';
import type { Given, Told } from './protocol.js';

/** What a worker has when it seals or opens drafts. */
interface DraftMeans { directory: TrustedDirectory | null; unlocked: Unlocked; team: readonly PrivateKey[]; now: Date }

/** Seals what is unfinished: for oneself, with no directory needed, or for the own team. */
export async function sealDraft({ draft, kind, value, readers }: Given<'seal-draft'>, { directory, unlocked, now }: DraftMeans): Promise<Told<'seal-draft'>> {
  const reader = readers === 'self' ? await selfOf(unlocked, now) : await ownTeamOf(directory, now);
  if (reader === null) return { ok: false, code: 'no-directory' };
  try {
    return { ok: true, sealed: await sealWhole(value, { agency: unlocked.whose.agency, draft, kind }, { readers: [reader], writer: unlocked.key, at: now }) };
  } catch (error) {
    if (error instanceof ContentTooLargeError) return { ok: false, code: 'too-long' };
    throw error;
  }
}

/** Opens drafts of one's own, or of a colleague for the team where they are not to be one's own. Whose open, and with what, is worked out once for all of them. */
export function openDrafts({ kind, drafts, own = false }: Given<'open-drafts'>, { directory, unlocked: { key, whose }, team, now }: DraftMeans): Promise<Told<'open-drafts'>> {
  const members = [...(directory?.rosters.get(whose.agency)?.members.values() ?? [])];
  const [keys, writers] = [[key, ...team], [key.toPublic(), ...(own ? [] : members.map((member) => member.key))]];
  return Promise.all(drafts.map(async ({ draft, sealed }) => {
    const opened = await openSealed(sealed, { agency: whose.agency, draft, kind }, { keys, writers, now });
    if (!opened.ok) return opened;
    const writer = members.find(({ fingerprint }) => fingerprint === opened.writer);
    return { ok: true, value: opened.value, by: writer?.member ?? whose.member };
  }));
}

async function selfOf(unlocked: Unlocked, at: Date): Promise<EncryptionReader | null> {
  const key = unlocked.key.toPublic();
  const epoch = await encryptionEpoch(key, at);
  return epoch === null ? null : { key, epoch };
}

async function ownTeamOf(directory: TrustedDirectory | null, at: Date): Promise<EncryptionReader | null> {
  const roster = directory?.rosters.get(directory.own.id);
  if (directory === null || roster === undefined) return null;
  const key = newestTeamKey(directory.own, roster);
  const epoch = await encryptionEpoch(key, at);
  return epoch === null ? null : { key, epoch };
}
