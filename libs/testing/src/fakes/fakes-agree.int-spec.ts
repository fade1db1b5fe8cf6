// Long because both kinds of store answer the same acts in the same world, and an act left out here is one nobody compares.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOf } from '@lateral/contracts';
import type { CheckState, RequestState } from '@lateral/domain';
import type {
  AgreementStore, AskFurtherWrite, CatalogueStore, CheckStore, CheckWrite, EndedCheck, ErasureStore, EvidenceStore, HandOverWrite, KeepRecordWrite, OpenCheckWrite, OverrideStore, Reader, RecordStore, RecusalStore, RecuseWrite, RequestSeen, RequestWrite, RetentionStore,
} from '@lateral/exchange';
import { hubWorld, sampleAgreement, sampleCatalogue, type HubWorld, type SampleWrites } from '../hub/index.js';
import { MemoryCheckStore } from './memory-check-store.js';
import { MemoryErasureStore } from './memory-erasure.js';
import { MemoryEvidenceStore, MemoryRecordStore } from './memory-evidence.js';
import { MemoryAgreementStore, MemoryCatalogueStore, MemoryOverrideStore } from './memory-law.js';
import { MemoryRecusalStore } from './memory-recusals.js';
import { MemoryRetentionStore } from './memory-retention.js';
import { MemoryTables } from './memory-tables.js';
import { memberOf } from './sample-parties.js';

const AGENCIES = ['police-a', 'school-b', 'gp-c', 'lhb-d', 'housing-e'];
interface Stores { checks: CheckStore; recusals: RecusalStore; records: RecordStore; evidence: EvidenceStore; overrides: OverrideStore; agreements: AgreementStore; catalogues: CatalogueStore; retention: RetentionStore; erasures: ErasureStore }
const PAGE = { after: null, limit: 50 };
const LONG_AGO = new Date('2020-01-01T00:00:00.000Z');

/** The same writes put to both; whatever is asked of either afterwards must come out the same. */
describe('the stores in memory answer as Postgres does', () => {
  let world: HubWorld;
  let samples: SampleWrites;
  let memory: Stores;
  let postgres: Stores;

  beforeAll(async () => {
    world = await hubWorld(3, AGENCIES);
    ({ samples } = world);
    const tables = new MemoryTables();
    for (const agency of AGENCIES) tables.partners.set(agency, 'POLICE');
    memory = {
      checks: new MemoryCheckStore(tables), recusals: new MemoryRecusalStore(tables), records: new MemoryRecordStore(tables), evidence: new MemoryEvidenceStore(tables), overrides: new MemoryOverrideStore(tables),
      agreements: new MemoryAgreementStore(tables), catalogues: new MemoryCatalogueStore(tables), retention: new MemoryRetentionStore(tables), erasures: new MemoryErasureStore(tables),
    };
    postgres = world.hub;
  });
  afterAll(() => world.end());

  const both = async <T>(ask: (stores: Stores) => Promise<T>): Promise<T> => {
    const [here, there] = [await ask(memory), await ask(postgres)];
    expect(here).toEqual(there);
    return there;
  };
  /** One and the same write to both. */
  const put = (act: 'open' | 'askFurther' | 'keepRecord' | 'changeRequest' | 'changeCheck' | 'handOver', write: OpenCheckWrite | AskFurtherWrite | KeepRecordWrite | RequestWrite | CheckWrite | HandOverWrite): Promise<unknown> => both<unknown>(({ checks }) => checks[act](write as never));
  const opened = async (asked: readonly string[] = ['school-b', 'gp-c']): Promise<OpenCheckWrite> => {
    const write = samples.openCheck('police-a', asked);
    expect(await put('open', write)).toMatchObject({ outcome: 'done' });
    return write;
  };
  /** Everything that the two can be asked about one check. */
  const agreeOn = async ({ check, requests }: OpenCheckWrite): Promise<void> => {
    await both(({ checks }) => checks.checkFacts(check.reference, null));
    for (const agency of AGENCIES) {
      await both(({ checks }) => checks.check(check.reference, memberOf(agency)));
      for (const withCiphertext of [true, false]) await both(({ evidence }) => evidence.envelopes(check.id, agency, withCiphertext));
      await both(({ evidence }) => evidence.ciphertextBytes(check.id, agency));
      await both(({ evidence }) => evidence.recordsErased(check.id, agency));
      for (const most of [1, 100]) await both(({ evidence }) => evidence.recordsKept(check.id, agency, most));
      await both(async ({ records }) => records.recordsOf(check.id, agency));
      for (const open of [true, false]) await both(async ({ overrides }) => (await overrides.list(memberOf(agency), { ...PAGE, open })).items);
      for (const { id } of requests) await both(({ checks }) => checks.request(id, memberOf(agency)));
      await both(async ({ checks }) => (await checks.delegated(memberOf(agency), PAGE, LONG_AGO)).items);
    }
    for (const { id, envelope } of requests) {
      await both(({ checks }) => checks.requestFacts(id, null));
      await both(({ checks }) => checks.envelopeFacts(envelope.id, null));
      await both(({ checks }) => checks.sealed(envelope.id));
      await both(({ checks }) => checks.justificationOf(envelope.id));
    }
  };
  const ending = (write: OpenCheckWrite, from: CheckWrite['from'], to: CheckState, requests: CheckWrite['requests'] = []): CheckWrite =>
    ({ ...samples.act('police-a', []), check: write.check.id, from, to, requests, envelope: null });
  const change = (write: OpenCheckWrite, more: Partial<RequestWrite['change']>): RequestWrite =>
    ({ ...samples.act('police-a', []), envelope: null, override: null, change: { request: write.requests[0]!.id, check: write.check.id, from: { version: 1, state: 'open' }, to: 'withdrawn', checkChange: null, ...more } });

  it('on what an agency reads for another: while its answer is awaited, and for nobody who has left the check', async () => {
    const writes = [0, 1, 2].map(() => samples.delegating(samples.openCheck('police-a', ['school-b', 'gp-c']), 'lhb-d'));
    for (const write of writes) {
      expect(await put('open', write)).toMatchObject({ outcome: 'done' });
      await agreeOn(write);
    }
    const read = async (reader: Reader, page = PAGE): Promise<string[]> => (await both(async ({ checks }) => (await checks.delegated(reader, page, LONG_AGO)).items)).map(({ reference }) => reference);
    const duty = memberOf('lhb-d');
    const [first, second, third] = writes.map(({ check: { reference } }) => reference);
    expect([await read(duty), await read(memberOf('school-b')), await read(memberOf('police-a'))]).toEqual([[third, second, first], [], []]);
    expect(await postgres.checks.delegated(duty, { after: null, limit: 1 }, LONG_AGO)).toMatchObject({ items: [{ reference: third, asking: 'police-a', asked: 'school-b', state: 'open', message: writes[2]!.requests[0]!.envelope.id }], next: expect.any(String) });
    const since = writes[1]!.requests[0]!.envelope.createdAt;
    expect((await both(({ checks }) => checks.delegated(duty, PAGE, since))).items.map(({ reference }) => reference)).toEqual([third, second]);
    const { next } = await postgres.checks.delegated(duty, { after: null, limit: 2 }, LONG_AGO);
    expect((await postgres.checks.delegated(duty, { after: next, limit: 2 }, LONG_AGO)).items.map(({ reference }) => reference)).toEqual([first]);

    await put('changeRequest', change(writes[0]!, {}));
    const acknowledged = samples.acknowledge(writes[1]!);
    await put('handOver', acknowledged);
    expect(await read(duty)).toEqual([third, second]);
    await put('changeRequest', { ...samples.answer(writes[1]!), outbox: [] });
    expect(await read(duty)).toEqual([third]);
    const leave: RecuseWrite = { ...samples.act('lhb-d', [samples.record('member.recused.v1', { check: writes[2]!.check.id, parties: ['lhb-d'] })]), actor: duty, check: writes[2]!.check.id };
    expect(await both(({ recusals }) => recusals.recuse(leave))).toEqual({ outcome: 'done', reply: null });
    expect(await read(duty)).toEqual([]);
  });

  it('on opening, on its replay, on a key that is taken and on ids that are taken', async () => {
    const write = await opened();
    await put('open', write);
    await both(({ checks }) => checks.earlier(write.actor, write.attempt.key));
    const other = samples.openCheck('police-a', ['gp-c']);
    for (const clash of [
      { ...other, attempt: write.attempt }, { ...other, check: { ...other.check, id: write.check.id } }, { ...other, check: { ...other.check, reference: write.check.reference } },
      { ...other, requests: other.requests.map((request) => ({ ...request, id: write.requests[0]!.id })) },
      { ...other, requests: [...other.requests, ...other.requests] },
    ]) await put('open', clash);
    await agreeOn(write);
    expect(await put('open', other)).toMatchObject({ outcome: 'done' });
  });

  it('on a round: hand-over, answer, decision, closing and a late answer', async () => {
    const write = await opened();
    const collect = samples.acknowledge(write);
    for (let times = 0; times < 2; times += 1) await put('handOver', collect);
    await put('handOver', samples.acknowledge(write));
    const answer = samples.answer(write);
    for (let times = 0; times < 2; times += 1) await put('changeRequest', answer);
    const decision = samples.envelope({ type: 'decision', check: write.check.id, request: null, from: 'police-a', to: null });
    const decided = { ...ending(write, { version: 1, state: 'open' }, 'decided'), envelope: decision, records: [samples.record('decision.recorded.v1', { check: write.check.id, message: decision.id, parties: ['police-a'] })] };
    expect(await put('changeCheck', decided)).toMatchObject({ outcome: 'done' });
    const unanswered = { request: write.requests[1]!.id, from: { version: 1, state: 'open' as RequestState }, to: 'expired' as RequestState };
    expect(await put('changeCheck', ending(write, { version: 2, state: 'decided' }, 'closed', [unanswered]))).toMatchObject({ outcome: 'done' });
    await agreeOn(write);
    const late = change(write, { request: unanswered.request, from: { version: 2, state: 'expired' }, to: 'answered', checkChange: { from: 'closed', to: 'open' } });
    expect(await put('changeRequest', late)).toMatchObject({ outcome: 'done', reply: { state: 'answered', version: 3 } });
    await agreeOn(write);
  });

  it('on what an act is answered with beside its standing, then and on a replay', async () => {
    const write = { ...samples.openCheck('police-a', ['school-b']), replyAlso: { requests: [{ id: 'r1', dueRule: 'red-1h' }] } };
    for (let times = 0; times < 2; times += 1) expect(JSON.stringify(await put('open', write))).toContain('red-1h');
    await both(({ checks }) => checks.earlier(write.actor, write.attempt.key));
    await agreeOn(write);
  });

  it('on asking further, another rating and another due time', async () => {
    const write = await opened(['school-b']);
    const further = samples.askFurther(write, ['gp-c']);
    for (let times = 0; times < 2; times += 1) await put('askFurther', further);
    expect(await put('askFurther', samples.askFurther(write, ['lhb-d']))).toEqual({ outcome: 'changed' });
    const moved = { ...samples.askFurther(write, ['lhb-d']), from: { version: 2, state: 'open' as CheckState } };
    expect(await put('askFurther', { ...moved, requests: moved.requests.map((request) => ({ ...request, id: write.requests[0]!.id })) })).toEqual({ outcome: 'id-taken' });
    expect(await put('changeCheck', { ...ending(write, { version: 2, state: 'open' }, 'open'), urgency: 'green' })).toMatchObject({ outcome: 'done', reply: { state: 'open', version: 3 } });
    const due = { at: new Date(samples.at().getTime() + 7_200_000), rule: 'moved:set_in_error' };
    expect(await put('changeRequest', change(write, { to: 'open', due }))).toMatchObject({ outcome: 'done', reply: { state: 'open', version: 2 } });
    await agreeOn({ ...write, requests: [...write.requests, ...further.requests] });
  });

  it('on emergency overrides and their reviews', async () => {
    const write = samples.overriding(samples.openCheck('police-a', ['school-b']));
    expect(await put('open', write)).toMatchObject({ outcome: 'done' });
    const message = write.requests[0]!.envelope.id;
    const about = { check: write.check.id, request: write.requests[0]!.id };
    const review = (by = 'm2', agency = 'police-a', of = message): KeepRecordWrite => samples.keepRecord(agency, about, { message: of, finding: 'right_and_completed' }, by);
    await agreeOn(write);
    for (const agency of AGENCIES) await both(({ overrides }) => overrides.find(message, memberOf(agency)));
    for (const refused of [review('m1'), review('m2', 'school-b'), review('m2', 'police-a', samples.id())]) expect(await put('keepRecord', refused)).toEqual({ outcome: 'changed' });
    const once = { ...review(), replyAlso: { message: 'kept' } };
    for (let times = 0; times < 2; times += 1) await put('keepRecord', once);
    expect(await put('keepRecord', review('m3'))).toEqual({ outcome: 'changed' });
    await both(({ overrides }) => overrides.find(message, memberOf('police-a')));
    await agreeOn(write);
  });

  it('on records that are kept, of checks that are here and of none', async () => {
    const write = await opened(['school-b']);
    for (const about of [{ check: write.check.id, request: null }, { check: write.check.id, request: write.requests[0]!.id }, { check: samples.id(), request: samples.id() }]) {
      const kept = samples.keepRecord('school-b', about);
      expect(await put('keepRecord', kept)).toMatchObject({ outcome: 'done' });
      await both(({ checks }) => checks.envelopeFacts(kept.envelope.id, null));
      expect(await put('keepRecord', { ...samples.keepRecord('school-b', about), envelope: kept.envelope, records: kept.records.map((record) => ({ ...record, id: samples.id() })) })).toEqual({ outcome: 'id-taken' });
    }
    await agreeOn(write);
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
    const retained = async (): Promise<EndedCheck[]> => [...await both(({ retention }) => pagesOf((after) => retention.ended(after))), ...await both(({ retention }) => pagesOf((after) => retention.keptAlone(after)))];
    const erase = (check: Pick<EndedCheck, 'id' | 'isCheck' | 'endedAt'>): Promise<'erased' | 'changed'> => {
      const record = samples.record('coded-record.erased.v1', { check: check.id, parties: AGENCIES });
      return both(({ retention }) => retention.eraseCodedRecords(check, record));
    };
    const write = await opened();
    await put('handOver', samples.acknowledge(write));
    await put('changeRequest', samples.answer(write));
    const about = (check: string) => async (): Promise<EndedCheck | undefined> => (await retained()).find(({ id }) => id === check);
    const ended = about(write.check.id);
    expect(await ended()).toBeUndefined();
    expect(await erase({ id: write.check.id, isCheck: true, endedAt: samples.at() })).toBe('changed');
    await put('changeCheck', ending(write, { version: 1, state: 'open' }, 'withdrawn', [{ request: write.requests[1]!.id, from: { version: 1, state: 'open' }, to: 'withdrawn' }]));
    await put('keepRecord', samples.keepRecord('lhb-d', { check: write.check.id, request: null }));
    const found = (await ended())!;
    expect(found).toMatchObject({ isCheck: true, reference: write.check.reference, awaitsReview: false, parties: ['gp-c', 'lhb-d', 'police-a', 'school-b'] });
    expect(found.isNoted).toBe(false);
    const at = samples.at();
    const objects = await both(async ({ erasures }) => (await erasures.objectsOf(write.check.id)).toSorted());
    await both(({ erasures }) => erasures.note([...objects, samples.id()], at));
    expect((await ended())!.isNoted).toBe(true);
    await both(({ erasures }) => erasures.note(objects, new Date(at.getTime() + 1_000)));
    expect((await both(({ checks }) => checks.request(write.requests[0]!.id, memberOf('police-a'))))!.envelopes.map(({ erasedAt }) => erasedAt)).toEqual([at.toISOString(), at.toISOString()]);
    const younger = samples.keepRecord('lhb-d', { check: write.check.id, request: null });
    await put('keepRecord', younger);
    expect(await erase(found)).toBe('erased');
    await agreeOn(write);
    expect(await postgres.checks.justificationOf(write.requests[0]!.envelope.id)).toBeNull();
    // What came after it was looked at is there still, and is found again.
    expect(await both(({ checks }) => checks.justificationOf(younger.envelope.id))).not.toBeNull();
    expect(await erase((await ended())!)).toBe('erased');
    expect(await ended()).toBeUndefined();

    const overriding = samples.overriding(samples.openCheck('police-a', ['school-b']));
    await put('open', overriding);
    await put('changeCheck', ending(overriding, { version: 1, state: 'open' }, 'withdrawn', [{ request: overriding.requests[0]!.id, from: { version: 1, state: 'open' }, to: 'withdrawn' }]));
    const waiting = (await about(overriding.check.id)())!;
    expect([waiting.awaitsReview, await erase(waiting)]).toEqual([true, 'changed']);

    const nobodys = samples.id();
    await put('keepRecord', samples.keepRecord('gp-c', { check: nobodys, request: null }));
    const alone = (await about(nobodys)())!;
    expect(alone).toMatchObject({ isCheck: false, parties: ['gp-c'] });
    expect([await erase({ ...alone, isCheck: true }), await erase({ ...waiting, isCheck: false }), await erase(alone)]).toEqual(['changed', 'changed', 'erased']);
    expect(await about(nobodys)()).toBeUndefined();
  });

  it('on agreements and versions of the catalogue', async () => {
    const first = sampleAgreement(['police-a', 'school-b', 'gp-c']);
    const digest = digestOf('agreement', first);
    const by = (agency: string, member = 's1') => ({ by: { agency, member, roles: [] }, at: samples.at() });
    const event = (name: 'agreement.proposed.v1' | 'agreement.approved.v1') => [samples.record(name, { parties: ['police-a', 'school-b', 'gp-c'] })];
    const propose = (document: typeof first, readers = document.parties.map(({ agency }) => agency)) => {
      const write = { document, digest: digestOf('agreement', document), readers, ...by('police-a'), records: event('agreement.proposed.v1') };
      return both(({ agreements }) => agreements.propose(write));
    };
    const approve = (agency: string, of = digest, member = 's1') => {
      const write = { reference: 'ISA-1', version: 1, digest: of, publishes: true, ...by(agency, member), records: event('agreement.approved.v1') };
      return both(({ agreements }) => agreements.approve(write));
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
        await both(async ({ agreements }) => (await agreements.page(agency, { ...PAGE, reference: null })).items);
        await both(async ({ agreements }) => (await agreements.page(agency, { ...PAGE, reference: 'ISA-1' })).items);
      }
      for (const reference of ['ISA-1', 'ISA-0']) await both(({ agreements }) => agreements.standing(reference));
      await both(({ agreements }) => agreements.page('police-a', { after: 'no cursor', limit: 2, reference: null }));
      expect((await both(pagesOf)).flat()).toHaveLength((await postgres.agreements.page('police-a', { ...PAGE, reference: null })).items.length);
      await both(({ agreements }) => agreements.newest('ISA-1'));
      await both(({ agreements }) => agreements.version('ISA-1', 2));
      await both(({ agreements }) => agreements.published());
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
      const [at, record] = [samples.at(), samples.record('catalogue.adopted.v1', {})];
      return both(({ catalogues }) => catalogues.adopt(document, digestOf('catalogue', document), at, record));
    };
    const changed = { ...sampleCatalogue('9'), rows: [{ code: 'A6-E' } as never] };
    expect([await adopt(sampleCatalogue('9')), await adopt(sampleCatalogue('9')), await adopt(changed)]).toEqual(['adopted', 'known', 'different']);
    for (const version of ['9', '10']) await both(({ catalogues }) => catalogues.version(version));
  });

  it('on guards that fail: version, state, check, request of another check, and a check that has moved', async () => {
    const write = await opened();
    const other = await opened();
    for (const wrong of [
      change(write, { from: { version: 2, state: 'open' } }), change(write, { from: { version: 1, state: 'acknowledged' } }), change(write, { check: other.check.id }),
      change(write, { request: samples.id() }), change(write, { checkChange: { from: 'decided', to: 'open' } }), change(write, { whileCheck: 'decided' }),
    ]) expect(await put('changeRequest', wrong)).toEqual({ outcome: 'changed' });
    for (const wrong of [
      ending(write, { version: 2, state: 'open' }, 'decided'), ending(write, { version: 1, state: 'decided' }, 'closed'),
      ending(write, { version: 1, state: 'open' }, 'withdrawn', [{ request: write.requests[0]!.id, from: { version: 2, state: 'open' }, to: 'withdrawn' }]),
      ending(write, { version: 1, state: 'open' }, 'withdrawn', [{ request: other.requests[0]!.id, from: { version: 1, state: 'open' }, to: 'withdrawn' }]),
    ]) expect(await put('changeCheck', wrong)).toEqual({ outcome: 'changed' });
    await agreeOn(write);
    expect(await put('changeRequest', change(write, { whileCheck: 'open' }))).toMatchObject({ outcome: 'done', reply: { state: 'withdrawn', version: 2 } });
    await agreeOn(write);
  });

  it('on corrections and on messages whose ids are taken', async () => {
    const write = await opened(['school-b']);
    const { id, envelope } = write.requests[0]!;
    const corrected = samples.envelope({ type: 'request', check: write.check.id, request: id, from: 'police-a', to: 'school-b', corrects: envelope.id });
    const correction = (message: typeof corrected): RequestWrite => ({
      ...change(write, { to: 'open' }), envelope: message, records: [samples.record('request.corrected.v1', { check: write.check.id, request: id, message: message.id, parties: ['police-a', 'school-b'] })],
    });
    expect(await put('changeRequest', correction({ ...corrected, id: envelope.id }))).toEqual({ outcome: 'id-taken' });
    expect(await put('changeRequest', correction(corrected))).toMatchObject({ outcome: 'done' });
    await agreeOn(write);
  });

  it('on hand-overs that move nothing, on unknown envelopes, and on records without a key', async () => {
    const write = await opened(['school-b']);
    const plain = (): HandOverWrite => ({ ...samples.acknowledge(write), change: null });
    await put('handOver', { ...plain(), envelope: samples.id() });
    for (const firstCollection of [false, true, true]) {
      const collect = { ...plain(), firstCollection };
      expect(await put('handOver', collect)).toMatchObject({ outcome: 'done' });
      await agreeOn(write);
    }
    const act = samples.act('school-b', [samples.record('evidence.fetched.v1', { check: write.check.id, parties: ['school-b'] })]);
    await both(({ checks }) => checks.record({ ...act, attempt: null }));
    const keyed = { ...act, records: [samples.record('envelope.opened.v1', { check: write.check.id, parties: ['school-b'] })] };
    for (let times = 0; times < 2; times += 1) await both(({ checks }) => checks.record(keyed));
    await agreeOn(write);
  });

  it('on hand-overs and records that wait for a request to be as it was seen, and its check', async () => {
    const [write, other] = [await opened(['school-b']), await opened(['school-b'])];
    await put('handOver', samples.acknowledge(write));
    const about: RequestSeen = { request: write.requests[0]!.id, check: write.check.id, version: 2, state: 'acknowledged', checkState: 'open' };
    const collect = (seen: RequestSeen): HandOverWrite => ({ ...samples.acknowledge(write), change: null, seen });
    const act = (seen: RequestSeen): Parameters<CheckStore['record']>[0] => ({ ...samples.act('school-b', [samples.record('envelope.handed-over.v1', { check: write.check.id, parties: ['school-b'] })]), seen });
    const record = (recorded: ReturnType<typeof act>) => both(({ checks }) => checks.record(recorded));
    const putBoth = async (seen: RequestSeen): Promise<unknown[]> => [await put('handOver', collect(seen)), await record(act(seen))];
    const changed = [{ outcome: 'changed' }, { outcome: 'changed' }];
    for (const wrong of [{ version: 1 }, { state: 'open' as const }, { checkState: 'decided' as const }, { check: other.check.id }, { request: samples.id() }]) expect(await putBoth({ ...about, ...wrong })).toEqual(changed);
    expect(await putBoth(about)).toMatchObject([{ outcome: 'done' }, { outcome: 'done' }]);
    const [once, recorded] = [collect(about), act(about)];
    for (const outcome of ['done', 'replayed', 'replayed']) {
      expect([await put('handOver', once), await record(recorded)]).toMatchObject([{ outcome }, { outcome }]);
      // A request that has ended is not moved by its check being taken back.
      if (outcome === 'done') expect(await put('changeRequest', samples.answer(write))).toMatchObject({ outcome });
      else await put('changeCheck', ending(write, { version: 1, state: 'open' }, 'withdrawn'));
    }
    for (const ended of [about, { ...about, version: 3, state: 'answered' as const }]) expect(await putBoth(ended)).toEqual(changed);
    expect(await putBoth({ ...about, version: 3, state: 'answered', checkState: 'withdrawn' })).toMatchObject([{ outcome: 'done' }, { outcome: 'done' }]);
    await expect(postgres.checks.record({ ...act(about), attempt: null })).rejects.toThrow('waits for no request');
    await agreeOn(write);
  });

  /** Everything that the two can be asked about one check for one reader; what there was of it. */
  const readBy = async (reader: Reader, { check, requests }: OpenCheckWrite): Promise<unknown[]> => {
    const found: unknown[] = [await both(({ checks }) => checks.checkFacts(check.reference, reader)), await both(({ checks }) => checks.check(check.reference, reader))];
    for (const { id, envelope } of requests) {
      found.push(await both(({ checks }) => checks.requestFacts(id, reader)), await both(({ checks }) => checks.request(id, reader)), await both(({ checks }) => checks.envelopeFacts(envelope.id, reader)));
      found.push(await both(({ overrides }) => overrides.find(envelope.id, reader)));
    }
    for (const state of [null, 'open' as const]) found.push(...(await both(async ({ checks }) => (await checks.inbox(reader, { ...PAGE, state })).items)).filter((each) => each.check === check.id));
    found.push(...(await both(async ({ checks }) => (await checks.checks(reader, PAGE)).items)).filter(({ id }) => id === check.id));
    for (const open of [true, false]) found.push(...(await both(async ({ overrides }) => (await overrides.list(reader, { ...PAGE, open })).items)).filter((each) => each.check === check.id));
    return found.filter((each) => each !== null);
  };

  it('on who has left a check: to them there is none of it, to everybody else all of it', async () => {
    const write = samples.overriding(samples.openCheck('police-a', ['school-b', 'gp-c']));
    expect(await put('open', write)).toMatchObject({ outcome: 'done' });
    const collect = { ...samples.acknowledge(write), change: null };
    for (const leaver of [memberOf('police-a', 'm1'), memberOf('school-b', 'm1')]) {
      const before = await readBy(leaver, write);
      expect(before.length).toBeGreaterThan(3);
      const act = samples.act(leaver.agency, [samples.record('member.recused.v1', { check: write.check.id, parties: [leaver.agency] })]);
      const leave: RecuseWrite = { ...act, actor: leaver, check: write.check.id };
      expect(await both(({ recusals }) => recusals.recuse(leave))).toEqual({ outcome: 'done', reply: null });
      expect(await both(({ recusals }) => recusals.recuse(leave))).toMatchObject({ outcome: 'replayed', reply: null });
      expect(await both(({ recusals }) => recusals.recuse({ ...leave, attempt: samples.act(leaver.agency, []).attempt, records: [] }))).toEqual({ outcome: 'changed' });
      expect(await readBy(leaver, write)).toEqual([]);
      // A check that they had nobody has now.
      expect(await readBy({ ...leaver, member: 'm2' }, write)).toEqual(before.map((each) => (typeof each === 'object' && each !== null && 'heldBy' in each ? { ...each, heldBy: null } : each)));
      // Not even where they had looked before they left.
      const given = { ...collect, ...samples.act(leaver.agency, collect.records), actor: leaver };
      expect(await put('handOver', given)).toEqual({ outcome: 'changed' });
    }
    await agreeOn(write);
  });

  it('on a session that reaches what is red: nothing else is there', async () => {
    const [red, amber] = [samples.openCheck('police-a', ['school-b']), samples.openCheck('police-a', ['school-b'])];
    amber.check.urgency = 'amber';
    amber.requests[0]!.urgency = 'amber';
    expect(red.requests[0]!.urgency).toBe('red');
    for (const write of [red, amber]) expect(await put('open', write)).toMatchObject({ outcome: 'done' });
    for (const agency of ['police-a', 'school-b']) {
      const reader: Reader = { ...memberOf(agency), reach: 'red' };
      expect(await readBy(reader, red)).toEqual(await readBy(memberOf(agency), red));
      expect(await readBy(reader, amber)).toEqual([]);
    }
  });

  it('on pages, but for the cursor, which is each one\'s own', async () => {
    for (let n = 0; n < 3; n += 1) await opened(['lhb-d']);
    const pages = async ({ checks }: Stores): Promise<string[][]> => {
      const ids: string[][] = [];
      for (let after: string | null = null, first = true; first || after !== null; first = false) {
        const page = await checks.inbox(memberOf('lhb-d'), { after, limit: 2, state: 'open' });
        ids.push(page.items.map(({ id }) => id));
        after = page.next;
      }
      return ids;
    };
    expect((await both(pages)).map(({ length }) => length)).toEqual([2, 1]);
    await both(async ({ checks }) => (await checks.checks(memberOf('police-a'), { after: null, limit: 50 })).items);
    await both(({ checks }) => checks.inbox(memberOf('lhb-d'), { after: 'no cursor', limit: 2, state: null }));
  });

  it('and of an answer and a decision that meet in Postgres, one waits for the other and nothing slips in between', async () => {
    for (let round = 0; round < 10; round += 1) {
      const write = samples.openCheck('police-a', ['school-b', 'gp-c', 'lhb-d', 'housing-e']);
      await postgres.checks.open(write);
      for (let n = 0; n < 4; n += 1) await postgres.checks.handOver(samples.acknowledge(write, n));
      const answers = write.requests.map((_, n) => samples.answer(write, n)).map((answer) => ({ ...answer, change: { ...answer.change, whileCheck: 'open' as const } }));
      const results = await Promise.all([...answers.map((answer) => postgres.checks.changeRequest(answer)), postgres.checks.changeCheck(ending(write, { version: 1, state: 'open' }, 'decided'))]);
      expect(results.at(-1)).toMatchObject({ outcome: 'done' });
      const facts = (await postgres.checks.checkFacts(write.check.reference, null))!;
      expect(facts.state).toBe('decided');
      for (const [n, result] of results.slice(0, 4).entries()) {
        const state = facts.requests.find(({ id }) => id === write.requests[n]!.id)!.state;
        expect([result.outcome, state]).toEqual(result.outcome === 'done' ? ['done', 'answered'] : ['changed', 'acknowledged']);
      }
    }
  });
});
