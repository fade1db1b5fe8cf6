import { beforeEach, describe, expect, it } from 'vitest';
import { ExchangeWorld, listedFields, memberOf, reader, resign, STRANGER, valueOf, writeActContract } from '@lateral/testing/fakes';
import type { Actor } from '../ports/index.js';

const POLICE = memberOf('police-a');
const SCHOOL = memberOf('school-b');
const NOT_FOUND = { ok: false, code: 'not-found' };
const PAGE = { after: null, limit: 50 };

describe('knowing someone in a check', () => {
  let world: ExchangeWorld;
  let request: string;
  let reference: string;
  let answer: string;

  beforeEach(async () => {
    world = await ExchangeWorld.begin();
    const opened = await world.opened(['school-b', 'gp-c']);
    ({ reference } = opened);
    request = opened.requests[0]!;
    answer = (await world.answered(request)).currentResponse!;
    await world.decided(reference);
  });

  /** What each act that names a thing of the check comes to for somebody. */
  const tried = async (actor: Actor): Promise<Record<string, unknown>> => {
    const { acts } = world;
    const { check, currentEnvelope, currentDigest, version } = await world.facts(request);
    const checkVersion = (await world.checks.checkFacts(reference, null))!.version;
    const sealed = (type: 'request' | 'response' | 'outcome' | 'decision') => world.messages.message({ type, from: actor, to: type === 'decision' ? null : 'school-b', check, request: type === 'decision' ? null : request, inReplyTo: currentDigest });
    const attempt = () => world.attempt();
    return {
      handOverQuestion: await acts.handOver.carryOut(actor, attempt(), currentEnvelope), handOverAnswer: await acts.handOver.carryOut(actor, attempt(), answer),
      opening: await acts.recordOpening.carryOut(actor, attempt(), currentEnvelope, { shown: true }),
      receipts: await acts.readReceipts.carryOut(actor, reference), evidence: await acts.gatherEvidence.carryOut(actor, reference, { content: true }),
      respond: await acts.submitResponse.carryOut(actor, attempt(), request, { version, envelope: sealed('response') }),
      correct: await acts.correctRequest.carryOut(actor, attempt(), request, { version, envelope: sealed('request') }),
      outcome: await acts.tellOutcome.carryOut(actor, attempt(), request, { envelope: sealed('outcome') }),
      decide: await acts.recordDecision.carryOut(actor, attempt(), reference, { version: checkVersion, envelope: sealed('decision') }),
      rate: await acts.rateCheck.carryOut(actor, attempt(), reference, { version: checkVersion, urgency: 'green', reason: 'new_information' }),
      further: await acts.askFurther.carryOut(actor, attempt(), reference, { version: checkVersion, requests: world.questions(check, ['lhb-d']) }),
      due: await acts.moveDueTime.carryOut(actor, attempt(), request, { version, dueAt: world.clock.at.toISOString(), reason: 'set_in_error' }),
      withdrawRequest: await acts.withdrawRequest.carryOut(actor, attempt(), request, { version, reason: 'no_longer_needed' }),
      withdraw: await acts.withdrawCheck.carryOut(actor, attempt(), reference, { version: checkVersion, reason: 'no_longer_needed' }),
      close: await acts.closeCheck.carryOut(actor, attempt(), reference, { version: checkVersion }),
      again: await acts.recuse.fromCheck(actor, attempt(), reference), againByRequest: await acts.recuse.fromRequest(actor, attempt(), request),
    };
  };

  it.each([['by the check', 'who asks', POLICE], ['by the check', 'who is asked', SCHOOL], ['by a request', 'who asks', POLICE], ['by a request', 'who is asked', SCHOOL]] as const)('said %s puts one %s outside it, for everything that can be done there', async (way, _side, actor) => {
    const stranger = await tried(STRANGER);
    expect(new Set(Object.values(stranger).map((outcome) => JSON.stringify(outcome)))).toEqual(new Set([JSON.stringify(NOT_FOUND)]));
    valueOf(way === 'by the check' ? await world.acts.recuse.fromCheck(actor, world.attempt(), reference) : await world.acts.recuse.fromRequest(actor, world.attempt(), request));
    const before = world.tables.counts();
    expect(await tried(actor)).toEqual(stranger);
    expect(world.tables.counts()).toEqual(before);
    expect([await world.checks.check(reference, actor), await world.checks.request(request, actor)]).toEqual([null, null]);
    expect([(await world.checks.checks(actor, PAGE)).items, (await world.checks.inbox(actor, { ...PAGE, state: null })).items]).toEqual([[], []]);
  });

  it('leaves colleagues and everybody else as they were', async () => {
    const colleague = memberOf('school-b', 'm2');
    const views = async (): Promise<string> => JSON.stringify([await world.checks.check(reference, colleague), await world.checks.check(reference, POLICE), await world.checks.request(request, memberOf('gp-c'))]);
    const before = await views();
    valueOf(await world.acts.recuse.fromRequest(SCHOOL, world.attempt(), request));
    expect(await views()).toBe(before);
    expect(await world.acts.handOver.carryOut(colleague, world.attempt(), answer)).toMatchObject({ ok: true });
    // Somebody of the same name in another agency is somebody else.
    expect(await world.checks.check(reference, { agency: 'gp-c', member: SCHOOL.member })).not.toBeNull();
  });

  it('records that, to the own agency alone, and nothing more', async () => {
    const [before, owed] = [world.tables.audit.length, world.tables.outbox.size];
    valueOf(await world.acts.recuse.fromRequest(SCHOOL, world.attempt(), request));
    const { check } = await world.facts(request);
    const records = world.recordsSince(before);
    expect(records).toMatchObject([{ event: 'member.recused.v1', parties: ['school-b'], fields: { check, agency: 'school-b', member: 'm1' } }]);
    expect(Object.keys(records[0]!.fields).sort()).toEqual(listedFields('member.recused.v1'));
    expect(world.tables.outbox.size).toBe(owed);
  });

  it('is said by whoever reads for the agency that is asked, too, and by nobody for whom it was not sealed', async () => {
    world.directory.standIns.set('school-b', ['lhb-d']);
    const body = world.opening(['school-b']);
    const [asked] = body.requests;
    const { envelope } = asked!;
    const named = resign({ ...envelope, header: { ...envelope.header, context: { ...envelope.header.context, delegates: [reader('lhb-d')] } } }, POLICE);
    valueOf(await world.acts.openCheck.carryOut(POLICE, world.attempt(), { ...body, requests: [{ ...asked!, envelope: named }] }));
    const [duty, colleague] = [memberOf('lhb-d'), memberOf('lhb-d', 'm2')];
    const read = async (actor: Actor): Promise<boolean> => (await world.acts.handOver.carryOut(actor, world.attempt(), named.header.context.message)).ok;
    expect([await read(duty), await world.acts.recuse.fromRequest(memberOf('gp-c'), world.attempt(), asked!.id), await world.acts.recuse.fromRequest(duty, world.attempt(), request)]).toEqual([true, NOT_FOUND, NOT_FOUND]);
    valueOf(await world.acts.recuse.fromRequest(duty, world.attempt(), asked!.id));
    expect([await read(duty), await read(colleague)]).toEqual([false, true]);
    expect([(await world.checks.delegated(duty, PAGE, new Date(0))).items, (await world.checks.delegated(colleague, PAGE, new Date(0))).items.length]).toEqual([[], 1]);
    expect(await world.acts.recuse.fromRequest(duty, world.attempt(), asked!.id)).toEqual(NOT_FOUND);
  });

  it('holds for what was looked up before: nothing is given out that is asked for in the same moment', async () => {
    world.tables.beforeNextWrite(async () => void valueOf(await world.acts.recuse.fromCheck(POLICE, world.attempt(), reference)));
    expect(await world.acts.handOver.carryOut(POLICE, world.attempt(), answer)).toEqual(NOT_FOUND);
  });

  it('holds for what was collected before: the same key gives nothing out again', async () => {
    const attempt = world.attempt();
    valueOf(await world.acts.handOver.carryOut(POLICE, attempt, answer));
    valueOf(await world.acts.recuse.fromCheck(POLICE, world.attempt(), reference));
    expect(await world.acts.handOver.carryOut(POLICE, attempt, answer)).toEqual(NOT_FOUND);
  });

  writeActContract(async () => {
    const fresh = await ExchangeWorld.begin();
    const opened = await fresh.opened();
    return { world: fresh, actor: SCHOOL, run: (actor, attempt, target) => fresh.acts.recuse.fromRequest(actor, attempt, target === 'real' ? opened.requests[0]! : fresh.messages.id()) };
  }, { hasParties: true });
});
