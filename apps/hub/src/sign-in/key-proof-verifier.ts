import type { KeyProof } from '@lateral/contracts';
import { isKeyProof } from '@lateral/envelope/inspect';
import type { KeyProofVerifier } from '@lateral/exchange';

/** A member's own OpenPGP signature over what their session was given. */
export class OpenPgpKeyProofVerifier implements KeyProofVerifier {
  verify(proof: KeyProof, signature: string, by: { key: string; fingerprint: string; at: Date }): Promise<boolean> {
    return isKeyProof(proof, signature, by);
  }
}
