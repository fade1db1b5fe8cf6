import { beforeEach, describe, expect, it } from 'vitest';
import { CHECK_STATES } from '@lateral/domain';
import { ExchangeWorld, listedFields, memberOf, valueOf, writeActContract } from '@lateral/testing/fakes';

const POLICE = memberOf('police-a');

describe('closing a check', () => {
  let world: ExchangeWorld;
  let reference: string;
  let requests: string[];
  beforeEach(async () => {
    world = await ExchangeWorld.begin();
    ({ reference, requests } = await world.opened(['school-b', 'gp-c', 'lhb-d']));
  });
  const close = (version: number, actor = POLICE) => world.acts.closeCheck.carryOut(actor, world.attempt(), reference, { version });

  it('expires what nobody answered, only then, and tells each of those agencies', async () => {
    await world.answered(requests[0]!);
    await world.collected(requests[1]!);
    await world.decided(reference);
    expect((await world.facts(requests[2]!)).state).toBe('open');
    const [records, outbox] = [world.tables.audit.length, world.tables.outbox.size];
    expect(valueOf(await close(2))).toMatchObject({ reference, state: 'closed', version: 3 });
    expect(await Promise.all(requests.map(async (id) => (await world.facts(id)).state))).toEqual(['answered', 'expired', 'expired']);
    const written = world.recordsSince(records);
    expect(written.map(({ event, parties }) => [event, parties])).toEqual(expect.arrayContaining([
      ['check.closed.v1', ['police-a']], ['request.expired.v1', ['police-a', 'gp-c']], ['request.expired.v1', ['police-a', 'lhb-d']],
    ]));
    for (const { event, fields } of written) expect(Object.keys(fields).sort()).toEqual(listedFields(event));
    expect([...world.tables.outbox.values()].slice(outbox).map(({ row }) => [row.event, row.agency]).sort()).toEqual([['request.expired.v1', 'gp-c'], ['request.expired.v1', 'lhb-d']]);
  });

  it.each(CHECK_STATES)('in state %s', async (state) => {
    [...world.tables.checks.values()][0]!.state = state;
    const outcome = await close(1);
    if (state === 'decided') return expect(outcome).toMatchObject({ ok: true });
    expect(outcome).toEqual({ ok: false, code: 'wrong-state', current: { version: 1, state } });
  });

  it('is refused at another version, and to an agency that was asked', async () => {
    await world.decided(reference);
    expect(await close(1)).toEqual({ ok: false, code: 'version-changed', current: { version: 2, state: 'decided' } });
    expect(await close(2, memberOf('school-b'))).toEqual({ ok: false, code: 'not-found' });
  });

  it('closes nothing over an answer that came between reading and writing', async () => {
    await world.decided(reference);
    world.tables.beforeNextWrite(async () => void (await world.answered(requests[0]!)));
    expect(await close(2)).toEqual({ ok: false, code: 'version-changed', current: { version: 3, state: 'open' } });
    expect(await Promise.all(requests.map(async (id) => (await world.facts(id)).state))).toEqual(['answered', 'open', 'open']);
  });

  writeActContract(async () => {
    const fresh = await ExchangeWorld.begin();
    const opened = await fresh.opened();
    await fresh.decided(opened.reference);
    return { world: fresh, actor: POLICE, run: (actor, attempt, target) => fresh.acts.closeCheck.carryOut(actor, attempt, target === 'real' ? opened.reference : 'LC-00000-00000', { version: 2 }) };
  }, { hasParties: true });
});
