/** The half of `keys` that needs no secret: what a hub, a verifier and `inspect` may use. */
export { AGENCY_NOTATION, checkCertification } from './check-certification.js';
export { FINGERPRINT, encryptionEpoch, holdsSecretKey, publicKeyFrom, publicKeyText } from './public-key.js';
export { memberAt, membersAt, verifyAgencyStatement, verifyPartnership, verifyRoster } from './verify-directory.js';
export type { PartnershipRefusal, RosterRefusal, SeenVersion, TrustedAgency, TrustedMember, TrustedPartnership, TrustedRoster } from './verify-directory.js';
