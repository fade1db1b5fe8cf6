import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenCheckWrite, Reader, RecuseWrite } from '@lateral/exchange';
import { memberOf } from './sample-parties.js';
import { LONG_AGO, PAGE, StoresInStep, type Stores } from './stores-in-step.js';

/** The same asked of both for one reader after another. */
describe('whoever reads is shown by the stores in memory what Postgres shows them', () => {
  let step: StoresInStep;
  beforeAll(async () => { step = await StoresInStep.begin(13); });
  afterAll(() => step.end());

  /** Everything that the two can be asked about one check for one reader; what there was of it. */
  const readBy = async (reader: Reader, { check, requests }: OpenCheckWrite): Promise<unknown[]> => {
    const found: unknown[] = [await step.both(({ checks }) => checks.checkFacts(check.reference, reader)), await step.both(({ checks }) => checks.check(check.reference, reader))];
    for (const { id, envelope } of requests) {
      found.push(await step.both(({ checks }) => checks.requestFacts(id, reader)), await step.both(({ checks }) => checks.request(id, reader)), await step.both(({ checks }) => checks.envelopeFacts(envelope.id, reader)));
      found.push(await step.both(({ overrides }) => overrides.find(envelope.id, reader)));
    }
    for (const state of [null, 'open' as const]) found.push(...(await step.both(async ({ checks }) => (await checks.inbox(reader, { ...PAGE, state })).items)).filter((each) => each.check === check.id));
    found.push(...(await step.both(async ({ checks }) => (await checks.checks(reader, PAGE)).items)).filter(({ id }) => id === check.id));
    for (const open of [true, false]) found.push(...(await step.both(async ({ overrides }) => (await overrides.list(reader, { ...PAGE, open })).items)).filter((each) => each.check === check.id));
    return found.filter((each) => each !== null);
  };

  it('on what an agency reads for another: while its answer is awaited, and for nobody who has left the check', async () => {
    const writes = [0, 1, 2].map(() => step.samples.delegating(step.samples.openCheck('police-a', ['school-b', 'gp-c']), 'lhb-d'));
    for (const write of writes) {
      expect(await step.put('open', write)).toMatchObject({ outcome: 'done' });
      await step.agreeOn(write);
    }
    const read = async (reader: Reader, page = PAGE): Promise<string[]> => (await step.both(async ({ checks }) => (await checks.delegated(reader, page, LONG_AGO)).items)).map(({ reference }) => reference);
    const duty = memberOf('lhb-d');
    const [first, second, third] = writes.map(({ check: { reference } }) => reference);
    expect([await read(duty), await read(memberOf('school-b')), await read(memberOf('police-a'))]).toEqual([[third, second, first], [], []]);
    expect(await step.postgres.checks.delegated(duty, { after: null, limit: 1 }, LONG_AGO)).toMatchObject({ items: [{ reference: third, asking: 'police-a', asked: 'school-b', state: 'open', message: writes[2]!.requests[0]!.envelope.id }], next: expect.any(String) });
    const since = writes[1]!.requests[0]!.envelope.createdAt;
    expect((await step.both(({ checks }) => checks.delegated(duty, PAGE, since))).items.map(({ reference }) => reference)).toEqual([third, second]);
    const { next } = await step.postgres.checks.delegated(duty, { after: null, limit: 2 }, LONG_AGO);
    expect((await step.postgres.checks.delegated(duty, { after: next, limit: 2 }, LONG_AGO)).items.map(({ reference }) => reference)).toEqual([first]);

    await step.put('changeRequest', step.change(writes[0]!, {}));
    const acknowledged = step.samples.acknowledge(writes[1]!);
    await step.put('handOver', acknowledged);
    expect(await read(duty)).toEqual([third, second]);
    await step.put('changeRequest', { ...step.samples.answer(writes[1]!), outbox: [] });
    expect(await read(duty)).toEqual([third]);
    const leave: RecuseWrite = { ...step.samples.act('lhb-d', [step.samples.record('member.recused.v1', { check: writes[2]!.check.id, parties: ['lhb-d'] })]), actor: duty, check: writes[2]!.check.id };
    expect(await step.both(({ recusals }) => recusals.recuse(leave))).toEqual({ outcome: 'done', reply: null });
    expect(await read(duty)).toEqual([]);
  });

  it('on who has left a check: to them there is none of it, to everybody else all of it', async () => {
    const write = step.samples.overriding(step.samples.openCheck('police-a', ['school-b', 'gp-c']));
    expect(await step.put('open', write)).toMatchObject({ outcome: 'done' });
    const collect = { ...step.samples.acknowledge(write), change: null };
    for (const leaver of [memberOf('police-a', 'm1'), memberOf('school-b', 'm1')]) {
      const before = await readBy(leaver, write);
      expect(before.length).toBeGreaterThan(3);
      const act = step.samples.act(leaver.agency, [step.samples.record('member.recused.v1', { check: write.check.id, parties: [leaver.agency] })]);
      const leave: RecuseWrite = { ...act, actor: leaver, check: write.check.id };
      expect(await step.both(({ recusals }) => recusals.recuse(leave))).toEqual({ outcome: 'done', reply: null });
      expect(await step.both(({ recusals }) => recusals.recuse(leave))).toMatchObject({ outcome: 'replayed', reply: null });
      expect(await step.both(({ recusals }) => recusals.recuse({ ...leave, attempt: step.samples.act(leaver.agency, []).attempt, records: [] }))).toEqual({ outcome: 'changed' });
      expect(await readBy(leaver, write)).toEqual([]);
      // A check that they had nobody has now.
      expect(await readBy({ ...leaver, member: 'm2' }, write)).toEqual(before.map((each) => (typeof each === 'object' && each !== null && 'heldBy' in each ? { ...each, heldBy: null } : each)));
      // Not even where they had looked before they left.
      const given = { ...collect, ...step.samples.act(leaver.agency, collect.records), actor: leaver };
      expect(await step.put('handOver', given)).toEqual({ outcome: 'changed' });
    }
    await step.agreeOn(write);
  });

  it('on a session that reaches what is red: nothing else is there', async () => {
    const [red, amber] = [step.samples.openCheck('police-a', ['school-b']), step.samples.openCheck('police-a', ['school-b'])];
    amber.check.urgency = 'amber';
    amber.requests[0]!.urgency = 'amber';
    expect(red.requests[0]!.urgency).toBe('red');
    for (const write of [red, amber]) expect(await step.put('open', write)).toMatchObject({ outcome: 'done' });
    for (const agency of ['police-a', 'school-b']) {
      const reader: Reader = { ...memberOf(agency), reach: 'red' };
      expect(await readBy(reader, red)).toEqual(await readBy(memberOf(agency), red));
      expect(await readBy(reader, amber)).toEqual([]);
    }
  });

  it('on pages, but for the cursor, which is each one\'s own', async () => {
    for (let n = 0; n < 3; n += 1) await step.opened(['lhb-d']);
    const pages = async ({ checks }: Stores): Promise<string[][]> => {
      const ids: string[][] = [];
      for (let after: string | null = null, first = true; first || after !== null; first = false) {
        const page = await checks.inbox(memberOf('lhb-d'), { after, limit: 2, state: 'open' });
        ids.push(page.items.map(({ id }) => id));
        after = page.next;
      }
      return ids;
    };
    expect((await step.both(pages)).map(({ length }) => length)).toEqual([2, 1]);
    await step.both(async ({ checks }) => (await checks.checks(memberOf('police-a'), { after: null, limit: 50 })).items);
    await step.both(({ checks }) => checks.inbox(memberOf('lhb-d'), { after: 'no cursor', limit: 2, state: null }));
  });
});
