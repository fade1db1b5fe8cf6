import { describe, expect, it } from 'vitest';
import { ExchangeWorld, listedFields } from '@lateral/testing/fakes';
import { EndIncident } from './end-incident.use-case.js';

describe('ending an incident', () => {
  it('ends the one that only a person ends, with a record, once, and leaves the others open', async () => {
    const world = await ExchangeWorld.begin();
    const end = new EndIncident({ clock: world.clock, randomness: world.randomness, incidents: world.incidents });
    await world.acts.watchLedger.wentAway();
    expect(await end.carryOut()).toBe('not-open');
    await world.acts.watchLedger.becameUntrue();
    const before = world.tables.audit.length;
    expect([await end.carryOut(), await end.carryOut()]).toEqual(['ended', 'not-open']);
    const [written, ...more] = world.recordsSince(before);
    expect([written, more]).toMatchObject([{ event: 'incident.ended.v1', parties: [], fields: { incident: 'ledger-untrue' } }, []]);
    expect(Object.keys(written!.fields).sort()).toEqual(listedFields('incident.ended.v1'));
    expect(await world.incidents.open('ledger-untrue')).toBeNull();
    expect(await world.incidents.open('ledger-away')).not.toBeNull();
  });

  it('can be repeated where the store failed', async () => {
    const world = await ExchangeWorld.begin();
    const end = new EndIncident({ clock: world.clock, randomness: world.randomness, incidents: world.incidents });
    await world.acts.watchLedger.becameUntrue();
    world.tables.failNext('not-persisted');
    await expect(end.carryOut()).rejects.toThrow();
    expect(await end.carryOut()).toBe('ended');
  });
});
