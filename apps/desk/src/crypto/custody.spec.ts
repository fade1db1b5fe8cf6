import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOf, fromBase64Url, type LockedKey, type RosterProposalBody } from '@lateral/contracts';
import { fingerprintOf, fingerprintWords, holdsSecretKey, lockPersonalKey, makePersonalKey, newRecoveryCode, publicKeyText, verifyPartnership, verifyRosterChain } from '@lateral/envelope/keys';
import { SystemRandom } from '@lateral/platform';
import { loadClient, provisionPartnership, type Provisioned } from '@lateral/provision';
import { SIGNATURE_TYPES, ed25519Signer, formatVerifierKey } from '@lateral/tlog';
import type { Told } from './protocol.js';
import type { RosterWish } from './roster-wish.js';
import { Vault } from './vault.js';

// Words of keys are slow to make, on purpose.
const random = new SystemRandom();
const AT = new Date('2026-11-22T09:00:00.000Z');
const AGENCY = 'school-north';
const JOINER = 'u-00000000000000aa';
const NO_WISH: RosterWish = { join: [], leave: [], roles: [], newEpoch: false, delegates: null };
const logKey = (origin: string): string => formatVerifierKey(ed25519Signer(origin, random.bytes(32), SIGNATURE_TYPES.ed25519).key);
const plan = (id: string) => ({ id, type: 'SCHOOL' as const, nation: 'E' as const, name: { en: id, cy: id }, publicAuthority: true, mailbox: `${id}@mail.example.org`, language: 'en' as const });
const passkey = () => ({ kind: 'passkey' as const, credential: 'AAAAAAAAAAAAAAAAAAAAAA', prf: new Uint8Array(32).fill(7) });

let folder: string;
let made: Provisioned;
const lockedOf = new Map<string, LockedKey>();
let custodians: string[];
let responder: string;
let brought: { key: string; fingerprint: string };
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lateral-custody-'));
  made = await provisionPartnership({ agencies: [plan(AGENCY), plan('csc-north')], at: new Date(AT.getTime() - 60_000), mode: 'test', logVerifierKey: logKey('lateral.example/ledger'), keyLogVerifierKey: logKey('lateral.example/keys'), folder });
  const own = made.members.filter(({ agency }) => agency === AGENCY);
  custodians = own.filter(({ roles }) => roles.includes('custodian')).map(({ member }) => member);
  responder = own.find(({ roles }) => roles.includes('responder'))!.member;
  for (const member of [...custodians, responder]) {
    const { personal } = await loadClient(folder, AGENCY, member);
    lockedOf.set(member, (await lockPersonalKey({ agency: AGENCY, member, key: personal, secrets: [passkey(), { kind: 'recovery-code', code: newRecoveryCode(random) }], random })).locked);
  }
  const key = await makePersonalKey({ member: JOINER, agency: AGENCY, at: AT });
  brought = { key: publicKeyText(key), fingerprint: fingerprintOf(key) };
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

async function deskOf(member: string): Promise<Vault> {
  const vault = new Vault({ now: () => AT, random, onLocked: () => undefined });
  const locked = lockedOf.get(member)!;
  await vault.carryOut('unlock', { locked, secret: passkey(), expected: { agency: AGENCY, member } });
  await vault.carryOut('verify-directory', { own: AGENCY, partnership: made.registration.partnership, versions: null, rosters: made.registration.rosters.map((roster) => [roster]), pin: made.rootFingerprint, marks: null });
  return vault;
}

async function proposed(wish: Partial<RosterWish>, member = custodians[0]!): Promise<Told<'next-roster'>> {
  const vault = await deskOf(member);
  expect(await vault.carryOut('take-custody', { copy: made.registration.custody.find((copy) => copy.agency === AGENCY && copy.member === member)! })).toEqual({ ok: true });
  const told = await vault.carryOut('next-roster', { wish: { ...NO_WISH, ...wish } });
  expect(vault.holds.custody).toBe(false);
  return told;
}
async function proposal(wish: Partial<RosterWish>): Promise<{ proposal: RosterProposalBody; digest: string }> {
  const told = await proposed(wish);
  if (!told.ok) throw new Error(told.code);
  return told;
}
const joining = (): RosterWish['join'] => [{ member: JOINER, roles: ['practitioner'], ...brought }];

describe('two custodians, each at a desk of their own', () => {
  it('let somebody in whose words both were shown, and every reader obeys the list that comes of it', async () => {
    const given = await proposal({ join: joining() });
    const second = await deskOf(custodians[1]!);
    const read = (await second.carryOut('read-proposal', { proposal: given.proposal })) as Extract<Told<'read-proposal'>, { ok: true }>;
    const words = await fingerprintWords({ agency: AGENCY, member: JOINER, fingerprint: brought.fingerprint });
    expect(read).toMatchObject({ ok: true, digest: given.digest, signers: [custodians[0]], joiners: [{ member: JOINER, fingerprint: brought.fingerprint, words }], receives: { team: [JOINER], custody: [] } });
    expect(read.changes).toMatchObject({ version: 2, joins: [{ member: JOINER, roles: ['practitioner'], comesBack: false }], leaves: [], roles: [], newEpoch: false, delegates: null });
    const signed = (await second.carryOut('cosign', { ...given, deleting: [] })) as Extract<Told<'cosign'>, { ok: true }>;
    const file = await verifyPartnership(made.registration.partnership, { rootFingerprint: made.rootFingerprint, now: AT });
    if (!file.ok) throw new Error(file.code);
    const whole = { ...given.proposal.roster, signatures: [...given.proposal.roster.signatures, signed.signature] };
    const own = made.registration.rosters.find(({ document }) => document.agency === AGENCY)!;
    expect(await verifyRosterChain([own, whole], file.partnership.agencies.get(AGENCY)!)).toMatchObject({ ok: true, newest: { document: { version: 2 } } });
  });

  it('say no secret: what leaves the worker are signatures and what its readers alone open', async () => {
    const given = await proposal({ join: joining(), newEpoch: true });
    const texts = [...given.proposal.copies, ...given.proposal.custody].map(({ wrapped }) => wrapped);
    expect(texts.length).toBeGreaterThan(4);
    for (const text of [...texts, given.proposal.roster.document.teamKey!, ...given.proposal.roster.document.members.map(({ key }) => key)]) expect(holdsSecretKey(fromBase64Url(text))).toBe(false);
  });

  it('are two: neither signs twice, and nobody who is no custodian signs', async () => {
    const given = await proposal({ join: joining() });
    expect(await (await deskOf(custodians[0]!)).carryOut('cosign', { ...given, deleting: [] })).toEqual({ ok: false, code: 'signed-already' });
    expect(await (await deskOf(responder)).carryOut('cosign', { ...given, deleting: [] })).toEqual({ ok: false, code: 'not-a-custodian' });
  });

  it('sign what was shown: not another list, nor other keys beside it', async () => {
    const [shown, other] = [await proposal({ join: joining() }), await proposal({ leave: [responder] })];
    const second = await deskOf(custodians[1]!);
    expect(await second.carryOut('cosign', { proposal: other.proposal, digest: shown.digest, deleting: [] })).toEqual({ ok: false, code: 'another-proposal' });
    expect(await second.carryOut('cosign', { proposal: { ...shown.proposal, copies: other.proposal.copies }, digest: shown.digest, deleting: [] })).toEqual({ ok: false, code: 'copies-changed' });
  });
});

describe('the first custodian', () => {
  it('takes in the key whose words were compared, and none that came in its place', async () => {
    const vault = await deskOf(custodians[0]!);
    const told = await vault.carryOut('read-joiner', { member: JOINER, key: brought.key });
    expect(told).toMatchObject({ ok: true, fingerprint: brought.fingerprint });
    expect(await vault.carryOut('read-joiner', { member: JOINER, key: 'no key' })).toEqual({ ok: false, code: 'no-public-key' });
    const exchanged = publicKeyText(await makePersonalKey({ member: JOINER, agency: AGENCY, at: AT }));
    expect(await proposed({ join: [{ ...joining()[0]!, key: exchanged }] })).toEqual({ ok: false, code: 'other-key' });
  });

  it('brings a new epoch with whoever leaves, and gives none of it to them', async () => {
    const { proposal: { roster: { document }, copies } } = await proposal({ leave: [responder] });
    expect(document.teamKey).not.toBeNull();
    expect(copies.map(({ member }) => member)).not.toContain(responder);
    expect(document.members.find(({ member }) => member === responder)!.until).toBe(document.issued);
  });

  it('changes roles and who reads at night', async () => {
    const delegates = [{ agency: 'csc-north', hours: [{ day: 1, from: '17:00', to: '24:00' }], from: AT.toISOString(), until: null }];
    const given = await proposal({ roles: [{ member: responder, roles: ['responder', 'custodian'] }], delegates });
    const read = await (await deskOf(custodians[1]!)).carryOut('read-proposal', { proposal: given.proposal });
    expect(read).toMatchObject({ ok: true, changes: { roles: [{ member: responder, before: ['responder'], after: ['responder', 'custodian'] }], delegates: { before: [], after: delegates }, newEpoch: false }, receives: { team: [responder], custody: [responder] } });
    expect(await (await deskOf(custodians[1]!)).carryOut('cosign', { ...given, deleting: [] })).toMatchObject({ ok: true, version: 2 });
  });

  it('makes no list that leaves fewer than two custodians, nor any without the agency’s key or while locked', async () => {
    expect(await proposed({ leave: [custodians[1]!] })).toEqual({ ok: false, code: 'not-a-roster' });
    const vault = await deskOf(custodians[0]!);
    expect(await vault.carryOut('next-roster', { wish: NO_WISH })).toEqual({ ok: false, code: 'no-custody' });
    await vault.carryOut('forget', null);
    expect(await vault.carryOut('next-roster', { wish: NO_WISH })).toEqual({ ok: false, code: 'locked' });
  });
});

describe('a proposal that does not hold', () => {
  it('is not put into words', async () => {
    const { proposal: given } = await proposal({ join: joining() });
    const vault = await deskOf(custodians[1]!);
    const document = { ...given.roster.document, members: given.roster.document.members.map((entry) => (entry.member === responder ? { ...entry, roles: ['custodian' as const] } : entry)) };
    expect(await vault.carryOut('read-proposal', { proposal: { ...given, roster: { ...given.roster, document } } })).toEqual({ ok: false, code: 'bad-signature' });
    expect(await vault.carryOut('cosign', { proposal: { ...given, roster: { ...given.roster, document } }, digest: digestOf('roster', document), deleting: [] })).toEqual({ ok: false, code: 'bad-signature' });
    expect(await new Vault({ now: () => AT, random, onLocked: () => undefined }).carryOut('read-proposal', { proposal: given })).toEqual({ ok: false, code: 'no-directory' });
  });
});
