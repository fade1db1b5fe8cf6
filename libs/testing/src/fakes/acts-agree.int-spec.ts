import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckState, RequestState } from '@lateral/domain';
import type { CheckStore, HandOverWrite, RequestSeen, RequestWrite } from '@lateral/exchange';
import { StoresInStep } from './stores-in-step.js';

/** The same writes put to both; whatever is asked of either afterwards must come out the same. */
describe('acts on checks in memory come to what they come to in Postgres', () => {
  let step: StoresInStep;
  beforeAll(async () => { step = await StoresInStep.begin(3); });
  afterAll(() => step.end());

  it('on opening, on its replay, on a key that is taken and on ids that are taken', async () => {
    const write = await step.opened();
    await step.put('open', write);
    await step.both(({ checks }) => checks.earlier(write.actor, write.attempt.key));
    const other = step.samples.openCheck('police-a', ['gp-c']);
    for (const clash of [
      { ...other, attempt: write.attempt }, { ...other, check: { ...other.check, id: write.check.id } }, { ...other, check: { ...other.check, reference: write.check.reference } },
      { ...other, requests: other.requests.map((request) => ({ ...request, id: write.requests[0]!.id })) },
      { ...other, requests: [...other.requests, ...other.requests] },
    ]) await step.put('open', clash);
    await step.agreeOn(write);
    expect(await step.put('open', other)).toMatchObject({ outcome: 'done' });
  });

  it('on a round: hand-over, answer, decision, closing and a late answer', async () => {
    const write = await step.opened();
    const collect = step.samples.acknowledge(write);
    for (let times = 0; times < 2; times += 1) await step.put('handOver', collect);
    await step.put('handOver', step.samples.acknowledge(write));
    const answer = step.samples.answer(write);
    for (let times = 0; times < 2; times += 1) await step.put('changeRequest', answer);
    const decision = step.samples.envelope({ type: 'decision', check: write.check.id, request: null, from: 'police-a', to: null });
    const decided = { ...step.ending(write, { version: 1, state: 'open' }, 'decided'), envelope: decision, records: [step.samples.record('decision.recorded.v1', { check: write.check.id, message: decision.id, parties: ['police-a'] })] };
    expect(await step.put('changeCheck', decided)).toMatchObject({ outcome: 'done' });
    const unanswered = { request: write.requests[1]!.id, from: { version: 1, state: 'open' as RequestState }, to: 'expired' as RequestState };
    expect(await step.put('changeCheck', step.ending(write, { version: 2, state: 'decided' }, 'closed', [unanswered]))).toMatchObject({ outcome: 'done' });
    await step.agreeOn(write);
    const late = step.change(write, { request: unanswered.request, from: { version: 2, state: 'expired' }, to: 'answered', checkChange: { from: 'closed', to: 'open' } });
    expect(await step.put('changeRequest', late)).toMatchObject({ outcome: 'done', reply: { state: 'answered', version: 3 } });
    await step.agreeOn(write);
  });

  it('on what an act is answered with beside its standing, then and on a replay', async () => {
    const write = { ...step.samples.openCheck('police-a', ['school-b']), replyAlso: { requests: [{ id: 'r1', dueRule: 'red-1h' }] } };
    for (let times = 0; times < 2; times += 1) expect(JSON.stringify(await step.put('open', write))).toContain('red-1h');
    await step.both(({ checks }) => checks.earlier(write.actor, write.attempt.key));
    await step.agreeOn(write);
  });

  it('on asking further, another rating and another due time', async () => {
    const write = await step.opened(['school-b']);
    const further = step.samples.askFurther(write, ['gp-c']);
    for (let times = 0; times < 2; times += 1) await step.put('askFurther', further);
    expect(await step.put('askFurther', step.samples.askFurther(write, ['lhb-d']))).toEqual({ outcome: 'changed' });
    const moved = { ...step.samples.askFurther(write, ['lhb-d']), from: { version: 2, state: 'open' as CheckState } };
    expect(await step.put('askFurther', { ...moved, requests: moved.requests.map((request) => ({ ...request, id: write.requests[0]!.id })) })).toEqual({ outcome: 'id-taken' });
    expect(await step.put('changeCheck', { ...step.ending(write, { version: 2, state: 'open' }, 'open'), urgency: 'green' })).toMatchObject({ outcome: 'done', reply: { state: 'open', version: 3 } });
    const due = { at: new Date(step.samples.at().getTime() + 7_200_000), rule: 'moved:set_in_error' };
    expect(await step.put('changeRequest', step.change(write, { to: 'open', due }))).toMatchObject({ outcome: 'done', reply: { state: 'open', version: 2 } });
    await step.agreeOn({ ...write, requests: [...write.requests, ...further.requests] });
  });

  it('on guards that fail: version, state, check, request of another check, and a check that has moved', async () => {
    const write = await step.opened();
    const other = await step.opened();
    for (const wrong of [
      step.change(write, { from: { version: 2, state: 'open' } }), step.change(write, { from: { version: 1, state: 'acknowledged' } }), step.change(write, { check: other.check.id }),
      step.change(write, { request: step.samples.id() }), step.change(write, { checkChange: { from: 'decided', to: 'open' } }), step.change(write, { whileCheck: 'decided' }),
    ]) expect(await step.put('changeRequest', wrong)).toEqual({ outcome: 'changed' });
    for (const wrong of [
      step.ending(write, { version: 2, state: 'open' }, 'decided'), step.ending(write, { version: 1, state: 'decided' }, 'closed'),
      step.ending(write, { version: 1, state: 'open' }, 'withdrawn', [{ request: write.requests[0]!.id, from: { version: 2, state: 'open' }, to: 'withdrawn' }]),
      step.ending(write, { version: 1, state: 'open' }, 'withdrawn', [{ request: other.requests[0]!.id, from: { version: 1, state: 'open' }, to: 'withdrawn' }]),
    ]) expect(await step.put('changeCheck', wrong)).toEqual({ outcome: 'changed' });
    await step.agreeOn(write);
    expect(await step.put('changeRequest', step.change(write, { whileCheck: 'open' }))).toMatchObject({ outcome: 'done', reply: { state: 'withdrawn', version: 2 } });
    await step.agreeOn(write);
  });

  it('on corrections and on messages whose ids are taken', async () => {
    const write = await step.opened(['school-b']);
    const { id, envelope } = write.requests[0]!;
    const corrected = step.samples.envelope({ type: 'request', check: write.check.id, request: id, from: 'police-a', to: 'school-b', corrects: envelope.id });
    const correction = (message: typeof corrected): RequestWrite => ({
      ...step.change(write, { to: 'open' }), envelope: message, records: [step.samples.record('request.corrected.v1', { check: write.check.id, request: id, message: message.id, parties: ['police-a', 'school-b'] })],
    });
    expect(await step.put('changeRequest', correction({ ...corrected, id: envelope.id }))).toEqual({ outcome: 'id-taken' });
    expect(await step.put('changeRequest', correction(corrected))).toMatchObject({ outcome: 'done' });
    await step.agreeOn(write);
  });

  it('on hand-overs that move nothing, on unknown envelopes, and on records without a key', async () => {
    const write = await step.opened(['school-b']);
    const plain = (): HandOverWrite => ({ ...step.samples.acknowledge(write), change: null });
    await step.put('handOver', { ...plain(), envelope: step.samples.id() });
    for (const firstCollection of [false, true, true]) {
      const collect = { ...plain(), firstCollection };
      expect(await step.put('handOver', collect)).toMatchObject({ outcome: 'done' });
      await step.agreeOn(write);
    }
    const act = step.samples.act('school-b', [step.samples.record('evidence.fetched.v1', { check: write.check.id, parties: ['school-b'] })]);
    await step.both(({ checks }) => checks.record({ ...act, attempt: null }));
    const keyed = { ...act, records: [step.samples.record('envelope.opened.v1', { check: write.check.id, parties: ['school-b'] })] };
    for (let times = 0; times < 2; times += 1) await step.both(({ checks }) => checks.record(keyed));
    await step.agreeOn(write);
  });

  it('on hand-overs and records that wait for a request to be as it was seen, and its check', async () => {
    const [write, other] = [await step.opened(['school-b']), await step.opened(['school-b'])];
    await step.put('handOver', step.samples.acknowledge(write));
    const about: RequestSeen = { request: write.requests[0]!.id, check: write.check.id, version: 2, state: 'acknowledged', checkState: 'open' };
    const collect = (seen: RequestSeen): HandOverWrite => ({ ...step.samples.acknowledge(write), change: null, seen });
    const act = (seen: RequestSeen): Parameters<CheckStore['record']>[0] => ({ ...step.samples.act('school-b', [step.samples.record('envelope.handed-over.v1', { check: write.check.id, parties: ['school-b'] })]), seen });
    const record = (recorded: ReturnType<typeof act>) => step.both(({ checks }) => checks.record(recorded));
    const putBoth = async (seen: RequestSeen): Promise<unknown[]> => [await step.put('handOver', collect(seen)), await record(act(seen))];
    const changed = [{ outcome: 'changed' }, { outcome: 'changed' }];
    for (const wrong of [{ version: 1 }, { state: 'open' as const }, { checkState: 'decided' as const }, { check: other.check.id }, { request: step.samples.id() }]) expect(await putBoth({ ...about, ...wrong })).toEqual(changed);
    expect(await putBoth(about)).toMatchObject([{ outcome: 'done' }, { outcome: 'done' }]);
    const [once, recorded] = [collect(about), act(about)];
    for (const outcome of ['done', 'replayed', 'replayed']) {
      expect([await step.put('handOver', once), await record(recorded)]).toMatchObject([{ outcome }, { outcome }]);
      // A request that has ended is not moved by its check being taken back.
      if (outcome === 'done') expect(await step.put('changeRequest', step.samples.answer(write))).toMatchObject({ outcome });
      else await step.put('changeCheck', step.ending(write, { version: 1, state: 'open' }, 'withdrawn'));
    }
    for (const ended of [about, { ...about, version: 3, state: 'answered' as const }]) expect(await putBoth(ended)).toEqual(changed);
    expect(await putBoth({ ...about, version: 3, state: 'answered', checkState: 'withdrawn' })).toMatchObject([{ outcome: 'done' }, { outcome: 'done' }]);
    await expect(step.postgres.checks.record({ ...act(about), attempt: null })).rejects.toThrow('waits for no request');
    await step.agreeOn(write);
  });

  it('and of an answer and a decision that meet in Postgres, one waits for the other and nothing slips in between', async () => {
    for (let round = 0; round < 10; round += 1) {
      const write = step.samples.openCheck('police-a', ['school-b', 'gp-c', 'lhb-d', 'housing-e']);
      await step.postgres.checks.open(write);
      for (let n = 0; n < 4; n += 1) await step.postgres.checks.handOver(step.samples.acknowledge(write, n));
      const answers = write.requests.map((_, n) => step.samples.answer(write, n)).map((answer) => ({ ...answer, change: { ...answer.change, whileCheck: 'open' as const } }));
      const results = await Promise.all([...answers.map((answer) => step.postgres.checks.changeRequest(answer)), step.postgres.checks.changeCheck(step.ending(write, { version: 1, state: 'open' }, 'decided'))]);
      expect(results.at(-1)).toMatchObject({ outcome: 'done' });
      const facts = (await step.postgres.checks.checkFacts(write.check.reference, null))!;
      expect(facts.state).toBe('decided');
      for (const [n, result] of results.slice(0, 4).entries()) {
        const state = facts.requests.find(({ id }) => id === write.requests[n]!.id)!.state;
        expect([result.outcome, state]).toEqual(result.outcome === 'done' ? ['done', 'answered'] : ['changed', 'acknowledged']);
      }
    }
  });
});
