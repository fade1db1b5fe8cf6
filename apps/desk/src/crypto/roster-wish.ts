import type { Delegate, MemberRole } from '@lateral/contracts';
import { ROLES_THAT_READ } from '@lateral/domain/access';

/** A key as it was compared: `fingerprint` is the one whose words were read out. */
export interface ComparedJoiner { member: string; roles: MemberRole[]; key: string; fingerprint: string }

/** What a custodian wants the next roster to change. `delegates` null: as before. */
export interface RosterWish {
  join: ComparedJoiner[];
  leave: string[];
  roles: { member: string; roles: MemberRole[] }[];
  newEpoch: boolean;
  delegates: Delegate[] | null;
}

type Belonging = { member: string; roles: readonly MemberRole[] };

export const reads = ({ roles }: Pick<Belonging, 'roles'>): boolean => roles.some((role) => ROLES_THAT_READ.includes(role));
export const keepsKeys = ({ roles }: Pick<Belonging, 'roles'>): boolean => roles.includes('custodian');

/** Whether a new epoch comes with it, wished for or not: somebody must no longer be able to open what is sent from then on, or copies that they made have to be made anew. */
export function bringsEpoch({ leave, roles, newEpoch }: Pick<RosterWish, 'leave' | 'roles' | 'newEpoch'>, before: readonly Belonging[]): boolean {
  const loses = (change: Belonging): boolean => before.some((entry) => entry.member === change.member && [reads, keepsKeys].some((may) => may(entry) && !may(change)));
  return newEpoch || leave.length > 0 || roles.some(loses);
}
