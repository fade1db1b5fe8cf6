import { expect } from 'vitest';
import type { MemberRole } from '@lateral/contracts';
import { lockPersonalKey, newRecoveryCode } from '@lateral/envelope/keys';
import { SystemRandom } from '@lateral/platform';
import { loadClientByRole, type Provisioned } from '@lateral/provision';
import { sampleStack } from '@lateral/testing/fakes';
import type { CodedDraft } from '../../apps/desk/src/crypto/protocol.js';
import { Vault } from '../../apps/desk/src/crypto/vault.js';

/** What was provisioned, and the folder that it was put into. */
export interface Keys { made: Provisioned; folder: string }

/** A member's worker at that time, which knows nothing of any before: unlocked, with the directory and their copies of the team's key. */
export async function unlockedVault({ made, folder }: Keys, { agency, role, at }: { agency: string; role: MemberRole; at: Date }): Promise<Vault> {
  const random = new SystemRandom();
  const { member, personal } = await loadClientByRole(folder, agency, role);
  const code = newRecoveryCode(random);
  const { locked } = await lockPersonalKey({ agency, member, key: personal, secrets: [{ kind: 'recovery-code', code }, { kind: 'passkey', credential: 'AAAAAAAAAAAAAAAAAAAAAA', prf: random.bytes(32) }], random });
  const vault = new Vault({ now: () => at, random, onLocked: () => undefined });
  await vault.carryOut('unlock', { locked, secret: { kind: 'recovery-code', code }, expected: { agency, member } });
  const { partnership, rosters, copies } = made.registration;
  expect(await vault.carryOut('verify-directory', { own: agency, partnership, versions: null, rosters: rosters.map((roster) => [roster]), pin: made.rootFingerprint, marks: null })).toMatchObject({ ok: true });
  await vault.carryOut('take-copies', { copies: copies.filter((copy) => copy.agency === agency && copy.member === member) });
  return vault;
}

/** What an asking agency says of its question in clear, before the worker completes it. */
export function codedQuestion(agency: string): CodedDraft {
  return {
    direction: 'asking', agency, purpose: 's47_enquiry', urgency: 'amber', threshold: 's47', subjectKind: 'child', strategyDiscussionAt: null, subjects: [{ subject: 'p1', role: 'child' }], categories: ['edu.attendance'],
    window: null, specialCategory: false, criminalOffence: false, stack: sampleStack(), lessIntrusive: null, consent: null, thirdParties: [], response: null, acknowledgements: [], override: null,
  };
}
