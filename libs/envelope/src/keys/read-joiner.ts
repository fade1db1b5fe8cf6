import { fingerprintWords } from './fingerprint-words.js';
import { fingerprintOf, type PublicKey } from '../openpgp.js';
import { publicKeyFrom } from './public-key.js';

/** A key that somebody brought, and the words of that very key. */
export interface ReadJoiner { key: PublicKey; fingerprint: string; words: { en: string[]; cy: string[] } }

/**
 * What a custodian is shown of somebody who joins: the words of the key that would be signed, made from the key itself. What the hub says its
 * fingerprint is counts for nothing: honest words beside another key would have the hub's own key signed in. Null for what is no public key.
 */
export async function readJoiner({ agency, member, key: text }: { agency: string; member: string; key: string }): Promise<ReadJoiner | null> {
  const key = await publicKeyFrom(text);
  if (key === null) return null;
  const fingerprint = fingerprintOf(key);
  return { key, fingerprint, words: await fingerprintWords({ agency, member, fingerprint }) };
}
