/**
 * Why a client refused to show a message that it was handed: codes of the eight steps of its verification, and no others. A word of
 * its own here would be read by the hub, and by the other side.
 */
export const OPENING_REFUSALS = [
  'header-mismatch', 'signer-unknown', 'signature-invalid', 'ciphertext-mismatch', 'proof-wrong', 'justification-mismatch', 'readers-mismatch',
  'no-key', 'not-authentic', 'content-mismatch', 'not-addressed', 'not-expected', 'time-mismatch', 'expired', 'replayed',
] as const;
export type OpeningRefusal = (typeof OPENING_REFUSALS)[number];
