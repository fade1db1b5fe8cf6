import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOf } from '@lateral/contracts';
import type { EndedCheck, KeepRecordWrite, RetentionStore } from '@lateral/exchange';
import { sampleAgreement, sampleCatalogue } from '../hub/index.js';
import { memberOf } from './sample-parties.js';
import { AGENCIES_IN_STEP as AGENCIES, PAGE, StoresInStep, type Stores } from './stores-in-step.js';

/** Overrides and their reviews, records that are only kept, agreements, the catalogue, and what is deleted of all that. */
describe('the stores of law and records in memory answer as Postgres does', () => {
  let step: StoresInStep;
  beforeAll(async () => { step = await StoresInStep.begin(14); });
  afterAll(() => step.end());

  it('on emergency overrides and their reviews', async () => {
    const write = step.samples.overriding(step.samples.openCheck('police-a', ['school-b']));
    expect(await step.put('open', write)).toMatchObject({ outcome: 'done' });
    const message = write.requests[0]!.envelope.id;
    const about = { check: write.check.id, request: write.requests[0]!.id };
    const review = (by = 'm2', agency = 'police-a', of = message): KeepRecordWrite => step.samples.keepRecord(agency, about, { message: of, finding: 'right_and_completed' }, by);
    await step.agreeOn(write);
    for (const agency of AGENCIES) await step.both(({ overrides }) => overrides.find(message, memberOf(agency)));
    for (const refused of [review('m1'), review('m2', 'school-b'), review('m2', 'police-a', step.samples.id())]) expect(await step.put('keepRecord', refused)).toEqual({ outcome: 'changed' });
    const once = { ...review(), replyAlso: { message: 'kept' } };
    for (let times = 0; times < 2; times += 1) await step.put('keepRecord', once);
    expect(await step.put('keepRecord', review('m3'))).toEqual({ outcome: 'changed' });
    await step.both(({ overrides }) => overrides.find(message, memberOf('police-a')));
    await step.agreeOn(write);
  });

  it('on an answer that waits for its review, until that is made', async () => {
    const write = await step.opened(['school-b', 'gp-c']);
    await step.put('handOver', step.samples.acknowledge(write));
    const [asked, other] = write.requests.map(({ id }) => id);
    const waits = (): Promise<(boolean | undefined)[]> => Promise.all([asked!, other!].map(async (id) => (await step.both(({ checks }) => checks.requestFacts(id, null)))?.reviewWaits));
    const about = { check: write.check.id, request: asked! };
    const answer = step.samples.answer(write);
    const message = answer.envelope!.id;
    expect(await waits()).toEqual([false, false]);
    expect(await step.put('changeRequest', { ...answer, override: step.samples.override(answer, { ...about, message }) })).toMatchObject({ outcome: 'done' });
    expect(await waits()).toEqual([true, false]);
    await step.agreeOn(write);
    expect(await step.put('keepRecord', step.samples.keepRecord('school-b', about, { message, finding: 'not_justified' }, 'm2'))).toMatchObject({ outcome: 'done' });
    expect(await waits()).toEqual([false, false]);
    const asking = step.samples.overriding(step.samples.openCheck('police-a', ['school-b']));
    await step.put('open', asking);
    expect((await step.both(({ checks }) => checks.requestFacts(asking.requests[0]!.id, null)))!.reviewWaits).toBe(false);
  });

  it('on records that are kept, of checks that are here and of none', async () => {
    const write = await step.opened(['school-b']);
    for (const about of [{ check: write.check.id, request: null }, { check: write.check.id, request: write.requests[0]!.id }, { check: step.samples.id(), request: step.samples.id() }]) {
      const kept = step.samples.keepRecord('school-b', about);
      expect(await step.put('keepRecord', kept)).toMatchObject({ outcome: 'done' });
      await step.both(({ checks }) => checks.envelopeFacts(kept.envelope.id, null));
      expect(await step.put('keepRecord', { ...step.samples.keepRecord('school-b', about), envelope: kept.envelope, records: kept.records.map((record) => ({ ...record, id: step.samples.id() })) })).toEqual({ outcome: 'id-taken' });
    }
    await step.agreeOn(write);
  });

  it('on what has ended, and on coded records that are deleted', async () => {
    const pagesOf = async (read: (after: string | null) => ReturnType<RetentionStore['ended']>): Promise<EndedCheck[]> => {
      const all: EndedCheck[] = [];
      for (let after: string | null = null, first = true; first || after !== null; first = false) {
        const { checks, next } = await read(after);
        all.push(...checks.map((check) => ({ ...check, shares: check.shares.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) })));
        after = next;
      }
      return all;
    };
    const retained = async (): Promise<EndedCheck[]> => [...await step.both(({ retention }) => pagesOf((after) => retention.ended(after))), ...await step.both(({ retention }) => pagesOf((after) => retention.keptAlone(after)))];
    const erase = (check: Pick<EndedCheck, 'id' | 'isCheck' | 'endedAt'>): Promise<'erased' | 'changed'> => {
      const record = step.samples.record('coded-record.erased.v1', { check: check.id, parties: AGENCIES });
      return step.both(({ retention }) => retention.eraseCodedRecords(check, record));
    };
    const write = await step.opened();
    await step.put('handOver', step.samples.acknowledge(write));
    await step.put('changeRequest', step.samples.answer(write));
    const about = (check: string) => async (): Promise<EndedCheck | undefined> => (await retained()).find(({ id }) => id === check);
    const ended = about(write.check.id);
    expect(await ended()).toBeUndefined();
    expect(await erase({ id: write.check.id, isCheck: true, endedAt: step.samples.at() })).toBe('changed');
    await step.put('changeCheck', step.ending(write, { version: 1, state: 'open' }, 'withdrawn', [{ request: write.requests[1]!.id, from: { version: 1, state: 'open' }, to: 'withdrawn' }]));
    await step.put('keepRecord', step.samples.keepRecord('lhb-d', { check: write.check.id, request: null }));
    const found = (await ended())!;
    expect(found).toMatchObject({ isCheck: true, reference: write.check.reference, awaitsReview: false, parties: ['gp-c', 'lhb-d', 'police-a', 'school-b'] });
    expect(found.isNoted).toBe(false);
    const at = step.samples.at();
    const objects = await step.both(async ({ erasures }) => (await erasures.objectsOf(write.check.id)).toSorted());
    await step.both(({ erasures }) => erasures.note([...objects, step.samples.id()], at));
    expect((await ended())!.isNoted).toBe(true);
    await step.both(({ erasures }) => erasures.note(objects, new Date(at.getTime() + 1_000)));
    expect((await step.both(({ checks }) => checks.request(write.requests[0]!.id, memberOf('police-a'))))!.envelopes.map(({ erasedAt }) => erasedAt)).toEqual([at.toISOString(), at.toISOString()]);
    const younger = step.samples.keepRecord('lhb-d', { check: write.check.id, request: null });
    await step.put('keepRecord', younger);
    expect(await erase(found)).toBe('erased');
    await step.agreeOn(write);
    expect(await step.postgres.checks.justificationOf(write.requests[0]!.envelope.id)).toBeNull();
    // What came after it was looked at is there still, and is found again.
    expect(await step.both(({ checks }) => checks.justificationOf(younger.envelope.id))).not.toBeNull();
    expect(await erase((await ended())!)).toBe('erased');
    expect(await ended()).toBeUndefined();

    const overriding = step.samples.overriding(step.samples.openCheck('police-a', ['school-b']));
    await step.put('open', overriding);
    await step.put('changeCheck', step.ending(overriding, { version: 1, state: 'open' }, 'withdrawn', [{ request: overriding.requests[0]!.id, from: { version: 1, state: 'open' }, to: 'withdrawn' }]));
    const waiting = (await about(overriding.check.id)())!;
    expect([waiting.awaitsReview, await erase(waiting)]).toEqual([true, 'changed']);

    const nobodys = step.samples.id();
    await step.put('keepRecord', step.samples.keepRecord('gp-c', { check: nobodys, request: null }));
    const alone = (await about(nobodys)())!;
    expect(alone).toMatchObject({ isCheck: false, parties: ['gp-c'] });
    expect([await erase({ ...alone, isCheck: true }), await erase({ ...waiting, isCheck: false }), await erase(alone)]).toEqual(['changed', 'changed', 'erased']);
    expect(await about(nobodys)()).toBeUndefined();
  });

  it('on agreements and versions of the catalogue', async () => {
    const first = sampleAgreement(['police-a', 'school-b', 'gp-c']);
    const digest = digestOf('agreement', first);
    const by = (agency: string, member = 's1') => ({ by: { agency, member, roles: [] }, at: step.samples.at() });
    const event = (name: 'agreement.proposed.v1' | 'agreement.approved.v1') => [step.samples.record(name, { parties: ['police-a', 'school-b', 'gp-c'] })];
    const propose = (document: typeof first, readers = document.parties.map(({ agency }) => agency)) => {
      const write = { document, digest: digestOf('agreement', document), readers, ...by('police-a'), records: event('agreement.proposed.v1') };
      return step.both(({ agreements }) => agreements.propose(write));
    };
    const approve = (agency: string, of = digest, member = 's1') => {
      const write = { reference: 'ISA-1', version: 1, digest: of, publishes: true, ...by(agency, member), records: event('agreement.approved.v1') };
      return step.both(({ agreements }) => agreements.approve(write));
    };
    const pagesOf = async ({ agreements }: Stores): Promise<string[][]> => {
      const pages: string[][] = [];
      for (let after: string | null = null, first = true; first || after !== null; first = false) {
        const { items, next } = await agreements.page('police-a', { after, limit: 2, reference: null });
        pages.push(items.map(({ digest }) => digest));
        after = next;
      }
      return pages;
    };
    const agreed = async (): Promise<void> => {
      for (const agency of AGENCIES) {
        await step.both(async ({ agreements }) => (await agreements.page(agency, { ...PAGE, reference: null })).items);
        await step.both(async ({ agreements }) => (await agreements.page(agency, { ...PAGE, reference: 'ISA-1' })).items);
      }
      for (const reference of ['ISA-1', 'ISA-0']) await step.both(({ agreements }) => agreements.standing(reference));
      await step.both(({ agreements }) => agreements.page('police-a', { after: 'no cursor', limit: 2, reference: null }));
      expect((await step.both(pagesOf)).flat()).toHaveLength((await step.postgres.agreements.page('police-a', { ...PAGE, reference: null })).items.length);
      await step.both(({ agreements }) => agreements.newest('ISA-1'));
      await step.both(({ agreements }) => agreements.version('ISA-1', 2));
      await step.both(({ agreements }) => agreements.published());
    };
    expect(await propose(first)).toBe('proposed');
    expect([await propose(first), await propose({ ...first, expires: '2030-12-31' })]).toEqual(['known', 'taken']);
    await agreed();
    expect([await approve('school-b', 'x'), await approve('police-a', digest, 's2'), await approve('school-b'), await approve('school-b'), await approve('gp-c')]).toEqual(['changed', 'changed', 'approved', 'known', 'changed']);
    await agreed();
    const later = { ...first, parties: [{ agency: 'police-a' }, { agency: 'lhb-d' }], version: 2, previousDigest: digest };
    expect(await propose(later, ['police-a', 'lhb-d', 'school-b'])).toBe('proposed');
    for (const reference of ['ISA-3', 'ISA-2']) expect(await propose({ ...first, reference })).toBe('proposed');
    await agreed();
    const adopt = (document: ReturnType<typeof sampleCatalogue>) => {
      const [at, record] = [step.samples.at(), step.samples.record('catalogue.adopted.v1', {})];
      return step.both(({ catalogues }) => catalogues.adopt(document, digestOf('catalogue', document), at, record));
    };
    const changed = { ...sampleCatalogue('9'), rows: [{ code: 'A6-E' } as never] };
    expect([await adopt(sampleCatalogue('9')), await adopt(sampleCatalogue('9')), await adopt(changed)]).toEqual(['adopted', 'known', 'different']);
    for (const version of ['9', '10']) await step.both(({ catalogues }) => catalogues.version(version));
  });
});
