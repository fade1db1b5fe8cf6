import { keyFactLeaf, utf8, type KeyFact } from '@lateral/contracts';
import { Frontier, SIGNATURE_TYPES, equalBytes, leafHash, noteVerifierOf, openCheckpoint, fromBase64, toBase64 } from '@lateral/tlog';
import type { SeenVersion } from './signed-document.js';
import type { LogMark } from './version-marks.js';

/**
 * `untrusted-head`: not signed with the pinned log key. `rolled-back` and `forked`: not the log that was seen before. `other-tree`: the facts
 * shown are not the leaves of that head. `foreign-fact`: the log holds a roster of the agency's that the agency does not know: somebody
 * speaks in its name. `missing-fact`: a roster that was shown to somebody is not in the log, and a later one is.
 */
export type KeyLogRefusal = 'untrusted-head' | 'rolled-back' | 'forked' | 'other-tree' | 'foreign-fact' | 'missing-fact';

/** The whole key log as a client was shown it: facts from position 0 on, and a head. */
export interface ShownKeyLog { facts: readonly KeyFact[]; checkpoint: string }

/**
 * Whether the key log is one log, grown from what was seen of it, and holds exactly the versions that an agency knows as its own. The tree is
 * made again from its leaves, so nothing is believed about it. `missing`: the newest own versions where they are not in it; they may still be
 * on their way, and for how long says KEY_LOG_DELAY_MS.
 */
export function checkKeyLog(
  { facts, checkpoint }: ShownKeyLog,
  { verifierKey, seen, agency, versions }: { verifierKey: string; seen: LogMark | null; agency: string; versions: readonly SeenVersion[] },
): { ok: true; head: LogMark; waiting: boolean; missing: number[] } | { ok: false; code: KeyLogRefusal } {
  const log = noteVerifierOf(verifierKey, SIGNATURE_TYPES.ed25519);
  const opened = log === null ? null : openCheckpoint(checkpoint, log);
  if (opened?.ok !== true) return { ok: false, code: 'untrusted-head' };
  const { origin, size, root } = opened.checkpoint;
  if (seen !== null && size < seen.size) return { ok: false, code: 'rolled-back' };
  if (facts.length < size) return { ok: false, code: 'other-tree' };
  const tree = new Frontier();
  for (const [index, fact] of facts.slice(0, size).entries()) {
    if (seen !== null && index === seen.size && !isRoot(tree, seen.root)) return { ok: false, code: 'forked' };
    tree.append(leafHash(utf8(keyFactLeaf(fact))));
  }
  if (!equalBytes(tree.root(), root)) return { ok: false, code: 'other-tree' };
  if (seen !== null && seen.size === size && !isRoot(tree, seen.root)) return { ok: false, code: 'forked' };
  const own = facts.slice(0, size).filter(({ kind, of }) => kind === 'roster' && of === agency);
  const known = new Map(versions.map(({ version, digest }) => [version, digest]));
  if (own.some(({ version, digest }) => known.get(version) !== digest)) return { ok: false, code: 'foreign-fact' };
  const logged = own.map(({ version }) => version);
  const missing = versions.filter(({ version }) => !logged.includes(version)).map(({ version }) => version);
  const newest = Math.max(0, ...logged);
  if (missing.some((version) => version < newest)) return { ok: false, code: 'missing-fact' };
  return { ok: true, head: { origin, size, root: toBase64(root), checkpoint }, waiting: missing.length > 0, missing };
}

function isRoot(tree: Frontier, root: string): boolean {
  const bytes = fromBase64(root);
  return bytes !== null && equalBytes(tree.root(), bytes);
}
