import type { MemberRole } from '@lateral/contracts';

/** Who is in each agency of the demonstration, beside whom every agency has. */
export const DEMO_MEMBERS: readonly { roles: readonly MemberRole[] }[] = [
  { roles: ['practitioner', 'senior_practitioner'] }, { roles: ['responder'] }, { roles: ['custodian', 'signatory', 'team_manager', 'approver'] }, { roles: ['custodian', 'agency_administrator'] },
];

/** What people's accounts are called at the demonstration's providers, by the role that tells them apart. */
const ACCOUNTS: readonly (readonly [MemberRole, string])[] = [['senior_practitioner', 'senior-practitioner'], ['responder', 'responder'], ['team_manager', 'team-manager'], ['agency_administrator', 'administrator'], ['data_protection_officer', 'data-protection-officer']];
/** Those whose screens there are. */
export const AT_A_DESK: readonly string[] = ['senior-practitioner', 'responder', 'team-manager', 'administrator'];

export function accountOf(roles: readonly MemberRole[]): string | null {
  return ACCOUNTS.find(([role]) => roles.includes(role))?.[1] ?? null;
}

/** Accounts that have somebody, for the providers' lists. */
export const DEMO_ACCOUNTS: readonly string[] = ACCOUNTS.map(([, account]) => account);
