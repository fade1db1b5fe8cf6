import { isDemoLog } from '@lateral/platform';
import { parseVerifierKey, SIGNATURE_TYPES } from '@lateral/tlog';
import type { Draft } from '../documents.js';
import { newestSigned, readDraft, rootPath } from '../folder.js';
import { Refusal } from '../refusal.js';
import { readLockedRoot, unlockRoot } from '../root/unlock-root.js';
import type { World } from '../world.js';
import { issueVersion } from './issue-version.js';
import { assertNoDemoProvider, checkPart, markOf, readParts } from './read-part.js';
import { changesFrom, hasChanges } from './show-changes.js';

export interface Signing { dir: string; shares: readonly string[]; parts: readonly string[]; vouch: readonly string[]; days: number; log?: string | undefined; keyLog?: string | undefined }

/** Signs the draft as the next version. Everything is checked, and what changes is shown, before anybody is asked for a share. */
export async function sign({ dir, shares, parts: files, vouch, days, ...logs }: Signing, world: World): Promise<void> {
  const given = await readDraft(dir);
  const before = await newestSigned(dir, given.partnership, [(await readLockedRoot(rootPath(dir))).fingerprint]);
  if (given.agencies.length === 0) throw new Refusal('no-agencies');
  const stranger = vouch.find((agency) => !given.agencies.some(({ id }) => id === agency));
  if (stranger !== undefined) throw new Refusal('unknown-agency', { about: stranger });
  const parts = await readParts(files, given.agencies.map(({ id }) => id));
  const agencies = given.agencies.map((entry) => ({ ...entry, rosterFrom: markOf(entry, { part: parts.find(({ part }) => part.agency === entry.id)?.part, before: before?.document, vouched: vouch.includes(entry.id) }) }));
  if (given.mode === 'production') for (const part of parts) assertNoDemoProvider(part);
  for (const part of parts) await checkPart(part, agencies.find(({ id }) => id === part.part.agency)!);
  const draft: Draft = { ...given, agencies, log: logs.log ?? given.log ?? before?.document.log ?? null, keyLog: logs.keyLog ?? given.keyLog ?? before?.document.keyLog ?? null };
  assertLogs(draft);
  for (const line of changesFrom(before?.document, draft, world.language)) world.terminal.out(line);
  await issueVersion(dir, { draft, before, rootKey: await unlockRoot(rootPath(dir), shares, world), parts, days, afresh: false }, world);
}

/** Signs what stands once more, for another year: every agency is certified afresh, and nothing else changes. */
export async function renew({ dir, shares, days }: { dir: string; shares: readonly string[]; days: number }, world: World): Promise<void> {
  const draft = await readDraft(dir);
  const before = await newestSigned(dir, draft.partnership, [(await readLockedRoot(rootPath(dir))).fingerprint]);
  if (before === null) throw new Refusal('nothing-signed');
  if (hasChanges(before.document, draft)) throw new Refusal('draft-has-changes');
  await issueVersion(dir, { draft, before, rootKey: await unlockRoot(rootPath(dir), shares, world), parts: [], days, afresh: true }, world);
}

function assertLogs({ log, keyLog, mode }: Draft): void {
  if (log === null || keyLog === null) throw new Refusal('logs-missing');
  for (const [field, key] of [['--log', log], ['--key-log', keyLog]] as const) if (parseVerifierKey(key)?.type !== SIGNATURE_TYPES.ed25519) throw new Refusal('verifier-key', { field });
  if (mode === 'production') for (const [field, key] of [['--log', log], ['--key-log', keyLog]] as const) if (isDemoLog(key)) throw new Refusal('of-a-demo', { field });
}
