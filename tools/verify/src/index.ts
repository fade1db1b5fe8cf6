export { FINDINGS, type Finding, type FindingCode } from './findings.js';
export type { EvidenceInspector, Refused, VouchedAgency, VouchedRoster } from './inspector.js';
export { openPgpInspector } from './openpgp-inspector.js';
export { readFileBounded } from './read-file.js';
export { MAX_PACK_BYTES } from './read-pack.js';
export { report } from './report.js';
export { verifyEvidence, type Verdict } from './verifier.js';
export type { Language } from './words.js';
