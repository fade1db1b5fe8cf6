import { RelayOutbox } from '@lateral/exchange';
import { QueuePublisher } from '@lateral/courier';
import { openHubDatabase } from '@lateral/persistence/hub';
import { hrMs } from '@lateral/platform';
import { connectQueues } from '@lateral/queues';
import type { BenchWorld } from '../bench-world.js';
import { median } from '../measure/statistics.js';
import type { ProcessorTime } from '../measure/processor-time.js';
import type { Amounts, Patience } from '../run-options.js';

export interface Relaying { rounds: number; rows: number; perSecond: number; cpuUs: ProcessorTime }

/** (h): courier's relay (claim, add to the queues, mark) on a full outbox, by itself in this process; courier is down. */
export async function measureRelaying(world: BenchWorld, { rounds, outboxRows }: Amounts, patience: Patience): Promise<Relaying> {
  const { settings, random } = world;
  const database = await openHubDatabase({ url: settings.DATABASE_URL, poolSize: 4, applicationName: 'lateral-bench' });
  const redis = settings.LATERAL_QUEUE_BACKEND === 'redis';
  const queues = await connectQueues(redis ? { backend: 'redis', url: settings.REDIS_URL, prefix: 'lateral_bench_relay' } : { backend: 'postgres', connectionString: settings.DATABASE_URL, schema: 'lateral_bench_relay' }, {
    random: () => random.bytes(1)[0]! / 256, log: () => undefined, onAmbiguous: () => undefined,
  });
  try {
    await world.forget();
    const maker = await world.postMaker();
    const relay = new RelayOutbox({ clock: database.clock, outbox: database.outbox, publisher: new QueuePublisher(queues), notify: { carryOut: () => Promise.reject(new Error('nobody has left')) } });
    const drain = async (count: number): Promise<{ perSecond: number; cpuUs: ProcessorTime }> => {
      await fill(world, maker.agencies, count);
      const [before, began] = [world.times.read(), hrMs()];
      let relayed = 0;
      for (let batch = await relay.carryOut(); batch > 0; batch = await relay.carryOut()) relayed += batch;
      if (relayed !== count) throw new Error(`${relayed} of ${count} rows were relayed`);
      const result = { perSecond: (count / (hrMs() - began)) * 1_000, cpuUs: world.times.perOperation(before, count) };
      await world.sql.query('truncate outbox_event');
      return result;
    };
    await drain(Math.ceil(outboxRows / 10));
    const measured = await patience.rounds(rounds, () => drain(outboxRows));
    return { rounds: measured.length, rows: outboxRows, perSecond: median(measured.map(({ perSecond }) => perSecond)), cpuUs: measured[Math.floor(measured.length / 2)]!.cpuUs };
  } finally {
    await queues.close();
    await database.close();
  }
}

async function fill({ sql }: BenchWorld, agencies: readonly string[], count: number): Promise<void> {
  const { rows } = await sql.query<{ filled: string }>(`with filled as (
    insert into outbox_event (id, event, agency, check_id, request_id, at)
    select uuidv7(), 'request.posted.v1', ($1::text[])[1 + n % cardinality($1::text[])], uuidv7(), uuidv7(), transaction_timestamp() from generate_series(1, $2::int) n returning 1
  ) select count(*) as filled from filled`, [agencies, count]);
  if (Number(rows[0]?.filled) !== count) throw new Error('the outbox was not filled');
}
