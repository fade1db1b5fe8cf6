import { beforeEach, describe, expect, it } from 'vitest';
import { ExchangeWorld, memberOf, sampleStack, valueOf, wordsWithout } from '@lateral/testing/fakes';
import type { Actor } from '../ports/index.js';

const POLICE = memberOf('police-a');
const SCHOOL = memberOf('school-b');
const COLLEAGUE = memberOf('school-b', 'm2');

/* What was taken back stays sealed; but who answered it in an emergency is not the judge of that, and whoever is must have read the question. */
describe('handing over what was withdrawn, to whoever answered it in an emergency', () => {
  let world: ExchangeWorld;
  let request: string;
  let reference: string;
  let envelope: string;
  beforeEach(async () => {
    world = await ExchangeWorld.begin();
    const opened = await world.opened(['school-b', 'gp-c'], 'red');
    ({ reference } = opened);
    request = opened.requests[0]!;
    envelope = (await world.facts(request)).currentEnvelope;
  });
  const handOver = (actor: Actor, which = envelope) => world.acts.handOver.carryOut(actor, world.attempt(), which);

  let used: string;
  /** Answers in an emergency; holding, it leaves the request open. */
  const answers = async (response: 'FULL' | 'HOLDING'): Promise<void> => {
    const { version } = await world.collected(request);
    const sealed = await world.answer(request, response, null, { stack: sampleStack({ art9: [] }), override: { reason: 'clinician_waiting' } });
    valueOf(await world.acts.submitResponse.carryOut(SCHOOL, world.attempt(), request, { version, envelope: sealed }));
    used = sealed.header.context.message;
  };
  const takeBack = {
    question: async () => void valueOf(await world.acts.withdrawRequest.carryOut(POLICE, world.attempt(), request, { version: (await world.facts(request)).version, reason: 'wrong_person' })),
    check: async () => void valueOf(await world.acts.withdrawCheck.carryOut(POLICE, world.attempt(), reference, { version: 1, reason: 'wrong_person' })),
  };
  const review = async () => {
    const { check } = await world.facts(request);
    const record = world.messages.message({ type: 'record', direction: 'sharing', from: COLLEAGUE, to: null, check, request });
    valueOf(await world.acts.reviewOverride.carryOut(COLLEAGUE, world.attempt(), used, { finding: 'not_justified', envelope: record }));
  };

  it.each([['FULL', 'check'], ['HOLDING', 'check'], ['HOLDING', 'question']] as const)('goes out beside an answer %s until that is reviewed, recorded and moving nothing: the %s', async (response, what) => {
    await answers(response);
    await takeBack[what]();
    const [facts, before] = [await world.facts(request), world.tables.audit.length];
    for (const message of [envelope, used]) expect(await handOver(COLLEAGUE, message)).toMatchObject({ ok: true });
    expect(world.recordsSince(before)).toMatchObject([envelope, used].map((message) => ({ event: 'envelope.handed-over.v1', fields: { message, agency: 'school-b', member: 'm2' } })));
    expect(await world.facts(request)).toEqual(facts);
    await review();
    expect(await handOver(COLLEAGUE)).toMatchObject({ ok: false, code: 'wrong-state' });
    expect(await handOver(COLLEAGUE, used)).toMatchObject({ ok: true });
  });

  it('stays sealed where nobody there has read it: a question that was put right after the answer', async () => {
    await answers('HOLDING');
    const { check, version } = await world.facts(request);
    const corrected = world.messages.message({ type: 'request', from: POLICE, to: 'school-b', check, request, corrects: envelope });
    valueOf(await world.acts.correctRequest.carryOut(POLICE, world.attempt(), request, { version, envelope: corrected }));
    await takeBack.question();
    expect(await handOver(COLLEAGUE, corrected.header.context.message)).toMatchObject({ ok: false, code: 'wrong-state' });
    expect(await handOver(COLLEAGUE)).toMatchObject({ ok: true });
  });

  it('stays sealed for everybody else: who asked for the answer, and another agency\'s own question', async () => {
    await answers('FULL');
    const other = (await world.checks.checkFacts(reference))!.requests.find(({ asked }) => asked === 'gp-c')!;
    await takeBack.check();
    expect(await handOver(POLICE, used)).toMatchObject({ ok: false, code: 'wrong-state' });
    expect(await handOver(memberOf('gp-c'), other.currentEnvelope)).toMatchObject({ ok: false, code: 'wrong-state' });
  });

  it('stays sealed where it is who asked that used one', async () => {
    const body = world.opening(['school-b'], 'red', { words: wordsWithout('necessity'), override: { reason: 'serious_harm_imminent' } });
    ({ reference } = valueOf(await world.acts.openCheck.carryOut(POLICE, world.attempt(), body)));
    await takeBack.check();
    expect(await handOver(SCHOOL, body.requests[0]!.envelope.header.context.message)).toMatchObject({ ok: false, code: 'wrong-state' });
  });
});
