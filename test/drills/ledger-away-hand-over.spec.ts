// The ledger is stopped before a red check is collected. The child is not kept waiting: the message is handed over, marked
// unwitnessed, and an incident stands. When the ledger is back every record is appended once and becomes proven.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTES, type HandOverReply } from '@lateral/contracts';
import { pathOf, within, type AskingParty } from '@lateral/play';
import { RoundWorld } from '../world/round-world.js';
import { post, withUrgency } from '../world/checks.js';
import { askTwo } from './support/ask-two.js';
import { isAllCarried } from './support/tally.js';

const LIMIT_MS = 180_000;
const SOON_MS = 30_000;

describe('a ledger that is away when a check is collected', () => {
  let world: RoundWorld;
  let red: Awaited<ReturnType<typeof post>>;
  let green: Awaited<ReturnType<typeof post>>;
  beforeAll(async () => {
    world = await RoundWorld.start({ change: askTwo });
    const clients = world.clients();
    red = await post(clients, withUrgency(world.plan.checks[0]!, 'red'));
    green = await post(clients, withUrgency(world.plan.checks[0]!, 'green'));
    await within(SOON_MS, () => isAllCarried(world));
    await world.kill('ledger');
  }, LIMIT_MS);
  afterAll(() => world.end(), LIMIT_MS);

  const incidents = (): Promise<{ kind: string; ended: boolean }[]> => world.sql(`select kind, ended_at is not null as ended from incident where kind = 'ledger-away' order by raised_at`);
  const handOver = async ({ asked }: typeof red, n: number): Promise<HandOverReply> => {
    const { agency, request } = asked[n]!;
    const { session } = await world.clients().answering(agency);
    const [row] = await world.sql<{ current_envelope: string }>('select current_envelope from check_request where id = $1', [request]);
    return session.post<HandOverReply>(pathOf(ROUTES.handOver, { envelope: row!.current_envelope }), {});
  };

  it('hands a red request over, marked unwitnessed, with an incident standing', async () => {
    // The first collection finds the ledger away, if nothing did before; from then on an incident stands.
    const first = await handOver(red, 0);
    expect(first.witness).toBe('unwitnessed');
    expect(await within(SOON_MS, async () => (await incidents()).length > 0)).toBe(true);
    expect(await incidents()).toEqual([{ kind: 'ledger-away', ended: false }]);
    const second = await handOver(red, 1);
    expect([second.witness, second.receipts.share.state, second.receipts.handOver.state]).toEqual(['unwitnessed', 'unwitnessed', 'unwitnessed']);
    expect(second.request?.state).toBe('acknowledged');
    expect(second.envelope.content.length).toBeGreaterThan(0);
  }, LIMIT_MS);

  it('hands over what is not red as well, until the outage has lasted its four hours', async () => {
    const reply = await handOver(green, 0);
    expect([reply.witness, reply.request?.state]).toEqual(['unwitnessed', 'acknowledged']);
    expect(await incidents()).toEqual([{ kind: 'ledger-away', ended: false }]);
  }, LIMIT_MS);

  it('appends every record once when it is back, ends the incident, and proves what was unwitnessed', async () => {
    await world.installation.startOne('ledger');
    expect(await within(SOON_MS, async () => (await incidents()).every(({ ended }) => ended) && (await isAllCarried(world)))).toBe(true);
    expect(await incidents()).toHaveLength(1);
    const handedOver = await world.sql<{ times: number }>(`
      select count(p.idx)::int as times from audit_record a left join audit_position p on p.audit_id = a.id where a.event = 'envelope.handed-over.v1' group by a.id`);
    expect(handedOver).toEqual([{ times: 1 }, { times: 1 }, { times: 1 }]);
    for (const { asking } of [red, green]) expect(new Set((await receiptsOf(asking)).map(({ state }) => state))).toEqual(new Set(['proven']));
  }, LIMIT_MS);

  async function receiptsOf(asking: AskingParty): Promise<{ state: string }[]> {
    return (await asking.receipts()).receipts;
  }
});
