import pg from 'pg';
import { OPEN_CHECK, PLANNING } from '@lateral/persistence/hub';
import type { Correspondent } from '@lateral/play';
import type { BenchWorld } from '../bench-world.js';
import { bareValuesOf } from '../load/bare-statement.js';
import { closedLoop, type ClosedLoop } from '../load/closed-loop.js';
import { HubDoor } from '../load/hub-door.js';
import type { PostMaker } from '../load/post-maker.js';
import type { ProcessorTime } from '../measure/processor-time.js';
import { medians } from '../measure/statistics.js';
import { CLIENTS, type Amounts, type Clients, type Patience } from '../run-options.js';

/** One way of writing checks at one number of clients. */
export interface Cell extends ClosedLoop {
  /** Microseconds of processor time for each check, by process. */
  cpuUs: ProcessorTime;
  fsyncs: number;
  walBytes: number;
}

export interface Submitting {
  rounds: number;
  sealedBytes: number;
  /** (a): the statement alone. (b): the hub's POST. */
  bare: Record<Clients, Cell>;
  hub: Record<Clients, Cell>;
  /** (b) over (a): the median of the rounds' own ratios. */
  ratio: Record<Clients, number>;
}

/**
 * (a) and (b) by turns: the statement of a POST straight through `pg`, and the POST itself, with fresh checks each. Courier is
 * down: nothing else works on the rows meanwhile.
 */
export async function measureSubmitting(world: BenchWorld, amounts: Amounts, patience: Patience): Promise<Submitting> {
  const asking = await world.asking();
  const maker = await world.postMaker();
  await warmUp(world, asking, maker);
  const rounds = await patience.rounds(amounts.rounds, () => oneRound(world, asking, maker, amounts));
  await world.forget();
  return { rounds: rounds.length, sealedBytes: maker.sealedBytes, ...medians(rounds) };
}

type Round = Pick<Submitting, 'bare' | 'hub' | 'ratio'>;

async function oneRound(world: BenchWorld, asking: Correspondent, maker: PostMaker, { posts }: Amounts): Promise<Round> {
  const round = { bare: {}, hub: {}, ratio: {} } as Round;
  for (const clients of CLIENTS) {
    round.bare[clients] = await bareCell(world, asking, maker, { connections: Number(clients), count: posts[clients] });
    round.hub[clients] = await hubCell(world, asking, maker, { clients: Number(clients), count: posts[clients] });
    round.ratio[clients] = round.hub[clients].perSecond / round.bare[clients].perSecond;
  }
  await world.forget();
  return round;
}

/** Code that has run a few hundred times is what is measured, not its first compilation. */
async function warmUp(world: BenchWorld, asking: Correspondent, maker: PostMaker): Promise<void> {
  await bareCell(world, asking, maker, { connections: 16, count: 100 });
  await hubCell(world, asking, maker, { clients: 16, count: 400 });
}

async function bareCell(world: BenchWorld, asking: Correspondent, maker: PostMaker, { connections, count }: { connections: number; count: number }): Promise<Cell> {
  const values = await bareValuesOf(maker.many(count + connections), asking);
  const clients = await Promise.all(Array.from({ length: connections }, async () => {
    const client = new pg.Client({ connectionString: world.settings.DATABASE_URL, options: PLANNING });
    await client.connect();
    return client;
  }));
  try {
    const run = async (client: pg.Client | undefined, written: unknown[]): Promise<void> => {
      const { rowCount } = (await client?.query({ name: OPEN_CHECK.name, text: OPEN_CHECK.text, values: written })) ?? {};
      if (rowCount !== 1) throw new Error('the statement wrote nothing');
    };
    // Each connection parses the statement once, before the clock starts.
    await Promise.all(clients.map((client, i) => run(client, values[count + i]!)));
    return await measured(world, count, () => closedLoop(connections, values.slice(0, count).map((written) => (worker) => run(clients[worker], written))));
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

async function hubCell(world: BenchWorld, asking: Correspondent, maker: PostMaker, { clients, count }: { clients: number; count: number }): Promise<Cell> {
  const door = await HubDoor.open(asking.session, { url: world.installation.hubUrl, audience: world.installation.audience }, clients);
  const posts = maker.many(count).map(({ body }) => ({ body: JSON.stringify(body), key: asking.session.newId() }));
  try {
    return await measured(world, count, () => closedLoop(clients, posts.map(({ body, key }) => () => door.postCheck(body, key))));
  } finally {
    door.close();
  }
}

async function measured(world: BenchWorld, count: number, act: () => Promise<ClosedLoop>): Promise<Cell> {
  const [cpu, fsyncs, wal] = [world.times.read(), world.fsyncs.read(), await walBytes(world)];
  const loop = await act();
  return { ...loop, cpuUs: world.times.perOperation(cpu, count), fsyncs: world.fsyncs.perOperation(fsyncs, count), walBytes: Math.round((await walBytes(world) - wal) / count) };
}

async function walBytes({ sql }: BenchWorld): Promise<number> {
  const { rows } = await sql.query<{ bytes: string }>(`select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::text as bytes`);
  return Number(rows[0]?.bytes);
}
