import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOf, fromBase64Url, keyFactLeaf, utf8, type KeyFact, type LockedKey, type Roster, type SignedDocument } from '@lateral/contracts';
import { holdsSecretKey, lockPersonalKey, newRecoveryCode, readPrivateKey, rosterSeen } from '@lateral/envelope/keys';
import { SystemRandom } from '@lateral/platform';
import { loadClientByRole, provisionPartnership, type Provisioned } from '@lateral/provision';
import { Frontier, SIGNATURE_TYPES, ed25519Signer, formatVerifierKey, leafHash, signCheckpoint } from '@lateral/tlog';
import type { ShownDirectory, Told } from './protocol.js';
import { IDLE_MS, Vault } from './vault.js';

const random = new SystemRandom();
const AT = new Date('2026-11-22T09:00:00.000Z');
const AGENCY = 'school-north';
const MEMBER = { agency: AGENCY, member: 'u-0123456789abcdef' };
const plan = (id: string) => ({ id, type: 'SCHOOL' as const, nation: 'E' as const, name: { en: id, cy: id }, publicAuthority: true, mailbox: `${id}@mail.example.org`, language: 'en' as const });
const keyLog = ed25519Signer('lateral.example/keys', random.bytes(32), SIGNATURE_TYPES.ed25519);
const log = formatVerifierKey(ed25519Signer('lateral.example/ledger', random.bytes(32), SIGNATURE_TYPES.ed25519).key);
const prfOf = (n: number): Uint8Array => new Uint8Array(32).fill(n);
const passkey = (n = 7) => ({ kind: 'passkey' as const, credential: 'AAAAAAAAAAAAAAAAAAAAAA', prf: prfOf(n) });

let folder: string;
let made: Provisioned;
let locked: LockedKey;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lateral-vault-'));
  made = await provisionPartnership({ agencies: [plan(AGENCY), plan('csc-north')], at: new Date(AT.getTime() - 60_000), mode: 'test', logVerifierKey: log, keyLogVerifierKey: formatVerifierKey(keyLog.key), folder });
  const { agency, member, personal } = await loadClientByRole(folder, AGENCY, 'responder');
  ({ locked } = await lockPersonalKey({ agency, member, key: personal, secrets: [passkey(), { kind: 'recovery-code', code: newRecoveryCode(random) }], random }));
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Opened { vault: Vault; pass(ms: number): void; lockings(): number }
function opened(): Opened {
  let [now, lockings] = [AT.getTime(), 0];
  const vault = new Vault({ now: () => new Date(now), random, onLocked: () => { lockings += 1; } });
  return { vault, pass: (ms) => { now += ms; }, lockings: () => lockings };
}

const shown = (change: Partial<ShownDirectory> = {}): ShownDirectory => ({ own: AGENCY, partnership: made.registration.partnership, versions: null, rosters: made.registration.rosters.map((roster) => [roster]), pin: made.rootFingerprint, marks: null, ...change });
const owner = (): { agency: string; member: string } => ({ agency: locked.agency, member: locked.member });
async function unlockedVault(): Promise<Opened> {
  const world = opened();
  expect(await world.vault.carryOut('unlock', { locked, secret: passkey(), expected: owner() })).toEqual({ ok: true, fingerprint: locked.fingerprint });
  return world;
}

describe('a key made in the vault', () => {
  it('leaves it locked only, is unlocked by what it was locked with, and by nothing else', async () => {
    const { vault } = opened();
    const { key, fingerprint } = await vault.carryOut('make-key', MEMBER);
    expect(holdsSecretKey(fromBase64Url(key))).toBe(false);
    const secret = passkey();
    const told = (await vault.carryOut('lock-key', { secrets: [secret] })) as Extract<Told<'lock-key'>, { ok: true }>;
    expect(told).toMatchObject({ ok: true, locked: { ...MEMBER, fingerprint, version: 1 } });
    expect([...secret.prf]).toEqual(new Array(32).fill(0));
    await expect(readPrivateKey(fromBase64Url(told.locked.locked))).rejects.toThrow();
    const again = (given: Parameters<typeof vault.carryOut<'unlock'>>[1]): Promise<unknown> => opened().vault.carryOut('unlock', given);
    expect(await again({ locked: told.locked, secret: passkey(), expected: MEMBER })).toEqual({ ok: true, fingerprint });
    expect(await again({ locked: told.locked, secret: { kind: 'recovery-code', code: told.recoveryCode }, expected: MEMBER })).toEqual({ ok: true, fingerprint });
    expect(await again({ locked: told.locked, secret: passkey(8), expected: MEMBER })).toMatchObject({ ok: false, code: 'wrong-secret' });
    expect(await again({ locked: told.locked, secret: passkey(), expected: { ...MEMBER, member: 'u-ffffffffffffffff' } })).toMatchObject({ ok: false, code: 'another-member' });
  });

  it('is not locked with a passphrase that somebody could guess', async () => {
    const { vault } = opened();
    expect(await vault.carryOut('lock-key', { secrets: [passkey()] })).toEqual({ ok: false, code: 'no-key' });
    await vault.carryOut('make-key', MEMBER);
    expect(await vault.carryOut('lock-key', { secrets: [{ kind: 'passphrase', passphrase: 'one two' }] })).toEqual({ ok: false, code: 'weak-secret' });
  });
});

describe('an unlocked vault', () => {
  it('locks itself after ten minutes without use, and not before', async () => {
    const { vault, pass, lockings } = await unlockedVault();
    pass(IDLE_MS - 1);
    vault.forgetIfIdle();
    expect([vault.holds.personal, lockings()]).toEqual([true, 0]);
    expect(await vault.carryOut('touch', null)).toEqual({ unlocked: true });
    pass(IDLE_MS - 1);
    vault.forgetIfIdle();
    expect(vault.holds.personal).toBe(true);
    pass(1);
    vault.forgetIfIdle();
    vault.forgetIfIdle();
    expect([vault.holds.personal, lockings()]).toEqual([false, 1]);
  });

  it('is locked for whoever comes back first, even where nothing looked at the clock meanwhile', async () => {
    const { vault, pass } = await unlockedVault();
    pass(8 * 3_600_000);
    expect(await vault.carryOut('take-copies', { copies: [] })).toEqual({ ok: false, code: 'locked' });
  });

  it('opens the team copies of its member by the verified directory, and forgets them with the key', async () => {
    const { vault } = await unlockedVault();
    const copies = made.registration.copies.filter(({ agency, member }) => agency === locked.agency && member === locked.member);
    expect(await vault.carryOut('take-copies', { copies })).toEqual({ ok: false, code: 'no-directory' });
    expect(await vault.carryOut('verify-directory', shown())).toMatchObject({ ok: true });
    expect(await vault.carryOut('take-copies', { copies })).toEqual({ opened: 1, refused: [] });
    const others = made.registration.copies.filter(({ agency, member }) => agency === AGENCY && member !== locked.member);
    expect(await vault.carryOut('take-copies', { copies: [...copies, others[0]!] })).toEqual({ opened: 1, refused: ['not-authentic'] });
    await vault.carryOut('forget', null);
    expect(vault.holds).toEqual({ personal: false, team: 0, custody: false });
  });

  it('trusts no directory any more once another was shown that does not hold', async () => {
    const { vault } = await unlockedVault();
    await vault.carryOut('verify-directory', shown());
    expect(await vault.carryOut('verify-directory', shown({ pin: 'F'.repeat(40), versions: [] }))).toMatchObject({ ok: false, code: 'unpinned-root' });
    expect(await vault.carryOut('take-copies', { copies: [] })).toEqual({ ok: false, code: 'no-directory' });
  });
});

describe('the directory', () => {
  it('leaves public version marks, and is held against those that the device has', async () => {
    const first = (await opened().vault.carryOut('verify-directory', shown())) as Extract<Told<'verify-directory'>, { ok: true }>;
    expect(first.marks).toMatchObject({ root: made.rootFingerprint, file: { version: 1 }, rosters: [{ agency: AGENCY, version: 1 }, { agency: 'csc-north', version: 1 }], logs: [] });
    const verify = (change: Partial<ShownDirectory>): Promise<unknown> => opened().vault.carryOut('verify-directory', shown(change));
    expect(await verify({ marks: first.marks })).toMatchObject({ ok: true, marks: first.marks });
    expect(await verify({ marks: { ...first.marks, file: { ...first.marks.file, version: 2 } } })).toMatchObject({ ok: false, code: 'rolled-back' });
    expect(await verify({ marks: { ...first.marks, rosters: [{ agency: AGENCY, ...rosterSeen(first.marks, AGENCY), version: 2 }] } })).toMatchObject({ ok: false, code: 'rolled-back', of: AGENCY });
    expect(await verify({ marks: 'spoilt' })).toMatchObject({ ok: false, code: 'marks-spoilt' });
    expect(await verify({ marks: { ...first.marks, root: 'F'.repeat(40) }, versions: [] })).toMatchObject({ ok: false, code: 'another-root' });
  });

  it('is none where the own agency has no roster in it, or somebody changed one', async () => {
    const verify = (rosters: SignedDocument<Roster>[][]): Promise<unknown> => opened().vault.carryOut('verify-directory', shown({ rosters }));
    const [own, other] = made.registration.rosters;
    expect(await verify([[other!]])).toMatchObject({ ok: false, code: 'other-agency', of: AGENCY });
    expect(await verify([[{ ...own!, document: { ...own!.document, delegates: [{ agency: 'csc-north', hours: [], from: AT.toISOString(), until: null }] } }]])).toMatchObject({ ok: false });
  });
});

describe('the key log', () => {
  it('must hold exactly the own versions; its head becomes a mark', async () => {
    const { vault } = opened();
    const { marks } = (await vault.carryOut('verify-directory', shown())) as Extract<Told<'verify-directory'>, { ok: true }>;
    const fact: KeyFact = { v: 1, kind: 'roster', of: AGENCY, version: 1, digest: digestOf('roster', made.registration.rosters[0]!.document) };
    const headOf = (facts: readonly KeyFact[]): Promise<string> => {
      const tree = new Frontier();
      for (const each of facts) tree.append(leafHash(utf8(keyFactLeaf(each))));
      return signCheckpoint({ origin: 'lateral.example/keys', size: facts.length, root: tree.root() }, keyLog);
    };
    const check = async (facts: KeyFact[]): Promise<unknown> => vault.carryOut('check-key-log', { shown: { facts, checkpoint: await headOf(facts) }, marks });
    expect(await check([])).toMatchObject({ ok: true, state: 'waiting' });
    expect(await check([fact])).toMatchObject({ ok: true, state: 'exact', marks: { logs: [{ origin: 'lateral.example/keys', size: 1 }] } });
    expect(await check([])).toMatchObject({ ok: false, code: 'rolled-back' });
    expect(await vault.carryOut('own-roster', null)).toEqual({ ok: false, code: 'no-directory' });
    const another = opened().vault;
    await another.carryOut('verify-directory', shown());
    const facts = [fact, { ...fact, version: 2 }];
    expect(await another.carryOut('check-key-log', { shown: { facts, checkpoint: await headOf(facts) }, marks })).toMatchObject({ ok: false, code: 'foreign-fact' });
    expect(await opened().vault.carryOut('check-key-log', { shown: null, marks })).toEqual({ ok: false, code: 'no-directory' });
  });
});
