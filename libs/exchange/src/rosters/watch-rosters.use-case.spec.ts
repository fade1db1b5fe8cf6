import { describe, expect, it } from 'vitest';
import { ExchangeWorld } from '@lateral/testing/fakes';
import { WatchRosters } from './watch-rosters.use-case.js';

describe('an agency whose rosters do not hold', () => {
  it('is one incident with a record, until all rosters hold again', async () => {
    const world = new ExchangeWorld();
    const watch = new WatchRosters({ clock: world.clock, randomness: world.randomness, incidents: world.incidents });
    const events = () => world.recordsSince(0).filter(({ event }) => event.startsWith('incident.'));
    expect([await watch.carryOut(0), events()]).toEqual(['as-before', []]);
    expect([await watch.carryOut(1), await watch.carryOut(2), await watch.carryOut(2)]).toEqual(['raised', 'as-before', 'as-before']);
    expect(await world.incidents.open('roster-refused')).not.toBeNull();
    expect(await world.incidents.open('ledger-away')).toBeNull();
    expect([await watch.carryOut(0), await watch.carryOut(0)]).toEqual(['ended', 'as-before']);
    expect(events()).toMatchObject([
      { event: 'incident.raised.v1', parties: [], fields: { incident: 'roster-refused' } },
      { event: 'incident.ended.v1', parties: [], fields: { incident: 'roster-refused' } },
    ]);
  });
});
