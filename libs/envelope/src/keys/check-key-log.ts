import { keyFactLeaf, utf8, type KeyFact } from '@lateral/contracts';
import { Frontier, equalBytes, leafHash, openCheckpoint, fromBase64, toBase64, type NoteVerifier } from '@lateral/tlog';
import type { SeenVersion } from './signed-document.js';
import type { LogMark } from './version-marks.js';

/**
 * `untrusted-head`: not signed with the pinned log key. `rolled-back` and `forked`: not the log that was seen before. `other-tree`: the facts
 * shown are not the leaves of that head. `foreign-fact`: the log holds a roster of the agency's that the agency does not know: somebody
 * speaks in its name. `missing-fact`: a roster that was shown to somebody is not in the log, and a later one is.
 */
export type KeyLogRefusal = 'untrusted-head' | 'rolled-back' | 'forked' | 'other-tree' | 'foreign-fact' | 'missing-fact';

/** The key log as a client was shown it: facts from position `from` on (0 where it is left out), and a head. */
export interface ShownKeyLog { from?: number; facts: readonly KeyFact[]; checkpoint: string }
/** A fact about a roster, and its position in the log. */
export interface LoggedRoster extends SeenVersion { index: number }
/** What a client holds of a key log that was checked. Who looks again goes on from here, and makes no leaf twice. */
export interface HeldKeyLog { tree: Frontier; /** By agency, in the log's order. */ rosters: ReadonlyMap<string, readonly LoggedRoster[]> }

/**
 * Whether the key log is one log, grown from what was seen and `held` of it, and holds exactly the versions that an agency knows as its own.
 * The tree is made again from its leaves, so nothing is believed about it. `missing`: the newest own versions where they are not in it; they
 * may still be on their way, and for how long says `isOverdue`. Whoever holds some of it can be shown the rest. `log`: the pinned log key, null
 * where there is none. `since`: see `judgeLogged`.
 */
export function checkKeyLog(
  { from = 0, facts, checkpoint }: ShownKeyLog,
  { log, seen, held = null, since, agency, versions }: { log: NoteVerifier | null; seen: LogMark | null; held?: HeldKeyLog | null; since?: number | undefined; agency: string; versions: readonly SeenVersion[] },
): { ok: true; head: LogMark; held: HeldKeyLog; waiting: boolean; missing: number[] } | { ok: false; code: KeyLogRefusal } {
  const opened = log === null ? null : openCheckpoint(checkpoint, log);
  if (opened?.ok !== true) return { ok: false, code: 'untrusted-head' };
  const { origin, size, root } = opened.checkpoint;
  if (size < Math.max(seen?.size ?? 0, held?.tree.size ?? 0)) return { ok: false, code: 'rolled-back' };
  if (from + facts.length < size) return { ok: false, code: 'other-tree' };
  const before = from === 0 ? { tree: new Frontier(), rosters: new Map<string, LoggedRoster[]>() } : held;
  // What does not begin where something known ends shows nothing of what lies between.
  if (before === null || before.tree.size !== from || (seen !== null && seen.size < from)) return { ok: false, code: 'other-tree' };
  const grown = grow(before, facts.slice(0, size - from), seen);
  if (grown === null) return { ok: false, code: 'forked' };
  if (!equalBytes(grown.tree.root(), root)) return { ok: false, code: 'other-tree' };
  if (seen !== null && seen.size === size && !isRoot(grown.tree, seen.root)) return { ok: false, code: 'forked' };
  const judged = judgeLogged(grown.rosters.get(agency) ?? [], versions, since);
  if (!judged.ok) return judged;
  return { ok: true, head: { origin, size, root: toBase64(root), checkpoint }, held: grown, waiting: judged.missing.length > 0, missing: judged.missing };
}

/**
 * Whether what a log holds of one agency's rosters is what was shown of them. A version under another digest or beyond the newest shown is
 * refused, and so is one that is missing and followed by one that is not. A newer one at `since` or later is left for the next time:
 * it was signed after the rosters were asked for.
 */
export function judgeLogged(logged: readonly LoggedRoster[], versions: readonly SeenVersion[], since = Infinity): { ok: true; missing: number[] } | { ok: false; code: 'foreign-fact' | 'missing-fact' } {
  const known = new Map(versions.map(({ version, digest }) => [version, digest]));
  const last = Math.max(0, ...known.keys());
  const judged = logged.filter(({ version, index }) => version <= last || index < since);
  if (judged.some(({ version, digest }) => known.get(version) !== digest)) return { ok: false, code: 'foreign-fact' };
  const held = new Set(judged.map(({ version }) => version));
  const missing = [...known.keys()].filter((version) => !held.has(version));
  const newest = Math.max(0, ...held);
  return missing.some((version) => version < newest) ? { ok: false, code: 'missing-fact' } : { ok: true, missing };
}

/** The tree and its rosters with more leaves; null where it was another tree when it was as large as the one that was seen. */
function grow({ tree: before, rosters: known }: HeldKeyLog, facts: readonly KeyFact[], seen: LogMark | null): HeldKeyLog | null {
  const tree = before.copy();
  const rosters = new Map([...known].map(([agency, logged]) => [agency, [...logged]]));
  for (const fact of facts) {
    if (seen?.size === tree.size && !isRoot(tree, seen.root)) return null;
    const { kind, of, version, digest } = fact;
    if (kind === 'roster') {
      if (!rosters.has(of)) rosters.set(of, []);
      rosters.get(of)!.push({ version, digest, index: tree.size });
    }
    tree.append(leafHash(utf8(keyFactLeaf(fact))));
  }
  return { tree, rosters };
}

function isRoot(tree: Frontier, root: string): boolean {
  const bytes = fromBase64(root);
  return bytes !== null && equalBytes(tree.root(), bytes);
}
