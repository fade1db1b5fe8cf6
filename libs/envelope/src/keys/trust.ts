/** The half of `keys` that needs no secret: what a hub, a verifier and `inspect` may use. */
export { AGENCY_NOTATION, checkCertification } from './check-certification.js';
export { FINGERPRINT, encryptionEpoch, holdsSecretKey, publicKeyFrom, publicKeyText } from './public-key.js';
export { delegatesAt, delegatesOf } from './delegates-at.js';
export { judgeProposal } from './judge-proposal.js';
export { judgeCopies } from './locked-for.js';
export { memberAt, membersAt, signerAt, type TrustedMember, type TrustedRoster } from './roster-members.js';
export { ISSUE_TOLERANCE_MS, type SeenVersion } from './signed-document.js';
export { epochChanges, epochsEver, newestTeamKey, teamEpochs } from './team-key.js';
export { verifyAgencyStatement, verifyPartnership, type PartnershipRefusal, type TrustedAgency, type TrustedPartnership } from './verify-directory.js';
export { verifyRoster, verifyRosterChain, type RosterAgency, type RosterRefusal } from './verify-roster.js';
