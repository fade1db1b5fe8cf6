import { beforeEach, describe, expect, it } from 'vitest';
import type { SealedEnvelope } from '@lateral/contracts';
import { REQUEST_STATES } from '@lateral/domain';
import { ExchangeWorld, listedFields, memberOf, valueOf, wordsWithout, writeActContract, type Draft } from '@lateral/testing/fakes';

const POLICE = memberOf('police-a');

async function corrected(world: ExchangeWorld, request: string, record: Draft['record'] = {}): Promise<SealedEnvelope> {
  const { asked, check, currentEnvelope, urgency } = await world.facts(request);
  return world.messages.message({ type: 'request', from: POLICE, to: asked, check, request, corrects: currentEnvelope, urgency, record });
}

describe('correcting a request', () => {
  let world: ExchangeWorld;
  let request: string;
  let reference: string;
  beforeEach(async () => {
    world = await ExchangeWorld.begin();
    const opened = await world.opened();
    ({ reference } = opened);
    request = opened.requests[0]!;
  });
  const correct = async (envelope: SealedEnvelope, version?: number, actor = POLICE) =>
    world.acts.correctRequest.carryOut(actor, world.attempt(), request, { version: version ?? (await world.facts(request)).version, envelope });

  it('puts the new version in force, to be collected anew, recorded and told', async () => {
    await world.collected(request);
    const [facts, before] = [await world.facts(request), world.tables.audit.length];
    const envelope = await corrected(world, request);
    const message = envelope.header.context.message;
    expect(await correct(envelope)).toEqual({ ok: true, value: { id: request, check: facts.check, reference, state: 'open', version: 3, judgement: expect.objectContaining({ verdict: 'accept' }) } });
    expect(await world.facts(request)).toMatchObject({ state: 'open', version: 3, currentEnvelope: message, currentDigest: envelope.header.content.digest, checkState: 'open', checkVersion: 1 });
    const records = world.recordsSince(before);
    expect(records).toMatchObject([{ event: 'request.corrected.v1', parties: ['police-a', 'school-b'], fields: { request, message, corrects: facts.currentEnvelope, asked: 'school-b' } }]);
    expect(Object.keys(records[0]!.fields).sort()).toEqual(listedFields('request.corrected.v1'));
    expect([...world.tables.outbox.values()].at(-1)!.row).toMatchObject({ event: 'request.corrected.v1', agency: 'school-b', request });
    expect(await world.checks.request(request, memberOf('school-b'))).toMatchObject({ notice: 'pending', acknowledgedAt: null });
  });

  it.each(REQUEST_STATES)('of a request in state %s', async (state) => {
    world.tables.requests.get(request)!.state = state;
    const outcome = await correct(await corrected(world, request));
    if (state === 'open' || state === 'acknowledged') return expect(outcome).toMatchObject({ ok: true, value: { state: 'open' } });
    expect(outcome).toEqual({ ok: false, code: 'wrong-state', current: { version: 1, state } });
  });

  it('is refused for a withdrawn check, another version, and by anybody but the asking agency', async () => {
    const envelope = await corrected(world, request);
    expect(await correct(envelope, 2)).toEqual({ ok: false, code: 'version-changed', current: { version: 1, state: 'open' } });
    expect(await correct(envelope, 1, memberOf('school-b'))).toEqual({ ok: false, code: 'not-found' });
    [...world.tables.checks.values()][0]!.state = 'withdrawn';
    expect(await correct(envelope)).toMatchObject({ ok: false, code: 'wrong-state' });
  });

  it('names the version it replaces, and is addressed to the agency that was asked', async () => {
    const { check, currentEnvelope } = await world.facts(request);
    const draft = { type: 'request', from: POLICE, to: 'school-b', check, request } as const;
    expect(await correct(world.messages.message(draft))).toEqual({ ok: false, code: 'header-mismatch', fields: [{ field: '/envelope/header/context/corrects', reason: 'another-version' }] });
    expect(await correct(world.messages.message({ ...draft, to: 'gp-c', corrects: currentEnvelope }))).toMatchObject({ ok: false, code: 'readers-mismatch' });
    expect(await correct(world.messages.message({ ...draft, corrects: currentEnvelope, attachment: { id: world.messages.id(), digest: 'x', length: 1 } }))).toMatchObject({ ok: false, code: 'attachment-missing' });
  });

  it('is judged as a new question is: a block leaves the one in force and the attempt, and an override is listed', async () => {
    const missing = { words: wordsWithout('question') };
    const [before, counts] = [await world.facts(request), world.tables.counts()];
    expect(await correct(await corrected(world, request, missing))).toMatchObject({ ok: false, code: 'share-blocked', judgements: [{ at: '/envelope/justification', judgement: { fieldErrors: ['question_asked'] } }] });
    expect(world.tables.counts()).toEqual({ ...counts, audit: counts['audit']! + 1 });
    expect(await world.facts(request)).toEqual(before);
    const { judgement } = valueOf(await correct(await corrected(world, request, { ...missing, override: { reason: 'person_missing_now' } })));
    expect(judgement).toMatchObject({ overridden: ['question_asked'] });
    expect(world.recordsSince(0).slice(-2).map(({ event }) => event)).toEqual(['request.corrected.v1', 'override.used.v1']);
    expect(world.tables.overrides.size).toBe(1);
  });

  it('leaves the due time where it was', async () => {
    const { dueAt } = await world.facts(request);
    world.clock.pass(3_600_000);
    valueOf(await correct(await corrected(world, request)));
    expect((await world.facts(request)).dueAt).toEqual(dueAt);
  });

  it('says what the request has become where it was answered between reading and writing', async () => {
    await world.collected(request);
    const envelope = await corrected(world, request);
    world.tables.beforeNextWrite(async () => void (await world.answered(request)));
    expect(await correct(envelope)).toEqual({ ok: false, code: 'version-changed', current: { version: 3, state: 'answered' } });
  });

  writeActContract(async () => {
    const fresh = await ExchangeWorld.begin();
    const id = (await fresh.opened()).requests[0]!;
    const envelope = await corrected(fresh, id);
    return { world: fresh, actor: POLICE, run: (actor, attempt, target) => fresh.acts.correctRequest.carryOut(actor, attempt, target === 'real' ? id : fresh.messages.id(), { version: 1, envelope }) };
  }, { hasParties: true });
});
