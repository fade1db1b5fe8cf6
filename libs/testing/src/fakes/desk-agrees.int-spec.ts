import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OwnContactView } from '@lateral/contracts';
import type { Actor, CheckStore, ContactStore, Draft, DraftStore, DraftWrite, HolderWrite, MemberNameStore, OpenCheckWrite, Reader, RecusalStore, RemindWrite, WorkStore } from '@lateral/exchange';
import { hubWorld, type HubWorld, type SampleWrites } from '../hub/index.js';
import { MemoryCheckStore } from './memory-check-store.js';
import { MemoryContactStore, MemoryDraftStore, MemoryMemberNameStore, MemoryWorkStore } from './memory-desk.js';
import { MemoryRecusalStore } from './memory-recusals.js';
import { MemoryTables } from './memory-tables.js';
import { memberOf } from './sample-parties.js';

const AGENCIES = ['gp-c', 'police-a', 'school-b'];
interface Stores { checks: CheckStore; recusals: RecusalStore; work: WorkStore; drafts: DraftStore; contacts: ContactStore; names: MemberNameStore }

/** The same asked of both: what people have, write and say of themselves. */
describe('the stores of the desk in memory answer as Postgres does', () => {
  let world: HubWorld;
  let samples: SampleWrites;
  let memory: Stores;
  let postgres: Stores;
  beforeAll(async () => {
    world = await hubWorld(5, AGENCIES);
    ({ samples } = world);
    const tables = new MemoryTables();
    for (const agency of AGENCIES) tables.partners.set(agency, 'POLICE');
    const registered = new Map(samples.registration(AGENCIES).mailboxes.map(({ agency, mailbox, language }) => [agency, { mailbox, language }]));
    memory = {
      checks: new MemoryCheckStore(tables), recusals: new MemoryRecusalStore(tables), work: new MemoryWorkStore(tables), drafts: new MemoryDraftStore(tables),
      contacts: new MemoryContactStore(tables, async (agency) => registered.get(agency) ?? null), names: new MemoryMemberNameStore(),
    };
    postgres = world.hub;
  });
  afterAll(() => world.end());

  const both = async <T>(ask: (stores: Stores) => Promise<T>): Promise<T> => {
    const [here, there] = [await ask(memory), await ask(postgres)];
    expect(here).toEqual(there);
    return there;
  };
  const opened = async (): Promise<OpenCheckWrite> => {
    const write = samples.openCheck('police-a', ['school-b']);
    expect(await both(({ checks }) => checks.open(write))).toMatchObject({ outcome: 'done' });
    return write;
  };
  const noticesOf = (kind: string): Promise<object[]> => world.database.sql('select agency, reference, request_id, urgency, due_at from agency_notice where kind = $1 order by at desc, agency', [kind]);

  it('on who has a request or a check, and on lists by that', async () => {
    const { check, requests } = await opened();
    const id = requests[0]!.id;
    const give = (from: string | null, to: string | null, of = id): Promise<boolean> => {
      const write: HolderWrite = { actor: memberOf('school-b'), of, from, to, at: samples.at(), records: [samples.record('request.taken.v1', { check: check.id, request: of, parties: ['school-b'] })] };
      return both(({ work }) => work.giveRequest(write));
    };
    expect([await give('m1', 'm2'), await give(null, 'm1'), await give(null, 'm2'), await give('m1', 'm2'), await give(null, 'm1', samples.id())]).toEqual([false, true, false, true, false]);
    expect(await noticesOf('request.taken.v1')).toMatchObject([{ agency: 'school-b', reference: check.reference, request_id: id, urgency: 'red', due_at: expect.any(Date) }, {}]);
    const giveCheck = (from: string | null, to: string | null): Promise<boolean> => {
      const write: HolderWrite = { actor: memberOf('police-a'), of: check.id, from, to, at: samples.at(), records: [samples.record('check.given.v1', { check: check.id, parties: ['police-a'] })] };
      return both(({ work }) => work.giveCheck(write));
    };
    expect([await giveCheck(null, 'm2'), await giveCheck('m1', 'm2')]).toEqual([false, true]);
    expect(await noticesOf('check.given.v1')).toMatchObject([{ agency: 'police-a', reference: check.reference, request_id: null, due_at: null }]);
    await opened();
    for (const reader of [memberOf('police-a'), memberOf('police-a', 'm2'), memberOf('school-b'), memberOf('school-b', 'm2'), memberOf('gp-c')]) {
      await both(({ checks }) => checks.check(check.reference, reader));
      await both(({ checks }) => checks.request(id, reader));
      for (const held of ['me', 'none', null] as const) {
        for (const state of ['open', 'decided', null] as const) await both(async ({ checks }) => (await checks.checks(reader, { after: null, limit: 50, state, held })).items);
        for (const state of ['open', 'answered', null] as const) await both(async ({ checks }) => (await checks.inbox(reader, { after: null, limit: 50, state, held })).items);
      }
    }
  });

  it('on what somebody had who has left the check', async () => {
    const { check, requests } = await opened();
    const at = samples.at();
    for (const [actor, of] of [[memberOf('school-b'), requests[0]!.id], [memberOf('police-a'), check.id]] as const) {
      if (of !== check.id) await both(({ work }) => work.giveRequest({ actor, of, from: null, to: 'm1', at, records: [] }));
      const leave = { ...samples.act(actor.agency, []), actor, check: check.id };
      await both(({ recusals }) => recusals.recuse(leave));
      await both(({ checks }) => checks.check(check.reference, { ...actor, member: 'm2' }));
      if (of === check.id) expect((await postgres.checks.check(check.reference, memberOf('police-a', 'm2')))?.heldBy).toBeNull();
      // Nor is it given to them again; to a colleague it is.
      for (const to of ['m1', 'm2']) expect(await both(({ work }) => work[of === check.id ? 'giveCheck' : 'giveRequest']({ actor, of, from: null, to, at, records: [] }))).toBe(to === 'm2');
    }
  });

  it('of what is given to somebody and left by them at once, nothing stays with them', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { check, requests } = await opened();
      const given = { at: samples.at(), records: [] };
      const [school, police] = [memberOf('school-b'), memberOf('police-a')];
      await postgres.work.giveCheck({ ...given, actor: police, of: check.id, from: 'm1', to: null });
      await Promise.all([
        postgres.work.giveRequest({ ...given, actor: school, of: requests[0]!.id, from: null, to: 'm1' }), postgres.recusals.recuse({ ...samples.act('school-b', []), actor: school, check: check.id }),
        postgres.work.giveCheck({ ...given, actor: police, of: check.id, from: null, to: 'm1' }), postgres.recusals.recuse({ ...samples.act('police-a', []), actor: police, check: check.id }),
      ]);
      expect((await postgres.checks.request(requests[0]!.id, memberOf('school-b', 'm2')))!.heldBy).toBeNull();
      expect((await postgres.checks.check(check.reference, memberOf('police-a', 'm2')))!.heldBy).toBeNull();
    }
  });

  it('on reminders, once in their time for each level, with what is owed', async () => {
    const { check, requests } = await opened();
    const request = requests[0]!.id;
    const remind = async (level: 'reminder' | 'escalation', since: Date, same?: RemindWrite): Promise<RemindWrite> => {
      const act = samples.act('police-a', [samples.record('request.reminded.v1', { check: check.id, request, parties: ['police-a', 'school-b'] })]);
      const { outbox: _, ...rest } = act;
      const write = same ?? { ...rest, request, level, since, outbox: { id: samples.id(), event: 'request.reminded.v1' as const, agency: 'school-b', check: check.id, request, at: act.at, ...(level === 'escalation' ? { escalates: true as const } : {}) } };
      outcomes.push((await both(({ work }) => work.remind(write))).outcome);
      return write;
    };
    const outcomes: string[] = [];
    const first = await remind('reminder', samples.at());
    await remind('reminder', first.at);
    await remind('escalation', first.at);
    await remind('reminder', new Date(first.at.getTime() + 1));
    await remind('reminder', first.at, first);
    expect(outcomes).toEqual(['done', 'changed', 'done', 'done', 'replayed']);
    await both(({ checks }) => checks.request(request, memberOf('school-b')));
    expect(await world.database.sql(`select count(*)::int as owed, count(*) filter (where escalates)::int as higher from outbox_event where event = 'request.reminded.v1'`)).toEqual([{ owed: 3, higher: 1 }]);
    await both(({ checks }) => checks.changeRequest({ ...samples.act('police-a', []), envelope: null, override: null, change: { request, check: check.id, from: { version: 1, state: 'open' }, to: 'withdrawn', checkChange: null } }));
    await remind('reminder', new Date(first.at.getTime() + 10_000_000));
    expect(outcomes.at(-1)).toBe('changed');
  });

  it('on drafts: whose, at which version, how many, and for whose eyes', async () => {
    const { check, requests } = await opened();
    const draft = (more: Partial<Draft> = {}): Draft => ({
      id: samples.id(), agency: 'school-b', member: 'm1', kind: 'answer', reference: null, checkId: check.id, request: requests[0]!.id, readers: 'self', state: 'writing', version: 1, updatedAt: samples.at(), sealed: 'AAEC', ...more,
    });
    const write = (of: Draft): DraftWrite => ({ actor: memberOf('school-b', of.member), draft: of, records: of.state === 'writing' ? [] : [samples.record('answer.put-to-approver.v1', { check: check.id, request: requests[0]!.id, parties: ['school-b'] })], at: of.updatedAt });
    const begin = (of: Draft, most = 50) => { const one = write(of); return both(({ drafts }) => drafts.begin(one, most)); };
    const replace = (of: Draft, from: Parameters<DraftStore['replace']>[1]) => { const one = write(of); return both(({ drafts }) => drafts.replace(one, from)); };
    const first = draft();
    expect([await begin(first), await begin({ ...first, agency: 'gp-c' }), await begin(draft(), 1), await begin(draft({ member: 'm2', kind: 'note', checkId: null, request: null, reference: null }))]).toEqual(['kept', 'taken', 'full', 'kept']);
    const from = { version: 1, state: 'writing' as const };
    const next = { ...first, version: 2, readers: 'approvers' as const, state: 'to_approve' as const, updatedAt: samples.at(), sealed: 'AAECBA' };
    for (const wrong of [{ ...next, member: 'm2' }, { ...next, agency: 'gp-c' }, { ...next, id: samples.id() }]) expect(await replace(wrong, from)).toBe(false);
    expect([await replace(next, { ...from, version: 2 }), await replace(next, { ...from, state: 'sent_back' }), await replace(next, from), await replace(next, from)]).toEqual([false, false, true, false]);
    expect(await noticesOf('answer.put-to-approver.v1')).toMatchObject([{ agency: 'school-b', request_id: requests[0]!.id }]);
    const leaver: Actor = memberOf('school-b', 'm3');
    const leave = { ...samples.act('school-b', []), actor: leaver, check: check.id };
    await both(({ recusals }) => recusals.recuse(leave));
    const readers: Reader[] = [memberOf('school-b'), memberOf('school-b', 'm2'), leaver, memberOf('gp-c'), { ...memberOf('school-b'), reach: 'red' }];
    for (const reader of readers) {
      await both(({ drafts }) => drafts.find(first.id, reader));
      for (const approves of [true, false]) await both(({ drafts }) => drafts.list(reader, approves));
    }
    expect((await postgres.drafts.list(leaver, true)).length).toBe(0);
    expect([await both(({ drafts }) => drafts.remove(first.id, 1)), await both(({ drafts }) => drafts.remove(first.id, 2)), await both(({ drafts }) => drafts.remove(first.id, 2))]).toEqual([false, true, false]);
  });

  it('on a draft of what is not red, for a session that reaches red', async () => {
    const amber = samples.openCheck('police-a', ['school-b']);
    amber.check.urgency = 'amber';
    amber.requests[0]!.urgency = 'amber';
    await both(({ checks }) => checks.open(amber));
    const draft: Draft = { id: samples.id(), agency: 'school-b', member: 'm1', kind: 'answer', reference: null, checkId: amber.check.id, request: amber.requests[0]!.id, readers: 'self', state: 'writing', version: 1, updatedAt: samples.at(), sealed: 'AAEC' };
    await both(({ drafts }) => drafts.begin({ actor: memberOf('school-b'), draft, records: [], at: draft.updatedAt }, 50));
    expect(await both(({ drafts }) => drafts.find(draft.id, { ...memberOf('school-b'), reach: 'red' }))).toBeNull();
    expect(await both(({ drafts }) => drafts.find(draft.id, memberOf('school-b')))).not.toBeNull();
  });

  it('on how agencies can be spoken to', async () => {
    const agreed = async (): Promise<void> => {
      await both(({ contacts }) => contacts.all());
      for (const agency of [...AGENCIES, 'nobody']) await both(({ contacts }) => contacts.of(agency));
    };
    await agreed();
    const said = (version: number, more: Partial<Omit<OwnContactView, 'verifiedAt'>> = {}) => {
      const contact = { agency: 'school-b', phone: '01632 960123', outOfHoursPhone: null, hours: [{ day: 1, from: '09:00', to: '17:00' }], mailbox: 'desk@school-b.example', escalationMailbox: null, language: 'cy' as const, policyDocument: { id: 'APD-1', version: '1.0', reviewDate: '2027-06-30' }, approved: 'all' as const, verifiedAt: samples.at().toISOString(), version, ...more };
      const record = samples.record('contact.changed.v1', { parties: ['school-b'] });
      return both(({ contacts }) => contacts.keep(contact, record));
    };
    expect([await said(2), await said(1), await said(1), await said(2, { mailbox: null, hours: [] })]).toEqual([false, true, false, true]);
    await agreed();
  });

  it('on names', async () => {
    const at = samples.at();
    for (const [member, sealed] of [['m2', 'AAEC'], ['m1', 'AAED'], ['m2', 'AAEF']] as const) await both(({ names }) => names.keep({ agency: 'school-b', member, sealed }, at));
    expect(await both(({ names }) => names.of('school-b'))).toHaveLength(2);
    expect(await both(({ names }) => names.of('gp-c'))).toEqual([]);
  });
});
