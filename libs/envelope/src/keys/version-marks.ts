import { DAY, DIGEST, FINGERPRINT, NAME, fits, list, matching, oneOf, orNull, record, text, whole } from '../shapes.js';
import type { TrustedRoster } from './roster-members.js';
import type { SeenVersion } from './signed-document.js';
import type { TrustedPartnership } from './verify-directory.js';

/** The last head of a log that a client has seen: size, root hash (base64), and the signed note itself, which is evidence should it be contradicted. */
export interface LogMark { origin: string; size: number; root: string; checkpoint: string }

/**
 * What a client keeps between sessions so that nobody can show it an older directory: highest versions with their digests, and one head for
 * each log. All of it is public; nothing in it is about a person or a message. `root` is the pin, moved on by an announced root only.
 */
export interface VersionMarks {
  v: 1;
  root: string;
  file: (SeenVersion & { partnership: string }) | null;
  rosters: (SeenVersion & { agency: string })[];
  logs: LogMark[];
  /** UTC day since which the key log could not be asked, whenever this device tried; left out where it could, the last time. */
  keyLogAway?: string;
  /** Agencies of this device of which the key log lacked that version of their roster for too long when it was last seen; left out where there is none. */
  keyLogOverdue?: { agency: string; version: number }[];
}

/** `rolled-back`: older than what was seen; `forked`: another one under the same version or size; `unproven`: a longer log that is not shown to contain the shorter one. */
export type MarkRefusal = 'rolled-back' | 'forked' | 'another-partnership' | 'unproven';
export type Marked = { ok: true; marks: VersionMarks } | { ok: false; code: MarkRefusal };

const SEEN = { version: whole(1, 2 ** 31), digest: DIGEST };
const MARKS = record({
  v: oneOf([1]),
  root: FINGERPRINT,
  file: orNull(record({ ...SEEN, partnership: NAME })),
  rosters: list(record({ ...SEEN, agency: NAME }), 5_000),
  logs: list(record({ origin: text(300), size: whole(0, Number.MAX_SAFE_INTEGER), root: matching(/^[A-Za-z0-9+/]{43}=$/), checkpoint: text(20_000) }), 16),
}, { keyLogAway: DAY, keyLogOverdue: list(record({ agency: NAME, version: SEEN.version }), 5_000) });

/** Marks of a client that has seen nothing yet and pins this root. */
export function noMarks(rootFingerprint: string): VersionMarks {
  return { v: 1, root: rootFingerprint, file: null, rosters: [], logs: [] };
}

/** Marks as they were stored, or null for anything else: a client whose marks were spoilt says so, and does not quietly begin again. */
export function marksFrom(value: unknown): VersionMarks | null {
  return fits(MARKS, value) ? value : null;
}

/** The highest version of an agency's roster that was seen, to be given to `verifyRosterChain`; undefined where there is none. */
export function rosterSeen({ rosters }: VersionMarks, agency: string): SeenVersion | undefined {
  const seen = rosters.find((mark) => mark.agency === agency);
  return seen && { version: seen.version, digest: seen.digest };
}

/** Marks after a partnership file was verified; refuses one that is older than, or other than, what was seen. */
export function withPartnership(marks: VersionMarks, { document: { partnership, root, version }, digest }: Pick<TrustedPartnership, 'document' | 'digest'>): Marked {
  if (marks.file !== null && marks.file.partnership !== partnership) return { ok: false, code: 'another-partnership' };
  const refusal = refusalOf(marks.file, { version, digest });
  return refusal === null ? { ok: true, marks: { ...marks, root, file: { partnership, version, digest } } } : { ok: false, code: refusal };
}

/** Marks after an agency's newest roster was verified. */
export function withRoster(marks: VersionMarks, { document: { agency, version }, digest }: Pick<TrustedRoster, 'document' | 'digest'>): Marked {
  const refusal = refusalOf(rosterSeen(marks, agency) ?? null, { version, digest });
  const others = marks.rosters.filter((mark) => mark.agency !== agency);
  return refusal === null ? { ok: true, marks: { ...marks, rosters: [...others, { agency, version, digest }] } } : { ok: false, code: refusal };
}

/**
 * Marks after a log's head was verified. `isGrownFrom` says whether a consistency proof leads from the head that was seen to this longer one;
 * it is not asked about the first head of a log.
 */
export async function withLogHead(marks: VersionMarks, head: LogMark, isGrownFrom: (seen: LogMark) => boolean | Promise<boolean>): Promise<Marked> {
  const seen = marks.logs.find(({ origin }) => origin === head.origin);
  if (seen !== undefined && head.size < seen.size) return { ok: false, code: 'rolled-back' };
  if (seen !== undefined && head.size === seen.size && head.root !== seen.root) return { ok: false, code: 'forked' };
  if (seen !== undefined && head.size > seen.size && !(await isGrownFrom(seen))) return { ok: false, code: 'unproven' };
  return { ok: true, marks: { ...marks, logs: [...marks.logs.filter(({ origin }) => origin !== head.origin), head] } };
}

/** Marks after the key log was asked for: without an answer `now`, or with one, null. A day is enough to count by, and says less of its user than an hour. */
export function withKeyLogAway({ keyLogAway, ...marks }: VersionMarks, now: Date | null): VersionMarks & { keyLogAway?: string } {
  if (now === null) return marks;
  const today = now.toISOString().slice(0, 10);
  return { ...marks, keyLogAway: keyLogAway !== undefined && keyLogAway < today ? keyLogAway : today };
}

/** Marks after the key log was held against an agency's own rosters: `version` is one that it should hold by now and does not; null where it holds them all. */
export function withKeyLogOverdue({ keyLogOverdue = [], ...marks }: VersionMarks, agency: string, version: number | null): VersionMarks {
  const left = [...keyLogOverdue.filter((mark) => mark.agency !== agency), ...(version === null ? [] : [{ agency, version }])];
  return left.length === 0 ? marks : { ...marks, keyLogOverdue: left };
}

/** Whether the log, when it was last seen, lacked a roster of the agency for too long: that it cannot be asked since does not unsay it. */
export function isKeyLogOverdue({ keyLogOverdue = [] }: VersionMarks, agency: string): boolean {
  return keyLogOverdue.some((mark) => mark.agency === agency);
}

function refusalOf(seen: SeenVersion | null, { version, digest }: SeenVersion): 'rolled-back' | 'forked' | null {
  if (seen === null || version > seen.version) return null;
  if (version < seen.version) return 'rolled-back';
  return digest === seen.digest ? null : 'forked';
}
