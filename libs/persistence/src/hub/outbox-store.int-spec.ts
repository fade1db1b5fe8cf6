import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NoticeView } from '@lateral/contracts';
import { NotifyAgency, RelayOutbox, type OpenCheckWrite } from '@lateral/exchange';
import { SystemRandom } from '@lateral/platform';
import { memberOf } from '@lateral/testing/fakes';
import { hubWorld, passHorizon, type HubWorld } from '@lateral/testing/hub';
import { twinOf } from './rows/notice-rows.js';

const REPUBLISH_MS = 4_000;
const later = (at: Date, ms: number): Date => new Date(at.getTime() + ms);

describe('the outbox', () => {
  let world: HubWorld;
  const opened = async (): Promise<OpenCheckWrite> => {
    const write = world.samples.openCheck('police-a', ['school-b', 'gp-c']);
    await world.hub.checks.open(write);
    return write;
  };
  const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id).sort();

  beforeAll(async () => {
    world = await hubWorld(4, ['police-a', 'school-b', 'gp-c'], 8);
  });
  afterAll(() => world.end());

  it('gives a row to one of many relays, and again only when it has waited too long', async () => {
    const owed = (await Promise.all(Array.from({ length: 10 }, opened))).flatMap(({ outbox }) => outbox.map(({ id }) => id)).sort();
    const at = world.samples.at();
    expect(await world.hub.outbox.oldest()).not.toBeNull();
    const claims = await Promise.all(Array.from({ length: 6 }, () => world.hub.outbox.claim(5, at, REPUBLISH_MS)));
    const rest = await world.hub.outbox.claim(100, at, REPUBLISH_MS);
    expect(ids([...claims.flat(), ...rest])).toEqual(owed);
    expect(await world.hub.outbox.claim(100, later(at, REPUBLISH_MS), REPUBLISH_MS)).toEqual([]);
    expect(ids(await world.hub.outbox.claim(100, later(at, REPUBLISH_MS + 1), REPUBLISH_MS))).toEqual(owed);
    expect(await world.database.sql('select min(attempts)::int as least from outbox_event')).toEqual([{ least: 2 }]);
    for (const id of owed) await world.hub.outbox.settle({ id, result: 'delivered', marksRequest: true, at }, world.samples.record('notice.delivered.v1', {}));
    expect(await world.hub.outbox.oldest()).toBeNull();
  });

  it('passes over a row that another relay holds', async () => {
    const { outbox } = await opened();
    const other = await world.database.connect();
    await other.query('begin');
    await other.query('select 1 from outbox_event where id = $1 for update', [outbox[0]!.id]);
    expect(ids(await world.hub.outbox.claim(10, world.samples.at(), REPUBLISH_MS))).toEqual([outbox[1]!.id]);
    await other.query('rollback');
    await other.end();
    expect(ids(await world.hub.outbox.claim(10, world.samples.at(), REPUBLISH_MS))).toEqual([outbox[0]!.id]);
  });

  it('are not for a member who has left the check: of their own agency alone, and whenever they are read', async () => {
    const { outbox, check, requests } = await opened();
    await world.hub.outbox.claim(100, world.samples.at(), REPUBLISH_MS);
    const leave = (agency: string, member: string) => ({ ...world.samples.act(agency, []), actor: { agency, member, roles: [] }, check: check.id });
    for (const [agency, member] of [['school-b', 'm1'], ['school-b', 'm2'], ['police-a', 'm3']] as const) expect(await world.hub.recusals.recuse(leave(agency, member))).toMatchObject({ outcome: 'done' });
    const found = await world.hub.notices.byIds(ids(outbox));
    expect(new Map(found.map(({ notice, without }) => [notice.agency, [...without].sort()]))).toEqual(new Map(requests.map(({ asked }) => [asked, asked === 'school-b' ? ['m1', 'm2'] : []])));
  });

  it('announces what it claims, once however often it is claimed, and says so to a worker', async () => {
    const { outbox, check, requests } = await opened();
    const at = world.samples.at();
    expect(await world.hub.notices.byIds(ids(outbox))).toEqual([]);
    await world.hub.outbox.claim(100, at, REPUBLISH_MS);
    const announced = await world.hub.notices.byIds([outbox[0]!.id]);
    expect(announced).toEqual([{ notice: { id: outbox[0]!.id, kind: 'request.posted.v1', reference: check.reference, request: requests[0]!.id, agency: 'school-b', urgency: 'red', dueAt: requests[0]!.dueAt.toISOString(), at: outbox[0]!.at.toISOString() }, without: [] }]);
    expect(await world.hub.outbox.event(outbox[0]!.id)).toMatchObject({ announced: true });
    await world.hub.outbox.claim(100, later(at, REPUBLISH_MS + 1), REPUBLISH_MS);
    expect(await world.hub.notices.byIds([outbox[0]!.id])).toEqual(announced);
  });

  it('reads and settles many that are asked for at once, each for itself, and each record once', async () => {
    const checks = await Promise.all(Array.from({ length: 12 }, opened));
    const owed = checks.flatMap(({ check, outbox, requests }) => outbox.map(({ id }, index) => ({ id, check: check.id, request: requests[index]!.id })));
    const unknown = world.samples.id();
    const read = await Promise.all([unknown, ...owed.map(({ id }) => id)].map((id) => world.hub.outbox.event(id)));
    expect(read.map((pending) => pending?.request ?? null)).toEqual([null, ...owed.map(({ request }) => request)]);
    const at = world.samples.at();
    const settle = ({ id, check, request }: { id: string; check: string; request: string }, result: 'delivered' | 'undelivered') => {
      const record = world.samples.record(`notice.${result}.v1`, { check, request });
      return world.hub.outbox.settle({ id, result, marksRequest: true, at }, record).then((settled) => ({ settled, record }));
    };
    const settled = await Promise.all([...owed, ...owed].map((one, index) => settle(one, index % 2 === 0 ? 'delivered' : 'undelivered')));
    expect(settled.filter((one) => one.settled)).toHaveLength(owed.length);
    for (const { settled: was, record } of settled) expect((await world.hub.records.record(record.id)) !== null).toBe(was);
    for (const [index, { id, request }] of owed.entries()) {
      expect(await world.hub.outbox.event(id)).toBeNull();
      expect(await world.hub.checks.request(request, memberOf('police-a'))).toMatchObject({ notice: index % 2 === 0 ? 'delivered' : 'undelivered' });
    }
  });

  it('says of an event what a worker needs, and nothing of one that is gone', async () => {
    const { outbox, check, requests } = await opened();
    const [row] = outbox;
    expect(await world.hub.outbox.event(row!.id)).toEqual({ id: row!.id, event: 'request.posted.v1', agency: 'school-b', asking: 'police-a', asked: 'school-b', check: check.id, request: requests[0]!.id, reference: check.reference, urgency: 'red', dueAt: requests[0]!.dueAt, at: row!.at, mailbox: { mailbox: 'duty@school-b.example', language: 'en' }, announced: false });
    expect(await world.hub.outbox.event(world.samples.id())).toBeNull();
  });

  it('says of an emergency override when its review is due, and shows the other party nothing', async () => {
    const write = world.samples.overriding(world.samples.openCheck('police-a', ['school-b']));
    const [{ reviewDue }] = write.overrides as [typeof write.overrides[number]];
    const row = { id: world.samples.id(), event: 'override.used.v1', agency: 'police-a', check: write.check.id, request: write.requests[0]!.id, at: write.at, escalates: true, dueAt: reviewDue } as const;
    await world.hub.checks.open({ ...write, outbox: [...write.outbox, row] });
    await world.hub.outbox.claim(100, world.samples.at(), REPUBLISH_MS);
    expect(await world.hub.outbox.event(row.id)).toMatchObject({ event: 'override.used.v1', agency: 'police-a', dueAt: reviewDue, announced: true });
    const shown = await world.hub.notices.byIds([...ids(write.outbox), row.id].flatMap((id) => [id, twinOf(id)]));
    expect(shown.map(({ notice: { agency, kind } }) => [agency, kind]).sort()).toEqual([['police-a', 'override.used.v1'], ['police-a', 'request.posted.v1'], ['school-b', 'request.posted.v1']]);
    expect(shown.find(({ notice }) => notice.kind === 'override.used.v1')!.notice.dueAt).toBe(reviewDue.toISOString());
  });

  it('settles once: the row goes, the request is marked without a new version, the record is there', async () => {
    const { outbox, check, requests } = await opened();
    const [row] = outbox;
    const record = world.samples.record('notice.undelivered.v1', { check: check.id, request: requests[0]!.id, parties: ['police-a', 'school-b'] });
    const settle = () => world.hub.outbox.settle({ id: row!.id, result: 'undelivered', marksRequest: true, at: world.samples.at() }, record);
    expect((await Promise.all([settle(), settle(), settle()])).filter(Boolean)).toHaveLength(1);
    expect(await world.hub.outbox.event(row!.id)).toBeNull();
    expect(await world.hub.checks.request(requests[0]!.id, memberOf('school-b'))).toMatchObject({ notice: 'undelivered', version: 1, state: 'open' });
    expect(await world.hub.checks.request(requests[1]!.id, memberOf('gp-c'))).toMatchObject({ notice: 'pending' });
    expect(await world.hub.records.record(record.id)).toMatchObject({ event: 'notice.undelivered.v1' });
  });

  it('does not mark the request for what told the asking agency', async () => {
    const { outbox, requests } = await opened();
    await world.hub.outbox.settle({ id: outbox[0]!.id, result: 'delivered', marksRequest: false, at: world.samples.at() }, world.samples.record('notice.delivered.v1', {}));
    expect(await world.hub.checks.request(requests[0]!.id, memberOf('school-b'))).toMatchObject({ notice: 'pending' });
  });

  it('settling and acknowledging at once both happen', async () => {
    for (let round = 0; round < 10; round += 1) {
      const check = await opened();
      const record = world.samples.record('notice.delivered.v1', { check: check.check.id });
      const [settled, handed] = await Promise.all([
        world.hub.outbox.settle({ id: check.outbox[0]!.id, result: 'delivered', marksRequest: true, at: world.samples.at() }, record),
        world.hub.checks.handOver(world.samples.acknowledge(check)),
      ]);
      expect([settled, handed.outcome]).toEqual([true, 'done']);
      expect(await world.hub.checks.request(check.requests[0]!.id, memberOf('school-b'))).toMatchObject({ notice: 'delivered', state: 'acknowledged', version: 2 });
    }
  });
});

describe('what is owed to an agency that has left the partnership', () => {
  let world: HubWorld;
  beforeAll(async () => {
    world = await hubWorld(37, ['police-a', 'school-b', 'gp-c']);
  });
  afterAll(() => world.end());

  it('is claimed as such, has no mailbox whatever is still known of one, and is settled by whoever relays it', async () => {
    const { database, samples, hub: { checks, contacts, directory, outbox, records } } = world;
    const opened = samples.openCheck('police-a', ['school-b', 'gp-c']);
    await checks.open(opened);
    const verifiedAt = samples.at().toISOString();
    await contacts.keep({ agency: 'gp-c', phone: null, outOfHoursPhone: null, hours: [], mailbox: 'own@gp-c.example', escalationMailbox: null, language: 'en', policyDocument: null, approved: 'some', verifiedAt, version: 1 }, samples.record('contact.changed.v1', {}));
    const of = (rows: readonly { agency: string; hasLeft: boolean }[]): unknown => rows.map(({ agency, hasLeft }) => [agency, hasLeft]).sort();
    expect(of(await outbox.claim(10, samples.at(), REPUBLISH_MS))).toEqual([['gp-c', false], ['school-b', false]]);
    const [ofSchool, ofSurgery] = opened.outbox;
    expect((await outbox.event(ofSurgery!.id))?.mailbox).toEqual({ mailbox: 'own@gp-c.example', language: 'en' });

    expect(await directory.register(samples.registration(['police-a', 'school-b'], 2), [samples.record('directory.registered.v1', {})])).toBe('registered');
    expect((await Promise.all([ofSchool!, ofSurgery!].map(({ id }) => outbox.event(id)))).map((pending) => pending?.mailbox ?? null)).toEqual([{ mailbox: 'duty@school-b.example', language: 'en' }, null]);
    const clock = { now: () => Promise.resolve(later(samples.at(), REPUBLISH_MS + 1)) };
    const jobs: { event: string; agency: string }[] = [];
    const publisher = { publish: async (made: typeof jobs) => { jobs.push(...made); } };
    const notify = new NotifyAgency({ clock, randomness: new SystemRandom(), outbox, mailer: { send: () => Promise.reject(new Error('mail to an agency that has left')) } });
    expect(await new RelayOutbox({ clock, outbox, publisher, notify }).carryOut()).toBe(2);
    expect(jobs).toEqual([{ event: ofSchool!.id, agency: 'school-b' }]);
    expect(await database.sql('select agency from outbox_event')).toEqual([{ agency: 'school-b' }]);
    expect(await Promise.all(opened.requests.map(async ({ id }) => (await checks.request(id, memberOf('police-a')))?.notice))).toEqual(['pending', 'undelivered']);
    const [written] = await database.sql<{ id: string }>(`select id from audit_record where event = 'notice.undelivered.v1'`);
    expect(JSON.parse((await records.record(written!.id))!.record)).toMatchObject({ agency: 'gp-c', reason: 'no-mailbox' });
  });
});

describe('notices', () => {
  let world: HubWorld;
  const notice = (agency: string): NoticeView => ({ id: world.samples.id(), kind: 'request.posted.v1', reference: 'LC-00000-00000', request: world.samples.id(), agency, urgency: 'red', dueAt: world.samples.at().toISOString(), at: world.samples.at().toISOString() });

  beforeAll(async () => {
    world = await hubWorld(5, ['school-b']);
  });
  afterAll(() => world.end());

  it('wake whoever listens with their ids, after they are there', async () => {
    const announced = Array.from({ length: 30 }, () => notice('school-b'));
    const got: NoticeView[] = [];
    let stop = async (): Promise<void> => undefined;
    await new Promise<void>((resolve, reject) => {
      void (async () => {
        stop = await world.hub.wake.listen('notice', (ids) => {
          world.hub.notices.byIds(ids).then((found) => {
            got.push(...found.map((each) => each.notice));
            if (got.length >= announced.length) resolve();
          }, reject);
        });
        await Promise.all(announced.map((one) => world.hub.outbox.announce(one)));
      })().catch(reject);
    });
    await stop();
    expect(new Map(got.map((one) => [one.id, one]))).toEqual(new Map(announced.map((one) => [one.id, one])));
  });

  it('are there once, and are read on from the last one seen without missing what committed late', async () => {
    const [first, late, next, others] = [notice('school-b'), notice('school-b'), notice('school-b'), notice('gp-c')];
    // While anything that began before is under way on this server, notices of before come again: other spec files have transactions on it.
    await passHorizon(world.database);
    const slow = await world.database.connect();
    await slow.query('begin');
    await slow.query(`insert into agency_notice (id, agency, kind, reference, request_id, urgency, due_at, at) values ($1, 'school-b', $2, $3, $4, 'red', $5, $6)`, [late.id, late.kind, late.reference, late.request, late.dueAt, late.at]);
    await world.hub.outbox.announce(first);
    await world.hub.outbox.announce({ ...first, kind: 'a second time' });
    await slow.query('commit');
    await slow.end();
    await world.hub.outbox.announce(next);
    await world.hub.outbox.announce(others);
    expect(await world.hub.notices.byIds([first.id])).toEqual([{ notice: first, without: [] }]);
    const since = async (agency: string, past: string | null = null, limit = 50): Promise<string[]> => (await world.hub.notices.since(agency, first.id, { past, limit })).map((each) => each.notice.id);
    expect([await since('school-b'), await since('gp-c')]).toEqual([[late.id, next.id], []]);
    expect([await since('school-b', null, 1), await since('school-b', late.id, 1), await since('school-b', next.id, 1)]).toEqual([[late.id], [next.id], []]);
  });

  it('come again after the connection that listened was lost', async () => {
    const woken: (() => void)[] = [];
    const wakes = (): Promise<void> => new Promise((resolve) => woken.push(resolve));
    const stop = await world.hub.wake.listen('outbox', () => woken.shift()?.());
    const back = wakes();
    await world.database.sql(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'hub-test-wake' and datname = current_database()`);
    await back;
    const again = wakes();
    world.hub.wake.soon('outbox');
    await again;
    await stop();
  });
});
