import { beforeEach, describe, expect, it } from 'vitest';
import type { NewRequestBody } from '@lateral/contracts';
import { CHECK_STATES, uuid7 } from '@lateral/domain';
import { ExchangeWorld, listedFields, memberOf, valueOf, wordsWithout, writeActContract } from '@lateral/testing/fakes';

const POLICE = memberOf('police-a');

describe('asking further', () => {
  let world: ExchangeWorld;
  let reference: string;
  let check: string;
  beforeEach(async () => {
    world = await ExchangeWorld.begin();
    const opened = await world.opened(['school-b']);
    [reference, check] = [opened.reference, opened.body.id];
  });
  const ask = (requests: NewRequestBody[], version = 1, actor = POLICE) => world.acts.askFurther.carryOut(actor, world.attempt(), reference, { version, requests });

  it('puts further questions in the open check: stored, recorded, owed and answered as a posted one is', async () => {
    const [before, owed] = [world.tables.audit.length, world.tables.outbox.size];
    const requests = world.questions(check, ['gp-c', 'lhb-d']);
    const posted = requests.map(({ id }) => ({ id, dueAt: '2026-03-09T14:15:01.000Z', dueRule: 'POL-SAMPLE:red:4h-calendar', judgement: expect.objectContaining({ verdict: 'accept' }) }));
    expect(await ask(requests)).toEqual({ ok: true, value: { id: check, reference, state: 'open', version: 2, requests: posted } });
    const records = world.recordsSince(before);
    expect(records.map(({ event, parties, fields }) => [event, parties, fields['asked']])).toEqual([['request.posted.v1', ['police-a', 'gp-c'], 'gp-c'], ['request.posted.v1', ['police-a', 'lhb-d'], 'lhb-d']]);
    for (const { event, fields } of records) expect(Object.keys(fields).sort()).toEqual(listedFields(event));
    expect([...world.tables.outbox.values()].slice(owed).map(({ row }) => [row.event, row.agency])).toEqual([['request.posted.v1', 'gp-c'], ['request.posted.v1', 'lhb-d']]);
    expect((await world.checks.checkFacts(reference))!.requests.map(({ asked, state }) => [asked, state]).sort()).toEqual([['gp-c', 'open'], ['lhb-d', 'open'], ['school-b', 'open']]);
    for (const { envelope } of requests) expect(await world.checks.sealed(envelope.header.context.message)).toEqual(envelope);
  });

  it('counts from the time of the report where the policy does', async () => {
    world.law.policy = { ...world.law.policy, clockStart: 'received_at' };
    world.clock.pass(1_800_000);
    expect(valueOf(await ask(world.questions(check, ['gp-c']))).requests).toMatchObject([{ dueAt: '2026-03-09T14:00:00.000Z' }]);
  });

  it.each(CHECK_STATES)('in a check that is %s', async (state) => {
    world.tables.checks.get(check)!.state = state;
    const outcome = await ask(world.questions(check, ['gp-c']));
    if (state === 'open') return expect(outcome).toMatchObject({ ok: true });
    expect(outcome).toEqual({ ok: false, code: 'wrong-state', current: { version: 1, state } });
  });

  it('is refused at another version, to another agency, of its own agency, with ids that are old or taken', async () => {
    const requests = world.questions(check, ['gp-c']);
    expect(await ask(requests, 2)).toEqual({ ok: false, code: 'version-changed', current: { version: 1, state: 'open' } });
    expect(await ask(requests, 1, memberOf('school-b'))).toEqual({ ok: false, code: 'not-found' });
    expect(await ask(world.questions(check, ['police-a']))).toMatchObject({ code: 'invalid-request', fields: [{ field: '/requests/0/agency', reason: 'own-agency' }] });
    expect(await ask([{ ...requests[0]!, id: uuid7(new Date(0), new Uint8Array(10)) }])).toMatchObject({ code: 'id-outside-clock', fields: [{ field: '/requests/0/id' }] });
    valueOf(await ask(requests));
    expect(await ask(requests, 2)).toMatchObject({ code: 'id-taken' });
  });

  it('asks no more than twelve altogether: what was asked before counts, and nothing is stored of one too many', async () => {
    const others = (n: number) => world.questions(check, Array.from({ length: n }, (_, i) => ['gp-c', 'lhb-d', 'housing-e'][i % 3]!));
    const counts = world.tables.counts();
    expect(await ask(others(12))).toEqual({ ok: false, code: 'invalid-request', fields: [{ field: '/requests', reason: 'too-many' }] });
    expect(world.tables.counts()).toEqual(counts);
    expect(valueOf(await ask(others(11))).requests).toHaveLength(11);
    expect(await ask(others(1), 2)).toMatchObject({ code: 'invalid-request', fields: [{ field: '/requests', reason: 'too-many' }] });
  });

  it('stores nothing of what is blocked but the attempt, and names the place of every share', async () => {
    const counts = world.tables.counts();
    const requests = [...world.questions(check, ['gp-c']), ...world.questions(check, ['lhb-d'], { record: { words: wordsWithout('question') } })];
    expect(await ask(requests)).toMatchObject({ code: 'share-blocked', judgements: [{ at: '/requests/0/envelope/justification' }, { at: '/requests/1/envelope/justification', judgement: { fieldErrors: ['question_asked'] } }] });
    expect(world.tables.counts()).toEqual({ ...counts, audit: counts['audit']! + 1 });
  });

  it('puts an override on the list', async () => {
    const record = { words: wordsWithout('question'), override: { reason: 'officer_at_door' as const } };
    valueOf(await ask(world.questions(check, ['gp-c'], { record })));
    expect(await world.acts.listOverrides.carryOut(POLICE, { after: null, limit: 10, open: true })).toMatchObject({ items: [{ reference, reason: 'officer_at_door' }] });
  });

  it('says what the check has become where it was decided between reading and writing', async () => {
    world.tables.beforeNextWrite(() => world.decided(reference));
    expect(await ask(world.questions(check, ['gp-c']))).toEqual({ ok: false, code: 'version-changed', current: { version: 2, state: 'decided' } });
  });

  writeActContract(async () => {
    const fresh = await ExchangeWorld.begin();
    const opened = await fresh.opened(['school-b']);
    const requests = fresh.questions(opened.body.id, ['gp-c']);
    return { world: fresh, actor: POLICE, run: (actor, attempt, target) => fresh.acts.askFurther.carryOut(actor, attempt, target === 'real' ? opened.reference : 'LC-00000-00000', { version: 1, requests }) };
  }, { hasParties: true });
});
