/** Roles a member may hold in an agency; one person may hold several. The words are the field's (design section 2). */
export const ROLES = [
  'practitioner', 'senior_practitioner', 'responder', 'approver', 'team_manager', 'agency_administrator', 'custodian', 'data_protection_officer',
  'signatory', 'caldicott_guardian', 'independent_scrutineer', 'service_operator',
] as const;
export type Role = (typeof ROLES)[number];
