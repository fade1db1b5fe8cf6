import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromBase64Url, type CustodyCopy, type LockedKey, type Roster, type SignedDocument } from '@lateral/contracts';
import { fingerprintWords, holdsSecretKey, lockPersonalKey, newRecoveryCode } from '@lateral/envelope/keys';
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
const NO_WISH: RosterWish = { join: [], leave: [], roles: [], newEpoch: false, delegates: null };
const logKey = (origin: string): string => formatVerifierKey(ed25519Signer(origin, random.bytes(32), SIGNATURE_TYPES.ed25519).key);
const plan = (id: string) => ({ id, type: 'SCHOOL' as const, nation: 'E' as const, name: { en: id, cy: id }, publicAuthority: true, mailbox: `${id}@mail.example.org`, language: 'en' as const });
const passkey = () => ({ kind: 'passkey' as const, credential: 'AAAAAAAAAAAAAAAAAAAAAA', prf: new Uint8Array(32).fill(7) });
type Made = Extract<Told<'delete-epochs'>, { ok: true }>;
type Read = Extract<Told<'read-proposal'>, { ok: true }>;

let folder: string;
let made: Provisioned;
const lockedOf = new Map<string, LockedKey>();
let first: string;
let second: string;
/** The agency's rosters so far, and the copies of the newest. */
let chain: SignedDocument<Roster>[];
let custody: CustodyCopy[];
/** An epoch that is out of use, and the one that followed it. */
let old: string;
let newest: string;
let now = AT;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lateral-epochs-'));
  made = await provisionPartnership({ agencies: [plan(AGENCY), plan('csc-north')], at: new Date(AT.getTime() - 60_000), mode: 'test', logVerifierKey: logKey('lateral.example/ledger'), keyLogVerifierKey: logKey('lateral.example/keys'), folder });
  const own = made.members.filter(({ agency }) => agency === AGENCY);
  [first, second] = own.filter(({ roles }) => roles.includes('custodian')).map(({ member }) => member) as [string, string];
  for (const member of [first, second]) {
    const { personal } = await loadClient(folder, AGENCY, member);
    lockedOf.set(member, (await lockPersonalKey({ agency: AGENCY, member, key: personal, secrets: [passkey(), { kind: 'recovery-code', code: newRecoveryCode(random) }], random })).locked);
  }
  chain = made.registration.rosters.filter(({ document }) => document.agency === AGENCY);
  custody = made.registration.custody.filter(({ agency }) => agency === AGENCY);
  // Somebody leaves: what they hold is out of use at once.
  const responder = own.find(({ roles }) => roles.includes('responder'))!.member;
  const vault = await deskOf(first, true);
  const next = (await vault.carryOut('next-roster', { wish: { ...NO_WISH, leave: [responder] } })) as Extract<Told<'next-roster'>, { ok: true }>;
  const signed = (await (await deskOf(second)).carryOut('cosign', { proposal: next.proposal, digest: next.digest, deleting: [] })) as Extract<Told<'cosign'>, { ok: true }>;
  chain = [...chain, { ...next.proposal.roster, signatures: [...next.proposal.roster.signatures, signed.signature] }];
  ({ custody } = next.proposal);
  now = new Date(AT.getTime() + 60_000);
  [newest, old] = (await epochs()).map(({ epoch }) => epoch) as [string, string];
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

async function deskOf(member: string, withCustody = false): Promise<Vault> {
  const vault = new Vault({ now: () => now, random, onLocked: () => undefined });
  await vault.carryOut('unlock', { locked: lockedOf.get(member)!, secret: passkey(), expected: { agency: AGENCY, member } });
  const others = made.registration.rosters.filter(({ document }) => document.agency !== AGENCY).map((roster) => [roster]);
  expect(await vault.carryOut('verify-directory', { own: AGENCY, partnership: made.registration.partnership, versions: null, rosters: [chain, ...others], pin: made.rootFingerprint, marks: null })).toMatchObject({ ok: true });
  if (withCustody) expect(await vault.carryOut('take-custody', { copy: custody.find((copy) => copy.member === member)! })).toEqual({ ok: true });
  return vault;
}

async function epochs(): Promise<Extract<Told<'own-epochs'>, { ok: true }>['epochs']> {
  return ((await (await deskOf(first)).carryOut('own-epochs', null)) as Extract<Told<'own-epochs'>, { ok: true }>).epochs;
}

async function deletion(of: string[] = [old]): Promise<Told<'delete-epochs'>> {
  const vault = await deskOf(first, true);
  const told = await vault.carryOut('delete-epochs', { epochs: of });
  expect(vault.holds.custody).toBe(false);
  return told;
}

describe('old epochs of an agency’s key', () => {
  it('are told with when they were in use, the newest first', async () => {
    expect((await epochs()).map(({ standing, from, until }) => [standing, from < until!])).toEqual([['newest', true], ['past', true]]);
    expect((await epochs())[1]!.until).toBe(AT.toISOString());
  });

  it('are deleted by a list that both were shown, with a kit of what is left and three papers', async () => {
    const { proposal, digest, kit, papers } = (await deletion()) as Made;
    expect([proposal.roster.document.deletedEpochs, papers.length, new Set(papers).size]).toEqual([[old], 3, 3]);
    for (const text of [kit.sealed, ...[...proposal.copies, ...proposal.custody].map(({ wrapped }) => wrapped)]) expect(holdsSecretKey(fromBase64Url(text))).toBe(false);
    const other = await deskOf(second);
    const read = (await other.carryOut('read-proposal', { proposal })) as Read;
    expect(read).toMatchObject({ ok: true, digest, signers: [first], deletes: [{ epoch: old, until: AT.toISOString(), words: await fingerprintWords({ agency: AGENCY, member: null, fingerprint: old }) }] });
    expect((await other.carryOut('words', { agency: AGENCY, member: null, fingerprint: old }))).toEqual(read.deletes[0]!.words);
    const attempt = (pair: [string, string], of = [old]): Promise<Told<'try-papers'>> => other.carryOut('try-papers', { kit, papers: pair, epochs: of });
    expect(await attempt([papers[0]!, papers[2]!])).toEqual({ ok: true, made: kit.made, holds: false });
    expect(await attempt([papers[0]!, papers[2]!], [newest])).toMatchObject({ holds: true });
    expect([await attempt([papers[0]!, papers[0]!]), await attempt(['', papers[1]!])]).toEqual([{ ok: false, code: 'same-share' }, { ok: false, code: 'unreadable' }]);
    expect(await other.carryOut('try-papers', { kit: { ...kit, agency: 'csc-north' }, papers: [papers[0]!, papers[1]!], epochs: [old] })).toEqual({ ok: false, code: 'another-kit' });
  });

  it('are not deleted by a signature of somebody who was not asked about each', async () => {
    const { proposal, digest } = (await deletion()) as Made;
    const other = await deskOf(second);
    for (const deleting of [[], [newest], [old, newest]]) expect(await other.carryOut('cosign', { proposal, digest, deleting })).toEqual({ ok: false, code: 'deletes-epochs' });
    expect(await other.carryOut('cosign', { proposal, digest, deleting: [old] })).toMatchObject({ ok: true, version: 3 });
  });

  it('are none that is in use, and none without the agency’s key or while locked', async () => {
    for (const of of [[newest], ['0'.repeat(40)]]) expect(await deletion(of)).toEqual({ ok: false, code: 'not-a-roster' });
    const vault = await deskOf(first);
    expect(await vault.carryOut('delete-epochs', { epochs: [old] })).toEqual({ ok: false, code: 'no-custody' });
    await vault.carryOut('forget', null);
    expect(await vault.carryOut('delete-epochs', { epochs: [old] })).toEqual({ ok: false, code: 'locked' });
    expect(await new Vault({ now: () => now, random, onLocked: () => undefined }).carryOut('own-epochs', null)).toEqual({ ok: false, code: 'no-directory' });
  });
});
