import { beforeEach, describe, expect, it } from 'vitest';
import { CHECK_STATES, REQUEST_STATES } from '@lateral/domain';
import { ExchangeWorld, listedFields, memberOf, sampleStack, wordsWithout, writeActContract, type Draft } from '@lateral/testing/fakes';

const POLICE = memberOf('police-a');

describe('telling an outcome', () => {
  let world: ExchangeWorld;
  let request: string;
  beforeEach(async () => {
    world = await ExchangeWorld.begin();
    const opened = await world.opened();
    request = opened.requests[0]!;
    await world.answered(request);
    await world.decided(opened.reference);
  });
  const sealed = async (more: Partial<Draft> = {}) => {
    const { asked, check, currentDigest } = await world.facts(request);
    return world.messages.message({ type: 'outcome', from: POLICE, to: asked, check, request, inReplyTo: currentDigest, ...more });
  };
  const tell = async (more: Partial<Draft> = {}, actor = POLICE) => world.acts.tellOutcome.carryOut(actor, world.attempt(), request, { envelope: await sealed(more) });

  it('seals it to the one agency, records it for both, owes it a word, and leaves the request where it was', async () => {
    const [before, facts] = [world.tables.audit.length, await world.facts(request)];
    expect(await tell()).toEqual({ ok: true, value: { id: request, check: facts.check, reference: facts.reference, state: 'answered', version: facts.version + 1 } });
    const written = world.recordsSince(before);
    expect(written).toMatchObject([{ event: 'outcome.told.v1', parties: ['police-a', 'school-b'], fields: { request, asked: 'school-b' } }]);
    expect(Object.keys(written[0]!.fields).sort()).toEqual(listedFields('outcome.told.v1'));
    expect([...world.tables.outbox.values()].at(-1)!.row).toMatchObject({ event: 'outcome.told.v1', agency: 'school-b', request });
    expect(await world.facts(request)).toMatchObject({ currentResponse: facts.currentResponse, checkState: 'decided' });
  });

  it.each(REQUEST_STATES)('to an agency whose request is %s: all are told', async (state) => {
    world.tables.requests.get(request)!.state = state;
    expect(await tell()).toMatchObject({ ok: true, value: { state } });
  });

  it.each(CHECK_STATES)('of a check that is %s', async (state) => {
    [...world.tables.checks.values()][0]!.state = state;
    expect(await tell()).toMatchObject(state === 'open' ? { ok: false, code: 'wrong-state', current: { state: 'answered' } } : { ok: true });
  });

  it('is refused to the asked agency, to another reader, and in reply to another version', async () => {
    expect(await tell({}, memberOf('school-b'))).toEqual({ ok: false, code: 'not-found' });
    expect(await tell({ to: 'gp-c' })).toMatchObject({ ok: false, code: 'readers-mismatch' });
    expect(await tell({ inReplyTo: 'x' })).toMatchObject({ ok: false, code: 'header-mismatch' });
  });

  it('is judged: what is blocked is not told, and nothing needs a reason', async () => {
    const counts = world.tables.counts();
    const blocked = { record: { stack: sampleStack({ art9: [] }), words: wordsWithout('necessity') } };
    expect(await tell(blocked)).toMatchObject({ ok: false, code: 'share-blocked', judgements: [{ at: '/envelope/justification', judgement: { rules: ['T5'], fieldErrors: ['necessity_why'], cover: null } }] });
    expect(world.tables.counts()).toEqual({ ...counts, audit: counts['audit']! + 1 });
    expect(world.recordsSince(counts['audit']!)).toMatchObject([{ event: 'share.blocked.v1', fields: { direction: 'telling' } }]);
    world.tables.agreements.length = 0;
    expect(await tell({ record: { stack: sampleStack({ gateway: ['CARE-45'] }) } })).toMatchObject({ ok: true });
  });

  it('rests on a basis and is no emergency: named by its fields, and nothing is kept', async () => {
    const counts = world.tables.counts();
    const refused = (field: string, reason: string): unknown => ({ ok: false, code: 'invalid-request', fields: [{ field: `/envelope/justification${field}`, reason }] });
    expect(await tell({ record: { stack: sampleStack({ art6: [] }) } })).toEqual(refused('/stack/art6', 'no-basis'));
    expect(await tell({ record: { stack: sampleStack({ art9: [] }), override: { reason: 'life_at_risk' } } })).toEqual(refused('/override', 'nothing-to-override'));
    expect(world.tables.counts()).toEqual(counts);
  });

  it('names no attachment that is not here', async () => {
    expect(await tell({ attachment: { id: world.messages.id(), digest: 'x', length: 1 } })).toMatchObject({ ok: false, code: 'attachment-missing' });
  });

  writeActContract(async () => {
    const fresh = await ExchangeWorld.begin();
    const opened = await fresh.opened();
    await fresh.decided(opened.reference);
    const id = opened.requests[0]!;
    const { check, currentDigest } = await fresh.facts(id);
    const envelope = fresh.messages.message({ type: 'outcome', from: POLICE, to: 'school-b', check, request: id, inReplyTo: currentDigest });
    return { world: fresh, actor: POLICE, run: (actor, attempt, target) => fresh.acts.tellOutcome.carryOut(actor, attempt, target === 'real' ? id : fresh.messages.id(), { envelope }) };
  }, { hasParties: true });
});
