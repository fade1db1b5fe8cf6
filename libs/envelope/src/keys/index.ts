export { fingerprintOf, readPrivateKey } from '../openpgp.js';
export type { PrivateKey, PublicKey } from '../openpgp.js';
export * from './certify-agency.js';
export * from './make-keys.js';
export * from './revoke-key.js';
export * from './sign-directory.js';
export * from './team-copy.js';
export * from './trust.js';
export { isPartnershipFile } from './document-shape.js';
