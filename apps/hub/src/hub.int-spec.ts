import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckStanding, CheckView, HandOverReply, Page, Problem, RequestStanding, RequestView } from '@lateral/contracts';
import { sealAttachment } from '@lateral/envelope';
import { loadClientByRole } from '@lateral/provision';
import { join } from 'node:path';
import { DoorClient, hubDoor, newId } from '../../../test/world/hub-door.js';
import type { Answer, HubDoor } from '../../../test/world/hub-door.js';

const codeOf = ({ body }: Answer): string => (body as Problem).code;
const fieldsOf = ({ body }: Answer): string[] => ((body as Problem).fields ?? []).map(({ field }) => field);

let door: HubDoor;
let asking: DoorClient;
let police: DoorClient;
let school: DoorClient;
beforeAll(async () => {
  door = await hubDoor();
  [asking, police, school] = await Promise.all([door.signIn('csc-north'), door.signIn('police-north', 'responder'), door.signIn('school-north', 'responder')]);
}, 60_000);
afterAll(() => door.end());

describe('the door', () => {
  it('answers everyone about health, readiness, itself and the partnership', async () => {
    expect((await door.ask('GET', '/health')).body).toEqual({ status: 'up' });
    expect((await door.ask('GET', '/ready')).body).toEqual({ ready: true, down: [] });
    expect((await door.ask('GET', '/openapi.json')).status).toBe(200);
    expect((await door.ask('GET', '/v1/partnership')).body).toEqual(door.made.registration.partnership);
    expect((await door.ask('GET', '/v1/partnership/versions')).body).toEqual([door.made.registration.partnership]);
    expect((await door.ask('GET', '/v1/partnership/versions?from=2')).body).toEqual([]);
    expect((await door.ask('GET', '/v1/partnership/versions?from=-1')).status).toBe(422);
  });

  it('says one and the same 401 to everything else without credentials', async () => {
    const asked = [['GET', '/v1/checks'], ['GET', '/v1/events'], ['POST', '/v1/checks'], ['PUT', `/v1/attachments/${newId()}`], ['GET', '/nothing/here'], ['DELETE', '/v1/checks'], ['GET', '/v1/checks/%ff']] as const;
    const answers = await Promise.all(asked.map(([method, path]) => door.ask(method, path)));
    const wrong = await door.ask('GET', '/v1/checks', { headers: { authorization: `Bearer ${'A'.repeat(43)}` } });
    for (const { status, raw, headers } of [...answers, wrong]) {
      expect([status, raw.toString()]).toEqual([401, answers[0]!.raw.toString()]);
      expect(headers['www-authenticate']).toBe('Bearer');
    }
  });

  it('does not read the body of somebody who has not signed in', async () => {
    const { status } = await door.ask('POST', '/v1/checks', { body: '{"broken' });
    expect(status).toBe(401);
    expect(codeOf(await asking.ask('POST', '/v1/checks', { body: '{"broken', headers: { authorization: `Bearer ${asking.token}`, 'idempotency-key': newId() } }))).toBe('unreadable-request');
  });

  it('carries its headers on every answer, and gives away no server', async () => {
    for (const answer of [await door.ask('GET', '/health'), await door.ask('GET', '/v1/checks'), await asking.get('/v1/unheard-of')]) {
      expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
      expect(answer.headers['request-id']).toMatch(/^[0-9a-f-]{36}$/);
      expect(answer.headers['x-powered-by']).toBeUndefined();
      expect(answer.headers['server']).toBeUndefined();
    }
  });

  it('refuses other content types, other methods and bodies that are too large', async () => {
    const headers = { authorization: `Bearer ${asking.token}`, 'idempotency-key': newId() };
    expect((await door.ask('POST', '/v1/checks', { body: 'id=1', headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' } })).status).toBe(415);
    expect((await door.ask('POST', '/v1/checks', { body: 'x', headers: { ...headers, 'content-type': 'text/plain' } })).status).toBe(415);
    expect((await door.ask('POST', '/v1/checks', { body: `"${'A'.repeat(17 * 1024 * 1024)}"`, headers })).status).toBe(413);
    expect((await door.ask('DELETE', '/v1/checks', { headers })).status).toBe(404);
  });

  it('names the fields of a body that is not valid, and the parameter of a query', async () => {
    const answer = await asking.post('/v1/checks', { id: newId(), urgency: 'blue', receivedAt: new Date().toISOString(), requests: [] });
    expect([answer.status, codeOf(answer), fieldsOf(answer)]).toEqual([422, 'invalid-request', ['/urgency']]);
    const headers = { authorization: `Bearer ${asking.token}`, 'idempotency-key': newId() };
    for (const body of ['{"version":1,"__proto__":{"version":2}}', '{"version":1,"constructor":{"prototype":{}}}']) {
      expect(codeOf(await door.ask('POST', '/v1/checks/LC-00000-00000/closure', { body, headers }))).toBe('invalid-request');
    }
    expect(fieldsOf(await asking.get('/v1/checks?limit=1000'))).toEqual(['/limit']);
    expect(fieldsOf(await asking.get('/v1/checks?who=me'))).toEqual(['/who']);
    expect(codeOf(await asking.ask('POST', '/v1/checks', { body: {}, headers: { authorization: `Bearer ${asking.token}` } }))).toBe('idempotency-key-missing');
  });
});

describe('sign-in', () => {
  it('reads little before somebody has signed in', async () => {
    expect(codeOf(await door.ask('POST', '/v1/sign-in', { body: { assertion: 'A'.repeat(9_000) } }))).toBe('too-large');
    expect(codeOf(await door.ask('POST', '/v1/sign-in', { headers: { 'transfer-encoding': 'chunked', 'content-type': 'application/json' } }))).toBe('too-large');
  });

  it('takes an assertion once', async () => {
    const client = await loadClientByRole(join(door.made.folder), 'csc-north', 'practitioner');
    const assertion = await DoorClient.assertion(client);
    expect((await door.ask('POST', '/v1/sign-in', { body: { assertion } })).status).toBe(201);
    expect(codeOf(await door.ask('POST', '/v1/sign-in', { body: { assertion } }))).toBe('assertion-refused');
  });

  it('refuses another audience, a long life, another subject and another key in the same words', async () => {
    const client = await loadClientByRole(join(door.made.folder), 'csc-north', 'practitioner');
    const other = await loadClientByRole(join(door.made.folder), 'police-north', 'responder');
    const assertions = await Promise.all([
      DoorClient.assertion(client, { audience: 'http://localhost/other' }), DoorClient.assertion(client, { life: 121 }), DoorClient.assertion(client, { subject: `${other.member}@${other.agency}` }),
      DoorClient.assertion(client, { subject: 'u-00000000@nobody' }), DoorClient.assertion(client, { life: -10 }), DoorClient.assertion(client, { id: 'short' }),
    ]);
    const answers = await Promise.all([...assertions, 'e30.e30.AAAA'].map((assertion) => door.ask('POST', '/v1/sign-in', { body: { assertion } })));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 401));
    expect(new Set(answers.map(({ raw }) => raw.toString())).size).toBe(1);
  });
});

describe('one round through the door', () => {
  it('goes from the question to the answer, and shows each party its own', async () => {
    const body = await asking.checkTo(['police-north', 'school-north']);
    const key = newId();
    const opened = await asking.post('/v1/checks', body, key);
    expect(opened.status).toBe(201);
    const standing = opened.body as CheckStanding;
    expect((await asking.post('/v1/checks', body, key)).body).toEqual(standing);
    expect(codeOf(await asking.post('/v1/checks', await asking.checkTo(['housing-north']), key))).toBe('idempotency-key-reused');

    const inbox = (await police.get('/v1/requests')).body as Page<RequestView>;
    expect(inbox.items.map(({ id, reference, state }) => [id, reference, state])).toEqual([[body.requests[0]!.id, standing.reference, 'open']]);
    const [request] = inbox.items;
    const collected = await police.post(`/v1/envelopes/${request!.envelopes[0]!.id}/hand-over`, {});
    expect(collected.status).toBe(201);
    const { envelope, request: after, witness } = collected.body as HandOverReply;
    expect(envelope).toEqual(body.requests[0]!.envelope);
    expect([after?.state, witness]).toEqual(['acknowledged', 'recorded']);
    expect((await police.post(`/v1/envelopes/${envelope.header.context.message}/openings`, { shown: true })).status).toBe(204);

    const response = await police.sealResponse('csc-north', { check: body.id, request: request!.id, inReplyTo: envelope.header.content.digest });
    const answered = await police.post(`/v1/requests/${request!.id}/responses`, { version: after!.version, envelope: response });
    expect([answered.status, (answered.body as RequestStanding).state]).toEqual([201, 'answered']);
    expect(codeOf(await police.post(`/v1/requests/${request!.id}/responses`, { version: after!.version, envelope: response }))).not.toBe('internal');

    const view = (await asking.get(`/v1/checks/${standing.reference}`)).body as CheckView;
    expect(view.requests.map(({ asked, state }) => [asked, state]).sort()).toEqual([['police-north', 'answered'], ['school-north', 'open']]);
    const handed = await asking.post(`/v1/envelopes/${response.header.context.message}/hand-over`, undefined);
    expect((handed.body as HandOverReply).envelope).toEqual(response);
  });

  it('tells a stranger and a reader of an unknown reference the same, byte for byte', async () => {
    const body = await asking.checkTo(['police-north']);
    const { reference } = (await asking.post('/v1/checks', body)).body as CheckStanding;
    const [request, envelope] = [body.requests[0]!.id, body.requests[0]!.envelope.header.context.message];
    const stranger = await door.signIn('health-north');
    const pairs: [() => Promise<Answer>, () => Promise<Answer>][] = [
      [() => stranger.get(`/v1/checks/${reference}`), () => stranger.get('/v1/checks/LC-00000-00000')],
      [() => stranger.get(`/v1/requests/${request}`), () => stranger.get(`/v1/requests/${newId()}`)],
      [() => stranger.get(`/v1/checks/${reference}/receipts`), () => stranger.get('/v1/checks/LC-00000-00000/receipts')],
      [() => stranger.get(`/v1/checks/${reference}/evidence`), () => stranger.get('/v1/checks/LC-00000-00000/evidence')],
      [() => stranger.post(`/v1/envelopes/${envelope}/hand-over`, {}), () => stranger.post(`/v1/envelopes/${newId()}/hand-over`, {})],
      [() => stranger.post(`/v1/checks/${reference}/withdrawal`, { version: 1, reason: 'sent_in_error' }), () => stranger.post('/v1/checks/LC-00000-00000/withdrawal', { version: 1, reason: 'sent_in_error' })],
      [() => stranger.post(`/v1/requests/${request}/withdrawal`, { version: 1, reason: 'sent_in_error' }), () => stranger.get('/v1/nothing')],
    ];
    for (const [real, unknown] of pairs) {
      const [a, b] = [await real(), await unknown()];
      expect([a.status, a.raw.toString()]).toEqual([404, b.raw.toString()]);
    }
  });

  it('refuses an envelope that was changed on the way, by the field it is in', async () => {
    const body = await asking.checkTo(['police-north']);
    const { content } = body.requests[0]!.envelope;
    body.requests[0]!.envelope.content = `${content.slice(0, 40)}${content[40] === 'A' ? 'B' : 'A'}${content.slice(41)}`;
    const answer = await asking.post('/v1/checks', body);
    expect([answer.status, codeOf(answer)]).toEqual([422, 'ciphertext-mismatch']);
    expect((await door.database.sql('select 1 from lateral_check where id = $1', [body.id])).length).toBe(0);
  });

  it('streams an attachment in and, to the parties of the message that names it, out again', async () => {
    const [check, request, id] = [newId(), newId(), newId()];
    const { ciphertext, key } = await sealAttachment({ id, name: 'map.png', mime: 'image/png', plaintext: new Blob([Buffer.alloc(300_000, 7)]).stream() as ReadableStream<Uint8Array> });
    const bytes = Buffer.from(await new Response(ciphertext as BodyInit).arrayBuffer());
    const envelope = await asking.sealRequest('police-north', { check, request }, { attachment: await key });
    const body = { id: check, urgency: 'amber', receivedAt: new Date().toISOString(), requests: [{ id: request, agency: 'police-north', envelope }] };
    expect(codeOf(await asking.post('/v1/checks', body))).toBe('attachment-missing');
    const stored = await asking.put(`/v1/attachments/${id}`, bytes);
    expect([stored.status, stored.body]).toEqual([201, { length: bytes.length, digest: envelope.header.attachment?.digest }]);
    expect((await asking.post('/v1/checks', body)).status).toBe(201);
    const out = await police.post(`/v1/attachments/${id}/hand-over`, {});
    expect([out.status, out.headers['content-length'], out.raw.equals(bytes)]).toEqual([200, String(bytes.length), true]);
    expect(codeOf(await school.post(`/v1/attachments/${id}/hand-over`, {}))).toBe('not-found');
    expect(codeOf(await police.post(`/v1/attachments/${id}/hand-over`, { surprise: 1 }))).toBe('invalid-request');
  });

  it('says that the ledger is away where only the ledger can answer', async () => {
    expect(codeOf(await door.ask('GET', '/v1/log/checkpoint'))).toBe('ledger-outage');
  });

  it('logs route templates and never a path, a body or a query', () => {
    const handled = door.lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ event }) => event === 'request.handled');
    expect(handled.length).toBeGreaterThan(20);
    for (const { route, trace, ms } of handled) {
      expect(route).toMatch(/^(unknown|[a-z0-9./:-]+)$/i);
      expect(typeof ms).toBe('number');
      expect(trace).toMatch(/^[0-9a-f-]{36}$/);
    }
    expect(door.lines.join('')).not.toMatch(/LC-|Bearer|limit=/);
  });
});
