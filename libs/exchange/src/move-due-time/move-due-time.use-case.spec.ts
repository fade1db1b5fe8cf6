import { beforeEach, describe, expect, it } from 'vitest';
import { REQUEST_STATES } from '@lateral/domain';
import { ExchangeWorld, listedFields, memberOf, valueOf, writeActContract } from '@lateral/testing/fakes';

const POLICE = memberOf('police-a');
const DAY = 86_400_000;

describe('moving a due time', () => {
  let world: ExchangeWorld;
  let request: string;
  beforeEach(async () => {
    world = await ExchangeWorld.begin();
    request = (await world.opened()).requests[0]!;
  });
  const move = async (ms: number, version?: number, actor = POLICE) =>
    world.acts.moveDueTime.carryOut(actor, world.attempt(), request, { version: version ?? (await world.facts(request)).version, dueAt: new Date(world.clock.at.getTime() + ms).toISOString(), reason: 'agreed_with_agency' });

  it('says when and why, for both sides, owes the asked agency a word, and leaves the request in its state', async () => {
    await world.collected(request);
    const [facts, before] = [await world.facts(request), world.tables.audit.length];
    const dueAt = new Date(world.clock.at.getTime() + DAY);
    expect(await move(DAY)).toEqual({ ok: true, value: { id: request, check: facts.check, reference: facts.reference, state: 'acknowledged', version: 3 } });
    expect(await world.facts(request)).toEqual({ ...facts, version: 3, dueAt });
    expect(await world.checks.request(request, memberOf('school-b'))).toMatchObject({ dueAt: dueAt.toISOString(), dueRule: 'moved:agreed_with_agency', acknowledgedAt: expect.any(String) });
    const written = world.recordsSince(before);
    expect(written).toMatchObject([{ event: 'request.due-moved.v1', parties: ['police-a', 'school-b'], fields: { request, asked: 'school-b', dueAt: dueAt.toISOString(), reason: 'agreed_with_agency' } }]);
    expect(Object.keys(written[0]!.fields).sort()).toEqual(listedFields('request.due-moved.v1'));
    expect([...world.tables.outbox.values()].at(-1)!.row).toMatchObject({ event: 'request.due-moved.v1', agency: 'school-b', request });
  });

  it('takes a time in the future and within sixty days, to the millisecond', async () => {
    const refused = { ok: false, code: 'invalid-request', fields: [{ field: '/dueAt', reason: 'out-of-range' }] };
    expect(await move(0)).toEqual(refused);
    expect(await move(1)).toMatchObject({ ok: true });
    expect(await move(60 * DAY)).toMatchObject({ ok: true });
    expect(await move(60 * DAY + 1)).toEqual(refused);
    expect(await world.acts.moveDueTime.carryOut(POLICE, world.attempt(), request, { version: 3, dueAt: 'soon', reason: 'set_in_error' })).toEqual(refused);
  });

  it.each(REQUEST_STATES)('of a request in state %s', async (state) => {
    world.tables.requests.get(request)!.state = state;
    const outcome = await move(DAY);
    if (state === 'open' || state === 'acknowledged') return expect(outcome).toMatchObject({ ok: true, value: { state } });
    expect(outcome).toEqual({ ok: false, code: 'wrong-state', current: { version: 1, state } });
  });

  it('is for the asking agency, at the version in force', async () => {
    expect(await move(DAY, 2)).toEqual({ ok: false, code: 'version-changed', current: { version: 1, state: 'open' } });
    expect(await move(DAY, 1, memberOf('school-b'))).toEqual({ ok: false, code: 'not-found' });
  });

  it('says what the request has become where it was withdrawn between reading and writing', async () => {
    world.tables.beforeNextWrite(async () => void valueOf(await world.acts.withdrawRequest.carryOut(POLICE, world.attempt(), request, { version: 1, reason: 'wrong_agency' })));
    expect(await move(DAY)).toEqual({ ok: false, code: 'version-changed', current: { version: 2, state: 'withdrawn' } });
  });

  writeActContract(async () => {
    const fresh = await ExchangeWorld.begin();
    const id = (await fresh.opened()).requests[0]!;
    const dueAt = new Date(fresh.clock.at.getTime() + DAY).toISOString();
    return { world: fresh, actor: POLICE, run: (actor, attempt, target) => fresh.acts.moveDueTime.carryOut(actor, attempt, target === 'real' ? id : fresh.messages.id(), { version: 1, dueAt, reason: 'urgency_lowered' }) };
  }, { hasParties: true });
});
