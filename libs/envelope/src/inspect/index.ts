export { inspectEnvelope, epochsOf, teamsOf, type Inspected, type InspectCode, type InspectInput, type InspectRefused, type InspectStep } from './inspect-envelope.js';
export { isHeader, isJustification, faultOfJustification } from './header-shape.js';
export { listReaders, readersAre, type ReaderList, type ReadersRefused } from './readers.js';
export { parseSignature, signedDigest, hasOnlyNotation, type ParsedSignature, type SignatureHash, type SignatureNotation } from './signature-packet.js';
export { signerKeyOf } from './signer-key.js';
export { isKeyProof } from './verify-key-proof.js';
export { CLOCK_TOLERANCE_MS, HEADER_NOTATION, parseHeaderSignature, verifyHeaderSignature, type HeaderSignatureRefused, type HeaderVerified, type SignerKey, type VerifyEd25519 } from './verify-header.js';
export * from '../keys/trust.js';
