import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '@lateral/contracts';
import { hubDoor, newId } from '../../../test/world/hub-door.js';
import type { Answer, DoorClient, HubDoor } from '../../../test/world/hub-door.js';
import { PersonDoors } from '../../../test/world/person-door.js';
import type { PersonDoor } from '../../../test/world/person-door.js';
import { rowCounts } from '../../../test/world/stored.js';
import { apiDocument } from './api-document/api-document.js';

interface Schema { $ref?: string; type?: string | string[]; properties?: Record<string, Schema>; items?: Schema; required?: string[]; maxLength?: number; maxItems?: number; oneOf?: Schema[]; enum?: unknown[]; const?: unknown }
interface Described { operationId: string; requestBody?: { content: Record<string, { schema: Schema; example: unknown }> } }
const document = apiDocument() as unknown as { paths: Record<string, Record<string, Described>>; components: { schemas: Record<string, Schema> } };
const bodies = Object.entries(document.paths).flatMap(([path, operations]) => Object.entries(operations).flatMap(([method, { operationId, requestBody }]) => {
  const json = requestBody?.content['application/json'];
  return json === undefined || method !== 'post' ? [] : [{ operationId, path: path.replace('{reference}', 'LC-00000-00000').replace('{version}', '1').replace(/\{\w+\}/g, newId()), schema: json.schema, example: json.example }];
}));

interface Wrong { pointer: string; how: string; body: unknown }

/** Bodies that are wrong in one place each, made from what the document says of an operation. */
function wrongBodies(value: unknown, schema: Schema, rebuild: (value: unknown) => unknown, pointer = ''): Wrong[] {
  const own = schema.$ref === undefined ? schema.oneOf?.[0] ?? schema : document.components.schemas[schema.$ref.split('/').at(-1)!]!;
  if (own !== schema) return wrongBodies(value, own, rebuild, pointer);
  const wrong = (how: string, odd: unknown, at = pointer): Wrong => ({ pointer: at, how, body: rebuild(odd) });
  const type = [own.type].flat()[0];
  if (Array.isArray(value)) {
    const item = value[0] as unknown;
    return [wrong('wrong type', 'x'), wrong('oversized', Array.from({ length: (own.maxItems ?? 0) + 1 }, () => item ?? 'x')), ...(item === undefined ? [] : wrongBodies(item, own.items ?? {}, (changed) => rebuild([changed, ...value.slice(1)]), `${pointer}/0`))];
  }
  if (typeof value !== 'object' || value === null) return [wrong('wrong type', { odd: true }), ...(type === 'string' && own.maxLength !== undefined ? [wrong('oversized', 'x'.repeat(own.maxLength + 1))] : [])];
  const members = value as Record<string, unknown>;
  const without = (name: string): unknown => Object.fromEntries(Object.entries(members).filter(([key]) => key !== name));
  return [
    wrong('wrong type', 7),
    wrong('unknown', { ...members, surprise: 'Cara Bellis' }, `${pointer}/surprise`),
    ...(own.required ?? []).map((name) => wrong('missing', without(name), `${pointer}/${name}`)),
    ...Object.entries(members).flatMap(([name, member]) => wrongBodies(member, own.properties?.[name] ?? {}, (changed) => rebuild({ ...members, [name]: changed }), `${pointer}/${name}`)),
  ];
}

let door: HubDoor;
let doors: PersonDoors;
let client: DoorClient;
/** Whom a provider let in and no roster names: nobody else spends an invitation. */
let newcomer: PersonDoor;
beforeAll(async () => {
  // Every faulty body counts as a code that failed.
  door = await hubDoor({ limits: { failedCodes: 1_000 } });
  doors = await PersonDoors.beside(door);
  client = await door.signIn('health-north');
  newcomer = await doors.signIn({ agency: 'health-north', member: 'u-newcomer' }, { kind: 'newcomer' });
}, 60_000);
afterAll(async () => {
  await doors.end();
  await door.end();
});

function send(operationId: string, path: string, body: unknown): Promise<Answer> {
  if (operationId === 'signIn') return door.ask('POST', path, { body });
  return operationId === 'redeemInvitation' ? newcomer.post(path, body) : client.post(path, body);
}

const rows = (): Promise<Record<string, number>> => rowCounts(door.database);

describe.each(bodies.map((body) => [body.operationId, body] as const))('%s', (operationId, { path, schema, example }) => {
  it('names the field of every body that is wrong in one place, and stores nothing', async () => {
    const before = await rows();
    for (const { pointer, how, body } of wrongBodies(example, schema, (whole) => whole)) {
      const answer = await send(operationId, path, body);
      const problem = answer.body as Problem;
      const where = `${how} at ${pointer}: ${problem.code}`;
      expect([where, answer.status]).toEqual([where, 422]);
      expect([where, problem.fields?.[0]?.field.startsWith(pointer)]).toEqual([where, true]);
      expect(answer.raw.toString()).not.toContain('Bellis');
    }
    expect(await rows()).toEqual(before);
    expect((await door.ask('GET', '/health')).status).toBe(200);
  }, 120_000);
});

describe('a newcomer', () => {
  it('is read 64 KiB of and no more, whatever they post; a member is read more', async () => {
    const before = await rows();
    const long = { code: 'A'.repeat(64 * 1024) };
    for (const path of ['/v1/invitations/redemption', '/v1/step-ups', '/v1/passkeys', '/v1/sign-out']) {
      const { status, body } = await newcomer.post(path, long);
      expect([path, status, (body as Problem).code]).toEqual([path, 413, 'too-large']);
    }
    const unsaid = await door.ask('POST', '/v1/invitations/redemption', { headers: { 'cookie': `lateral=${newcomer.token}`, 'origin': 'http://localhost', 'transfer-encoding': 'chunked', 'content-type': 'application/json', 'idempotency-key': newId() } });
    expect([unsaid.status, (unsaid.body as Problem).code]).toEqual([413, 'too-large']);
    const longest = { code: 'A'.repeat(64 * 1024 - Buffer.byteLength('{"code":""}')) };
    expect([(await newcomer.post('/v1/invitations/redemption', longest)).status, (await client.post('/v1/one-time-codes', { member: 'A'.repeat(70_000) })).status]).toEqual([422, 422]);
    expect(await rows()).toEqual(before);
  });
});

describe('what is well formed and is nothing', () => {
  it('a cursor of a year that no database has: an empty page, of every list', async () => {
    const after = Buffer.from('zzzzzzzzzz.00000000-0000-0000-0000-000000000000').toString('base64url');
    for (const path of ['/v1/checks', '/v1/requests', '/v1/override-reviews', '/v1/delegated-requests']) {
      const { status, body } = await client.get(`${path}?after=${after}`);
      expect([path, status, body]).toEqual([path, 200, { items: [], next: null }]);
    }
  });

  it('half a character in the words of an agreement, and a kit that was made on a day that there was not: each refused by its field', async () => {
    const { example } = bodies.find(({ operationId }) => operationId === 'proposeAgreement')! as { example: { document: { title: object } } };
    const proposal = { document: { ...example.document, title: { ...example.document.title, en: 'X\ud800' } } };
    const custodian = await door.signIn('csc-north', 'custodian');
    const kit = { v: 1, agency: 'csc-north', primary: door.made.registration.partnership.document.agencies.find(({ id }) => id === 'csc-north')!.primary, made: '2026-02-30T10:00:00.000Z', sealed: 'AAAA' };
    const before = await rows();
    for (const [answer, field] of [[await client.post('/v1/agreements', proposal), '/document/title/en'], [await custodian.put('/v1/recovery-kit', kit), '/made']] as const) {
      expect([answer.status, (answer.body as Problem).fields]).toEqual([422, [{ field, reason: 'wrong-format' }]]);
    }
    expect(await rows()).toEqual(before);
  });
});
