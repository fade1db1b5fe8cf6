import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DRAFT_LIFE_MS } from '@lateral/contracts';
import type { Draft, Invitation, NewSession, SessionsFrom } from '@lateral/exchange';
import { memberOf } from '@lateral/testing/fakes';
import { hubWorld, type HubWorld, UNLOCKED, unlockedCopies } from '@lateral/testing/hub';

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
    expect(await world.hub.directory.statements(['school-b', 'nobody'])).toEqual([first.statements[1]]);
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
});

describe('attachments', () => {
  let world: HubWorld;
  const MEGABYTE = new Uint8Array(1024 * 1024).map((_, i) => (i * 31 + (i >> 8)) & 255);
  const DIGEST = createHash('sha256').update(MEGABYTE).digest('base64url');
  async function* pieces(bytes: Uint8Array, size: number, broken = false): AsyncIterable<Uint8Array> {
    for (let from = 0; from < bytes.length; from += size) {
      if (broken && from > bytes.length / 2) throw new Error('the line dropped');
      yield bytes.subarray(from, from + size);
    }
  }
  const chunks = async (id: string): Promise<number> => (await world.database.sql<{ n: number }>('select count(*)::int as n from attachment_chunk where attachment_id = $1', [id]))[0]!.n;
  const mine = (id = world.samples.id()) => ({ id, agency: 'police-a', member: 'm1', at: world.samples.at() });

  beforeAll(async () => {
    world = await hubWorld(11, ['police-a', 'school-b']);
  });
  afterAll(() => world.end());

  it('come out as they went in, whatever pieces they came in', async () => {
    const attachment = mine();
    expect(await world.hub.attachmentsUnder(UNLOCKED).put(attachment, pieces(MEGABYTE, 77_777), MEGABYTE.length)).toEqual({ outcome: 'stored', length: MEGABYTE.length, digest: DIGEST });
    expect(await world.hub.attachmentsUnder(UNLOCKED).facts(attachment.id)).toEqual({ agency: 'police-a', length: MEGABYTE.length, digest: DIGEST, envelope: null });
    const out: Uint8Array[] = [];
    for await (const chunk of world.hub.attachmentsUnder(UNLOCKED).read(attachment.id)) out.push(chunk);
    expect(Buffer.concat(out).equals(MEGABYTE)).toBe(true);
    expect(out).toHaveLength(4);
  });

  it('are whole or not there', async () => {
    const dropped = mine();
    await expect(world.hub.attachmentsUnder(UNLOCKED).put(dropped, pieces(MEGABYTE, 99_999, true), MEGABYTE.length)).rejects.toThrow('the line dropped');
    const large = mine();
    expect(await world.hub.attachmentsUnder(UNLOCKED).put(large, pieces(MEGABYTE, 99_999), MEGABYTE.length - 1)).toEqual({ outcome: 'too-large' });
    for (const { id } of [dropped, large]) expect([await world.hub.attachmentsUnder(UNLOCKED).facts(id), await chunks(id)]).toEqual([null, 0]);
  });

  it('keep their id: a retry is the same upload, anything else is refused', async () => {
    const attachment = mine();
    const [first, second] = await Promise.all([1000, 2000].map((size) => world.hub.attachmentsUnder(UNLOCKED).put(attachment, pieces(MEGABYTE.subarray(0, 50_000), size), 50_000)));
    expect([first!.outcome, second!.outcome]).toEqual(['stored', 'stored']);
    expect(await world.hub.attachmentsUnder(UNLOCKED).put(attachment, pieces(MEGABYTE.subarray(0, 49_999), 1000), 50_000)).toEqual({ outcome: 'id-taken' });
    expect(await world.hub.attachmentsUnder(UNLOCKED).put({ ...attachment, agency: 'school-b' }, pieces(MEGABYTE.subarray(0, 50_000), 1000), 50_000)).toEqual({ outcome: 'id-taken' });
    expect(await chunks(attachment.id)).toBe(1);
  });

  it('belong to one message of their sender', async () => {
    const attachment = mine();
    await world.hub.attachmentsUnder(UNLOCKED).put(attachment, pieces(MEGABYTE.subarray(0, 10), 10), 10);
    const write = world.samples.openCheck('police-a', ['school-b'], [attachment.id]);
    const theirs = { ...mine(), agency: 'school-b' };
    await world.hub.attachmentsUnder(UNLOCKED).put(theirs, pieces(MEGABYTE.subarray(0, 10), 10), 10);
    expect(await world.hub.checks.open(world.samples.openCheck('police-a', ['school-b'], [theirs.id]))).toEqual({ outcome: 'changed' });
    expect(await world.hub.checks.open(world.samples.openCheck('police-a', ['school-b', 'school-b'], [attachment.id, attachment.id]))).toEqual({ outcome: 'changed' });
    expect(await world.hub.checks.open(write)).toMatchObject({ outcome: 'done' });
    expect(await world.hub.attachmentsUnder(UNLOCKED).facts(attachment.id)).toMatchObject({ envelope: write.requests[0]!.envelope.id });
    expect(await world.hub.checks.open(world.samples.openCheck('police-a', ['school-b'], [attachment.id]))).toEqual({ outcome: 'changed' });
    await world.hub.checks.handOver(world.samples.acknowledge(write));
    expect(await world.hub.checks.changeRequest(world.samples.answer(write, 0, theirs.id))).toMatchObject({ outcome: 'done' });
    expect(await world.hub.attachmentsUnder(UNLOCKED).facts(theirs.id)).toMatchObject({ agency: 'school-b', envelope: expect.any(String) });
  });

  describe('that are never sent', () => {
    const after = (at: Date, ms: number): Date => new Date(at.getTime() + ms);
    const sweep = (at: Date): Promise<number> => world.hub.upkeep.sweepExpired(at);
    const givenUp = (): Promise<string[]> => world.hub.copiesUnder(unlockedCopies(() => world.samples.id())).givenUp.list(100);
    const uploaded = async (attachment: ReturnType<typeof mine>): Promise<ReturnType<typeof mine>> => {
      expect(await world.hub.attachmentsUnder(UNLOCKED).put(attachment, pieces(MEGABYTE, 99_999), MEGABYTE.length)).toMatchObject({ outcome: 'stored' });
      return attachment;
    };
    const isThere = async (id: string): Promise<boolean> => {
      const [facts, left] = [await world.hub.attachmentsUnder(UNLOCKED).facts(id), await chunks(id)];
      expect(left > 0).toBe(facts !== null);
      return facts !== null;
    };
    /** Chunks of an upload whose hub went away before it was whole. */
    const orphaned = async (id: string): Promise<string> => {
      await world.database.sql(`insert into attachment_chunk (attachment_id, upload, idx, bytes) select $1, 0, idx, '\\x00' from generate_series(0, 2) idx`, [id]);
      return id;
    };

    it('go with their chunks when no draft can name them any more, are given up, and what was sent stays', async () => {
      const [unsent, sent] = [await uploaded(mine()), await uploaded(mine())];
      expect(await world.hub.checks.open(world.samples.openCheck('police-a', ['school-b'], [sent.id]))).toMatchObject({ outcome: 'done' });
      await sweep(after(unsent.at, DRAFT_LIFE_MS));
      expect([await isThere(unsent.id), await givenUp()]).toEqual([true, expect.not.arrayContaining([unsent.id])]);
      await sweep(after(unsent.at, DRAFT_LIFE_MS + 1));
      expect([await isThere(unsent.id), await isThere(sent.id)]).toEqual([false, true]);
      expect(await givenUp()).toEqual(expect.arrayContaining([unsent.id]));
      expect(await givenUp()).not.toContain(sent.id);
    });

    it('stay as long as their agency has a draft about a request that was there before them, and no longer', async () => {
      const write = world.samples.openCheck('school-b', ['police-a']);
      await world.hub.checks.open(write);
      const unsent = await uploaded(mine());
      const later = world.samples.openCheck('school-b', ['police-a']);
      await world.hub.checks.open(later);
      const draft = (request: string): Draft => ({ id: world.samples.id(), agency: 'police-a', member: 'm2', kind: 'answer', reference: null, checkId: write.check.id, request, readers: 'approvers', state: 'to_approve', version: 1, updatedAt: after(unsent.at, 2 * DRAFT_LIFE_MS), sealed: 'AAEC' });
      const [named, younger] = [draft(write.requests[0]!.id), draft(later.requests[0]!.id)];
      const actor = memberOf('police-a', 'm2');
      for (const each of [named, younger]) await world.hub.drafts.begin({ actor, draft: each, records: [], at: each.updatedAt }, 50);
      await sweep(after(unsent.at, 2 * DRAFT_LIFE_MS));
      expect(await isThere(unsent.id)).toBe(true);
      await world.database.sql('delete from draft where id = $1', [named.id]);
      await sweep(after(unsent.at, 2 * DRAFT_LIFE_MS));
      expect(await isThere(unsent.id)).toBe(false);
      await world.database.sql('delete from draft where id = $1', [younger.id]);
    });

    it('were they begun and never completed, go after two days however long nobody swept, and their keys with them', async () => {
      const [at, old, completed] = [world.samples.at(), await orphaned(world.samples.id()), await uploaded(mine())];
      await orphaned(completed.id);
      const young = await orphaned(world.samples.id(after(at, 28 * 86_400_000)));
      await sweep(after(at, 29 * 86_400_000));
      expect([await chunks(old), await chunks(young), await isThere(completed.id)]).toEqual([0, 3, true]);
      expect(await givenUp()).toEqual(expect.arrayContaining([old]));
      for (const kept of [young, completed.id]) expect(await givenUp()).not.toContain(kept);
      await sweep(after(at, 31 * 86_400_000));
      expect(await chunks(young)).toBe(0);
    });

    it('never take the key of a message with them, though somebody gave them its id', async () => {
      const write = world.samples.openCheck('school-b', ['police-a']);
      await world.hub.checks.open(write);
      const disguised = await uploaded(mine(write.requests[0]!.envelope.id));
      await sweep(after(disguised.at, DRAFT_LIFE_MS + 1));
      expect(await isThere(disguised.id)).toBe(false);
      expect(await givenUp()).not.toContain(disguised.id);
    });
  });
});
