/** Roles a member may hold in an agency; one person may hold several. The words are the field's (design section 2). */
export const ROLES = [
  'practitioner', 'senior_practitioner', 'responder', 'approver', 'team_manager', 'agency_administrator', 'custodian', 'data_protection_officer',
  'signatory', 'caldicott_guardian', 'independent_scrutineer', 'service_operator',
] as const;
/** Roles that are given a copy of the team key: those that read content, and custodians, who make the copies. An officer reads narratives and never content. */
export const ROLES_THAT_READ: readonly Role[] = ['practitioner', 'senior_practitioner', 'responder', 'approver', 'team_manager', 'custodian'];
export type Role = (typeof ROLES)[number];
