import { beforeEach, describe, expect, it } from 'vitest';
import type { RetentionClass } from '@lateral/domain/agreements';
import { referenceOf } from '@lateral/domain';
import type { RetentionRule } from '@lateral/domain/retention';
import { agreementDocument, AGREEMENT, ExchangeWorld, listedFields, MemoryErasureStore, MemoryObjectKeys, MemoryRetentionStore, memberOf, publishedView, valueOf, wordsWithout } from '@lateral/testing/fakes';
import { ApplyRetention, type RetentionCounts, type RetentionRun } from './apply-retention.use-case.js';

const rule = (code: RetentionClass, contentMonths: number | null, recordMonths: number | null): RetentionRule => ({ code, name: { en: code, cy: code }, contentMonths, recordMonths, source: ['sample'], status: 'check' });
const SCHEDULE = [rule('RET-NFA', 6, 24), rule('RET-EH', 12, 72), rule('RET-SAFE-C', 12, 312), rule('RET-SAFE-A', 12, 84), rule('RET-LEDGER', null, null), rule('RET-HOLD', null, null)];
const POLICE = memberOf('police-a');
/** Longer than a month of any length; so many of them are more than as many months. */
const MONTH_MS = 32 * 24 * 3_600_000;

describe('applying retention', () => {
  let world: ExchangeWorld;
  let keys: MemoryObjectKeys;
  let erasures: MemoryErasureStore;
  beforeEach(async () => {
    world = await ExchangeWorld.begin();
    keys = new MemoryObjectKeys(world.randomness);
    erasures = new MemoryErasureStore(world.tables);
  });

  const applied = (under: { carriesOut?: boolean; holds?: string[]; destroy?: MemoryObjectKeys['destroy'] } = {}): Promise<RetentionRun> => {
    const { carriesOut = true, holds = [], destroy = (objects) => keys.destroy(objects) } = under;
    const store = { keep: () => Promise.reject(new Error('not asked for')), find: (objects: readonly string[]) => keys.find(objects), destroy };
    return new ApplyRetention({ clock: world.clock, randomness: world.randomness, checks: world.checks, erasures, keys: store, retention: new MemoryRetentionStore(world.tables), agreements: world.agreements, schedule: SCHEDULE }).carryOut({ holds, carriesOut });
  };
  /** Counts by class, those that are nought left out. */
  const countsOf = (run: RetentionRun): Record<string, Partial<RetentionCounts>> => {
    if (!run.ok) throw new Error('refused');
    return Object.fromEntries([...run.counts].map(([code, counts]) => [code, Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))]));
  };
  const readable = async (check: string): Promise<number> => (await keys.find(await erasures.objectsOf(check))).size;
  const recorded = (check: string): number => [...world.tables.envelopes.values()].filter(({ row }) => row.check === check && !world.tables.recordsErased.has(row.id)).length;
  /** Since when each message that the asking side is shown says it was erased. */
  const noted = async (reference: string): Promise<(string | null)[]> => {
    const { requests, decision } = (await world.checks.check(reference, POLICE))!;
    return [...requests.flatMap(({ envelopes }) => envelopes), ...(decision === null ? [] : [decision])].map(({ erasedAt }) => erasedAt);
  };
  const after = (months: number): void => world.clock.pass(months * MONTH_MS);
  /** Answered, decided and closed: four messages, all of which could be read. */
  const ended = async (): Promise<{ id: string; reference: string; requests: string[] }> => {
    const { body, reference, requests } = await world.opened(['school-b', 'gp-c']);
    await world.answered(requests[0]!);
    await world.decided(reference);
    await world.closed(reference);
    await keys.keep(await erasures.objectsOf(body.id));
    return { id: body.id, reference, requests };
  };
  /** The agreement's class, in the version that shares from now on are judged by. */
  const agree = (retentionClass: RetentionClass): void => {
    world.tables.agreements.splice(0, world.tables.agreements.length, publishedView(agreementDocument(['police-a', 'school-b', 'gp-c', 'lhb-d', 'housing-e'], { retentionClass })));
  };

  it('erases what was sealed when its months are over, and deletes coded records when theirs are', async () => {
    agree('RET-NFA');
    const { id, reference } = await ended();
    after(5);
    expect(countsOf(await applied())).toEqual({ 'RET-NFA': { ended: 1 } });
    expect([await readable(id), recorded(id), await noted(reference)]).toEqual([4, 4, [null, null, null, null]]);
    after(2);
    expect(countsOf(await applied())).toEqual({ 'RET-NFA': { ended: 1, content: 1 } });
    const since = world.clock.at.toISOString();
    expect([await readable(id), recorded(id), await noted(reference)]).toEqual([0, 4, [since, since, since, since]]);
    after(20);
    expect(countsOf(await applied())).toEqual({ 'RET-NFA': { ended: 1, records: 1 } });
    expect([await readable(id), recorded(id), await noted(reference)]).toEqual([0, 0, [since, since, since, since]]);
    const before = world.tables.counts();
    expect(countsOf(await applied())).toEqual({});
    expect(world.tables.counts()).toEqual(before);
  });

  it('does both at once where both are past, content first, each with a record for every party and nothing else in it', async () => {
    agree('RET-NFA');
    const { id } = await ended();
    after(30);
    const before = world.tables.audit.length;
    expect(countsOf(await applied())).toEqual({ 'RET-NFA': { ended: 1, content: 1, records: 1 } });
    const written = world.recordsSince(before);
    expect(written.map(({ event, parties, fields }) => [event, [...parties].sort(), fields['check']])).toEqual(['check.erased.v1', 'coded-record.erased.v1'].map((event) => [event, ['gp-c', 'police-a', 'school-b'], id]));
    expect(Object.keys(written[1]!.fields).sort()).toEqual(listedFields('coded-record.erased.v1'));
  });

  it('only says what it would do, where it is not to carry out', async () => {
    agree('RET-NFA');
    const { id, reference } = await ended();
    after(30);
    const before = world.tables.counts();
    for (let times = 0; times < 2; times += 1) expect(countsOf(await applied({ carriesOut: false }))).toEqual({ 'RET-NFA': { ended: 1, content: 1, records: 1 } });
    expect([world.tables.counts(), await readable(id), recorded(id), new Set(await noted(reference))]).toEqual([before, 4, 4, new Set([null])]);
  });

  it('keeps what no agreement covers by whom it is about, and a check by the longest of its shares', async () => {
    world.tables.agreements.splice(0);
    const opened = async (...kinds: ('child' | 'adult' | 'household')[]): Promise<void> => {
      const body = world.opening(kinds.map((_, n) => ['school-b', 'gp-c'][n]!), 'red', { acknowledgements: [{ finding: 'agreement-absent', reason: 'agreement_not_needed' }] });
      body.requests = kinds.flatMap((subjectKind, n) => world.questions(body.id, [['school-b', 'gp-c'][n]!], { urgency: 'red', record: { subjectKind, acknowledgements: [{ finding: 'agreement-absent', reason: 'agreement_not_needed' }] } }));
      valueOf(await world.acts.openCheck.carryOut(POLICE, world.attempt(), body));
      valueOf(await world.acts.withdrawCheck.carryOut(POLICE, world.attempt(), referenceOf(body.id), { version: 1, reason: 'no_longer_needed' }));
    };
    for (const kinds of [['child'], ['adult'], ['household'], ['adult', 'child']] as const) await opened(...kinds);
    expect(countsOf(await applied())).toEqual({ 'RET-SAFE-A': { ended: 1 }, 'RET-SAFE-C': { ended: 3 } });
  });

  it('goes by the version that covered the share, whatever has been agreed since', async () => {
    agree('RET-HOLD');
    await ended();
    const later = publishedView(agreementDocument(['police-a', 'school-b', 'gp-c'], { version: 2, retentionClass: 'RET-NFA' }));
    world.tables.agreements.push(later);
    after(400);
    expect(countsOf(await applied())).toEqual({ 'RET-HOLD': { ended: 1 } });
    world.tables.agreements.splice(0, 1);
    await expect(applied()).rejects.toThrow('no longer here');
    expect(AGREEMENT).toBe(later.document.reference);
  });

  it('leaves open and decided checks alone, however old', async () => {
    agree('RET-NFA');
    const { reference } = await world.opened(['school-b']);
    await world.opened(['gp-c']);
    await world.decided(reference);
    after(400);
    const before = world.tables.counts();
    expect(countsOf(await applied())).toEqual({});
    expect(world.tables.counts()).toEqual(before);
  });

  it('leaves alone what is held, by name, and counts it; a name that nobody knows stops it before anything is done', async () => {
    agree('RET-NFA');
    const [one, other] = [await ended(), await ended()];
    after(30);
    expect(await applied({ holds: [one.reference, 'LC-00000-00000', other.reference, 'LC-00000-00001'] })).toEqual({ ok: false, unknownHolds: ['LC-00000-00000', 'LC-00000-00001'] });
    expect([recorded(one.id), recorded(other.id), await readable(other.id)]).toEqual([4, 4, 4]);
    expect(countsOf(await applied({ holds: [one.reference] }))).toEqual({ 'RET-NFA': { ended: 2, held: 1, content: 1, records: 1 } });
    expect([recorded(one.id), await readable(one.id), recorded(other.id), await readable(other.id)]).toEqual([4, 4, 0, 0]);
    // A check that is open may be held as well.
    const { reference } = await world.opened(['school-b']);
    expect(countsOf(await applied({ holds: [reference] }))).toEqual({ 'RET-NFA': { ended: 1, content: 1, records: 1 } });
  });

  it('waits for the review of an emergency override', async () => {
    agree('RET-NFA');
    const body = world.opening(['school-b'], 'red', { words: wordsWithout('necessity'), override: { reason: 'serious_harm_imminent' } });
    valueOf(await world.acts.openCheck.carryOut(POLICE, world.attempt(), body));
    valueOf(await world.acts.withdrawCheck.carryOut(POLICE, world.attempt(), referenceOf(body.id), { version: 1, reason: 'no_longer_needed' }));
    await keys.keep(await erasures.objectsOf(body.id));
    after(30);
    expect(countsOf(await applied())).toMatchObject({ 'RET-NFA': { ended: 1, awaitingReview: 1 } });
    expect([recorded(body.id), await readable(body.id)]).toEqual([1, 1]);
    const { message } = body.requests[0]!.envelope.header.context;
    Object.assign(world.tables.overrides.get(message)!, { reviewedAt: world.clock.at, finding: 'right_and_completed' });
    expect(countsOf(await applied())).toEqual({ 'RET-NFA': { ended: 1, content: 1, records: 1 } });
  });

  it('takes records that were kept of no check too, by when they were kept, and can be told to hold them', async () => {
    agree('RET-NFA');
    const envelope = world.messages.message({ type: 'record', from: POLICE, to: null, check: world.messages.id(), request: null });
    const { check } = envelope.header.context;
    valueOf(await world.acts.keepRecordOnly.carryOut(POLICE, world.attempt(), { reason: 'capable_adult_refused', envelope }));
    await keys.keep(await erasures.objectsOf(check));
    after(400);
    const before = world.tables.audit.length;
    const held = await applied({ holds: [referenceOf(check)] });
    expect(Object.values(countsOf(held))).toEqual([{ ended: 1, held: 1 }]);
    expect(Object.values(countsOf(await applied()))).toEqual([{ ended: 1, content: 1, records: 1 }]);
    expect([await readable(check), recorded(check)]).toEqual([0, 0]);
    expect(world.recordsSince(before).map(({ event, parties }) => [event, parties])).toEqual([['check.erased.v1', ['police-a']], ['coded-record.erased.v1', ['police-a']]]);
  });

  it('counts from what was last written to a check, where that came after its end', async () => {
    agree('RET-SAFE-C');
    const { id, requests } = await ended();
    after(11);
    const { currentDigest: inReplyTo } = await world.facts(requests[0]!);
    const envelope = world.messages.message({ type: 'outcome', from: POLICE, to: 'school-b', check: id, request: requests[0]!, inReplyTo });
    valueOf(await world.acts.tellOutcome.carryOut(POLICE, world.attempt(), requests[0]!, { envelope }));
    after(11);
    expect(countsOf(await applied())).toEqual({ 'RET-SAFE-C': { ended: 1 } });
    after(2);
    expect(countsOf(await applied())).toEqual({ 'RET-SAFE-C': { ended: 1, content: 1 } });
  });

  describe('that broke off', () => {
    beforeEach(() => agree('RET-NFA'));
    const away = (): Promise<void> => Promise.reject(new Error('the key store is away'));

    it('between the record and the destroying of keys: no message says it is gone, and the next run finishes it and says it again', async () => {
      const { id, reference } = await ended();
      after(30);
      const before = world.tables.audit.length;
      await expect(applied({ destroy: away })).rejects.toThrow('away');
      expect([await readable(id), recorded(id), new Set(await noted(reference))]).toEqual([4, 4, new Set([null])]);
      expect(countsOf(await applied())).toEqual({ 'RET-NFA': { ended: 1, content: 1, records: 1 } });
      expect(world.recordsSince(before).map(({ event }) => event)).toEqual(['check.erased.v1', 'check.erased.v1', 'coded-record.erased.v1']);
    });

    it.each(['not-persisted', 'persisted'] as const)('between the destroying of keys and saying so on the messages, %s: the next run says so', async (fault) => {
      const { id, reference } = await ended();
      after(10);
      const destroy = async (objects: readonly string[]): Promise<void> => {
        await keys.destroy(objects);
        world.tables.failNext(fault);
      };
      await expect(applied({ destroy })).rejects.toThrow();
      expect([await readable(id), (await noted(reference)).includes(null)]).toEqual([0, fault === 'not-persisted']);
      expect(countsOf(await applied())).toEqual({ 'RET-NFA': fault === 'persisted' ? { ended: 1 } : { ended: 1, content: 1 } });
      expect(await noted(reference)).not.toContain(null);
    });

    it.each([['not-persisted', 4, 1], ['persisted', 0, 0]] as const)('at the deleting of coded records, %s: record and deletion go together', async (fault, left, again) => {
      const { id } = await ended();
      after(10);
      await applied();
      after(20);
      const before = world.tables.audit.length;
      world.tables.failNext(fault);
      await expect(applied()).rejects.toThrow();
      expect(recorded(id)).toBe(left);
      expect(world.recordsSince(before)).toHaveLength(1 - again);
      expect(countsOf(await applied())).toEqual(again === 0 ? {} : { 'RET-NFA': { ended: 1, records: 1 } });
      expect(world.recordsSince(before).map(({ event }) => event)).toEqual(['coded-record.erased.v1']);
    });

    it('because the check was opened again meanwhile: nothing more is done to it', async () => {
      const { id, reference } = await ended();
      after(10);
      await applied();
      after(20);
      world.tables.beforeNextWrite(async () => { world.tables.checks.get(id)!.state = 'open'; });
      expect(countsOf(await applied())).toEqual({ 'RET-NFA': { ended: 1, changed: 1 } });
      expect(recorded(id)).toBe(4);
      expect(await world.checks.checkFacts(reference)).toMatchObject({ state: 'open' });
    });
  });

  it('deletes again what a restored backup brought back', async () => {
    agree('RET-NFA');
    const { id } = await ended();
    after(30);
    await applied();
    world.tables.recordsErased.clear();
    expect([recorded(id), await readable(id)]).toEqual([4, 0]);
    expect(countsOf(await applied())).toEqual({ 'RET-NFA': { ended: 1, records: 1 } });
    expect(recorded(id)).toBe(0);
  });

  it('lets nobody act on what was deleted, and views go on without it', async () => {
    agree('RET-NFA');
    const { reference, requests } = await ended();
    const [first, second] = requests as [string, string];
    const { version } = await world.facts(second);
    const late = await world.answer(second);
    after(30);
    await applied();
    for (const agency of ['police-a', 'school-b']) expect(await world.acts.gatherEvidence.carryOut(memberOf(agency), reference, { content: false })).toEqual({ ok: false, code: 'erased' });
    expect(await world.checks.justificationOf((await world.facts(first)).currentEnvelope)).toBeNull();
    expect(await world.checks.request(first, POLICE)).toMatchObject({ state: 'answered', answer: null });
    expect(valueOf(await world.acts.readReceipts.carryOut(POLICE, reference))).toMatchObject({ receipts: expect.arrayContaining([expect.objectContaining({ event: 'coded-record.erased.v1' })]) as unknown });
    // Whoever read the request before is turned away; who reads it now finds that there is nothing to answer beside.
    expect(await world.acts.submitResponse.carryOut(memberOf('gp-c'), world.attempt(), second, { version, envelope: late })).toMatchObject({ ok: false, code: 'version-changed' });
    const facts = await world.facts(second);
    expect(await world.acts.submitResponse.carryOut(memberOf('gp-c'), world.attempt(), second, { version: facts.version, envelope: await world.answer(second) })).toEqual({ ok: false, code: 'erased' });
    expect(await world.checks.checkFacts(reference)).toMatchObject({ state: 'closed' });
  });
});
