// Whoever takes everything that there is on the hub's side: what can they open with it?
import { createPrivateKey } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import * as openpgp from 'openpgp';
import type { CustodyCopy, LockedKey, OneTimeCodeReply, RecoveryKit, TeamKeyCopy } from '@lateral/contracts';
import { canonicalJson, fromBase64Url } from '@lateral/contracts';
import { sealAttachment } from '@lateral/envelope';
import { lockPersonalKey, makePersonalKey, makeRecoveryKit, newRecoveryCode, openBytes, openRecoveryKit, publicKeyText, fingerprintOf, fingerprintWords, recoveryCodeFrom, type PrivateKey } from '@lateral/envelope/keys';
import { Secret, SystemRandom } from '@lateral/platform';
import { freshDatabase, type FreshDatabase } from '@lateral/testing/hub';
import { accepted } from '../world/check-scene.js';
import { changeRoster, Custodian } from '../world/custodians.js';
import { newId, type DoorClient } from '../world/hub-door.js';
import { peopleWorld, type PeopleWorld } from '../world/people-world.js';
import { PersonalClient, openTeamCopies, readOwnAgency } from '../world/personal-client.js';
import { dumpOf, lockedParts, possibleKeys, readAllWays, restoreInto, unlocked, type Found } from '../world/stolen-copy.js';
import { secretsOf, spellingsOf } from './support/known-secrets.js';

jest.setTimeout(120_000);
const SCHOOL = 'school-north';
const MEMBER = 'u-0123456789abcdef';
const random = new SystemRandom();

let world: PeopleWorld;
let custodians: [Custodian, Custodian];
let asking: DoorClient;
let person: PersonalClient;
/** What only people and their machines have. */
let personalKey: PrivateKey;
let mek: Uint8Array;
let kitSecret: { shares: string[]; secret: Uint8Array };
const codes: string[] = [];
const tokens: string[] = [];
let attachmentKey: string;
/** The loot: rows, settings and log lines, as they are and in every way that they can be read. */
let loot: Found[];
let read: Found[];

beforeAll(async () => {
  world = await peopleWorld({ newcomers: ['new-head'] });
  custodians = await Custodian.both(world.door, SCHOOL);
  asking = await world.door.signIn('csc-north');
  await joinWithKnownKey();
  await storeKit();
  await wholeRound();
  loot = await everything();
  read = readAllWays(loot);
});
afterAll(() => world.end());

/** As joined() does, but the bytes that lock the key are kept, to be looked for. */
async function joinWithKnownKey(): Promise<void> {
  const newcomer = new PersonalClient(await world.signIn(SCHOOL, 'new-head'), SCHOOL);
  const { code } = await custodians[0].invite(MEMBER, ['responder']);
  await newcomer.send('POST', '/v1/invitations/redemption', { code });
  await newcomer.enrolPasskey();
  personalKey = await makePersonalKey({ member: MEMBER, agency: SCHOOL, at: new Date() });
  newcomer.recoveryCode = newRecoveryCode(random);
  const secrets = [newcomer.passkeySecret, { kind: 'recovery-code', code: newcomer.recoveryCode } as const];
  const made = await lockPersonalKey({ agency: SCHOOL, member: MEMBER, key: personalKey, random, secrets });
  mek = made.mek;
  await newcomer.stepUp('change-own-keys', [MEMBER]);
  await newcomer.send('PUT', '/v1/locked-keys/mine', made.locked);
  const fingerprint = fingerprintOf(personalKey);
  await newcomer.send('PUT', '/v1/joiners/mine', { key: publicKeyText(personalKey), fingerprint });
  const words = (await fingerprintWords({ agency: SCHOOL, member: MEMBER, fingerprint })).en;
  await changeRoster(custodians, { join: [await custodians[0].compared(MEMBER, words)] });
  tokens.push(newcomer.browser.cookie('lateral') ?? '');
  person = new PersonalClient(await world.signIn(SCHOOL, 'new-head'), SCHOOL);
  person.adopt(newcomer);
  codes.push(code, accepted<OneTimeCodeReply>(await custodians[0].client.post('/v1/one-time-codes', { member: MEMBER })).code);
}

async function storeKit(): Promise<void> {
  const kept: Uint8Array[] = [];
  const recording = { bytes: (length: number): Uint8Array => { const bytes = random.bytes(length); kept.push(Uint8Array.from(bytes)); return bytes; } };
  const { kit, shares } = await makeRecoveryKit({ agency: SCHOOL, agencyKey: await custodians[0].agencyKey(await custodians[0].own()), at: new Date(), random: recording });
  kitSecret = { shares, secret: kept[0]! };
  expect((await custodians[0].client.put('/v1/recovery-kit', kit)).status).toBe(204);
}

/** A check with an attachment, its answer by the person's machine, the decision. */
async function wholeRound(): Promise<void> {
  const id = newId();
  const { ciphertext, key } = await sealAttachment({ id, name: 'map.png', mime: 'image/png', plaintext: new Blob([Buffer.alloc(5_000, 7)]).stream() as ReadableStream<Uint8Array> });
  accepted(await asking.put(`/v1/attachments/${id}`, Buffer.from(await new Response(ciphertext as BodyInit).arrayBuffer())));
  attachmentKey = (await key).key;
  const check = await asking.checkTo([SCHOOL]);
  const [request] = check.requests as [(typeof check.requests)[number]];
  request.envelope = await asking.sealRequest(SCHOOL, { check: check.id, request: request.id }, { attachment: await key });
  const { reference } = accepted<{ reference: string }>(await asking.post('/v1/checks', check));
  const { message } = request.envelope.header.context;
  await person.stepUp('open-content', [message]);
  await person.send('POST', `/v1/envelopes/${message}/hand-over`, {});
  const machine = await world.door.signIn(SCHOOL, 'responder');
  const envelope = await machine.sealResponse('csc-north', { check: check.id, request: request.id, inReplyTo: request.envelope.header.content.digest });
  accepted(await machine.post(`/v1/requests/${request.id}/responses`, { version: 2, envelope }));
  accepted(await asking.post(`/v1/checks/${reference}/decision`, { version: 1, envelope: await asking.sealDecision(check.id) }));
  tokens.push(asking.token, machine.token, custodians[0].client.token, person.browser.cookie('lateral') ?? '');
}

/** Both databases, a backup of the first, the hub's settings with their secrets, its log. */
async function everything(): Promise<Found[]> {
  const { database, keyStore, settings, lines } = world.door;
  const told = Object.entries(settings).map(([name, value]: [string, unknown]): Found => ({ place: `setting ${name}`, bytes: Buffer.from(value instanceof Secret ? String(value.reveal()) : JSON.stringify(value) ?? '') }));
  return [...await dumpOf(database, 'hub'), ...await dumpOf(keyStore, 'key store'), ...told, ...lines.map((line) => ({ place: 'log', bytes: Buffer.from(line) }))];
}

const sql = <Row extends Record<string, unknown>>(text: string): Promise<Row[]> => world.door.database.sql<Row>(text);

async function holdsPrivateKey(bytes: Buffer): Promise<boolean> {
  const text = bytes.toString('latin1');
  if (/-----BEGIN [A-Z ]*PRIVATE KEY/u.test(text) || /"d"\s*:\s*"[A-Za-z0-9_-]{16,}"/u.test(text)) return true;
  if (bytes[0] === 0x30 && (['pkcs8', 'sec1', 'pkcs1'] as const).some((type) => isKey(() => createPrivateKey({ key: bytes, format: 'der', type })))) return true;
  return (bytes[0] ?? 0) >= 0x80 && openpgp.readPrivateKey({ binaryKey: bytes }).then(() => true, () => false);
}

function isKey(make: () => unknown): boolean {
  try {
    make();
    return true;
  } catch {
    return false;
  }
}

interface Locked { name: string; sealed: Uint8Array; aad: Uint8Array }

/** Everything that is locked by AES-256-GCM on some client, with what it is bound to, which is no secret. */
async function clientLocks(): Promise<Locked[]> {
  const [row] = await sql<{ document: LockedKey }>(`select ${LOCKED_KEY}`);
  const { agency, member, fingerprint, version, locked, methods } = row!.document;
  const [kit] = await sql<{ document: RecoveryKit }>(`select ${KIT}`);
  const { sealed, ...about } = kit!.document;
  return [
    { name: 'personal key', sealed: fromBase64Url(locked), aad: Buffer.from(canonicalJson({ v: 1, agency, member, fingerprint, version })) },
    ...methods.map(({ id, kind, credential, cost, wrapped }) => ({ name: kind, sealed: fromBase64Url(wrapped).slice(16), aad: Buffer.from(canonicalJson({ v: 1, agency, member, fingerprint, method: { id, kind, credential, cost } })) })),
    { name: 'recovery kit', sealed: fromBase64Url(sealed), aad: Buffer.from(canonicalJson(about)) },
  ];
}
