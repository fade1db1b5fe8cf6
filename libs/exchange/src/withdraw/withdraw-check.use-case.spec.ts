import { beforeEach, describe, expect, it } from 'vitest';
import { CHECK_STATES } from '@lateral/domain';
import { ExchangeWorld, listedFields, memberOf, valueOf, writeActContract } from '@lateral/testing/fakes';

const POLICE = memberOf('police-a');

describe('withdrawing a check', () => {
  let world: ExchangeWorld;
  let reference: string;
  let requests: string[];
  beforeEach(async () => {
    world = await ExchangeWorld.begin();
    ({ reference, requests } = await world.opened(['school-b', 'gp-c', 'lhb-d']));
  });
  const withdraw = (version = 1, actor = POLICE) => world.acts.withdrawCheck.carryOut(actor, world.attempt(), reference, { version, reason: 'no_longer_needed' });

  it('withdraws every request that has not ended, leaves those that have, and tells each agency its own', async () => {
    await world.answered(requests[0]!);
    await world.collected(requests[1]!);
    const [records, outbox] = [world.tables.audit.length, world.tables.outbox.size];
    expect(valueOf(await withdraw())).toMatchObject({ reference, state: 'withdrawn', version: 2 });
    expect(await Promise.all(requests.map(async (id) => (await world.facts(id)).state))).toEqual(['answered', 'withdrawn', 'withdrawn']);
    const written = world.recordsSince(records);
    expect(written.map(({ event, parties }) => [event, parties])).toEqual(expect.arrayContaining([
      ['check.withdrawn.v1', ['police-a']], ['request.withdrawn.v1', ['police-a', 'gp-c']], ['request.withdrawn.v1', ['police-a', 'lhb-d']],
    ]));
    expect(written).toHaveLength(3);
    for (const { event, fields } of written) expect(Object.keys(fields).sort()).toEqual(listedFields(event));
    expect([...world.tables.outbox.values()].slice(outbox).map(({ row }) => [row.event, row.agency]).sort()).toEqual([['request.withdrawn.v1', 'gp-c'], ['request.withdrawn.v1', 'lhb-d']]);
  });

  it.each(CHECK_STATES)('in state %s', async (state) => {
    [...world.tables.checks.values()][0]!.state = state;
    const outcome = await withdraw();
    if (state === 'open') return expect(outcome).toMatchObject({ ok: true });
    expect(outcome).toEqual({ ok: false, code: 'wrong-state', current: { version: 1, state } });
  });

  it('is refused at another version, and to an agency that was asked', async () => {
    expect(await withdraw(2)).toEqual({ ok: false, code: 'version-changed', current: { version: 1, state: 'open' } });
    expect(await withdraw(1, memberOf('school-b'))).toEqual({ ok: false, code: 'not-found' });
  });

  it('ends nothing where one of its requests was answered between reading and writing', async () => {
    world.tables.beforeNextWrite(async () => void (await world.answered(requests[0]!)));
    expect(await withdraw()).toMatchObject({ ok: false, code: 'version-changed' });
    expect(await Promise.all(requests.map(async (id) => (await world.facts(id)).state))).toEqual(['answered', 'open', 'open']);
    expect(valueOf(await withdraw())).toMatchObject({ state: 'withdrawn' });
  });

  writeActContract(async () => {
    const fresh = await ExchangeWorld.begin();
    const opened = await fresh.opened();
    return { world: fresh, actor: POLICE, run: (actor, attempt, target) => fresh.acts.withdrawCheck.carryOut(actor, attempt, target === 'real' ? opened.reference : 'LC-00000-00000', { version: 1, reason: 'sent_in_error' }) };
  }, { hasParties: true });
});
