import { within, type RoundReport } from '@lateral/play';
import type { RoundWorld } from '../../world/round-world.js';

/** What a round came to, in the terms in which an undisturbed and a disturbed one must be equal. */
export interface Tally {
  requests: { id: string; terminal: string | null; type: string | null; items: string[] }[];
  decisions: { outcome: string; reliedOn: string[] }[];
  /** How many audit records of each kind the round left; each is one leaf. */
  records: Record<string, number>;
  leaves: number;
}

const CARRIED_MS = 60_000;
/** Evidence is asked for again until it proves: how often that is depends on when the ledger's next head came, and each time leaves a record. */
const AS_OFTEN_AS_IT_TAKES = 'evidence.fetched.v1';

/**
 * Plays a round, waits for what was killed in it to be back, and counts what it left: every record must have come to the ledger, at one position of its own, and everything
 * owed must have been delivered. Throws where that does not come about.
 */
export async function tallied(world: RoundWorld, play: () => Promise<Omit<RoundReport, 'canaries'>>, back: () => Promise<void> = () => Promise.resolve()): Promise<Tally> {
  await carried(world);
  const before = await countRecords(world);
  const leavesBefore = await leavesOf(world);
  const report = await play();
  await back();
  if (!report.ok) throw new Error(`the round was not proven to its end: ${JSON.stringify({ ledger: report.ledger, requests: report.requests.map(({ requestId, terminal, receipts }) => ({ requestId, terminal, receipts })) })}`);
  await carried(world);
  const after = await countRecords(world);
  const records = Object.fromEntries(Object.entries(after).map(([event, count]) => [event, count - (before[event] ?? 0)]).filter(([, count]) => count !== 0));
  const tally = {
    requests: report.requests.map(({ requestId, terminal, response }) => ({ id: requestId, terminal, type: response?.type ?? null, items: response?.items ?? [] })),
    decisions: report.checks.flatMap(({ decision }) => (decision === null ? [] : [decision])),
    records, leaves: (await leavesOf(world)) - leavesBefore,
  };
  return without(tally, AS_OFTEN_AS_IT_TAKES);
}

async function carried(world: RoundWorld): Promise<void> {
  if (!(await within(CARRIED_MS, () => isAllCarried(world)))) throw new Error('something owed was not delivered, or a record did not reach the ledger');
}

/** A tally without records of some kinds, where a drill is expected to leave more or fewer of them. */
export function without(tally: Tally, ...events: string[]): Tally {
  const records = Object.fromEntries(Object.entries(tally.records).filter(([event]) => !events.includes(event)));
  const left = events.reduce((sum, event) => sum + (tally.records[event] ?? 0), 0);
  return { ...tally, records, leaves: tally.leaves - left };
}

export async function countRecords(world: RoundWorld): Promise<Record<string, number>> {
  const rows = await world.sql<{ event: string; count: number }>('select event, count(*)::int as count from audit_record group by event order by event');
  return Object.fromEntries(rows.map(({ event, count }) => [event, count]));
}

async function leavesOf(world: RoundWorld): Promise<number> {
  const [row] = await world.ledgerSql<{ count: number }>('select count(*)::int as count from ledger_entry');
  return row?.count ?? 0;
}

/** Whether nothing is owed any more, and every record has one position that no other has. */
export async function isAllCarried(world: RoundWorld): Promise<boolean> {
  const [row] = await world.sql<{ owed: number; records: number; placed: number; positions: number }>(`
    select (select count(*) from outbox_event)::int as owed, (select count(*) from audit_record)::int as records,
           (select count(*) from audit_position)::int as placed, (select count(distinct idx) from audit_position)::int as positions`);
  return row !== undefined && row.owed === 0 && row.records === row.placed && row.placed === row.positions && row.placed === (await leavesOf(world));
}
