import { enums, revokeKey } from 'openpgp';
import { OPTIONS, type PrivateKey, type PublicKey } from '../openpgp.js';

/** Why a key goes: its owner left or has a new one; or somebody else may hold it. */
export type RevocationReason = 'retired' | 'compromised';

/**
 * The public key with its revocation. `retired` leaves everything signed before `at` good, and is what a leaver gets.
 * `compromised` makes every signature of the key bad, earlier ones too: whoever holds it can date a signature as he likes.
 */
export async function withRevocation(key: PrivateKey, { reason, at }: { reason: RevocationReason; at: Date }): Promise<PublicKey> {
  const flag = reason === 'retired' ? enums.reasonForRevocation.keyRetired : enums.reasonForRevocation.keyCompromised;
  const { publicKey } = await revokeKey({ key, reasonForRevocation: { flag, string: '' }, date: at, format: 'object', config: OPTIONS });
  return publicKey;
}
