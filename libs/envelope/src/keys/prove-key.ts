import { digestOf, toBase64Url, type KeyProof } from '@lateral/contracts';
import { signDetached, type PrivateKey } from '../openpgp.js';
import { documentBytes, documentNotation } from './signed-document.js';

/**
 * What somebody whom a one-time code let in signs with their own key, base64url. A client makes the document of its own agency, member and
 * session, and takes nothing of the hub's but the nonce: what it signs for this session is none for another.
 */
export async function proveKey(of: Omit<KeyProof, 'v'>, { key, at }: { key: PrivateKey; at: Date }): Promise<string> {
  const proof: KeyProof = { v: 1, ...of };
  return toBase64Url(await signDetached(documentBytes('key-proof', proof), key, documentNotation(digestOf('key-proof', proof)), at));
}
