import type { ActRule, Those } from './acts.js';
import type { Role } from './roles.js';

/** Somebody with a session. `relation`: whether what they are at is their own agency's matter; a newcomer has no role yet. */
export interface Asker {
  roles: readonly Role[];
  session: 'person' | 'machine' | 'one-time-code' | 'newcomer';
  relation: 'own' | 'other';
  /** Whether who came in with a one-time code has proven the member's own signing key since. */
  keyProven?: boolean;
}
/** Why not: nobody is known to be asking, their role has no such right, or of another agency's matter they are told that it is not there; or a code is not enough. */
type Refused = 'unauthenticated' | 'role-not-allowed' | 'not-found' | 'key-proof-needed';

/** What a rule says to whoever asks (null: nobody is signed in): null where they may. */
export function refusalOf(rule: ActRule, asker: Asker | null): Refused | null {
  if (rule.own === 'anybody') return null;
  if (asker === null) return 'unauthenticated';
  const { roles, session, relation } = asker;
  if (session === 'newcomer') return rule.also.includes('newcomer') ? null : 'role-not-allowed';
  if (session === 'one-time-code' && !rule.also.includes('one-time-code')) return 'role-not-allowed';
  if (relation === 'other' && rule.other === 'nobody') return 'not-found';
  if (!isAmong(rule[relation], roles)) return 'role-not-allowed';
  return session === 'one-time-code' && rule.keyProof && asker.keyProven !== true ? 'key-proof-needed' : null;
}

/** Whether a member with these roles may do it in a matter of their own agency. */
export function hasRight({ own }: ActRule, roles: readonly Role[]): boolean {
  return isAmong(own, roles);
}

function isAmong(those: Those, roles: readonly Role[]): boolean {
  return typeof those === 'string' ? those === 'every-member' || those === 'anybody' : roles.some((role) => those.includes(role));
}
