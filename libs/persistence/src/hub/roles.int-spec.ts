import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memberOf } from '@lateral/testing/fakes';
import { hubWorld, type HubWorld, passHorizon, sampleAgreement, sampleCatalogue, UNLOCKED, unlockedCopies } from '@lateral/testing/hub';
import { openHubDatabase, type HubDatabase } from './hub-database.js';

describe("an application's role", () => {
  let world: HubWorld;
  let app: HubDatabase;
  let role: string;

  beforeAll(async () => {
    world = await hubWorld(15, ['police-a', 'school-b']);
    role = `${world.database.name}_app`;
    await world.database.sql(`create role ${role} login password 'only-in-this-test'`);
    await world.hub.grantTo(role);
    await world.hub.installation.setMark('test');
    const url = Object.assign(new URL(world.database.url), { username: role, password: 'only-in-this-test' });
    app = await openHubDatabase({ url: url.href, poolSize: 2, applicationName: 'app-role' });
  });
  afterAll(async () => {
    await app.close();
    await world.database.sql(`drop owned by ${role}`);
    await world.database.sql(`drop role ${role}`);
    await world.end();
  });

  it('can do everything that a round does', async () => {
    const { samples } = world;
    expect(await app.isMigrated()).toBe(true);
    expect(await app.installation.mark()).toBe('test');
    expect(await app.directory.register(samples.registration(['police-a', 'school-b'], 2), [samples.record('directory.registered.v1', {})])).toBe('registered');
    const check = samples.openCheck('police-a', ['school-b']);
    expect(await app.checks.open(check)).toMatchObject({ outcome: 'done' });
    const { id } = (await app.outbox.claim(10, samples.at(), 4_000))[0]!;
    await app.outbox.announce({ id, kind: 'request.posted.v1', reference: check.check.reference, request: check.requests[0]!.id, agency: 'school-b', urgency: 'red', dueAt: samples.at().toISOString(), at: samples.at().toISOString() });
    expect(await app.outbox.settle({ id, result: 'delivered', marksRequest: true, at: samples.at() }, samples.record('notice.delivered.v1', {}))).toBe(true);
    expect(await app.checks.handOver(samples.acknowledge(check))).toMatchObject({ outcome: 'done' });
    const attachment = { id: samples.id(), agency: 'school-b', member: 'm1', at: samples.at() };
    expect(await app.attachmentsUnder(UNLOCKED).put(attachment, (async function* () { yield Uint8Array.of(1); })(), 10)).toMatchObject({ outcome: 'stored' });
    expect(await app.checks.changeRequest(samples.answer(check, 0, attachment.id))).toMatchObject({ outcome: 'done' });
    const decision = samples.envelope({ type: 'decision', check: check.check.id, request: null, from: 'police-a', to: null });
    const record = samples.record('decision.recorded.v1', { check: check.check.id, message: decision.id, parties: ['police-a'] });
    expect(await app.checks.changeCheck({ ...samples.act('police-a', [record]), check: check.check.id, from: { version: 1, state: 'open' }, to: 'decided', requests: [], envelope: decision })).toMatchObject({ outcome: 'done' });
    const session = { id: samples.id(), tokenHash: Uint8Array.of(1), kind: 'machine', agency: 'police-a', member: 'm1', issuer: null, subject: null, sid: null, startedAt: samples.at(), seenAt: samples.at(), idleUntil: null, expiresAt: samples.at() } as const;
    expect(await app.sessions.startMachine(session, { id: 'jti', expiresAt: samples.at() }, samples.record('member.signed-in.v1', {}))).toBe(true);
    await app.trips.begin({ stateHash: Uint8Array.of(1), browserHash: Uint8Array.of(2), agency: 'police-a', issuer: 'https://a.example', stepUp: null, expiresAt: samples.at() });
    expect(await app.trips.take(Uint8Array.of(1), new Date(0))).not.toBeNull();
    await app.codes.issue({ id: samples.id(), agency: 'police-a', member: 'm1', codeHash: Uint8Array.of(1), expiresAt: samples.at() }, samples.record('code.issued.v1', {}));
    await app.incidents.raise({ id: samples.id(), kind: 'ledger-away', at: samples.at() }, samples.record('incident.raised.v1', {}));
    await app.incidents.end('ledger-away', samples.at(), samples.record('incident.ended.v1', {}));
    await passHorizon(world.database);
    for (const size of [3, 4]) await app.logHeads.keep('log.example/a', { size, root: new Uint8Array(32), note: '' }, samples.at());
    expect(await app.logHeads.newest('log.example/a')).toMatchObject({ size: 4 });
    const unplaced = await app.records.unplaced(100);
    await app.records.place(unplaced.map(({ id: placed, order }, index) => ({ id: placed, order, index })), samples.at());
    expect(await app.records.oldestUnplaced()).toBeNull();
    const unsent = { ...attachment, id: samples.id() };
    expect(await app.attachmentsUnder(UNLOCKED).put(unsent, (async function* () { yield Uint8Array.of(1); })(), 10)).toMatchObject({ outcome: 'stored' });
    expect(await app.upkeep.sweepExpired(new Date(samples.at().getTime() + 31 * 86_400_000))).toBeGreaterThan(0);
    const { givenUp } = app.copiesUnder(unlockedCopies(() => samples.id()));
    expect(await givenUp.list(10)).toEqual([unsent.id]);
    await givenUp.settle([unsent.id]);
    expect(await givenUp.list(10)).toEqual([]);
    expect(await app.upkeep.ensurePartitions(await app.clock.now())).toBe(0);
  });

  it('can do everything that the law of a round needs', async () => {
    const { samples } = world;
    const opened = samples.overriding(samples.openCheck('police-a', ['school-b']));
    expect(await app.checks.open(opened)).toMatchObject({ outcome: 'done' });
    expect(await app.checks.askFurther(samples.askFurther(opened, ['school-b']))).toMatchObject({ outcome: 'done' });
    const { message, check, request } = opened.overrides[0]!;
    expect(await app.checks.keepRecord(samples.keepRecord('police-a', { check, request }, { message, finding: 'right_and_completed' }))).toMatchObject({ outcome: 'done' });
    expect((await app.overrides.find(message, memberOf('police-a')))!.finding).toBe('right_and_completed');
    expect(await app.catalogues.adopt(sampleCatalogue('1'), 'digest', samples.at(), samples.record('catalogue.adopted.v1', {}))).toBe('adopted');
    const document = sampleAgreement(['police-a', 'school-b']);
    const by = (agency: string) => ({ by: { agency, member: 'm1', roles: [] }, digest: 'digest', at: samples.at() });
    expect(await app.agreements.propose({ ...by('police-a'), document, readers: ['police-a', 'school-b'], records: [samples.record('agreement.proposed.v1', {})] })).toBe('proposed');
    expect(await app.agreements.approve({ ...by('school-b'), reference: document.reference, version: 1, publishes: true, records: [samples.record('agreement.approved.v1', {})] })).toBe('approved');
    expect(await app.agreements.published()).toEqual([{ document, digest: 'digest' }]);
  });

  it('can do everything that people, their keys and their rosters need', async () => {
    const { samples } = world;
    const [agency, member, primary] = ['police-a', 'm9', 'A'.repeat(40)];
    const [invitation, at] = [samples.id(), samples.at()];
    const invited = { id: invitation, agency, member, roles: ['practitioner' as const], codeHash: Uint8Array.of(9), issuedBy: 'm1' };
    const session = { id: samples.id(), tokenHash: Uint8Array.of(9), kind: 'newcomer', agency, member: null, issuer: 'https://a.example', subject: 's9', sid: null, startedAt: at, seenAt: at, idleUntil: null, expiresAt: new Date(at.getTime() + 60_000) } as const;
    await app.sessions.start(session, []);
    const expiresAt = new Date(at.getTime() + 60_000);
    expect(await app.invitations.invite({ ...samples.act(agency, [samples.record('member.invited.v1', {}, at)]), invitation: { ...invited, id: samples.id(), codeHash: Uint8Array.of(6), expiresAt } })).toMatchObject({ outcome: 'done' });
    expect(await app.invitations.inviteAnew({ ...invited, expiresAt }, samples.record('member.invited.v1', {}, at))).toBe(true);
    expect(await app.invitations.redeem(invitation, { agency, issuer: session.issuer, subject: session.subject, session: session.id }, at, samples.record('member.joined.v1', {}))).toBe(true);
    expect(await app.invitations.bringKey({ agency, member, key: 'AAAA', fingerprint: primary })).toBe(true);
    expect(await app.lockedKeys.keep({ v: 1, agency, member, fingerprint: primary, version: 1, locked: 'AAAA', methods: [] }, at, samples.record('key.locked.v1', {}))).toBe(true);
    // Twice over: whoever waits to join may have to start again.
    for (const n of [7, 8]) {
      const again = { ...invited, id: samples.id(), codeHash: Uint8Array.of(n) };
      expect(await app.invitations.startAgain({ ...samples.act(agency, [samples.record('member.started-again.v1', {})]), again })).toEqual({ outcome: 'done', reply: null });
    }
    expect((await app.invitations.waiting(agency, at)).filter((joiner) => joiner.member === member)).toMatchObject([{ key: null, redeemedAt: expect.any(String) }]);
    const copies = app.copiesUnder(unlockedCopies(() => samples.id()));
    await copies.custody.keepKit({ v: 1, agency, primary, made: at.toISOString(), sealed: 'AAAA' }, 'digest', at, samples.record('recovery-kit.stored.v1', {}));

    const { version } = (await app.directory.roster(agency))!.document;
    const [roster] = samples.registration([agency], version + 1).rosters;
    const digest = `digest-${version + 1}`;
    const [team, custody] = [[{ agency, member: 'm1', epoch: 'E', wrapped: 'AAAA' }], [{ agency, member: 'm1', primary, wrapped: 'AAAA' }]];
    const late = { version, digest: 'late', body: { roster: roster!, copies: team, custody }, proposedBy: 'm1', proposedAt: at };
    expect(await copies.rosters.propose(agency, late, samples.record('roster.proposed.v1', {}))).toBe(false);
    expect(await copies.rosters.proposal(agency)).toBeNull();
    expect(await copies.rosters.propose(agency, { version: version + 1, digest, body: { roster: roster!, copies: team, custody }, proposedBy: 'm1', proposedAt: at }, samples.record('roster.proposed.v1', {}))).toBe(true);
    const fact = { v: 1, kind: 'roster', of: agency, version: version + 1, digest } as const;
    expect(await copies.rosters.stillNeeded(agency, [{ epoch: 'E'.repeat(40), made: at }], at)).toEqual([]);
    expect(await copies.rosters.hasOnlyOlderKits(agency, primary, at)).toBe(false);
    expect(await copies.rosters.publish({ roster: roster!, digest, copies: team, custody, leavers: [member], members: ['m1'], custodians: ['m1'], fact, team: { primary, epochs: [{ epoch: 'E', made: at }] }, deletes: ['E'], at, records: [samples.record('roster.published.v1', {})] })).toBe(true);
    const givenUp = await copies.givenUp.list(10);
    expect(givenUp.length).toBeGreaterThan(0);
    await copies.givenUp.settle(givenUp);
    expect(await copies.givenUp.list(10)).toEqual([]);
    const unplaced = await app.keyFacts.unplaced(100);
    await app.keyFacts.place(unplaced.map(({ seq }, index) => ({ seq, index })));
    expect((await app.keyFacts.from(0, 100)).at(-1)).toEqual(fact);

    const { check } = samples.openCheck(agency, ['school-b']);
    expect(await app.recusals.recuse({ ...samples.act(agency, [samples.record('member.recused.v1', {})]), check: check.id })).toMatchObject({ outcome: 'done' });
  });

  it('cannot turn an invitation to somebody else, nor change a key as it was locked or what the key log holds', async () => {
    for (const act of ["update invitation set member = 'm1'", "update invitation set roles = '{custodian}'", 'update invitation set code_hash = code_hash', 'delete from invitation', "update key_fact set fact = ''", 'delete from key_fact', "update person set member = 'm1'", "update locked_key set document = ''", "update recovery_kit set document = ''", 'delete from recovery_kit']) {
      await expect(app.connections.with((client) => client.query({ text: act, values: [] }))).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('has no message made unreadable by giving it up', async () => {
    const { samples } = world;
    const check = samples.openCheck('police-a', ['school-b']);
    expect(await app.checks.open(check)).toMatchObject({ outcome: 'done' });
    const values = [check.requests[0]!.envelope.id];
    for (const text of ['insert into given_up_upload (object) values ($1)', `insert into copy_object (object, agency, kind, kept_at, given_up_at) values ($1, 'police-a', 'proposal', now(), now())`]) await app.connections.with((client) => client.query({ text, values }));
    expect(await app.copiesUnder(unlockedCopies(() => samples.id())).givenUp.list(10)).toEqual([]);
    await world.database.sql('delete from given_up_upload');
    await world.database.sql('delete from copy_object where given_up_at is not null');
  });

  it.each(['catalogue_version', 'agreement_version', 'agreement_party', 'agreement_approval', 'emergency_override', 'audit_record', 'audit_position', 'justification', 'envelope_body', 'partnership_file', 'agency_roster', 'recusal'])('cannot change or delete what was written in %s', async (table) => {
    for (const act of [`delete from ${table}`, `truncate ${table}`, `drop table ${table}`]) {
      await expect(app.connections.with((client) => client.query({ text: act, values: [] }))).rejects.toMatchObject({ code: '42501' });
    }
    const { column } = (await world.database.sql<{ column: string }>('select attname as column from pg_attribute where attrelid = $1::regclass and attnum > 0 limit 1', [table]))[0]!;
    await expect(app.connections.with((client) => client.query({ text: `update ${table} set ${column} = ${column}`, values: [] }))).rejects.toMatchObject({ code: '42501' });
  });
});
