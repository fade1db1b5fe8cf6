import { beforeEach, describe, expect, it } from 'vitest';
import { EVENTS } from '@lateral/contracts';
import { ExchangeWorld, StoreFault } from '@lateral/testing/fakes';
import { LedgerUntrue } from '../ports/index.js';
import { leafOf } from '../read-receipts/receipt-of.js';

describe('carrying records to the ledger', () => {
  let world: ExchangeWorld;
  beforeEach(async () => {
    world = await ExchangeWorld.begin();
    await world.opened(['school-b', 'gp-c']);
  });
  const carry = () => world.acts.carryRecords.carryOut();
  const leaves = () => world.tables.audit.map(({ row }) => leafOf({ entry: EVENTS[row.event].entry, record: row.record, salt: row.salt }));
  const incidents = () => world.recordsSince(0).filter(({ event }) => event.startsWith('incident.')).map(({ event }) => event);

  it('brings them there in the order of their commits, and gives each its position', async () => {
    expect(await carry()).toBe(3);
    expect(world.ledger.leaves).toEqual(leaves());
    expect(world.tables.audit.map(({ row }) => world.tables.positions.get(row.id))).toEqual([0, 1, 2]);
    expect(await world.records.oldestUnplaced()).toBeNull();
  });

  it('has nothing to do the second time', async () => {
    await carry();
    expect(await carry()).toBe(0);
    expect(world.ledger.leaves).toHaveLength(3);
  });

  it('carries a batch again whose answer was lost, and it changes nothing: one record, one position', async () => {
    world.ledger.losesNextAnswer = true;
    expect(await carry()).toBe(0);
    expect(world.ledger.leaves).toHaveLength(3);
    expect(world.tables.positions.size).toBe(0);
    while ((await carry()) > 0);
    expect(world.ledger.leaves).toEqual(leaves());
    expect(new Set(world.tables.positions.values()).size).toBe(world.tables.audit.length);
    expect(world.tables.audit.map(({ row }) => world.tables.positions.get(row.id))).toEqual(world.tables.audit.map((_, i) => i));
  });

  it('carries a batch again whose positions were not stored', async () => {
    for (const fault of ['not-persisted', 'persisted'] as const) {
      await world.opened(['lhb-d']);
      world.tables.failNext(fault);
      await expect(carry()).rejects.toBeInstanceOf(StoreFault);
      await carry();
    }
    expect(world.ledger.leaves).toEqual(leaves());
    expect(world.tables.positions.size).toBe(world.tables.audit.length);
  });

  it('raises one incident while the ledger is away, however often it tries, and ends it once when it is back', async () => {
    world.ledger.away = true;
    for (let tries = 0; tries < 5; tries += 1) {
      expect(await carry()).toBe(0);
      world.clock.pass(1000);
    }
    expect(incidents()).toEqual(['incident.raised.v1']);
    expect(await world.incidents.open('ledger-away')).toMatchObject({ raisedAt: new Date(world.clock.at.getTime() - 5000) });
    world.ledger.away = false;
    while ((await carry()) > 0);
    await carry();
    expect(incidents()).toEqual(['incident.raised.v1', 'incident.ended.v1']);
    expect(await world.incidents.open('ledger-away')).toBeNull();
    expect(world.ledger.leaves).toEqual(leaves());
  });

  it('raises an incident again when it goes away again', async () => {
    for (let times = 0; times < 2; times += 1) {
      await world.opened(['school-b']);
      world.ledger.away = true;
      await carry();
      world.ledger.away = false;
      while ((await carry()) > 0);
    }
    expect(incidents()).toEqual(['incident.raised.v1', 'incident.ended.v1', 'incident.raised.v1', 'incident.ended.v1']);
  });

  it('ends an incident whose end could not be kept the first time, though nobody acts any more', async () => {
    world.ledger.away = true;
    await carry();
    world.ledger.away = false;
    const end = world.incidents.end.bind(world.incidents);
    world.incidents.end = () => Promise.reject(new StoreFault('not-persisted'));
    await expect(carry()).rejects.toBeInstanceOf(StoreFault);
    world.incidents.end = end;
    while ((await carry()) > 0);
    expect(incidents()).toEqual(['incident.raised.v1', 'incident.ended.v1']);
    expect(await world.incidents.open('ledger-away')).toBeNull();
    expect(world.ledger.leaves).toEqual(leaves());
  });

  it('says that it is back before it says that nothing is owed', async () => {
    world.ledger.away = true;
    await carry();
    world.ledger.away = false;
    const place = world.records.place.bind(world.records);
    const stood: boolean[] = [];
    world.records.place = async (placed: Parameters<typeof place>[0]) => {
      stood.push((await world.incidents.open('ledger-away')) !== null);
      return place(placed);
    };
    while ((await carry()) > 0);
    expect(stood).toEqual([false, false]);
  });

  it('raises an incident that does not end by itself where the ledger says what cannot be true', async () => {
    const append = world.ledger.append.bind(world.ledger);
    world.ledger.append = () => Promise.reject(new LedgerUntrue());
    expect(await carry()).toBe(0);
    world.ledger.append = append;
    while ((await carry()) > 0);
    expect(incidents()).toEqual(['incident.raised.v1']);
    expect(await world.incidents.open('ledger-untrue')).not.toBeNull();
  });

  it('takes nothing else that goes wrong for an absence', async () => {
    world.ledger.append = async () => {
      throw new Error('the ledger answers with another history');
    };
    await expect(carry()).rejects.toThrow('another history');
    expect(incidents()).toEqual([]);
  });

  it('places nothing where the ledger gave fewer positions than it was given leaves', async () => {
    world.ledger.append = async () => ({ indexes: [0, 1], checkpoint: '' });
    await expect(carry()).rejects.toThrow('fewer positions');
    expect(world.tables.positions.size).toBe(0);
  });
});
