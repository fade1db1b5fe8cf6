import { setTimeout as wait } from 'node:timers/promises';
import { composeRecord, type AuditRow } from '@lateral/exchange';
import { openHubDatabase, type HubDatabase } from '@lateral/persistence/hub';
import { hrMs } from '@lateral/platform';
import { AskingParty, realTime } from '@lateral/play';
import type { BenchWorld } from '../bench-world.js';
import { median, percentile } from '../measure/statistics.js';
import type { ProcessorTime } from '../measure/processor-time.js';
import type { Amounts, Patience } from '../run-options.js';

export interface Sequencing {
  rounds: number;
  records: number;
  perSecond: number;
  cpuUs: ProcessorTime;
  /** From the answer to a POST to the moment when a client has all its receipts proven under a signed head. */
  headMs: { looks: number; median: number; slowest: number };
}

const PATIENCE_MS = 60_000;
const A_STATEMENT = 500;

/** (f): a backlog of audit records is carried to the ledger by courier as it runs; and how soon a single act lies under a head. */
export async function measureSequencing(world: BenchWorld, { rounds, records, headLooks }: Amounts, patience: Patience): Promise<Sequencing> {
  const database = await openHubDatabase({ url: world.settings.DATABASE_URL, poolSize: 4, applicationName: 'lateral-bench' });
  try {
    await carried(world, database, Math.ceil(records / 10));
    const measured = await patience.rounds(rounds, async () => ({ ...(await carried(world, database, records)), looks: await looks(world, headLooks) }));
    const heads = measured.flatMap((round) => round.looks);
    return {
      rounds: measured.length, records, perSecond: median(measured.map(({ perSecond }) => perSecond)), cpuUs: measured[Math.floor(measured.length / 2)]!.cpuUs,
      headMs: { looks: heads.length, median: median(heads), slowest: percentile(heads, 1) },
    };
  } finally {
    await database.close();
  }
}

/** Courier is stopped like a machine that sleeps while records are written, and timed from its awakening to the last position. */
async function carried(world: BenchWorld, database: HubDatabase, count: number): Promise<{ perSecond: number; cpuUs: ProcessorTime }> {
  const courier = world.installation.processes.get('courier')?.pid;
  if (courier === undefined) throw new Error('courier does not run');
  process.kill(courier, 'SIGSTOP');
  try {
    for (let written = 0; written < count; written += A_STATEMENT) {
      const at = await database.clock.now();
      await database.checks.record({ actor: { agency: 'bench', member: 'bench', roles: [] }, attempt: null, at, records: someRecords(world, Math.min(A_STATEMENT, count - written), at) });
    }
  } finally {
    process.kill(courier, 'SIGCONT');
  }
  const [before, began] = [world.times.read(), hrMs()];
  while ((await database.records.oldestUnplaced()) !== null) {
    if (hrMs() - began > PATIENCE_MS) throw new Error('the records were not carried in time');
    await wait(5);
  }
  return { perSecond: (count / (hrMs() - began)) * 1_000, cpuUs: world.times.perOperation(before, count) };
}

function someRecords({ random }: BenchWorld, count: number, at: Date): AuditRow[] {
  const fields = { check: '', agency: 'bench', member: 'u-00000000', urgency: 'amber' };
  return Array.from({ length: count }, () => ({ ...composeRecord('check.opened.v1', fields, { at, randomness: random, parties: ['bench'] }), check: null }));
}

async function looks(world: BenchWorld, count: number): Promise<number[]> {
  const [check] = world.plan.checks;
  if (check === undefined) throw new Error('the case has no check');
  const by = await world.clients().asking(check.asking);
  const times: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const asking = new AskingParty(check, by, realTime);
    await asking.open();
    const began = hrMs();
    while ((await asking.receipts()).receipts.some(({ state }) => state !== 'proven')) {
      if (hrMs() - began > PATIENCE_MS) throw new Error('an act was not proven in time');
      await wait(5);
    }
    times.push(hrMs() - began);
  }
  return times;
}
