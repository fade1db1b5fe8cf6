import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckView, ContactBody, DraftBody, DraftReply, OwnContactView, Page, Problem, RequestView } from '@lateral/contracts';
import { accepted, CheckScene } from '../../../../test/world/check-scene.js';
import { hubDoor, newId } from '../../../../test/world/hub-door.js';
import type { Answer, DoorClient, HubDoor } from '../../../../test/world/hub-door.js';
import { recordsOf, rowCounts, stored } from '../../../../test/world/stored.js';

let door: HubDoor;
let asking: DoorClient;
let asked: DoorClient;
let manager: DoorClient;
let approver: DoorClient;
let admin: DoorClient;
let school: DoorClient;
beforeAll(async () => {
  door = await hubDoor({ members: { 'csc-north': [{ member: 'u-00000031', roles: ['senior_practitioner'] }], 'police-north': [{ member: 'u-00000032', roles: ['approver'] }, { member: 'u-00000033', roles: ['agency_administrator'] }] } });
  [asking, asked, manager, approver, admin, school] = await Promise.all([
    door.signIn('csc-north'), door.signIn('police-north', 'responder'), door.signIn('police-north', 'team_manager'), door.signIn('police-north', 'approver'), door.signIn('police-north', 'agency_administrator'), door.signIn('school-north', 'responder'),
  ]);
}, 60_000);
afterAll(() => door.end());

const problem = ({ status, body }: Answer): unknown[] => [status, (body as Problem).code];
const me = (client: DoorClient): string => client.client.member;
const scene = (request: Parameters<typeof CheckScene.in>[0]): Promise<CheckScene> => CheckScene.in(request, 'open', 1, { asking, asked });
const ask = (client: DoorClient, method: string, path: string, body?: unknown): Promise<Answer> => door.ask(method, path, { ...(body === undefined ? {} : { body }), headers: { authorization: `Bearer ${client.token}` } });

describe('who has it', () => {
  it('is one of many who take a request at the same moment, and each other is told who', async () => {
    const { requests } = await scene('open');
    const path = `/v1/requests/${requests[0]!.id}/holder`;
    const takers = [asked, manager, approver];
    const answers = await Promise.all(takers.map((client) => client.put(path, { from: null, to: me(client) })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const holder = me(takers[answers.findIndex(({ status }) => status === 200)]!);
    for (const answer of answers.filter(({ status }) => status === 409)) expect(answer.body).toMatchObject({ code: 'holder-changed', holder });
    expect((await recordsOf(door.database, 'request.taken.v1')).filter(({ request }) => request === requests[0]!.id)).toMatchObject([{ holder, parties: ['police-north'] }]);
  });

  it('is the own team\'s to know and to say, and the lists can be asked by it', async () => {
    const { reference, requests } = await scene('open');
    const { id } = requests[0]!;
    const ids = async (client: DoorClient, query: string): Promise<string[]> => ((await client.get(`/v1/requests?${query}`)).body as Page<RequestView>).items.map((request) => request.id);
    const before = await ids(asked, 'held=me&state=open');
    accepted(await asked.put(`/v1/requests/${id}/holder`, { from: null, to: me(asked) }));
    const view = async (client: DoorClient): Promise<unknown> => ((await client.get(`/v1/requests/${id}`)).body as RequestView).heldBy;
    expect([await view(asked), await view(manager), await view(asking)]).toEqual([me(asked), me(asked), null]);
    for (const client of [asking, school]) expect(problem(await client.put(`/v1/requests/${id}/holder`, { from: me(asked), to: null }))).toEqual([404, 'not-found']);
    expect(problem(await approver.put(`/v1/requests/${id}/holder`, { from: me(asked), to: null }))).toEqual([409, 'not-allowed']);
    expect((await ids(asked, 'held=me&state=open')).sort()).toEqual([...before, id].sort());
    expect([(await ids(asked, 'held=none&limit=50')).includes(id), (await ids(asked, 'limit=50')).includes(id)]).toEqual([false, true]);
    const check = async (client: DoorClient): Promise<Partial<CheckView>> => (await client.get(`/v1/checks/${reference}`)).body as CheckView;
    expect([await check(asking), await check(asked)]).toMatchObject([{ openedBy: me(asking), heldBy: me(asking) }, { openedBy: null, heldBy: null }]);
    accepted(await asking.put(`/v1/checks/${reference}/holder`, { from: me(asking), to: null }));
    const checks = async (query: string): Promise<string[]> => ((await asking.get(`/v1/checks?${query}`)).body as Page<CheckView>).items.map((one) => one.reference);
    expect([(await checks('held=none&state=open')).includes(reference), (await checks('held=me')).includes(reference), (await checks('state=decided')).includes(reference)]).toEqual([true, false, false]);
    expect(problem(await asking.get('/v1/checks?state=answered'))).toEqual([422, 'invalid-request']);
  });
});

describe('what a board says of an answer', () => {
  it('is its newest, an interim one too, by its codes', async () => {
    const made = await scene('acknowledged');
    const request = made.requests[0]!;
    const view = async (client: DoorClient): Promise<unknown> => ((await client.get(`/v1/requests/${request.id}`)).body as RequestView).answer;
    const of = (type: string, message: string): unknown => ({ type, items: 0, at: expect.any(String), message });
    expect(await view(asking)).toEqual(of('HOLDING', request.answer!.header.context.message));
    const envelope = await made.sealedAnswer(request, 'NO_TRACE');
    await made.refresh();
    accepted(await asked.post(`/v1/requests/${request.id}/responses`, { version: request.version, envelope }));
    for (const client of [asking, asked]) expect(await view(client)).toEqual(of('NO_TRACE', envelope.header.context.message));
  });
});

describe('reminding', () => {
  it('goes out once in an hour, to be mailed; a session of a person who is no manager escalates nothing', async () => {
    const { id } = (await scene('open')).requests[0]!;
    const remind = (level: string, client = asking): Promise<Answer> => client.post(`/v1/requests/${id}/reminders`, { level });
    expect((await remind('reminder')).body).toMatchObject({ request: id, level: 'reminder' });
    expect(problem(await remind('reminder'))).toEqual([429, 'too-many-requests']);
    expect(problem(await remind('escalation'))).toEqual([409, 'not-allowed']);
    expect(problem(await remind('escalation', await door.signIn('csc-north', 'team_manager')))).toEqual([409, 'wrong-state']);
    expect(problem(await remind('reminder', manager))).toEqual([404, 'not-found']);
    expect(await door.database.sql(`select agency, escalates from outbox_event where event = 'request.reminded.v1' and request_id = $1`, [id])).toEqual([{ agency: 'police-north', escalates: false }]);
    expect((await asked.get(`/v1/requests/${id}`)).body).toMatchObject({ remindedAt: expect.any(String), escalatedAt: null });
  });

  it('is one where two of the team do it at the same moment', async () => {
    const { id } = (await scene('open')).requests[0]!;
    const colleague = await door.signIn('csc-north', 'senior_practitioner');
    const answers = await Promise.all([asking, colleague].map((client) => client.post(`/v1/requests/${id}/reminders`, { level: 'reminder' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 429]);
  });
});

describe('drafts', () => {
  const SEALED = Buffer.from('a draft of nobody').toString('base64url');
  const note: DraftBody = { kind: 'note', check: null, request: null, readers: 'self', state: 'writing', version: 0, sealed: SEALED };

  it('are their writer\'s alone', async () => {
    const id = newId();
    accepted(await asked.put(`/v1/drafts/${id}`, note));
    expect((await asked.get(`/v1/drafts/${id}`)).body).toMatchObject({ id, by: me(asked), version: 1, sealed: SEALED });
    const unknown = await manager.get(`/v1/drafts/${newId()}`);
    for (const client of [manager, approver, asking]) {
      expect((await client.get(`/v1/drafts/${id}`)).raw).toEqual(unknown.raw);
      expect(problem(await ask(client, 'DELETE', `/v1/drafts/${id}`))).toEqual([404, 'not-found']);
      expect((await client.get('/v1/drafts')).body).toEqual([]);
    }
    expect((await ask(asked, 'DELETE', `/v1/drafts/${id}`)).status).toBe(204);
  });

  it('go to an approver, back, and away, with a record of the first two', async () => {
    const { requests: [request] } = await scene('acknowledged');
    const id = newId();
    const body: DraftBody = { ...note, kind: 'answer', request: request!.id, readers: 'approvers', state: 'to_approve' };
    accepted(await asked.put(`/v1/drafts/${id}`, body));
    for (const client of [approver, manager]) expect((await client.get('/v1/drafts')).body).toMatchObject([{ id, state: 'to_approve', by: me(asked) }]);
    expect(((await approver.get(`/v1/drafts/${id}`)).body as DraftReply).sealed).toBe(SEALED);
    accepted(await approver.put(`/v1/drafts/${id}`, { ...body, version: 1, state: 'sent_back' }));
    expect([(await approver.get('/v1/drafts')).body, (await asked.get('/v1/drafts')).body]).toMatchObject([[], [{ id, state: 'sent_back', version: 2 }]]);
    expect([(await recordsOf(door.database, 'answer.put-to-approver.v1')).at(-1), (await recordsOf(door.database, 'answer.sent-back.v1')).at(-1)]).toMatchObject([{ draft: id, parties: ['police-north'] }, { draft: id, writer: me(asked) }]);
    accepted(await asked.put(`/v1/drafts/${id}`, { ...body, version: 2 }));
    expect((await ask(manager, 'DELETE', `/v1/drafts/${id}`)).status).toBe(204);
  });

  it('are refused by the field that is wrong, and then nothing is stored', async () => {
    const before = await rowCounts(door.database);
    for (const [field, more] of [['/sealed', { sealed: 'x'.repeat(1_700_000) }], ['/sealed', { sealed: 'not base64url!' }], ['/kind', { kind: 'novel' }], ['/surprise', { surprise: 'Cara Bellis' }], ['/version', { version: -1 }], ['/request', { request: 'x' }], ['/check', { check: 'LC-00000-00000' }]] as const) {
      const answer = await asked.put(`/v1/drafts/${newId()}`, { ...note, ...more });
      expect([answer.status, (answer.body as Problem).fields?.[0]?.field]).toEqual([422, field]);
    }
    expect(await rowCounts(door.database)).toEqual(before);
  });
});

describe('how agencies can be spoken to', () => {
  const said: ContactBody = { version: 0, phone: '01632 960123', outOfHoursPhone: '+44 1632 960999', hours: [{ day: 1, from: '08:30', to: '17:00' }], mailbox: 'desk@police-north.example', escalationMailbox: 'head@police-north.example', language: 'both', policyDocument: { id: 'APD-N-1', version: '2.0', reviewDate: '2027-06-30' }, approved: 'all' };

  it('is said by the administrator of the agency, and everybody can read all but the mailboxes', async () => {
    expect((await admin.get('/v1/agencies/police-north/contact')).body).toMatchObject({ version: 0, mailbox: 'police-north@mail.example.org', escalationMailbox: null });
    accepted<OwnContactView>(await admin.put('/v1/agencies/police-north/contact', said));
    expect((await admin.get('/v1/agencies/police-north/contact')).body).toEqual({ ...said, agency: 'police-north', version: 1, verifiedAt: expect.any(String) });
    const listed = (await school.get('/v1/agencies/contacts')).body as OwnContactView[];
    expect(listed.map(({ agency }) => agency)).toEqual(['csc-north', 'health-north', 'housing-north', 'police-north', 'school-north']);
    expect(listed[3]).toEqual({ agency: 'police-north', phone: said.phone, outOfHoursPhone: said.outOfHoursPhone, hours: said.hours, verifiedAt: expect.any(String), version: 1 });
    expect(JSON.stringify(listed)).not.toContain('@');
    expect(problem(await admin.put('/v1/agencies/police-north/contact', said))).toEqual([409, 'version-changed']);
    for (const path of ['school-north', 'nobody']) expect(problem(await admin.put(`/v1/agencies/${path}/contact`, said))).toEqual([404, 'not-found']);
    expect(problem(await manager.put('/v1/agencies/police-north/contact', said))).toEqual([403, 'role-not-allowed']);
  });

  it.each([
    ['/mailbox', 'desk@police-north.example,evil@example.org'], ['/mailbox', 'desk@police-north.example\nBcc: evil@example.org'], ['/mailbox', '"Desk" <desk@police-north.example>'], ['/mailbox', 'desk'],
    ['/phone', 'ask for Cara Bellis'], ['/phone', 'tel:01632'], ['/hours', [{ day: 8, from: '08:00', to: '09:00' }]], ['/hours', [{ day: 1, from: '8:00', to: '09:00' }]], ['/hours', [{ day: 1, from: '09:00', to: '08:00' }]],
  ])('takes no %s like %j', async (field, value) => {
    const before = await rowCounts(door.database);
    const answer = await admin.put('/v1/agencies/police-north/contact', { ...said, version: 1, [field.slice(1)]: value });
    expect([answer.status, (answer.body as Problem).fields?.[0]?.field.startsWith(field)]).toEqual([422, true]);
    expect(await rowCounts(door.database)).toEqual(before);
  });
});

describe('names', () => {
  it('are kept sealed, one a member, for the own agency alone', async () => {
    for (const sealed of ['AAEC', 'AAED']) expect((await asked.put('/v1/members/mine/name', { sealed })).status).toBe(204);
    expect((await manager.get('/v1/members/names')).body).toEqual([{ member: me(asked), sealed: 'AAED', updatedAt: expect.any(String) }]);
    expect((await school.get('/v1/members/names')).body).toEqual([]);
    expect(problem(await asked.put('/v1/members/mine/name', { sealed: 'A'.repeat(12_000) }))).toEqual([422, 'invalid-request']);
  });
});

describe('a member who has left the check', () => {
  it('has nothing of it any more, and cannot take, remind or write of it', async () => {
    const { reference, requests: [request] } = await scene('open');
    const leaver = await door.signIn('csc-north', 'senior_practitioner');
    accepted(await leaver.post(`/v1/checks/${reference}/recusal`, {}));
    const before = await stored(door.database);
    expect(problem(await leaver.put(`/v1/checks/${reference}/holder`, { from: me(asking), to: me(leaver) }))).toEqual([404, 'not-found']);
    expect(problem(await leaver.post(`/v1/requests/${request!.id}/reminders`, { level: 'reminder' }))).toEqual([404, 'not-found']);
    expect(problem(await leaver.put(`/v1/drafts/${newId()}`, { kind: 'note', check: reference, request: null, readers: 'self', state: 'writing', version: 0, sealed: 'AAEC' }))).toEqual([422, 'invalid-request']);
    expect(await stored(door.database)).toEqual(before);
  });
});
