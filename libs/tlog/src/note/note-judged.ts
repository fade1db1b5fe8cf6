import { utf8ToBytes } from '@noble/hashes/utils.js';
import { equalBytes } from '../merkle/hashes.js';
import { parseNote, type NoteVerifier } from './signed-note.js';
import type { VerifierKey } from './verifier-key.js';

/** Ed25519 of somebody else's, who may take a while over it: message, 64-byte signature, raw 32-byte public key. */
export type VerifyLater = (message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array) => Promise<boolean>;

/**
 * A verifier for one note, whose plain signature by this key is judged beforehand by `verify`: a browser has an Ed25519 of its own that is
 * much faster than ours and gives its answer later. Of any other text or signature it says no.
 */
export async function noteJudged(note: string, { name, keyId, publicKey }: VerifierKey, verify: VerifyLater): Promise<NoteVerifier> {
  const parsed = parseNote(note);
  const line = parsed?.signatures.find((each) => each.name === name && each.keyId === keyId);
  const text = utf8ToBytes(parsed?.text ?? '');
  const isGood = line !== undefined && await verify(text, line.signature, publicKey);
  return { name, keyId, verify: (shown, signature) => isGood && equalBytes(shown, text) && equalBytes(signature, line.signature) };
}
