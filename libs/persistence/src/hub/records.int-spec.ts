import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordStore } from '@lateral/exchange';
import { hubWorld, passHorizon, type HubWorld } from '@lateral/testing/hub';

type Unplaced = Awaited<ReturnType<RecordStore['unplaced']>>;
const LATE = `insert into audit_record (id, event, entry, at, record, salt, parties) values ($1, 'member.signed-in.v1', 'sign-in', $2, '{}', '\\x00', '{}')`;

describe('audit records on their way to the ledger', () => {
  let world: HubWorld;
  /** Reads and places everything that is there, as courier does. */
  const carry = async (limit: number): Promise<Unplaced> => {
    const carried: Unplaced = [];
    for (;;) {
      const batch = await world.hub.records.unplaced(limit);
      if (batch.length === 0) return carried;
      await world.hub.records.place(batch.map(({ id, order }, i) => ({ id, order, index: carried.length + i })), world.samples.at());
      carried.push(...batch);
    }
  };
  /** The same, once nothing that had begun before can hold it back. */
  const carryAll = async (limit: number): Promise<Unplaced> => {
    await passHorizon(world.database);
    return carry(limit);
  };
  const signIn = () => ({ ...world.samples.act('police-a', [world.samples.record('member.signed-in.v1', {})]), attempt: null });

  beforeAll(async () => {
    world = await hubWorld(2, ['police-a', 'school-b'], 8);
    await carryAll(100);
  });
  afterAll(() => world.end());

  it('come in commit order, each once, in pages, and keep their place', async () => {
    const writes = Array.from({ length: 5 }, () => world.samples.openCheck('police-a', ['school-b']));
    for (const write of writes) await world.hub.checks.open(write);
    const wanted = writes.flatMap(({ records }) => records.map(({ id }) => id));
    await passHorizon(world.database);
    const [first] = await world.hub.records.unplaced(3);
    expect(first).toMatchObject({ event: 'check.opened.v1', entry: 'check', record: writes[0]!.records[0]!.record, salt: writes[0]!.records[0]!.salt });
    expect((await carry(3)).map(({ id }) => id)).toEqual(wanted);
    expect(await world.hub.records.unplaced(10)).toEqual([]);
    expect(await world.hub.records.oldestUnplaced()).toBeNull();
    expect(await world.hub.records.record(wanted[4]!)).toMatchObject({ index: 4 });
    const { check } = writes[1]!;
    expect((await world.hub.records.recordsOf(check.id, 'school-b')).map(({ id, index }) => [id, index])).toEqual([[wanted[3], 3]]);
    expect(await world.hub.records.recordsOf(check.id, 'a-stranger')).toEqual([]);
  });

  it('placed again change nothing, and never move the cursor back', async () => {
    const [write, later] = [signIn(), signIn()];
    await world.hub.checks.record(write);
    await passHorizon(world.database);
    const [early] = await world.hub.records.unplaced(10);
    await world.hub.checks.record(later);
    await carryAll(10);
    await world.hub.records.place([{ id: early!.id, index: 77, order: early!.order }], world.samples.at());
    expect(await world.hub.records.record(early!.id)).toMatchObject({ index: 0 });
    expect(await world.hub.records.unplaced(10)).toEqual([]);
  });

  it('are not stepped over where one was numbered early and committed late', async () => {
    const slow = await world.database.connect();
    const lateId = world.samples.id();
    const lateAt = world.samples.at();
    await slow.query('begin');
    await slow.query(LATE, [lateId, lateAt]);
    const write = signIn();
    await world.hub.checks.record(write);
    // Its number and transaction are lower than the committed record's: reading by `id > last` would pass it by for ever.
    expect(await carry(10)).toEqual([]);
    expect(await world.hub.records.oldestUnplaced()).toEqual(write.records[0]!.at);
    await slow.query('commit');
    await slow.end();
    expect((await carryAll(10)).map(({ id }) => id)).toEqual([lateId, write.records[0]!.id]);
  });

  it('are all carried while many write and some of them slowly', async () => {
    const wanted = new Set<string>();
    const write = async (): Promise<void> => {
      for (let i = 0; i < 10; i += 1) {
        const act = signIn();
        wanted.add(act.records[0]!.id);
        await world.hub.checks.record(act);
      }
    };
    const slowly = async (): Promise<void> => {
      const client = await world.database.connect();
      for (let i = 0; i < 5; i += 1) {
        const id = world.samples.id();
        wanted.add(id);
        await client.query('begin');
        await client.query(LATE, [id, world.samples.at()]);
        await world.hub.checks.record({ ...signIn(), records: [] });
        await client.query('commit');
      }
      await client.end();
    };
    const writing = Promise.all([write(), write(), write(), slowly(), slowly()]);
    let done = false;
    const finished = writing.then(() => { done = true; });
    const carried: string[] = [];
    while (!done) carried.push(...(await carry(7)).map(({ id }) => id));
    await finished;
    carried.push(...(await carryAll(7)).map(({ id }) => id));
    expect(carried).toHaveLength(wanted.size);
    expect(new Set(carried)).toEqual(wanted);
  });

  it('can be taken by nobody who only writes acts: an act without its record is refused by the store', async () => {
    const write = world.samples.openCheck('police-a', ['school-b']);
    await expect(world.hub.checks.open({ ...write, records: write.records.slice(0, 1) })).rejects.toThrow('without the record of its act');
  });
});

describe('incidents', () => {
  let world: HubWorld;
  beforeAll(async () => {
    world = await hubWorld(3, ['police-a']);
  });
  afterAll(() => world.end());

  it('stand open once a kind, whoever notices, and are recorded when they begin and end', async () => {
    const raise = () => world.hub.incidents.raise({ id: world.samples.id(), kind: 'ledger-away', at: world.samples.at() }, world.samples.record('incident.raised.v1', {}));
    await Promise.all([raise(), raise(), raise()]);
    expect(await world.hub.incidents.open('ledger-away')).toMatchObject({ raisedAt: expect.any(Date) });
    expect(await world.hub.incidents.open('ledger-untrue')).toBeNull();
    for (let i = 0; i < 2; i += 1) await world.hub.incidents.end('ledger-away', world.samples.at(), world.samples.record('incident.ended.v1', {}));
    expect(await world.hub.incidents.open('ledger-away')).toBeNull();
    await raise();
    expect(await world.hub.incidents.open('ledger-away')).not.toBeNull();
    const events = await world.database.sql<{ event: string }>(`select event from audit_record where event like 'incident.%' order by xid, seq`);
    expect(events.map(({ event }) => event)).toEqual(['incident.raised.v1', 'incident.ended.v1', 'incident.raised.v1']);
  });
});
