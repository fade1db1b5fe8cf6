// Whoever takes everything that there is on the hub's side: what can they open with it?
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as openpgp from 'openpgp';
import type { LockedKey, OneTimeCodeReply, RecoveryKit } from '@lateral/contracts';
import { canonicalJson, fromBase64Url } from '@lateral/contracts';
import { sealAttachment } from '@lateral/envelope';
import { lockPersonalKey, makePersonalKey, makeRecoveryKit, newRecoveryCode, openBytes, publicKeyText, fingerprintOf, fingerprintWords, recoveryCodeFrom, type PrivateKey } from '@lateral/envelope/keys';
import { Secret, SystemRandom } from '@lateral/platform';
import { accepted } from '../world/check-scene.js';
import { changeRoster, Custodian } from '../world/custodians.js';
import { newId, type DoorClient } from '../world/hub-door.js';
import { peopleWorld, type PeopleWorld } from '../world/people-world.js';
import { PersonalClient, readOwnAgency } from '../world/personal-client.js';
import { dumpOf, lockedParts, possibleKeys, readAllWays, takenOff, unlocked, type Found } from '../world/stolen-copy.js';
import { secretsOf, spellingsOf } from './support/known-secrets.js';

vi.setConfig({ testTimeout: 120_000 });
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
  const [row] = await sql<{ document: string }>('select document from locked_key');
  const { agency, member, fingerprint, version, locked, methods } = JSON.parse(row!.document) as LockedKey;
  const [kit] = await sql<{ document: string; object: string }>('select document, object from recovery_kit');
  const { sealed, ...about } = JSON.parse(kit!.document) as RecoveryKit;
  const bare = takenOff({ object: kit!.object, part: 'recovery-kit', bytes: Buffer.from(sealed, 'base64url') }, possibleKeys(read));
  return [
    { name: 'personal key', sealed: fromBase64Url(locked), aad: Buffer.from(canonicalJson({ v: 1, agency, member, fingerprint, version })) },
    ...methods.map(({ id, kind, credential, cost, wrapped }) => ({ name: kind, sealed: fromBase64Url(wrapped).slice(16), aad: Buffer.from(canonicalJson({ v: 1, agency, member, fingerprint, method: { id, kind, credential, cost } })) })),
    { name: 'recovery kit', sealed: bare!, aad: Buffer.from(canonicalJson(about)) },
  ];
}

interface Sealed { name: string; bytes: Uint8Array }

/** Everything that is sealed by OpenPGP, the outer lock of messages taken off with the keys of the stolen key store. */
async function ciphertexts(keys: readonly Buffer[]): Promise<Sealed[]> {
  const parts = (await lockedParts(world.door.database)).map((part) => ({ name: part.part, bytes: keys.map((key) => unlocked(part, key)).find((bytes) => bytes !== null) ?? Buffer.alloc(0) }));
  const wrapped = async (table: string, part: string): Promise<Sealed[]> => (await sql<{ object: string; part: string; bytes: Buffer }>(`select object, ${part} as part, wrapped as bytes from ${table} where agency = '${SCHOOL}'`))
    .map((locked) => ({ name: table, bytes: takenOff(locked, keys) ?? Buffer.alloc(0) }));
  return [...parts, ...await wrapped('custody_copy', `'custody-copy ' || member`), ...await wrapped('team_key_copy', `'team-copy ' || member || ' ' || epoch`)];
}

/** What the ciphertext says under a session key; null where it is not its key. */
async function saidUnder(bytes: Uint8Array, data: Uint8Array): Promise<Uint8Array | null> {
  try {
    const message = await openpgp.readMessage({ binaryMessage: Uint8Array.from(bytes) });
    const { data: said } = await openpgp.decrypt({ message, sessionKeys: [{ data: Uint8Array.from(data), algorithm: 'aes256', aeadAlgorithm: 'gcm' }], format: 'binary' });
    return said as Uint8Array;
  } catch {
    return null;
  }
}

const DER = { ed25519: '302e020100300506032b657004220420', x25519: '302e020100300506032b656e04220420' } as const;

/** The public halves that 32 bytes have, were they a private key. */
function publicHalves(seed: Uint8Array): Buffer[] {
  return Object.values(DER).map((prefix) => createPublicKey(createPrivateKey({ key: Buffer.concat([Buffer.from(prefix, 'hex'), seed]), format: 'der', type: 'pkcs8' })).export({ format: 'der', type: 'spki' }).subarray(-32));
}

/** All of the values in one, so that it can be searched at once; nothing runs from one value into the next. */
const joinedUp = (found: readonly Found[]): Buffer => Buffer.concat(found.flatMap(({ bytes }) => [bytes, Buffer.from('\n\0\n')]));
/** Both ways round: one format of OpenPGP writes the scalar backwards. */
const bothWays = (bytes: Uint8Array): Uint8Array[] => [bytes, Uint8Array.from(bytes).reverse()];

describe('a stolen copy of everything that the hub has', () => {
  it('holds no private key in clear but the two by which the hub itself is known: to its ledger and to providers', async () => {
    const found = new Set<string>();
    for (const { place, bytes } of read) if (await holdsPrivateKey(bytes)) found.add(place);
    expect([...found].sort()).toEqual(['setting HUB_SIGN_IN_KEY', 'setting HUB_TLS_KEY']);
    // Each of these would be found.
    for (const planted of [Buffer.from(personalKey.write()), Buffer.from(personalKey.armor()), Buffer.from(JSON.stringify(asking.client.signIn)), createPrivateKey({ key: { ...asking.client.signIn }, format: 'jwk' }).export({ format: 'der', type: 'pkcs8' })]) {
      for (const spelled of [planted, Buffer.from(`{"key":"${planted.toString('base64url')}"}`)]) expect((await Promise.all(readAllWays([{ place: 'planted', bytes: spelled }]).map(({ bytes }) => holdsPrivateKey(bytes)))).some(Boolean)).toBe(true);
    }
  });

  it('holds no secret of a person, machine or agency in any spelling', async () => {
    const clients = [asking.client, custodians[0].client.client, custodians[1].client.client];
    const teamKeys = await person.teamKeys(personalKey, await readOwnAgency((path) => person.get(path), SCHOOL, world.door.made.rootFingerprint));
    const agencyKey = await custodians[0].agencyKey(await custodians[0].own());
    expect(teamKeys).not.toEqual([]);
    const bytes = [
      ...[personalKey, agencyKey, ...teamKeys, ...clients.map(({ personal }) => personal)].flatMap(secretsOf), ...clients.map(({ signIn }) => fromBase64Url(signIn.d ?? '')),
      mek, person.passkeySecret.prf, recoveryCodeFrom(person.recoveryCode)!, kitSecret.secret, fromBase64Url(attachmentKey), ...tokens.map(fromBase64Url),
    ];
    const words = [...codes, person.recoveryCode, ...kitSecret.shares, ...tokens].flatMap((word) => [word, word.replaceAll(/[-\s]/gu, ''), word.toLowerCase()]).map((word) => Buffer.from(word));
    for (const secret of bytes) expect(secret.length).toBeGreaterThanOrEqual(16);
    const lying = joinedUp([...loot, ...read]);
    const spelled = [...bytes.flatMap(spellingsOf), ...words.flatMap((word) => [word, ...spellingsOf(word)])];
    expect(spelled.filter((each) => lying.includes(each)).map((each) => each.toString('latin1'))).toEqual([]);
    // Each of them would be found.
    for (const each of spelled) expect(joinedUp([{ place: 'planted', bytes: Buffer.concat([Buffer.from('x'), each]) }]).includes(each)).toBe(true);
    expect(lying.includes(Buffer.from(fingerprintOf(personalKey)))).toBe(true);
  });

  it('has nothing of 32 bytes that is the private half of a key anybody uses', () => {
    const lying = joinedUp(read);
    const isSomebodys = (seed: Uint8Array): boolean => bothWays(seed).flatMap(publicHalves).some((half) => lying.includes(half));
    expect(secretsOf(personalKey).map(isSomebodys)).toEqual([true, true]);
    expect(possibleKeys(read).filter(isSomebodys)).toEqual([]);
  });

  it('opens no personal key, no way to unlock one and no recovery kit with any 32 bytes in it', async () => {
    const opened = async (keys: readonly Uint8Array[]): Promise<string[]> => {
      const names = await Promise.all((await clientLocks()).map(async ({ name, sealed, aad }) => ((await Promise.all(keys.map((key) => openBytes(key, sealed, aad)))).some((each) => each !== null) ? [name] : [])));
      return names.flat();
    };
    expect(possibleKeys(read).length).toBeGreaterThan(50);
    expect(await opened(possibleKeys(read))).toEqual([]);
    expect(await opened([mek, kitSecret.secret])).toEqual(['personal key', 'recovery kit']);
  });

  it('opens no content, narrative, attachment, team copy or custody copy, though it takes off the lock of the key store', async () => {
    const keys = possibleKeys(read);
    const sealed = await ciphertexts(keys);
    expect(new Set(sealed.filter(({ bytes }) => bytes.length > 0).map(({ name }) => name))).toEqual(new Set(['content', 'narrative', 'chunk 0', 'custody_copy', 'team_key_copy']));
    expect(sealed.filter(({ bytes }) => bytes.length === 0)).toEqual([]);
    const opened: string[] = [];
    for (const { name, bytes } of sealed) for (const key of keys) if ((await saidUnder(bytes, key)) !== null) opened.push(name);
    expect(opened).toEqual([]);
    // The same attempt with the right key: of the attachment, and of what the person, a custodian and the team can open.
    const teamKeys = await person.teamKeys(personalKey, await readOwnAgency((path) => person.get(path), SCHOOL, world.door.made.rootFingerprint));
    const right = [fromBase64Url(attachmentKey), ...(await Promise.all(sealed.map(({ bytes }) => sessionKeyOf(bytes, [personalKey, custodians[0].client.client.personal, ...teamKeys])))).flat()];
    const names = new Set<string>();
    for (const { name, bytes } of sealed) for (const key of right) if ((await saidUnder(bytes, key)) !== null) names.add(name);
    expect([...names].sort()).toEqual(['chunk 0', 'content', 'custody_copy', 'narrative', 'team_key_copy']);
  });
});

async function sessionKeyOf(bytes: Uint8Array, decryptionKeys: PrivateKey[]): Promise<Uint8Array[]> {
  try {
    const keys = await openpgp.decryptSessionKeys({ message: await openpgp.readMessage({ binaryMessage: Uint8Array.from(bytes) }), decryptionKeys });
    return keys.map(({ data }) => data);
  } catch {
    return [];
  }
}
