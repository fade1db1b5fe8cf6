export { EMPTY_ROOT, HASH_BYTES, equalBytes, leafHash, nodeHash } from './merkle/hashes.js';
export { frontierNodes, type NodeId, type TreeNode } from './merkle/node-id.js';
export { Frontier, foldNodes } from './merkle/frontier.js';
export {
  consistencyNodes, consistencyPath, consistencyPlan, inclusionNodes, inclusionPath, inclusionPlan, nodesOfPlan, pathOf, type PathPlan, type ReadNode,
} from './merkle/paths.js';
export { verifyConsistency, verifyInclusion, type ConsistencyClaim, type InclusionClaim } from './merkle/verify-proof.js';
export { fromBase64, toBase64 } from './note/base64.js';
export {
  SIGNATURE_TYPES, formatVerifierKey, isKeyName, noteKeyId, parseVerifierKey, verifierKey, type SignatureType, type VerifierKey,
} from './note/verifier-key.js';
export {
  addSignature, formatNote, formatSignatureLine, parseNote, parseSignatureLine, signNote, verifyNote,
  type NoteFault, type NoteSignature, type NoteSigner, type NoteVerdict, type NoteVerifier, type SignedNote,
} from './note/signed-note.js';
export { noteJudged, type VerifyLater } from './note/note-judged.js';
export { ed25519Signer, noteVerifier, noteVerifierOf, verifyEd25519 } from './note/ed25519.js';
export {
  formatCheckpoint, openCheckpoint, parseCheckpoint, signCheckpoint, type Checkpoint, type CheckpointFault, type Cosignature, type OpenedCheckpoint,
} from './note/checkpoint.js';
export { splitCosignature } from './note/cosignature.js';
export { cosign } from './note/witness.js';
export { formatTlogProof, parseTlogProof, verifyTlogProof, type TlogProof, type TlogProofVerdict } from './note/tlog-proof.js';
