// Whoever carries a partnership from the root to the hub gives two people each other's wrapped keys, or somebody a key who should have none.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PartnershipRegistration } from '@lateral/contracts';
import { SystemRandom } from '@lateral/platform';
import { provisionPartnership } from '@lateral/provision';
import { SIGNATURE_TYPES, ed25519Signer, formatVerifierKey } from '@lateral/tlog';
import { RootDirectoryVerifier } from '../../apps/hub/src/directory/trusted-directory.js';
import { judgeCopies, verifyPartnership, verifyRoster, type TrustedRoster } from '@lateral/envelope/inspect';

const AT = new Date('2026-11-22T09:00:00.000Z');
const SCHOOL = 'school-north';
const random = new SystemRandom();
const keyOf = (name: string): string => formatVerifierKey(ed25519Signer(name, random.bytes(32), SIGNATURE_TYPES.ed25519).key);

let folder: string;
let registration: PartnershipRegistration;
let root: string;
let roster: TrustedRoster;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lateral-swapped-'));
  const plan = (id: string) => ({ id, type: 'SCHOOL' as const, nation: 'E' as const, name: { en: id, cy: id }, publicAuthority: true, mailbox: `${id}@mail.example.org`, language: 'en' as const });
  ({ registration, rootFingerprint: root } = await provisionPartnership({ agencies: [plan(SCHOOL), plan('csc-north')], at: AT, mode: 'test', logVerifierKey: keyOf('lateral.example/ledger'), keyLogVerifierKey: keyOf('lateral.example/keys'), folder }));
  const file = await verifyPartnership(registration.partnership, { rootFingerprint: root, now: AT });
  const read = file.ok ? await verifyRoster(registration.rosters[0]!, file.partnership.agencies.get(SCHOOL)!) : file;
  if (!read.ok) throw new Error(read.code);
  ({ roster } = read);
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The wrapped bytes of the first two exchanged, each under the name of the other. */
function swapped<T extends { wrapped: string }>([one, two, ...rest]: readonly T[]): T[] {
  return [{ ...one!, wrapped: two!.wrapped }, { ...two!, wrapped: one!.wrapped }, ...rest];
}
const ofSchool = <T extends { agency: string }>(all: readonly T[]): T[] => all.filter(({ agency }) => agency === SCHOOL);
const verdict = (change: Partial<PartnershipRegistration>): ReturnType<RootDirectoryVerifier['verify']> => new RootDirectoryVerifier().verify({ ...registration, ...change }, root, AT);

it('is refused by the hub, whose roster says what its custodians wrapped', async () => {
  expect(await verdict({})).toEqual({ ok: true });
  expect(await verdict({ copies: swapped(registration.copies) })).toEqual({ ok: false, code: 'copies-changed' });
  expect(await verdict({ custody: swapped(registration.custody) })).toEqual({ ok: false, code: 'copies-changed' });
  expect(await verdict({ copies: registration.copies.slice(1) })).toEqual({ ok: false, code: 'copies-changed' });
  expect(await verdict({ rosters: registration.rosters.slice(1) })).toEqual({ ok: false, code: 'copies-without-roster' });
});

it('is told by the copies alone where an older roster says nothing of them', async () => {
  const { handedOut, ...document } = roster.document;
  expect(handedOut).toBeDefined();
  const silent = { ...roster, document };
  const [copies, custody] = [ofSchool(registration.copies), ofSchool(registration.custody)];
  expect(await judgeCopies({ copies, custody }, silent)).toBeNull();
  expect(await judgeCopies({ copies: swapped(copies), custody }, silent)).toBe('copies-for-others');
  expect(await judgeCopies({ copies, custody: swapped(custody) }, silent)).toBe('copies-for-others');
  // A custodian's whole key under the name of somebody who only answers, and the key of a stranger.
  const responder = [...roster.members.values()].find(({ roles }) => roles.includes('responder'))!.member;
  expect(await judgeCopies({ copies, custody: [...custody, { ...custody[0]!, member: responder }] }, silent)).toBe('copies-for-others');
  expect(await judgeCopies({ copies: [...copies, { ...copies[0]!, member: 'u-ffffffffffffffff' }], custody }, silent)).toBe('copies-for-others');
  expect(await judgeCopies({ copies: [copies[0]!, { ...copies[0]! }], custody }, silent)).toBe('copies-for-others');
});
