import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '@lateral/contracts';
import { ACTS, refusalOf, ROLES, type Act, type Role } from '@lateral/domain/access';
import { sealAttachment } from '@lateral/envelope';
import { loadClient } from '@lateral/provision';
import { agreementBetween, published } from '../../../test/world/agreement.js';
import { accepted } from '../../../test/world/check-scene.js';
import { DoorClient, hubDoor, newId } from '../../../test/world/hub-door.js';
import type { HubDoor } from '../../../test/world/hub-door.js';
import { apiDocument } from './api-document/api-document.js';
import { OPERATIONS, type Operation } from './api-document/operations.js';

/*
 * Every endpoint, by somebody with exactly one role, for each of the roles, in an agency that is party to what the path names and in one
 * that is not, and by nobody. What is expected is what the access table says; the list of endpoints is the one that the API is made of.
 */
const PARTY = 'csc-north';
const OTHER = 'school-north';
const ONE_ROLE_EACH = ROLES.map((role, i) => ({ member: `u-000000${(i + 16).toString(16)}`, roles: [role] }));
const memberWith = (role: Role): string => ONE_ROLE_EACH.find(({ roles }) => roles.includes(role))!.member;

const examples = (apiDocument() as unknown as { paths: Record<string, Record<string, { requestBody?: { content: Record<string, { example?: unknown }> } }>> }).paths;
const exampleOf = ({ path, method }: Operation): unknown => examples[path]?.[method]?.requestBody?.content['application/json']?.example;

interface Told { status: number; code: string | null }
const clients = new Map<string, DoorClient>();
let door: HubDoor;
let ids: Record<string, string>;

/** Status and problem code of an operation, asked with these credentials; a stream is left as soon as it has begun. */
async function told(operation: Operation, token: string | null, agency: string, query = ''): Promise<Told> {
  const { method, path, body } = operation;
  const named = operation.id === 'storeAttachment' ? { ...ids, attachment: newId() } : ids;
  const at = path.replace(/\{(\w+)\}/g, (_, name: string) => (name === 'agency' ? agency : (named[name] ?? newId())));
  const [type, payload] = body === 'bytes' ? ['application/octet-stream', 'x'] : ['application/json', JSON.stringify(exampleOf(operation) ?? {})];
  const response = await fetch(`${door.hub.url}${at}${query}`, {
    method: method.toUpperCase(), redirect: 'manual',
    headers: { ...(token === null ? {} : { authorization: `Bearer ${token}` }), 'idempotency-key': newId(), ...(method === 'get' ? {} : { 'content-type': type }) },
    ...(method === 'get' ? {} : { body: payload }),
  });
  const isProblem = response.headers.get('content-type')?.includes('problem+json') === true;
  const code = isProblem ? ((await response.json()) as Problem).code : null;
  if (!isProblem) await response.body?.cancel();
  return { status: response.status, code };
}

async function signedIn(agency: string, role: Role): Promise<DoorClient> {
  return DoorClient.signedIn(door.ask, await loadClient(door.made.folder, agency, memberWith(role)), door.made);
}

beforeAll(async () => {
  door = await hubDoor({ members: { [PARTY]: ONE_ROLE_EACH, [OTHER]: ONE_ROLE_EACH } });
  await Promise.all([PARTY, OTHER].flatMap((agency) => ROLES.map(async (role) => clients.set(`${agency}/${role}`, await signedIn(agency, role)))));
  const asking = clients.get(`${PARTY}/practitioner`)!;
  const attachment = newId();
  const { ciphertext, key } = await sealAttachment({ id: attachment, name: 'map.png', mime: 'image/png', plaintext: new Blob([Buffer.alloc(100, 7)]).stream() as ReadableStream<Uint8Array> });
  accepted(await asking.put(`/v1/attachments/${attachment}`, Buffer.from(await new Response(ciphertext as BodyInit).arrayBuffer())));
  const body = await asking.checkTo(['police-north']);
  const first = body.requests[0]!;
  first.envelope = await asking.sealRequest('police-north', { check: body.id, request: first.id }, { attachment: await key });
  const { reference } = accepted<{ reference: string }>(await asking.post('/v1/checks', body));
  const agreement = await agreementBetween([PARTY, 'police-north'], 'SA-NORTH-1');
  await published(agreement, clients.get(`${PARTY}/signatory`)!, await door.signIn('police-north', 'signatory'));
  ids = { reference, request: first.id, envelope: first.envelope.header.context.message, attachment, agreement: agreement.reference, version: '1' };
}, 120_000);
afterAll(() => door.end());

/** Names of things that belong to the parties of a matter: to anybody else there is no such thing. */
const OF_A_MATTER = /\{(?:reference|request|envelope|agreement)\}|attachments\/\{attachment\}\/hand-over/;

/** What the door and the guard say; whatever else comes back was said by the act. */
const PASSED_BY_NONE: readonly (string | null)[] = ['unauthenticated', 'role-not-allowed', 'step-up-needed', 'key-proof-needed', 'cross-site'];

/** Whoever has done one of these is out, of a check or altogether: they come last. */
const ENDINGS: readonly Act[] = ['recuse', 'end-own-session'];
const inOrder = [...OPERATIONS].sort((a, b) => ENDINGS.indexOf(a.act) - ENDINGS.indexOf(b.act));

describe.each(inOrder.map((operation) => [operation.id, operation] as const))('%s', (_id, operation) => {
  const { act, path, widened } = operation;
  const asked = [{ act, query: '' }, ...(widened === undefined ? [] : [{ act: widened.act, query: `?${widened.query}=${widened.value}` }])];

  it.each([['own', PARTY], ['other', OTHER]] as const)('by each role of the %s agency is answered as the table says', async (side, agency) => {
    for (const { act: named, query } of asked) {
      const rule = ACTS[named];
      const answers = await Promise.all(ROLES.map(async (role) => {
        // Who signs out is out, in every window: each comes in anew.
        const client = named === 'end-own-session' ? await signedIn(agency, role) : clients.get(`${agency}/${role}`)!;
        const answer = await told(operation, client.token, PARTY, query);
        const relation = path.includes('{agency}') ? side : 'own';
        return { role, answer, refused: refusalOf(rule, { roles: [role], session: 'machine', relation }) };
      }));
      for (const { role, answer, refused } of answers) {
        const cell = { endpoint: `${operation.id}${query}`, role, side };
        if (refused === 'role-not-allowed') expect({ ...cell, ...answer }).toEqual({ ...cell, status: 403, code: 'role-not-allowed' });
        else if (refused === 'not-found') expect({ ...cell, ...answer }).toEqual({ ...cell, status: 404, code: 'not-found' });
        else {
          expect({ ...cell, code: answer.code, passed: !PASSED_BY_NONE.includes(answer.code) }).toEqual({ ...cell, code: answer.code, passed: true });
          if (side === 'own' && operation.method === 'get' && OF_A_MATTER.test(path)) expect({ ...cell, ...answer }).not.toMatchObject({ status: 404 });
          if (side === 'other' && rule.other === 'nobody' && OF_A_MATTER.test(path)) expect({ ...cell, ...answer }).toEqual({ ...cell, status: 404, code: 'not-found' });
        }
      }
    }
  }, 30_000);

  it('by nobody is answered as the table says', async () => {
    for (const { act: named, query } of asked) {
      const { status, code } = await told(operation, null, PARTY, query);
      if (refusalOf(ACTS[named], null) === 'unauthenticated') expect([operation.id, status, code]).toEqual([operation.id, 401, 'unauthenticated']);
      else expect([operation.id, code]).not.toEqual([operation.id, 'unauthenticated']);
    }
  });
});
