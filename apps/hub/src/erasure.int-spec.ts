import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckView, OpenCheckBody, SealedEnvelope } from '@lateral/contracts';
import { referenceOf } from '@lateral/domain';
import { sealAttachment } from '@lateral/envelope';
import { DestroyCopies, EraseCheck, StoreAttachment, type KeptEnvelope } from '@lateral/exchange';
import { openHubDatabase, type HubDatabase } from '@lateral/persistence/hub';
import { ErasableEvidence, ObjectChunkLocks, ObjectCopyLocks, openKeyStore, type KeyStore } from '@lateral/persistence/key-store';
import { createLogger, loadSettings, Secret, SystemRandom } from '@lateral/platform';
import { freshDatabase, type FreshDatabase } from '@lateral/testing/hub';
import { accepted } from '../../../test/world/check-scene.js';
import { hubDoor, newId, type DoorClient, type HubDoor } from '../../../test/world/hub-door.js';
import { dumpOf, lockedParts, possibleKeys, readAllWays, restoreInto, unlocked } from '../../../test/world/stolen-copy.js';
import { recordsOf } from '../../../test/world/stored.js';
import { HubSettings } from './hub.settings.js';
import { migrateHub } from './migrate-hub.js';
import { startHub, type RunningHub } from './start-hub.js';

const random = new SystemRandom();
let door: HubDoor;
let asking: DoorClient;
let asked: DoorClient;
let backup: FreshDatabase;
/** The check that is erased, and one that is not. */
let check: OpenCheckBody;
let other: OpenCheckBody;
let attachment: { id: string; bytes: Buffer };

beforeAll(async () => {
  door = await hubDoor();
  [asking, asked] = await Promise.all([door.signIn('csc-north'), door.signIn('police-north', 'responder')]);
  const id = newId();
  const { ciphertext, key } = await sealAttachment({ id, name: 'map.png', mime: 'image/png', plaintext: new Blob([Buffer.alloc(300_000, 7)]).stream() as ReadableStream<Uint8Array> });
  attachment = { id, bytes: Buffer.from(await new Response(ciphertext as BodyInit).arrayBuffer()) };
  accepted(await asking.put(`/v1/attachments/${id}`, attachment.bytes));
  check = await asking.checkTo(['police-north']);
  check.requests[0]!.envelope = await asking.sealRequest('police-north', { check: check.id, request: check.requests[0]!.id }, { attachment: await key });
  other = await asking.checkTo(['police-north']);
  for (const body of [check, other]) {
    accepted(await asking.post('/v1/checks', body));
    accepted(await asked.post(`/v1/envelopes/${messageOf(body)}/hand-over`, {}));
  }
});
afterAll(async () => {
  await door.end();
  await backup?.drop();
});

const sent = (body: OpenCheckBody): SealedEnvelope => body.requests[0]!.envelope;
const codeOf = ({ status, body }: { status: number; body: unknown }): unknown[] => [status, (body as { code?: string }).code];
const messageOf = (body: OpenCheckBody): string => sent(body).header.context.message;

async function withBoth<T>(act: (database: HubDatabase, keyStore: KeyStore) => Promise<T>, url = door.database.url): Promise<T> {
  const database = await openHubDatabase({ url, poolSize: 2, applicationName: 'erasure' });
  const keyStore = await openKeyStore({ url: door.keyStore.url, poolSize: 1, randomness: random });
  try {
    return await act(database, keyStore);
  } finally {
    await keyStore.close();
    await database.close();
  }
}

/** Answered, decided and closed. */
async function close(): Promise<void> {
  const [{ id: request }] = check.requests as [OpenCheckBody['requests'][number]];
  const envelope = await asked.sealResponse('csc-north', { check: check.id, request, inReplyTo: sent(check).header.content.digest });
  accepted(await asked.post(`/v1/requests/${request}/responses`, { version: 2, envelope }));
  const version = async (): Promise<number> => accepted<CheckView>(await asking.get(`/v1/checks/${referenceOf(check.id)}`)).version;
  accepted(await asking.post(`/v1/checks/${referenceOf(check.id)}/decision`, { version: await version(), envelope: await asking.sealDecision(check.id) }));
  accepted(await asking.post(`/v1/checks/${referenceOf(check.id)}/closure`, { version: await version() }));
}

/** As the operator's command does. */
function erase(reference: string): ReturnType<EraseCheck['carryOut']> {
  return withBoth(({ clock, checks, erasures }, { keys }) => new EraseCheck({ clock, randomness: random, checks, erasures, keys }).carryOut(reference));
}

/** What a pack for the agency asked would carry: there is no ledger here to make a whole one with. */
function evidence(body: OpenCheckBody, url?: string): Promise<KeptEnvelope['sealed'][]> {
  return withBoth(async (database, { keys }) => (await new ErasableEvidence(database.evidence, keys).envelopes(body.id, 'police-north', true)).map(({ sealed }) => sealed), url);
}

/** Whether any key that can be found in both databases unlocks anything of an object; and whether any of what was sent lies there as it was sent. */
async function canBeHad(hub: FreshDatabase, body: OpenCheckBody): Promise<string[]> {
  const found = readAllWays([...await dumpOf(hub, 'hub'), ...await dumpOf(door.keyStore, 'key store')]);
  const keys = possibleKeys(found);
  const objects = [messageOf(body), ...sent(body).header.attachment === null ? [] : [attachment.id]];
  const parts = (await lockedParts(hub)).filter(({ object }) => objects.includes(object));
  expect(parts.length).toBeGreaterThanOrEqual(objects.length * 2);
  const opened = parts.filter((part) => keys.some((key) => unlocked(part, key) !== null)).map(({ part }) => part);
  const clear = [Buffer.from(sent(body).content, 'base64url'), Buffer.from(sent(body).narrative, 'base64url'), attachment.bytes];
  const lying = found.filter(({ bytes }) => clear.some((original) => bytes.includes(original.subarray(0, 64)) || bytes.includes(original.subarray(-64)))).map(({ place }) => place);
  return [...opened, ...lying];
}

describe('a check that was erased', () => {
  it('was in evidence as it was sent, though it lies otherwise; and can be unlocked by who has both databases', async () => {
    const [envelope] = await evidence(check);
    expect([envelope?.content, envelope?.narrative]).toEqual([sent(check).content, sent(check).narrative]);
    expect((await canBeHad(door.database, check)).sort()).toEqual(['chunk 0', 'chunk 1', 'content', 'narrative']);
  });

  it('is not erased while it is open', async () => {
    expect(await erase(referenceOf(check.id))).toMatchObject({ ok: false, code: 'wrong-state' });
  });

  it('is erased, at every repetition, with a record for both parties', async () => {
    backup = await freshDatabase();
    const database = await openHubDatabase({ url: backup.url, poolSize: 2, applicationName: 'erasure' });
    await migrateHub(database, 'test');
    await database.close();
    await restoreInto(backup, door.database);
    await close();
    for (let i = 0; i < 2; i += 1) expect(await erase(referenceOf(check.id))).toEqual({ ok: true, value: { objects: 4 } });
    const records = await recordsOf(door.database, 'check.erased.v1');
    expect(records.map(({ check: id, parties }) => [id, [...parties].sort()])).toEqual([1, 2].map(() => [check.id, ['csc-north', 'police-north']]));
  });

  it('is answered with `erased` and is without ciphertext in evidence', async () => {
    for (const path of [`/v1/envelopes/${messageOf(check)}/hand-over`, `/v1/attachments/${attachment.id}/hand-over`]) expect(codeOf(await asked.post(path, {}))).toEqual([410, 'erased']);
    expect((await evidence(check)).map(({ header, content, narrative }) => [header.context.type, content, narrative])).toEqual([['request', null, null], ['response', null, null]]);
    // And it is not brought back by sending it once more.
    expect((await asking.put(`/v1/attachments/${attachment.id}`, attachment.bytes)).status).toBe(409);
    expect(await canBeHad(door.database, check)).toEqual([]);
  });

  it('touches no other check', async () => {
    const [envelope] = await evidence(other);
    expect(envelope?.content).toBe(sent(other).content);
  });
});

describe('the backup of before, restored', () => {
  let hub: RunningHub;
  beforeAll(async () => {
    for (const step of door.hub.steps) await step.stop();
    const settings = Object.fromEntries(Object.entries(door.settings).map(([name, value]: [string, unknown]) => [name, value instanceof Secret ? String(value.reveal()) : Array.isArray(value) ? value.join(' ') : String(value)]));
    hub = await startHub(loadSettings(HubSettings, { ...settings, HUB_DATABASE_URL: backup.url }), { log: createLogger({ app: 'hub', write: () => undefined }) });
    door.hub.steps.splice(0, door.hub.steps.length, ...hub.steps);
  });
  const ask = async (method: string, path: string): Promise<{ status: number; body: unknown }> => {
    const answer = await fetch(`${hub.url}${path}`, { method, headers: { authorization: `Bearer ${asked.token}`, ...(method === 'GET' ? {} : { 'content-type': 'application/json', 'idempotency-key': newId() }) }, ...(method === 'GET' ? {} : { body: '{}' }) });
    return { status: answer.status, body: await answer.json() };
  };

  it('has the check open again, and knows nothing of the erasure', async () => {
    expect((await ask('GET', `/v1/checks/${referenceOf(check.id)}`)).status).toBe(200);
    expect(await recordsOf(backup, 'check.erased.v1')).toEqual([]);
  });

  it('hands neither message nor attachment over, has no ciphertext in evidence, and nothing in it or in the key store unlocks any of it', async () => {
    for (const path of [`/v1/envelopes/${messageOf(check)}/hand-over`, `/v1/attachments/${attachment.id}/hand-over`]) expect(codeOf(await ask('POST', path))).toEqual([410, 'erased']);
    expect((await evidence(check, backup.url)).map(({ content, narrative }) => [content, narrative])).toEqual([[null, null]]);
    expect(await canBeHad(backup, check)).toEqual([]);
  });

  it('hands over what was not erased', async () => {
    const { status, body } = await ask('POST', `/v1/envelopes/${messageOf(other)}/hand-over`);
    expect([status, (body as { envelope?: SealedEnvelope }).envelope?.content === sent(other).content]).toEqual([201, true]);
    expect((await canBeHad(backup, other)).sort()).toEqual(['content', 'narrative']);
  });
});

describe('a file that was uploaded and never sent', () => {
  it('goes when no draft can name it any more, and its key with it, so that no backup brings it back', async () => {
    const id = newId();
    const left = async (): Promise<unknown[]> => [
      ...await door.database.sql('select count(*)::int as chunks from attachment_chunk where attachment_id = $1', [id]),
      ...await door.keyStore.sql('select key is not null as "hasKey" from object_key where object = $1', [id]),
    ];
    await withBoth(async (database, { keys }) => {
      const uploading = new StoreAttachment({ clock: database.clock, attachments: database.attachmentsUnder(new ObjectChunkLocks(keys, random)) });
      const destroying = new DestroyCopies({ givenUp: database.copiesUnder(new ObjectCopyLocks(keys, random)).givenUp, keys });
      const swept = async (days: number): Promise<unknown[]> => {
        await database.upkeep.sweepExpired(new Date((await database.clock.now()).getTime() + days * 86_400_000));
        await destroying.carryOut();
        return left();
      };
      expect(await uploading.carryOut({ agency: 'csc-north', member: asking.client.member, roles: ['practitioner'] }, id, (async function* () { yield attachment.bytes; })())).toMatchObject({ ok: true });
      expect(await swept(29)).toEqual([{ chunks: 2 }, { hasKey: true }]);
      expect(await swept(31)).toEqual([{ chunks: 0 }, { hasKey: false }]);
      // What was sent lies as it lay, and so does its key.
      expect(await canBeHad(door.database, other)).toHaveLength(2);
    });
  });
});
