import { toBase64Url, type OfficerReader, type Reader } from '@lateral/contracts';
import { ContentTooLargeError, sealMessage as sealWhole, type PublicKey } from '@lateral/envelope';
import { delegatesAt, encryptionEpoch, fingerprintOf, membersAt, newestTeamKey, type RandomBytes } from '@lateral/envelope/keys';
import type { TrustedDirectory } from './directory.js';
import type { Unlocked } from './personal-key.js';
import type { Given, Told } from './protocol.js';

/** How long a sealed message may be opened for the first time. */
const MESSAGE_LIFE_MS = 60 * 24 * 3_600_000;

interface SealingMeans { directory: TrustedDirectory; unlocked: Unlocked; random: RandomBytes; now: Date }
/** There is nobody whom it could be sealed for: `of` is the agency. */
class NobodyThere extends Error {
  constructor(readonly of: string) {
    super('no reader');
  }
}

/** Seals a letter for the readers that the pinned root vouches for. What is attested of its words is what is sealed, whatever the page says of them. */
export async function sealMessage({ letter }: Given<'seal-message'>, means: SealingMeans): Promise<Told<'seal-message'>> {
  const { directory, unlocked, random, now } = means;
  const { message, check, request } = letter;
  try {
    const { attestedWords } = await import('@lateral/envelope/words');
    const readers = await readersOf(letter.to, directory, now);
    const envelope = await sealWhole({
      context: {
        type: letter.type, partnership: directory.partnership.document.partnership, check, request, message, from: { agency: directory.own.id, signer: fingerprintOf(unlocked.key) },
        to: readers.to, ...(readers.delegates.length === 0 ? {} : { delegates: readers.delegates }), self: readers.self, officers: readers.officers, inReplyTo: letter.inReplyTo, corrects: letter.corrects, expires: new Date(now.getTime() + MESSAGE_LIFE_MS).toISOString(),
      },
      body: letter.body, narrative: letter.narrative,
      justification: { ...letter.record, words: attestedWords(letter.body, letter.narrative), v: 1, type: 'justification', check, request, message, salt: toBase64Url(random.bytes(16)) },
      senderKey: unlocked.key, keys: readers.keys, at: now, ...(letter.attachment === undefined ? {} : { attachment: letter.attachment }),
    });
    return { ok: true, envelope };
  } catch (error) {
    if (error instanceof NobodyThere) return { ok: false, code: 'no-reader', of: error.of };
    if (error instanceof ContentTooLargeError) return { ok: false, code: 'too-long', of: null };
    throw error;
  }
}

async function readersOf(to: string | null, directory: TrustedDirectory, at: Date): Promise<{ to: Reader[]; delegates: Reader[]; self: Reader; officers: OfficerReader[]; keys: PublicKey[] }> {
  const own = await teamOf(directory.own.id, directory, at);
  const others = to === null ? [] : [await teamOf(to, directory, at)];
  const delegates = to === null ? [] : await delegatesOf(to, directory, at);
  const officers = (await Promise.all([directory.own.id, ...(to === null ? [] : [to])].map((agency) => officersOf(agency, directory, at)))).flat();
  return { to: others.map(({ reader }) => reader), delegates: delegates.map(({ reader }) => reader), self: own.reader, officers: officers.map(({ reader }) => reader), keys: [own, ...others, ...delegates, ...officers].map(({ key }) => key) };
}

/** Teams that read for the addressed agency while its office is closed; one whom nobody could seal to is left out, and waits for nobody. */
async function delegatesOf(to: string, directory: TrustedDirectory, at: Date): Promise<{ reader: Reader; key: PublicKey }[]> {
  const roster = directory.rosters.get(to);
  const named = roster === undefined ? [] : delegatesAt(roster.document, at).filter((id) => id !== directory.own.id);
  const found = await Promise.all(named.map((id) => teamOf(id, directory, at).catch((error: unknown) => { if (error instanceof NobodyThere) return null; throw error; })));
  return found.filter((each) => each !== null);
}

async function teamOf(id: string, { partnership, rosters }: TrustedDirectory, at: Date): Promise<{ reader: Reader; key: PublicKey }> {
  const agency = partnership.agencies.get(id);
  const roster = rosters.get(id);
  if (agency === undefined || roster === undefined) throw new NobodyThere(id);
  const key = newestTeamKey(agency, roster);
  const epoch = await encryptionEpoch(key, at);
  if (epoch === null) throw new NobodyThere(id);
  return { reader: { agency: id, team: agency.primary, epoch }, key };
}

/** Officers of an agency who could open a narrative now: one whose key has run out is left out, and a child waits for no key of theirs. */
async function officersOf(id: string, { rosters }: TrustedDirectory, at: Date): Promise<{ reader: OfficerReader; key: PublicKey }[]> {
  const roster = rosters.get(id);
  const officers = roster === undefined ? [] : membersAt(roster, at, 'data_protection_officer');
  const found = await Promise.all(officers.map(async ({ fingerprint, key }) => ({ fingerprint, key, epoch: await encryptionEpoch(key, at) })));
  return found.flatMap(({ fingerprint, key, epoch }) => (epoch === null ? [] : [{ reader: { agency: id, officer: fingerprint, epoch }, key }]));
}
