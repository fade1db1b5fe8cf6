import { toBase64Url, type KeyProof, type KeyProofReply } from '@lateral/contracts';
import { composeRecord } from '../compose-record.js';
import { done, refuse, type Result } from '../result.js';
import type { Clock, Directory, KeyProofStore, KeyProofVerifier, Randomness, TokenHash } from '../ports/index.js';
import type { Present } from '../step-up/begin-step-up.use-case.js';
import { newToken } from './new-session.js';
import { isMemberAt } from './sign-in.use-case.js';

/** How long a challenge waits for its signature. */
export const KEY_PROOF_MS = 5 * 60_000;

export interface ProveKeyDeps {
  clock: Clock;
  randomness: Randomness;
  directory: Directory;
  keyProofs: KeyProofStore;
  verifier: KeyProofVerifier;
  tokens: TokenHash;
}

/**
 * Whoever made a one-time code knows it as well as whom it is for, and a custodian's own copy of the team key opens what the session
 * collects. So such a session reaches content only once the member's own key, of which the custodian has no copy, has signed for it.
 */
export class ProveKey {
  constructor(private readonly deps: ProveKeyDeps) {}

  /** A challenge for this very session. A later one makes it void. Refused with `not-allowed` to other sessions, and where the key is proven. */
  async begin({ session }: Present): Promise<Result<KeyProofReply>> {
    const { clock, keyProofs, randomness } = this.deps;
    if (session.kind !== 'one-time-code') return refuse('not-allowed');
    const at = await clock.now();
    const nonce = toBase64Url(randomness.bytes(32));
    const expiresAt = new Date(at.getTime() + KEY_PROOF_MS);
    const kept = await keyProofs.challenge(session.id, { nonce, expiresAt }, at);
    return kept ? done({ session: session.id, nonce, expires: expiresAt.toISOString() }) : refuse('not-allowed');
  }

  /** The session's new token, for the cookie and nothing else. Every fault is the same refusal. */
  async carryOut({ actor, session }: Present, signature: string): Promise<Result<{ token: string }>> {
    const { clock, directory, keyProofs, randomness, tokens, verifier } = this.deps;
    if (session.kind !== 'one-time-code') return refuse('not-allowed');
    const at = await clock.now();
    const { agency, member } = actor;
    const nonce = await keyProofs.challenged(session.id, at);
    const known = (await directory.view()).member(agency, member);
    if (nonce === null || known === null || !isMemberAt(known, at)) return refuse('key-proof-refused');
    const proof: KeyProof = { v: 1, agency, member, session: session.id, nonce };
    const { fingerprint, key } = known;
    if (!(await verifier.verify(proof, signature, { key, fingerprint, at }))) return refuse('key-proof-refused');
    const token = newToken(randomness);
    const record = composeRecord('key.proved.v1', { agency, member, session: session.id, fingerprint }, { at, randomness, parties: [agency] });
    const spent = await keyProofs.prove({ session: session.id, nonce, tokenHash: tokens.hash(token), at }, record);
    return spent ? done({ token }) : refuse('key-proof-refused');
  }
}
