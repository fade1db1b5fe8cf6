import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '@lateral/contracts';
import { sealAttachment } from '@lateral/envelope';
import { createLogger } from '@lateral/platform';
import { renewPartnership } from '@lateral/provision';
import { accepted } from '../../../test/world/check-scene.js';
import { DoorClient, hubDoor, newId, register } from '../../../test/world/hub-door.js';
import type { Answer, HubDoor } from '../../../test/world/hub-door.js';
import { agreementBetween, published } from '../../../test/world/agreement.js';
import { stored } from '../../../test/world/stored.js';
import { apiDocument } from './api-document/api-document.js';
import { startHub } from './start-hub.js';

interface Described { operationId: string; security: unknown[]; requestBody?: { content: Record<string, { example: unknown }> } }
const document = apiDocument() as unknown as { paths: Record<string, Record<string, Described>> };
const operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, described]) => ({ path, method: method.toUpperCase(), ...described })));
const UNKNOWN = { reference: 'LC-00000-00000', request: newId(), envelope: newId(), attachment: newId(), agreement: 'SA-UNHEARD-OF', version: '1' };
type Ids = typeof UNKNOWN;

// A roster is every member's to read, and the law is everybody's; an upload is made under an id of the caller's own: they are tried below.
const aimed = operations.filter(({ path, operationId }) => path.includes('{') && !['roster', 'rosterVersions', 'catalogueVersion', 'storeAttachment'].includes(operationId));

/** All of an answer that could tell one case from another. */
function wholeOf({ status, headers, raw }: Answer): unknown[] {
  return [status, raw.toString('utf8'), Object.entries(headers).filter(([name]) => name !== 'request-id' && name !== 'date').sort()];
}

let door: HubDoor;
let asking: DoorClient;
let police: DoorClient;
let school: DoorClient;
let stranger: DoorClient;
let ids: Ids;
/** What the police were asked and answered, which the school has nothing to do with, though it was asked in the same check. */
let answer: string;
beforeAll(async () => {
  door = await hubDoor();
  [asking, police, school, stranger] = await Promise.all([door.signIn('csc-north'), door.signIn('police-north', 'responder'), door.signIn('school-north', 'responder'), door.signIn('health-north')]);
  const attachment = newId();
  const { ciphertext, key } = await sealAttachment({ id: attachment, name: 'map.png', mime: 'image/png', plaintext: new Blob([Buffer.alloc(1_000, 7)]).stream() as ReadableStream<Uint8Array> });
  accepted(await asking.put(`/v1/attachments/${attachment}`, Buffer.from(await new Response(ciphertext as BodyInit).arrayBuffer())));
  const body = await asking.checkTo(['police-north', 'school-north']);
  const first = body.requests[0]!;
  first.envelope = await asking.sealRequest('police-north', { check: body.id, request: first.id }, { attachment: await key });
  const { reference } = accepted<{ reference: string }>(await asking.post('/v1/checks', body));
  const envelope = first.envelope.header.context.message;
  accepted(await police.post(`/v1/envelopes/${envelope}/hand-over`, {}));
  const response = await police.sealResponse('csc-north', { check: body.id, request: first.id, inReplyTo: first.envelope.header.content.digest });
  accepted(await police.post(`/v1/requests/${first.id}/responses`, { version: 2, envelope: response }));
  answer = response.header.context.message;
  const agreement = await agreementBetween(['csc-north', 'police-north'], 'SA-NORTH-1');
  await published(agreement, await door.signIn('csc-north', 'signatory'), await door.signIn('police-north', 'signatory'));
  ids = { reference, request: first.id, envelope, attachment, agreement: agreement.reference, version: '1' };
}, 60_000);
afterAll(() => door.end());

/** Calls an operation with these ids in its path, and with a body that the document shows. */
function call(client: DoorClient, { path, method, requestBody }: (typeof operations)[number], named: Ids): Promise<Answer> {
  const at = path.replace(/\{(\w+)\}/g, (_, name: keyof Ids) => named[name]);
  return method === 'GET' ? client.get(at) : client.post(at, requestBody?.content['application/json']?.example);
}

describe.each(aimed.map((operation) => [operation.operationId, operation] as const))('%s', (_id, operation) => {
  it('answers somebody who is no party as it answers about an id that nobody has, byte for byte, and stores nothing', async () => {
    const before = await stored(door.database);
    const unknown = await call(stranger, operation, UNKNOWN);
    expect([unknown.status, (unknown.body as Problem).code]).toEqual([404, 'not-found']);
    expect(wholeOf(await call(stranger, operation, ids))).toEqual(wholeOf(unknown));
    expect(wholeOf(await call(stranger, operation, { ...ids, envelope: answer }))).toEqual(wholeOf(unknown));
    // What could not be an id of anything is no other answer either.
    expect(wholeOf(await call(stranger, operation, { reference: 'x', request: 'x', envelope: 'x', attachment: 'x', agreement: '%20', version: 'x' }))).toEqual(wholeOf(unknown));
    expect(await stored(door.database)).toEqual(before);
  });

});

// A check, its receipts and its evidence are the school's too, as far as its own part goes; and so it is the school's to print and to be out of.
const ofAnother = aimed.filter(({ operationId }) => !['readCheck', 'receipts', 'evidence', 'recordExport', 'recuseFromCheck'].includes(operationId));

describe.each(ofAnother.map((operation) => [operation.operationId, operation] as const))('%s by an agency that was asked in the same check', (_id, operation) => {
  it('is answered no better about the part of another', async () => {
    const before = await stored(door.database);
    const unknown = await call(school, operation, UNKNOWN);
    expect(wholeOf(await call(school, operation, ids))).toEqual(wholeOf(unknown));
    expect(wholeOf(await call(school, operation, { ...ids, envelope: answer }))).toEqual(wholeOf(unknown));
    expect(await stored(door.database)).toEqual(before);
  });
});

describe('what everybody may do', () => {
  it('reads the roster of any agency, and of none that there is not', async () => {
    expect((await stranger.get('/v1/agencies/csc-north/roster')).status).toBe(200);
    expect(wholeOf(await stranger.get('/v1/agencies/csc-south/roster'))).toEqual(wholeOf(await stranger.get('/v1/requests/x')));
  });

  it('is told of a path that cannot be, what it is told of one that is not', async () => {
    const unknown = wholeOf(await stranger.get('/v1/unheard-of'));
    for (const path of ['/v1/checks/%ff', '/v1/%', `/v1/requests/${'a'.repeat(3_000)}`]) expect(wholeOf(await stranger.get(path))).toEqual(unknown);
  });

  it('cannot put an upload in the place of another', async () => {
    const before = await stored(door.database);
    const taken = await stranger.put(`/v1/attachments/${ids.attachment}`, Buffer.from('other bytes'));
    expect([taken.status, (taken.body as Problem).code]).toEqual([409, 'id-taken']);
    expect(await stored(door.database)).toEqual(before);
  });

  it('sees of a check that it was asked in its own part alone', async () => {
    const { status, raw } = await school.get(`/v1/checks/${ids.reference}`);
    expect(status).toBe(200);
    for (const hidden of ['police-north', ids.request, ids.envelope, ids.attachment, answer]) expect(raw.includes(hidden)).toBe(false);
  });

  it('finds nothing of others in what it lists', async () => {
    expect((await stranger.get('/v1/checks')).body).toEqual({ items: [], next: null });
    expect((await stranger.get('/v1/requests')).body).toEqual({ items: [], next: null });
    expect((await stranger.get('/v1/override-reviews')).body).toEqual({ items: [], next: null });
    expect((await stranger.get('/v1/agreements')).body).toEqual({ agreements: [], next: null });
  });
});

describe('without credentials', () => {
  const openOperations = operations.filter(({ security }) => security.length === 0);
  const named = (path: string): string => path.replace(/\{(\w+)\}/g, (_, name: keyof Ids) => ids[name] ?? 'csc-north');
  const isOpen = (method: string, path: string): boolean => openOperations.some((one) => one.method === method && [named(one.path), one.path.replace(/\{\w+\}/g, 'x')].includes(path));
  const odd = ['/', '/v1', '/v1/', '/v2/checks', '/health/', '//health', '/health/x', '/admin', '/.env', '/v1/checks/%ff', '/v1/checks/%2e%2e/health', '/v1/checks/../health', '/openapi.yaml', '/metrics', `/v1/requests/${'a'.repeat(3_000)}`];

  it('leaves open what is open, and nothing besides', () => {
    expect(openOperations.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      'GET /health', 'GET /openapi.json', 'GET /ready', 'GET /v1/catalogue', 'GET /v1/catalogue/versions/{version}', 'GET /v1/key-log/checkpoint', 'GET /v1/log/checkpoint', 'GET /v1/partnership', 'GET /v1/partnership/versions',
      'GET /v1/sign-in/agencies', 'GET /v1/sign-in/callback', 'GET /v1/sign-in/start', 'POST /v1/sign-in', 'POST /v1/sign-in/back-channel-logout', 'POST /v1/sign-in/code',
    ]);
  });

  it('gives every path, known or not, by every method and with whatever body, one 401', async () => {
    const paths = Object.keys(document.paths).flatMap((path) => [named(path), path.replace(/\{\w+\}/g, 'x')]);
    const refused = wholeOf(await door.ask('GET', '/v1/checks'));
    const headed = wholeOf(await door.ask('HEAD', '/v1/checks'));
    expect(refused[0]).toBe(401);
    for (const path of new Set([...paths, ...odd])) {
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD']) {
        if (isOpen(method, path)) continue;
        expect([method, path, wholeOf(await door.ask(method, path))]).toEqual([method, path, method === 'HEAD' ? headed : refused]);
      }
    }
    for (const headers of [{ authorization: 'Basic dTpw' }, { authorization: `Bearer ${'A'.repeat(43)}` }, { authorization: 'Bearer ' }, { 'content-type': 'text/plain' }, { 'idempotency-key': 'short' }]) {
      expect(wholeOf(await door.ask('POST', '/v1/checks', { body: '{"broken', headers: headers as Record<string, string> }))).toEqual(refused);
    }
  }, 30_000);
});

describe('a member who has left', () => {
  it('has no session any more, and gets no other; a colleague keeps theirs', async () => {
    const colleague = await door.signIn('csc-north', 'responder');
    const next = await renewPartnership({ folder: door.made.folder, at: new Date(), rotate: [], leavers: [{ agency: 'csc-north', member: asking.client.member }] });
    await register({ url: door.database.url, keyStore: door.keyStore.url }, next, door.made.rootFingerprint);
    // A hub that starts reads the roster at once; one that runs looks it up again within seconds.
    const later = await startHub(door.settings, { log: createLogger({ app: 'hub', write: () => undefined }) });
    try {
      const ask = (token: string, path = '/v1/checks'): Promise<Response> => fetch(`${later.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
      const dead = await ask(asking.token);
      expect([dead.status, await dead.text()]).toEqual([401, (await door.ask('GET', '/v1/checks')).raw.toString()]);
      expect((await ask(asking.token, `/v1/checks/${ids.reference}`)).status).toBe(401);
      expect((await ask(colleague.token)).status).toBe(200);
      const again = await fetch(`${later.url}/v1/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ assertion: await DoorClient.assertion(asking.client) }) });
      expect([again.status, ((await again.json()) as Problem).code]).toEqual([401, 'assertion-refused']);
    } finally {
      for (const step of later.steps) await step.stop();
    }
  }, 30_000);
});
