import { beforeEach, describe, expect, it } from 'vitest';
import { CHECK_STATES, type Urgency } from '@lateral/domain';
import { ExchangeWorld, listedFields, memberOf, valueOf, writeActContract } from '@lateral/testing/fakes';

const POLICE = memberOf('police-a');

describe('rating a check anew', () => {
  let world: ExchangeWorld;
  let reference: string;
  let check: string;
  let request: string;
  beforeEach(async () => {
    world = await ExchangeWorld.begin();
    const opened = await world.opened(['school-b'], 'amber');
    [reference, check, request] = [opened.reference, opened.body.id, opened.requests[0]!];
  });
  const rate = (urgency: Urgency, version = 1, actor = POLICE) => world.acts.rateCheck.carryOut(actor, world.attempt(), reference, { version, urgency, reason: 'risk_increased' });

  it('changes the check, records why for its own agency, and tells nobody', async () => {
    const [records, owed] = [world.tables.audit.length, world.tables.outbox.size];
    expect(await rate('red')).toEqual({ ok: true, value: { id: check, reference, state: 'open', version: 2 } });
    const written = world.recordsSince(records);
    expect(written).toMatchObject([{ event: 'check.rated.v1', parties: ['police-a'], fields: { check, urgency: 'red', reason: 'risk_increased' } }]);
    expect(Object.keys(written[0]!.fields).sort()).toEqual(listedFields('check.rated.v1'));
    expect(world.tables.outbox.size).toBe(owed);
    expect(await world.checks.check(reference, memberOf('police-a'))).toMatchObject({ urgency: 'red' });
  });

  it('leaves requests that were sent as they were, and gives later ones the new rating and its due time', async () => {
    const before = await world.checks.request(request, memberOf('school-b'));
    valueOf(await rate('red'));
    expect(await world.checks.request(request, memberOf('school-b'))).toEqual(before);
    const amber = world.questions(check, ['gp-c'], { urgency: 'amber' });
    expect(await world.acts.askFurther.carryOut(POLICE, world.attempt(), reference, { version: 2, requests: amber })).toMatchObject({ code: 'justification-mismatch' });
    const red = world.questions(check, ['gp-c'], { urgency: 'red' });
    expect(valueOf(await world.acts.askFurther.carryOut(POLICE, world.attempt(), reference, { version: 2, requests: red })).requests).toMatchObject([{ dueRule: 'POL-SAMPLE:red:4h-calendar' }]);
    expect(await world.facts(red[0]!.id)).toMatchObject({ urgency: 'red' });
    // The request sent before is still answered under the rating that it was sent with.
    expect(await world.answered(request)).toMatchObject({ state: 'answered', urgency: 'amber' });
  });

  it.each(CHECK_STATES)('in state %s', async (state) => {
    world.tables.checks.get(check)!.state = state;
    const outcome = await rate('red');
    if (state === 'open') return expect(outcome).toMatchObject({ ok: true });
    expect(outcome).toEqual({ ok: false, code: 'wrong-state', current: { version: 1, state } });
  });

  it('is refused at another version, to an agency that was asked, and where it is rated so already', async () => {
    expect(await rate('red', 2)).toEqual({ ok: false, code: 'version-changed', current: { version: 1, state: 'open' } });
    expect(await rate('red', 1, memberOf('school-b'))).toEqual({ ok: false, code: 'not-found' });
    expect(await rate('amber')).toEqual({ ok: false, code: 'invalid-request', fields: [{ field: '/urgency', reason: 'unchanged' }] });
  });

  writeActContract(async () => {
    const fresh = await ExchangeWorld.begin();
    const opened = await fresh.opened();
    return { world: fresh, actor: POLICE, run: (actor, attempt, target) => fresh.acts.rateCheck.carryOut(actor, attempt, target === 'real' ? opened.reference : 'LC-00000-00000', { version: 1, urgency: 'green', reason: 'rated_in_error' }) };
  }, { hasParties: true });
});
