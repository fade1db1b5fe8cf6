import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hubWorld, type HubWorld } from '@lateral/testing/hub';

/** The transactions that a check's rows were last written by. */
const TRANSACTIONS = `
  select array_agg(distinct xid::text order by xid::text) as xids from (
    select xid::text from audit_record where check_id = $1 union all select xmin::text from idempotency_key where key = any($2)
    union all select xmin::text from check_request where check_id = $1 union all select xmin::text from outbox_event where check_id = $1
    union all select xmin::text from envelope where check_id = $1) as rows(xid)`;

describe('an act', () => {
  let world: HubWorld;
  beforeAll(async () => {
    world = await hubWorld(12, ['police-a', 'school-b'], 1);
  });
  afterAll(() => world.end());

  it('is one round trip and one transaction, opening, handing over and answering alike', async () => {
    const sent: string[] = [];
    await world.hub.connections.with(async (client) => {
      const query = client.query.bind(client);
      // Watches the one connection of this pool; the statement still runs.
      Object.assign(client, { query: (asked: Parameters<typeof query>[0]) => {
        sent.push(asked.name ?? asked.text);
        return query(asked);
      } });
    });
    const write = world.samples.openCheck('police-a', ['school-b']);
    const acts = [write, world.samples.acknowledge(write), world.samples.answer(write)] as const;
    sent.length = 0;
    await world.hub.checks.open(acts[0]);
    await world.hub.checks.handOver(acts[1]);
    await world.hub.checks.changeRequest(acts[2]);
    expect(sent).toEqual(['open-check', 'hand-over-and-acknowledge', 'change-request']);
    const [written] = await world.database.sql<{ xids: string[] }>(TRANSACTIONS, [write.check.id, acts.map(({ attempt }) => attempt.key)]);
    expect(written!.xids).toHaveLength(acts.length);
  });

  it('limits how long any session may hold the horizon back', async () => {
    const setting = async (name: string): Promise<string> => (await world.hub.connections.with((client) => client.query<Record<string, string>>({ text: `show ${name}`, values: [] }))).rows[0]![name]!;
    expect([await setting('statement_timeout'), await setting('idle_in_transaction_session_timeout'), await setting('synchronous_commit'), await setting('plan_cache_mode')]).toEqual(['15s', '10s', 'on', 'force_generic_plan']);
  });
});
