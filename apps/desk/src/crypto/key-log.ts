import { checkKeyLog, delegatesAt, isAwayTooLong, isKeyLogOverdue, isOverdue, judgeLogged, withKeyLogAway, withKeyLogOverdue, withLogHead, type HeldKeyLog, type VersionMarks } from '@lateral/envelope/keys';
import type { TrustedDirectory } from './directory.js';
import { headsOf } from './log-head.js';
import type { Given, Letter, Refused, Told } from './protocol.js';

/**
 * How the rosters that were shown of an agency stand to the key log: all of them are in it; the newest are on their way; these are not in it
 * though they should be; it holds others, or newer ones that were kept back.
 */
type Standing = 'exact' | 'waiting' | 'overdue' | 'contradicted';
/** The key log as it was last checked. `since`: its size when the directory was verified; what came later may be of rosters that came later too. */
interface Held { log: HeldKeyLog; since: number; now: Date }

/**
 * Holds the key log against the own agency's rosters; nothing of it is believed unless it holds those. That the log cannot be asked is the
 * hub's word, and is taken for some days only: the device counts them from the first time, until there is an answer. Where a roster was
 * overdue when the log was last seen, it is not taken at all: a hub that keeps one out of the log would only have to say so. `log`: what was
 * checked of it since the worker began.
 */
export async function holdAgainstLog({ shown, marks }: Given<'check-key-log'>, directory: TrustedDirectory, { log: held, since, now }: Omit<Held, 'log'> & { log: HeldKeyLog | null }): Promise<{ told: Told<'check-key-log'>; log: HeldKeyLog | null }> {
  const { own } = directory;
  if (shown === null) {
    const away = withKeyLogAway(marks, now);
    return { told: { ok: true, marks: away, state: isKeyLogOverdue(away, own.id) ? 'overdue' : isAwayTooLong(away.keyLogAway!, now) ? 'silent' : 'away' }, log: held };
  }
  const { versions, partnership: { document: { keyLog } } } = directory;
  const seen = marks.logs.find(({ origin }) => origin === originOf(keyLog)) ?? null;
  const checked = checkKeyLog(shown, { log: (await headsOf(keyLog)?.of(shown.checkpoint)) ?? null, seen, held, since, agency: own.id, versions: versions.get(own.id) ?? [] });
  if (!checked.ok) return { told: checked, log: held };
  const state = await delayOf(own.id, checked.missing, directory, now);
  // The whole tree was made again, so that it grew from the head that was seen is known already.
  const marked = await withLogHead(answered(marks, own.id, { state, missing: checked.missing }), checked.head, () => true);
  if (!marked.ok) return { told: marked, log: held };
  return { told: { ok: true, marks: marked.marks, state }, log: checked.held };
}

/** Marks after an answer. One that lacks a roster for too long is remembered, and ends no waiting: the days for which the log was away go on. */
function answered(marks: VersionMarks, own: string, { state, missing }: { state: Exclude<Standing, 'contradicted'>; missing: readonly number[] }): VersionMarks {
  if (state === 'overdue') return withKeyLogOverdue(marks, own, Math.min(...missing));
  const there = withKeyLogAway(marks, null);
  return state === 'exact' ? withKeyLogOverdue(there, own, null) : there;
}

/** Whether the log lacks a roster that was verified, and from which position on it is to be asked for. */
export async function lookIn(directory: TrustedDirectory, marks: Given<'check-key-log'>['marks'], held: Held): Promise<{ from: number; lacks: boolean }> {
  const { tree: { size } } = held.log;
  const seen = marks.logs.find(({ origin }) => origin === originOf(directory.partnership.document.keyLog));
  const standings = await Promise.all([...directory.versions.keys()].map((agency) => standingOf(agency, directory, held)));
  // Another window may have left an older head on this device: only the whole log shows that it has grown from that.
  return { from: seen === undefined || seen.size < size ? 0 : size, lacks: standings.some((standing) => standing === 'waiting' || standing === 'overdue') };
}

/**
 * Why a letter is not sealed, for what the key log holds of its readers' rosters; null where nothing stands against it. A child at risk is
 * not kept waiting for a log that is late. Nobody's letter goes to people whom the log contradicts.
 */
export async function refusalByLog({ to, record: { urgency } }: Letter, directory: TrustedDirectory, held: Held): Promise<(Refused<'key-log-contradicts' | 'key-log-late-there'> & { of: string }) | null> {
  const roster = to === null ? undefined : directory.rosters.get(to);
  const readers = [directory.own.id, ...(to === null ? [] : [to]), ...(roster === undefined ? [] : delegatesAt(roster.document, held.now))];
  const standings = await Promise.all(readers.map(async (of) => ({ of, standing: await standingOf(of, directory, held) })));
  const contradicted = standings.find(({ standing }) => standing === 'contradicted');
  if (contradicted !== undefined) return { ok: false, code: 'key-log-contradicts', of: contradicted.of };
  const late = urgency === 'red' ? undefined : standings.find(({ of, standing }) => of !== directory.own.id && standing === 'overdue');
  return late === undefined ? null : { ok: false, code: 'key-log-late-there', of: late.of };
}

/** Whether the log holds other rosters of an agency than were shown: then nothing that somebody signed in its name is believed. */
export function isContradicted(agency: string, { versions }: TrustedDirectory, { log, since }: Omit<Held, 'now'>): boolean {
  return !judgeLogged(log.rosters.get(agency) ?? [], versions.get(agency) ?? [], since).ok;
}

async function standingOf(agency: string, directory: TrustedDirectory, { log, since, now }: Held): Promise<Standing> {
  const judged = judgeLogged(log.rosters.get(agency) ?? [], directory.versions.get(agency) ?? [], since);
  return judged.ok ? delayOf(agency, judged.missing, directory, now) : 'contradicted';
}

async function delayOf(agency: string, missing: readonly number[], { partnership, versions }: TrustedDirectory, now: Date): Promise<Exclude<Standing, 'contradicted'>> {
  if (missing.length === 0) return 'exact';
  return (await isOverdue(agency, missing, { partnership, shown: versions.get(agency) ?? [] }, now)) ? 'overdue' : 'waiting';
}

function originOf(verifierKey: string): string {
  return verifierKey.split('+', 1)[0] ?? '';
}
