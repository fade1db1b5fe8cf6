import type { KeyProof } from '@lateral/contracts';

/**
 * Reads and verifies a signed assertion (RFC 7523 manner): EdDSA only, `iss` = `sub` = `<member>@<agency>`, exact audience,
 * `jti` present, at most 120 seconds from `iat` to `exp`, and `at` between them.
 */
export interface AssertionVerifier {
  /** Who it says it is from, unverified: only good for finding the key to verify it with. */
  claimant(assertion: string): { agency: string; member: string } | null;
  /** `publicKey` is 32 raw Ed25519 bytes. `null` on any fault: the door does not say which. */
  verify(assertion: string, publicKey: Uint8Array, audience: string, at: Date): Promise<{ id: string; expiresAt: Date } | null>;
}

/** Verifies a detached OpenPGP signature by a roster's key over a proof; false on any fault. */
export interface KeyProofVerifier {
  verify(proof: KeyProof, signature: string, by: { key: string; fingerprint: string; at: Date }): Promise<boolean>;
}

/** SHA-256, for tokens that are stored only as their digest. */
export interface TokenHash {
  hash(token: string): Uint8Array;
}
