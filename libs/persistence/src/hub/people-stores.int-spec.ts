import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Invitation, NewSession, SessionsFrom } from '@lateral/exchange';
import { hubWorld, type HubWorld } from '@lateral/testing/hub';

describe('sessions', () => {
  let world: HubWorld;
  beforeAll(async () => {
    world = await hubWorld(9, ['police-a']);
  });
  afterAll(() => world.end());
  const later = (at: Date, ms: number): Date => new Date(at.getTime() + ms);
  const session = (n: number, more: Partial<NewSession> = {}): NewSession => {
    const startedAt = world.samples.at();
    const who = { kind: 'machine', agency: 'police-a', member: 'm1', issuer: null, subject: null, sid: null } as const;
    return { id: world.samples.id(), tokenHash: Uint8Array.of(n), ...who, startedAt, seenAt: startedAt, idleUntil: null, expiresAt: later(startedAt, 1000), ...more };
  };
  const record = () => world.samples.record('member.signed-in.v1', {});

  it('start once for an assertion, though eight are shown it at once', async () => {
    const start = (n: number) => world.hub.sessions.startMachine(session(n), { id: 'jti-1', expiresAt: later(world.samples.at(), 500) }, record());
    expect((await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(start))).filter(Boolean)).toHaveLength(1);
    expect(await world.database.sql(`select count(*)::int as n from audit_record where event = 'member.signed-in.v1'`)).toEqual([{ n: 1 }]);
    expect(await world.database.sql('select count(*)::int as n from session')).toEqual([{ n: 1 }]);
  });

  it('of one member do not use up the assertions of another, nor a provider theirs', async () => {
    const expiresAt = later(world.samples.at(), 500);
    const start = (member: string, n: number) => world.hub.sessions.startMachine(session(50 + n, { member }), { id: 'jti-2', expiresAt }, record());
    expect([await start('m1', 1), await start('m2', 2)]).toEqual([true, true]);
    const logOut = () => world.hub.sessions.endOnNotice({ agency: 'police-a', id: 'jti-2', expiresAt }, { issuer: 'https://a.example', subject: 'nobody' }, []);
    expect([await logOut(), await logOut()]).toEqual([true, false]);
  });

  it('end on a provider\'s notice once, and one that could not be carried out is not spent', async () => {
    const from = { issuer: 'https://a.example', subject: 's1' };
    const begin = (n: number, sid: string | null) => world.hub.sessions.start(session(n, { kind: 'person', ...from, sid }), []);
    const left = async (): Promise<unknown[]> => (await world.database.sql<{ sid: string }>('select sid from session where subject = $1 order by sid', [from.subject])).map(({ sid }) => sid);
    await Promise.all([begin(80, 'a'), begin(81, 'b'), begin(82, null)]);
    const ended = world.samples.record('session.ended.v1', {});
    const notice = { agency: 'police-a', id: 'notice-1', expiresAt: later(world.samples.at(), 500) };
    const logOut = (of: SessionsFrom, more: object = {}, record = ended) => world.hub.sessions.endOnNotice({ ...notice, ...more }, of, [record]);
    // One record twice over breaks the statement off.
    await expect(world.hub.sessions.endOnNotice(notice, { ...from, sid: 'a' }, [ended, ended])).rejects.toThrow();
    expect(await left()).toEqual(['a', 'b', null]);
    const told = await Promise.all([1, 2, 3].map(() => logOut({ ...from, sid: 'a' })));
    expect([told.filter(Boolean).length, await left()]).toEqual([1, ['b']]);
    await begin(83, 'a');
    expect([await logOut({ ...from, sid: 'a' }), await left()]).toEqual([false, ['a', 'b']]);
    expect([await logOut({ issuer: from.issuer, sid: 'b' }, { id: 'notice-2' }, world.samples.record('session.ended.v1', {})), await left()]).toEqual([true, ['a']]);
    expect([await logOut(from, { id: 'notice-3' }, world.samples.record('session.ended.v1', {})), await left()]).toEqual([true, []]);
    // Nobody's is nobody's: it is spent, and nothing is recorded.
    expect(await logOut(from, { id: 'notice-4' }, world.samples.record('session.ended.v1', {}))).toBe(true);
    expect(await world.database.sql(`select count(*)::int as n from audit_record where event = 'session.ended.v1'`)).toEqual([{ n: 3 }]);
  });

  it('are found until they expire, and swept after', async () => {
    const started = session(60, { member: 'm3' });
    const { tokenHash, startedAt: at } = started;
    await world.hub.sessions.start(started, [record()]);
    expect(await world.hub.sessions.find(tokenHash, later(at, 999))).toMatchObject({ agency: 'police-a', member: 'm3' });
    expect(await world.hub.sessions.find(tokenHash, later(at, 1000))).toBeNull();
    expect(await world.hub.sessions.find(Uint8Array.of(0), at)).toBeNull();
    await world.hub.sessions.start(session(61, { idleUntil: later(at, 5), expiresAt: later(at, 86_400_000) }), []);
    expect(await world.hub.upkeep.sweepExpired(later(at, 2000))).toBeGreaterThan(0);
    expect(await world.hub.upkeep.sweepExpired(later(at, 2000))).toBe(0);
    expect(await world.database.sql('select count(*)::int as n from used_assertion')).toEqual([{ n: 0 }]);
    expect(await world.database.sql('select count(*)::int as n from session')).toEqual([{ n: 0 }]);
  });

  it('of a code that is spent by two at once are one, and sweeping takes what nobody came back for', async () => {
    const { codes, trips, upkeep } = world.hub;
    const [at, id] = [world.samples.at(), world.samples.id()];
    await codes.issue({ id, agency: 'police-a', member: 'm1', codeHash: Uint8Array.of(1), expiresAt: later(at, 60_000) }, world.samples.record('code.issued.v1', {}));
    const byCode = (n: number) => codes.spend(id, session(n, { kind: 'one-time-code' }), world.samples.record('person.let-in.v1', {}));
    expect((await Promise.all([70, 71, 72].map(byCode))).filter(Boolean)).toHaveLength(1);
    await codes.issue({ id: world.samples.id(), agency: 'police-a', member: 'm1', codeHash: Uint8Array.of(2), expiresAt: later(at, 100) }, world.samples.record('code.issued.v1', {}));
    await trips.begin({ stateHash: Uint8Array.of(9), browserHash: Uint8Array.of(8), agency: 'police-a', issuer: 'https://a.example', stepUp: null, expiresAt: later(at, 100) });
    expect(await upkeep.sweepExpired(later(at, 2000))).toBe(3);
  });
});

describe('an invitation', () => {
  let world: HubWorld;
  beforeAll(async () => {
    world = await hubWorld(38, ['police-a']);
  });
  afterAll(() => world.end());
  const AGENCY = 'police-a';
  const HASHES = [Uint8Array.of(1), Uint8Array.of(2), Uint8Array.of(3)] as const;
  const invitationOf = (member: string, codeHash: Uint8Array): Invitation => ({ id: world.samples.id(), agency: AGENCY, member, roles: ['responder'], codeHash, issuedBy: 'm1', expiresAt: new Date(world.samples.at().getTime() + 60_000) });
  const invite = (invitation: Invitation, act = world.samples.act(AGENCY, [world.samples.record('member.invited.v1', {})])) => world.hub.invitations.invite({ ...act, invitation });
  const inviteAnew = (invitation: Invitation) => world.hub.invitations.inviteAnew(invitation, world.samples.record('member.invited.v1', {}));
  const byCode = async (hash: Uint8Array): Promise<string | null> => (await world.hub.invitations.byCode(AGENCY, hash, world.samples.at()))?.id ?? null;
  const redeem = (id: string, subject: string) => world.hub.invitations.redeem(id, { agency: AGENCY, issuer: 'https://a.example', subject, session: world.samples.id() }, world.samples.at(), world.samples.record('member.joined.v1', {}));

  it('takes its key with it, or leaves no trace; the same key finds what it was for', async () => {
    const [first, act] = [invitationOf('u-1', Uint8Array.of(11)), world.samples.act(AGENCY, [world.samples.record('member.invited.v1', {})])];
    expect(await invite(first, act)).toEqual({ outcome: 'done', reply: null });
    expect(await invite(first, act)).toEqual({ outcome: 'replayed', digest: act.attempt.digest, reply: null });
    for (const taken of [first, invitationOf('u-1', Uint8Array.of(12)), { ...invitationOf('u-2', Uint8Array.of(13)), id: first.id }]) expect(await invite(taken)).toEqual({ outcome: 'changed' });
    expect(await world.database.sql('select (select count(*)::int from idempotency_key) as keys, (select count(*)::int from invitation) as invitations')).toEqual([{ keys: 1, invitations: 1 }]);
  });

  it('that is made anew has the one code that counts, and is one among those who wait', async () => {
    const [first, second, third] = HASHES.map((hash) => invitationOf('u-3', hash)) as [Invitation, Invitation, Invitation];
    expect(await inviteAnew(first)).toBe(false);
    expect(await invite(first)).toMatchObject({ outcome: 'done' });
    expect([await inviteAnew(second), await inviteAnew(third)]).toEqual([true, true]);
    expect(await Promise.all(HASHES.map(byCode))).toEqual([null, null, third.id]);
    expect((await world.hub.invitations.waiting(AGENCY, world.samples.at())).filter(({ member }) => member === 'u-3')).toMatchObject([{ invitation: third.id, redeemedAt: null }]);
    expect([await redeem(first.id, 's3'), await redeem(second.id, 's3'), await redeem(third.id, 's3')]).toEqual([false, false, true]);
    expect(await inviteAnew(invitationOf('u-3', Uint8Array.of(4)))).toBe(false);
  });

  it('is either spent or made anew where both come at once', async () => {
    for (let round = 0; round < 10; round += 1) {
      const [first, second] = [invitationOf(`u-9${round}`, Uint8Array.of(20, round)), invitationOf(`u-9${round}`, Uint8Array.of(21, round))];
      await invite(first);
      const [spent, anew] = await Promise.all([redeem(first.id, `s9${round}`), inviteAnew(second)]);
      expect([spent, anew].sort()).toEqual([false, true]);
      expect(await world.database.sql('select redeemed_at is not null as redeemed from invitation where member = $1 and joined_at is null', [first.member])).toEqual([{ redeemed: spent }]);
    }
  });
});

describe('the directory', () => {
  let world: HubWorld;
  const agencies = ['police-a', 'school-b'];
  beforeAll(async () => {
    world = await hubWorld(10, agencies);
  });
  afterAll(() => world.end());
  const record = () => world.samples.record('directory.registered.v1', { parties: agencies });

  it('gives back what was registered', async () => {
    const first = world.samples.registration(agencies);
    expect(await world.hub.directory.partnership()).toEqual(first.partnership);
    expect(await world.hub.directory.roster('school-b')).toEqual(first.rosters[1]);
    expect(await world.hub.directory.roster('nobody')).toBeNull();
    expect(await world.hub.directory.statements(['school-b', 'nobody'], [])).toEqual([first.statements[1]]);
    expect(await world.hub.directory.teamKeyCopies('school-b', 'm1')).toEqual([first.copies[1]]);
    expect(await world.hub.directory.teamKeyCopies('school-b', 'm2')).toEqual([]);
  });

  it('takes a newer version once, keeps the one before, and never goes back', async () => {
    const second = world.samples.registration(agencies, 2);
    expect(await world.hub.directory.register(second, [record()])).toBe('registered');
    expect(await world.hub.directory.register(second, [record()])).toBe('already-registered');
    expect(await world.hub.directory.register(world.samples.registration(agencies, 1), [record()])).toBe('older-version');
    expect((await world.hub.directory.partnership())!.document.version).toBe(2);
    const versions = async (from: number, limit: number): Promise<number[]> => (await world.hub.directory.partnershipVersions(from, limit)).map(({ document }) => document.version);
    expect([await versions(1, 20), await versions(2, 20), await versions(1, 1), await versions(3, 20)]).toEqual([[1, 2], [2], [1], []]);
    expect((await world.hub.directory.rosters(['school-b'])).map(({ document }) => document.version)).toEqual([1, 2]);
    expect(await world.database.sql(`select count(*)::int as n from audit_record where event = 'directory.registered.v1'`)).toEqual([{ n: 2 }]);
  });

  it('refuses another document under a version that is there, whole', async () => {
    const forked = world.samples.registration([...agencies, 'gp-c'], 2);
    expect(await world.hub.directory.register(forked, [record()])).toBe('older-version');
    const olderRoster = { ...world.samples.registration(agencies, 3), rosters: world.samples.registration(agencies, 1).rosters };
    expect(await world.hub.directory.register(olderRoster, [record()])).toBe('older-version');
    expect((await world.hub.directory.partnership())!.document.version).toBe(2);
    expect(await world.hub.directory.roster('gp-c')).toBeNull();
  });

  it('gives the statements that were the newest at the times asked for, those that followed them, and the newest', async () => {
    const own = await hubWorld(12, agencies);
    const registered: Date[] = [];
    for (const version of [2, 3, 4, 5]) {
      const at = own.samples.at();
      registered.push(at);
      await own.hub.directory.register(own.samples.registration(agencies, version), [own.samples.record('directory.registered.v1', { parties: agencies }, at)]);
    }
    const given = async (...times: Date[]): Promise<number[]> => (await own.hub.directory.statements(['school-b'], times)).map(({ document }) => document.version);
    const just = (before: Date): Date => new Date(before.getTime() - 1);
    const [second, third, , fifth] = registered as [Date, Date, Date, Date];
    expect([await given(), await given(fifth), await given(just(fifth)), await given(just(third)), await given(third)]).toEqual([[5], [5], [4, 5], [2, 3, 5], [3, 4, 5]]);
    expect([await given(new Date(0)), await given(just(second), third), await given(just(second), fifth)]).toEqual([[1, 2, 5], [1, 2, 3, 4, 5], [1, 2, 5]]);
    expect((await own.hub.directory.statements(agencies, [third])).map(({ document }) => [document.agency.id, document.version])).toEqual(agencies.flatMap((agency) => [3, 4, 5].map((version) => [agency, version])));
    await own.end();
  });
});
