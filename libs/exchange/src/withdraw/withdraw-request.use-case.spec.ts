import { beforeEach, describe, expect, it } from 'vitest';
import { REQUEST_STATES } from '@lateral/domain';
import { ExchangeWorld, listedFields, memberOf, valueOf, writeActContract } from '@lateral/testing/fakes';

const POLICE = memberOf('police-a');

describe('withdrawing a request', () => {
  let world: ExchangeWorld;
  let request: string;
  beforeEach(async () => {
    world = await ExchangeWorld.begin();
    request = (await world.opened()).requests[0]!;
  });
  const withdraw = (version = 1, actor = POLICE) => world.acts.withdrawRequest.carryOut(actor, world.attempt(), request, { version, reason: 'wrong_person' });

  it('ends it, leaves its check and the other request alone, records why and tells the agency', async () => {
    const before = world.tables.audit.length;
    const facts = await world.facts(request);
    expect(await withdraw()).toEqual({ ok: true, value: { id: request, check: facts.check, reference: facts.reference, state: 'withdrawn', version: 2 } });
    const check = await world.checks.checkFacts(facts.reference);
    expect([check!.state, check!.version, check!.requests.map(({ state }) => state).sort()]).toEqual(['open', 1, ['open', 'withdrawn']]);
    const records = world.recordsSince(before);
    expect(records).toMatchObject([{ event: 'request.withdrawn.v1', parties: ['police-a', 'school-b'], fields: { request, asked: 'school-b', reason: 'wrong_person' } }]);
    expect(Object.keys(records[0]!.fields).sort()).toEqual(listedFields('request.withdrawn.v1'));
    expect([...world.tables.outbox.values()].at(-1)!.row).toMatchObject({ event: 'request.withdrawn.v1', agency: 'school-b', request });
  });

  it.each(REQUEST_STATES)('in state %s', async (state) => {
    world.tables.requests.get(request)!.state = state;
    const before = world.tables.counts();
    const outcome = await withdraw();
    if (state === 'open' || state === 'acknowledged') return expect(outcome).toMatchObject({ ok: true, value: { state: 'withdrawn' } });
    expect(outcome).toEqual({ ok: false, code: 'wrong-state', current: { version: 1, state } });
    expect(world.tables.counts()).toEqual(before);
  });

  it('is refused at another version, and to the agency that was asked', async () => {
    expect(await withdraw(2)).toEqual({ ok: false, code: 'version-changed', current: { version: 1, state: 'open' } });
    expect(await withdraw(1, memberOf('school-b'))).toEqual({ ok: false, code: 'not-found' });
  });

  it('says what the request has become where it was collected between reading and writing', async () => {
    world.tables.beforeNextWrite(async () => void (await world.collected(request)));
    expect(await withdraw()).toEqual({ ok: false, code: 'version-changed', current: { version: 2, state: 'acknowledged' } });
    expect(valueOf(await withdraw(2))).toMatchObject({ state: 'withdrawn' });
  });

  writeActContract(async () => {
    const fresh = await ExchangeWorld.begin();
    const id = (await fresh.opened()).requests[0]!;
    return { world: fresh, actor: POLICE, run: (actor, attempt, target) => fresh.acts.withdrawRequest.carryOut(actor, attempt, target === 'real' ? id : fresh.messages.id(), { version: 1, reason: 'sent_in_error' }) };
  }, { hasParties: true });
});
