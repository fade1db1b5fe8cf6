import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ContactBody, JustificationRecord, Problem } from '@lateral/contracts';
import { newId } from '../world/door-client.js';
import { hubDoor } from '../world/hub-door.js';
import type { Answer, DoorClient, HubDoor } from '../world/hub-door.js';
import { stored } from '../world/stored.js';
import { responseCodesFor } from '@lateral/testing/envelope';

type Response = NonNullable<JustificationRecord['response']>;
type Item = Response['items'][number];

let door: HubDoor;
let asking: DoorClient;
let responder: DoorClient;
let manager: DoorClient;
let administrator: DoorClient;
beforeAll(async () => {
  door = await hubDoor({ members: { 'police-north': [{ roles: ['agency_administrator'] }] } });
  [asking, responder, manager, administrator] = await Promise.all([door.signIn('csc-north'), door.signIn('police-north', 'responder'), door.signIn('police-north', 'team_manager'), door.signIn('police-north', 'agency_administrator')]);
}, 120_000);
afterAll(() => door.end());

/** A request that the police have collected. */
async function asked(): Promise<{ check: string; request: string; inReplyTo: string }> {
  const body = await asking.checkTo(['police-north']);
  expect((await asking.post('/v1/checks', body)).status).toBe(201);
  const [{ id, envelope }] = body.requests as [(typeof body.requests)[number]];
  expect((await responder.post(`/v1/envelopes/${envelope.header.context.message}/hand-over`, {})).status).toBe(201);
  return { check: body.id, request: id, inReplyTo: envelope.header.content.digest };
}

async function answer(by: DoorClient, ids: Awaited<ReturnType<typeof asked>>, item: Partial<Item>, { version = 2, corrects = null }: { version?: number; corrects?: string | null } = {}): Promise<Answer & { message: string }> {
  const response = responseCodesFor('FULL') as Response;
  // Not the first of its items, so that nobody who looks at one only is satisfied.
  const items = [...response.items, { ...response.items[0]!, item: 'i9', ...item }];
  const envelope = await by.sealResponse('csc-north', ids, 'FULL', { corrects, coded: { response: { ...response, items } } });
  return { ...(await by.post(`/v1/requests/${ids.request}/responses`, { version, envelope })), message: envelope.header.context.message };
}

const told = ({ status, body }: Answer): unknown[] => [status, (body as Problem).code, (body as Problem).fields];
const REFUSED = [409, 'not-allowed', [{ field: '/envelope/justification/response/items/1', reason: 'needs-an-approver' }]];
const KEPT: Partial<Item>[] = [{ nature: 'intelligence' }, { handling: 'le_only' }, { handling: 'do_not_record_in_file' }];

it.each(KEPT)('a responder whose client leaves the approver out sends no item that is %j, and nothing is kept of it', async (item) => {
  const ids = await asked();
  const before = await stored(door.database);
  expect(told(await answer(responder, ids, item))).toEqual(REFUSED);
  expect(await stored(door.database)).toEqual(before);
});

it('nor by a draft that they put to the approvers and take away as if it were released', async () => {
  const ids = await asked();
  const draft = newId();
  const put = { kind: 'answer', check: null, request: ids.request, readers: 'approvers', state: 'to_approve', version: 0, sealed: 'AAEC' };
  expect((await responder.put(`/v1/drafts/${draft}`, put)).status).toBe(200);
  expect((await door.ask('DELETE', `/v1/drafts/${draft}`, { headers: { authorization: `Bearer ${responder.token}` } })).status).toBe(204);
  expect(told(await answer(responder, ids, KEPT[0]!))).toEqual(REFUSED);
});

it('nor by sending an answer that anybody may send, and then correcting it', async () => {
  const ids = await asked();
  const first = await answer(responder, ids, {});
  expect(first.status).toBe(201);
  expect(told(await answer(responder, ids, KEPT[1]!, { version: 3, corrects: first.message }))).toEqual(REFUSED);
});

it('nor under the name of whoever may: the signature must be of the member who is signed in', async () => {
  const ids = await asked();
  const response = responseCodesFor('FULL') as Response;
  const coded = { response: { ...response, items: response.items.map((item) => ({ ...item, ...KEPT[2]! })) } };
  const envelope = await responder.sealResponse('csc-north', ids, 'FULL', { coded });
  const { status, body } = await manager.post(`/v1/requests/${ids.request}/responses`, { version: 2, envelope });
  expect([status, (body as Problem).code]).toEqual([422, 'signer-unknown']);
});

it('whoever releases answers sends it, and the record names them', async () => {
  const ids = await asked();
  const { status, message } = await answer(manager, ids, KEPT[0]!);
  expect(status).toBe(201);
  const [row] = await door.database.sql<{ record: string }>(`select record from audit_record where message_id = $1 and event = 'response.submitted.v1'`, [message]);
  expect(JSON.parse(row!.record)).toMatchObject({ agency: 'police-north', member: manager.client.member, request: ids.request });
});

it('and where the agency wants every answer approved, a responder sends none that tells or refuses, whatever it holds', async () => {
  const contact: ContactBody = { version: 0, phone: null, outOfHoursPhone: null, hours: [], mailbox: null, escalationMailbox: null, language: 'en', policyDocument: null, approved: 'all' };
  expect((await administrator.put('/v1/agencies/police-north/contact', contact)).status).toBe(200);
  // Nor may they say otherwise themselves.
  expect(told(await responder.put('/v1/agencies/police-north/contact', { ...contact, version: 1, approved: 'some' }))).toEqual([403, 'role-not-allowed', undefined]);
  const ids = await asked();
  expect(told(await answer(responder, ids, {}))).toEqual([409, 'not-allowed', [{ field: '/envelope/justification/response', reason: 'needs-an-approver' }]]);
  const nothing = await responder.sealResponse('csc-north', ids, 'NO_TRACE');
  expect((await responder.post(`/v1/requests/${ids.request}/responses`, { version: 2, envelope: nothing })).status).toBe(201);
});
