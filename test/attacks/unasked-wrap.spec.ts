// A hub that wants a key of its own to read with says all that it can say to a custodian's client, and waits for a wrapped key to come back.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import fc from 'fast-check';
import type { CustodyCopy, LockedKey, PartnershipRegistration, TeamKeyCopy } from '@lateral/contracts';
import { lockPersonalKey, makePersonalKey, newRecoveryCode, publicKeyText, wrapCustody } from '@lateral/envelope/keys';
import { SystemRandom } from '@lateral/platform';
import { loadClientByRole, provisionPartnership, writeServiceCertificates, type Client } from '@lateral/provision';
import type { AskKind } from '../../apps/desk/src/crypto/protocol.js';
import { Vault } from '../../apps/desk/src/crypto/vault.js';

const SCHOOL = 'school-north';
const random = new SystemRandom();
const passkey = () => ({ kind: 'passkey' as const, credential: 'AAAAAAAAAAAAAAAAAAAAAA', prf: new Uint8Array(32).fill(7) });
/** What a client does when words of the hub come in. `make-key` and `lock-key` are not among them: a person's own gesture is what asks for these. */
const HEARD: readonly AskKind[] = ['verify-directory', 'take-copies', 'take-custody', 'open-message', 'words', 'check-key-log', 'touch'];

let folder: string;
let registration: PartnershipRegistration;
let rootFingerprint: string;
let custodian: Client;
let locked: LockedKey;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lateral-unasked-'));
  const { logVerifierKey, keyLogVerifierKey } = await writeServiceCertificates(join(folder, 'services'), new Date());
  const agency = { id: SCHOOL, type: 'SCHOOL' as const, nation: 'E' as const, name: { en: SCHOOL, cy: SCHOOL }, publicAuthority: true, mailbox: 'school@mail.example.org', language: 'en' as const };
  ({ registration, rootFingerprint } = await provisionPartnership({ agencies: [agency], at: new Date(Date.now() - 60_000), mode: 'test', logVerifierKey, keyLogVerifierKey, folder: join(folder, 'partnership') }));
  custodian = await loadClientByRole(join(folder, 'partnership'), SCHOOL, 'custodian');
  ({ locked } = await lockPersonalKey({ agency: SCHOOL, member: custodian.member, key: custodian.personal, secrets: [passkey(), { kind: 'recovery-code', code: newRecoveryCode(random) }], random }));
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Counts what nothing can be encrypted without: random bytes. */
async function drawn(act: (bytes: (length: number) => Uint8Array) => Promise<unknown>): Promise<number> {
  const { getRandomValues } = globalThis.crypto;
  let draws = 0;
  globalThis.crypto.getRandomValues = ((array: Uint8Array<ArrayBuffer>) => { draws += 1; return getRandomValues.call(globalThis.crypto, array); }) as typeof getRandomValues;
  try {
    await act((length) => { draws += 1; return random.bytes(length); });
    return draws;
  } finally {
    globalThis.crypto.getRandomValues = getRandomValues;
  }
}

it('no word of the hub makes the client of a custodian, unlocked and with the whole key of the agency, lock a key for anybody', async () => {
  const ghost = await makePersonalKey({ agency: SCHOOL, member: 'u-ffffffffffffffff', at: new Date() });
  const copies = registration.copies.filter(({ agency, member }: TeamKeyCopy) => agency === SCHOOL && member === custodian.member);
  const custody = registration.custody.find(({ agency, member }: CustodyCopy) => agency === SCHOOL && member === custodian.member)!;
  const directory = { own: SCHOOL, partnership: registration.partnership, versions: null, rosters: registration.rosters.map((roster) => [roster]), pin: rootFingerprint, marks: null };
  const joiner = { invitation: 'x', member: 'u-ffffffffffffffff', roles: ['custodian'], key: publicKeyText(ghost), fingerprint: ghost.getFingerprint().toUpperCase(), redeemedAt: null };
  let vault!: Vault;
  expect(await drawn(async (bytes) => {
    vault = new Vault({ now: () => new Date(), random: { bytes }, onLocked: () => undefined });
    expect(await vault.carryOut('unlock', { locked, secret: passkey(), expected: { agency: SCHOOL, member: custodian.member } })).toMatchObject({ ok: true });
    expect(await vault.carryOut('verify-directory', directory)).toMatchObject({ ok: true });
    expect(await vault.carryOut('take-copies', { copies })).toMatchObject({ opened: copies.length });
    expect(await vault.carryOut('take-custody', { copy: custody })).toEqual({ ok: true });
    expect(vault.holds).toEqual({ personal: true, team: copies.length, custody: true });
    const words = fc.oneof(fc.constantFrom<unknown>(joiner, { copies: [joiner] }, { copy: joiner }, { ...directory, joiners: [joiner] }, { copies: copies.map((copy) => ({ ...copy, member: joiner.member })) }), fc.jsonValue(), fc.dictionary(fc.constantFrom('copies', 'copy', 'handOver', 'facts', 'marks', 'agency', 'member', 'fingerprint', 'partnership', 'rosters'), fc.jsonValue()));
    await fc.assert(fc.asyncProperty(fc.constantFrom(...HEARD), words, async (kind, given) => {
      const told: unknown = await vault.carryOut(kind, given as never).catch(() => 'a fault');
      expect(JSON.stringify(told ?? null)).not.toContain('wrapped');
    }), { numRuns: 300 });
  })).toBe(0);
  // Were anything locked for the ghost, it would be seen.
  expect(await drawn(() => wrapCustody({ agency: SCHOOL, member: joiner.member, agencyKey: custodian.primary!, memberKey: ghost.toPublic(), custodianKey: custodian.personal, at: new Date() }))).toBeGreaterThan(0);
});
