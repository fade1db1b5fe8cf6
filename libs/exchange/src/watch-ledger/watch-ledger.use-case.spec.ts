import { beforeEach, describe, expect, it } from 'vitest';
import { MERGE_DELAY_MS } from '@lateral/contracts';
import { ExchangeWorld, listedFields } from '@lateral/testing/fakes';

describe('watching the ledger', () => {
  let world: ExchangeWorld;
  beforeEach(async () => {
    world = await ExchangeWorld.begin();
  });
  const events = () => world.recordsSince(0).filter(({ event }) => event.startsWith('incident.'));

  it('opens one incident and ends one, each with a record that names no agency', async () => {
    const { watchLedger } = world.acts;
    await watchLedger.cameBack();
    await watchLedger.wentAway();
    await watchLedger.wentAway();
    await watchLedger.cameBack();
    await watchLedger.cameBack();
    expect(events()).toMatchObject([
      { event: 'incident.raised.v1', parties: [], fields: { incident: 'ledger-away' } },
      { event: 'incident.ended.v1', parties: [], fields: { incident: 'ledger-away' } },
    ]);
    for (const { event, fields } of events()) expect(Object.keys(fields).sort()).toEqual(listedFields(event));
  });

  it('opens one where two processes notice at once', async () => {
    await Promise.all([world.acts.watchLedger.wentAway(), world.acts.watchLedger.wentAway()]);
    expect(events()).toHaveLength(1);
    await Promise.all([world.acts.watchLedger.cameBack(), world.acts.watchLedger.cameBack()]);
    expect(events()).toHaveLength(2);
  });

  it('raises an incident once a record has waited longer than the merge delay, and not at it', async () => {
    const { watchLedger, carryRecords } = world.acts;
    expect(await watchLedger.checkMergeDelay()).toBe('within');
    const { body } = await world.opened(['school-b']);
    world.clock.pass(MERGE_DELAY_MS - 1000);
    expect(await watchLedger.checkMergeDelay()).toBe('within');
    world.clock.pass(1);
    expect(await watchLedger.checkMergeDelay()).toBe('exceeded');
    expect(await watchLedger.checkMergeDelay()).toBe('exceeded');
    expect(events()).toMatchObject([{ event: 'incident.raised.v1', fields: { incident: 'merge-delay' } }]);
    while ((await carryRecords.carryOut()) > 0);
    expect(await watchLedger.checkMergeDelay()).toBe('within');
    expect(events()).toHaveLength(2);
    expect(JSON.stringify(events())).not.toContain(body.id);
  });

  it('keeps incidents of different kinds apart', async () => {
    await world.acts.watchLedger.wentAway();
    expect(await world.incidents.open('merge-delay')).toBeNull();
    expect(await world.acts.watchLedger.checkMergeDelay()).toBe('within');
    expect(await world.incidents.open('ledger-away')).not.toBeNull();
  });
});
