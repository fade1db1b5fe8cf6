export * from './certificates.js';
export { isAgencyId, isPseudonym, listMembers, loadWitness, readRegistration, witnessName, type WitnessKey } from './client-files.js';
export * from './ledger-key.js';
export * from './load-client.js';
export { makeAgency, type AgencyPlan, type MadeAgency } from './make-agency.js';
export { provisionPartnership, type DemoProvider, type PartnershipPlan, type Provisioned } from './provision-partnership.js';
export { renewPartnership, type Renewal } from './renew-partnership.js';
export * from './service-certificates.js';
