import type { SealedEnvelope } from '@lateral/contracts';

/** Everything about an envelope that can be checked without a secret key. Implemented over `@lateral/envelope/inspect`. */
export interface EnvelopeInspector {
  inspect(envelope: SealedEnvelope, signerKey: Uint8Array): Promise<InspectionResult>;
}

export type InspectionFailure = 'header-mismatch' | 'signature-invalid' | 'readers-mismatch' | 'ciphertext-mismatch' | 'justification-mismatch';
export type InspectionResult = { ok: true } | { ok: false; code: InspectionFailure };
