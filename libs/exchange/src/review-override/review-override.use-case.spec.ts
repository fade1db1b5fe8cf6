import { beforeEach, describe, expect, it } from 'vitest';
import { REVIEW_FINDINGS, type ReviewFinding } from '@lateral/domain/justification';
import { ExchangeWorld, listedFields, memberOf, sampleStack, valueOf, wordsWithout, writeActContract, type Draft } from '@lateral/testing/fakes';

const POLICE = memberOf('police-a');
const COLLEAGUE = memberOf('police-a', 'm2');
const SCHOOL = memberOf('school-b');
const INCOMPLETE = { words: wordsWithout('necessity') };
const PAGE = { after: null, limit: 10 };

/** A question that left under an override, and the message that it left in. */
async function overridden(world: ExchangeWorld): Promise<{ check: string; reference: string; request: string; message: string }> {
  const body = world.opening(['school-b'], 'red', { ...INCOMPLETE, override: { reason: 'serious_harm_imminent' } });
  const { reference, requests } = valueOf(await world.acts.openCheck.carryOut(POLICE, world.attempt(), body));
  return { check: body.id, reference, request: requests[0]!.id, message: body.requests[0]!.envelope.header.context.message };
}

describe('reviewing an override', () => {
  let world: ExchangeWorld;
  let left: Awaited<ReturnType<typeof overridden>>;
  beforeEach(async () => {
    world = await ExchangeWorld.begin();
    left = await overridden(world);
  });
  const sealed = (more: Partial<Draft> = {}) => world.messages.message({ type: 'record', direction: 'asking', from: COLLEAGUE, to: null, check: left.check, request: left.request, ...more });
  const review = (finding: ReviewFinding = 'right_and_completed', envelope = sealed(), actor = COLLEAGUE) => world.acts.reviewOverride.carryOut(actor, world.attempt(), left.message, { finding, envelope });

  it('by a second person completes it, keeps their record and tells nobody else', async () => {
    const [before, owed] = [world.tables.audit.length, world.tables.outbox.size];
    const envelope = sealed();
    const message = envelope.header.context.message;
    expect(await review('right_and_completed', envelope)).toEqual({ ok: true, value: { message } });
    const written = world.recordsSince(before);
    expect(written).toMatchObject([{ event: 'override.reviewed.v1', parties: ['police-a'], fields: { check: left.check, request: left.request, message, reviewed: left.message, member: 'm2', finding: 'right_and_completed' } }]);
    expect(Object.keys(written[0]!.fields).sort()).toEqual(listedFields('override.reviewed.v1'));
    expect(world.tables.outbox.size).toBe(owed);
    expect(await world.overrides.find(left.message, memberOf('police-a'))).toMatchObject({ usedBy: 'm1', reviewedAt: world.clock.at.toISOString(), finding: 'right_and_completed' });
    expect(JSON.stringify(valueOf(await world.acts.gatherEvidence.carryOut(SCHOOL, left.reference, { content: true })))).not.toContain(message);
    expect(await world.checks.request(left.request, memberOf('school-b'))).toMatchObject({ state: 'open', version: 1 });
  });

  it('leaves the list of those that wait, and stays on the whole one', async () => {
    expect((await world.acts.listOverrides.carryOut(POLICE, { ...PAGE, open: true })).items).toMatchObject([{ message: left.message, reviewDue: '2026-03-10T17:00:00.000Z', findings: ['necessity_why'], reviewedAt: null }]);
    valueOf(await review());
    expect((await world.acts.listOverrides.carryOut(POLICE, { ...PAGE, open: true })).items).toEqual([]);
    expect((await world.acts.listOverrides.carryOut(POLICE, { ...PAGE, open: false })).items).toHaveLength(1);
    expect((await world.acts.listOverrides.carryOut(SCHOOL, { ...PAGE, open: false })).items).toEqual([]);
  });

  it('is not made by whoever used it', async () => {
    const counts = world.tables.counts();
    expect(await review('right_and_completed', sealed({ from: POLICE }), POLICE)).toEqual({ ok: false, code: 'not-allowed' });
    expect(world.tables.counts()).toEqual(counts);
  });

  it('is made once: a second finding is refused, at once too', async () => {
    const [one, other] = await Promise.all([review('right_and_incomplete'), review('not_justified')]);
    expect([one, other]).toMatchObject([{ ok: true }, { ok: false, code: 'wrong-state' }]);
    expect(await review()).toEqual({ ok: false, code: 'wrong-state' });
  });

  it.each(REVIEW_FINDINGS)('that finds %s, with a record that is still wanting', async (finding) => {
    const counts = world.tables.counts();
    const outcome = await review(finding, sealed({ record: INCOMPLETE }));
    if (finding !== 'right_and_completed') return expect(outcome).toMatchObject({ ok: true });
    expect(outcome).toMatchObject({ ok: false, code: 'share-blocked', judgements: [{ at: '/envelope/justification', judgement: { fieldErrors: ['necessity_why'] } }] });
    expect(world.tables.counts()).toEqual(counts);
  });

  it('knows no code but those of the law in use', async () => {
    expect(await review('not_justified', sealed({ record: { stack: sampleStack({ art6: ['A6-Z'] }) } }))).toMatchObject({ code: 'unknown-code', fields: [{ code: 'A6-Z' }] });
  });

  it('belongs to the share that left: the same check and request, the same way, to nobody', async () => {
    expect(await review('not_justified', sealed({ request: null }))).toMatchObject({ code: 'header-mismatch' });
    expect(await review('not_justified', sealed({ direction: 'record_only' }))).toMatchObject({ code: 'justification-mismatch' });
    expect(await review('not_justified', sealed({ to: 'school-b' }))).toMatchObject({ code: 'readers-mismatch' });
  });

  it('of an answer is the answering agency\'s, judged beside the question', async () => {
    await world.collected(left.request);
    const envelope = await world.answer(left.request, 'FULL', null, { stack: sampleStack({ art9: [] }), override: { reason: 'clinician_waiting' } });
    valueOf(await world.acts.submitResponse.carryOut(SCHOOL, world.attempt(), left.request, { version: 2, envelope }));
    const { message } = envelope.header.context;
    const other = memberOf('school-b', 'm2');
    const completed = sealed({ from: other, direction: 'sharing' });
    const run = (actor = other) => world.acts.reviewOverride.carryOut(actor, world.attempt(), message, { finding: 'right_and_completed', envelope: completed });
    expect(await run(COLLEAGUE)).toEqual({ ok: false, code: 'not-found' });
    expect(await run()).toMatchObject({ ok: true });
  });

  it('can be made when the other agency has left the partnership: judged by what was last vouched of it, as whoever checks the evidence does', async () => {
    const message = async (): Promise<string> => {
      const before = world.tables.audit.length;
      const { message: kept } = valueOf(await review());
      expect(world.recordsSince(before)).toMatchObject([{ event: 'override.reviewed.v1', fields: { agreement: 'SA-1@1#1' } }]);
      return kept;
    };
    world.directory.gone.add('school-b');
    const kept = world.tables.envelopes.get(await message())!.row.judgement;
    world = await ExchangeWorld.begin();
    left = await overridden(world);
    expect(world.tables.envelopes.get(await message())!.row.judgement).toEqual(kept);
  });

  it('of an answer can be made when the agency that asked has left', async () => {
    await world.collected(left.request);
    const envelope = await world.answer(left.request, 'FULL', null, { stack: sampleStack({ art9: [] }), override: { reason: 'clinician_waiting' } });
    valueOf(await world.acts.submitResponse.carryOut(SCHOOL, world.attempt(), left.request, { version: 2, envelope }));
    world.directory.gone.add('police-a');
    const other = memberOf('school-b', 'm2');
    expect(await world.acts.reviewOverride.carryOut(other, world.attempt(), envelope.header.context.message, { finding: 'not_justified', envelope: sealed({ from: other, direction: 'sharing' }) })).toMatchObject({ ok: true });
  });

  writeActContract(async () => {
    const fresh = await ExchangeWorld.begin();
    const { check, request, message } = await overridden(fresh);
    const envelope = fresh.messages.message({ type: 'record', direction: 'asking', from: COLLEAGUE, to: null, check, request });
    return { world: fresh, actor: COLLEAGUE, run: (actor, attempt, target) => fresh.acts.reviewOverride.carryOut(actor, attempt, target === 'real' ? message : fresh.messages.id(), { finding: 'right_and_completed', envelope }) };
  }, { hasParties: true });
});
