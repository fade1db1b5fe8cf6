import type { SecretSubkeyPacket } from 'openpgp';
import type { Roster } from '@lateral/contracts';
import { OPTIONS, fingerprintOf, readPrivateKey, type PrivateKey } from '../openpgp.js';

/**
 * The same key without the secrets of these epochs; their public halves, and what was said of them, stay. Of an agency's whole key and of a
 * member's copy alike. The key given is left as it is: whoever holds it lets go of it.
 */
export async function withoutEpochs(key: PrivateKey, epochs: readonly string[]): Promise<PrivateKey> {
  if (!holdsSecretOf(key, epochs)) return key;
  const without = await readPrivateKey(key.write());
  for (const packet of packetsOf(without, epochs)) packet.makeDummy(OPTIONS);
  // Written and read again: what is handed on is what will be stored.
  return readPrivateKey(without.write());
}

/** Whether a key can still open what was sealed to one of these epochs. */
export function holdsSecretOf(key: PrivateKey, epochs: readonly string[]): boolean {
  return packetsOf(key, epochs).some((packet) => !packet.isDummy());
}

/** Whether a key has been rid of all that its agency has deleted. A copy that has not is somebody's old one, or was made by one who did not delete. */
export function isRidOfDeleted(key: PrivateKey, { deletedEpochs = [] }: Pick<Roster, 'deletedEpochs'>): boolean {
  return !holdsSecretOf(key, deletedEpochs);
}

function packetsOf(key: PrivateKey, epochs: readonly string[]): SecretSubkeyPacket[] {
  const named = new Set(epochs);
  return key.subkeys.filter((subkey) => named.has(fingerprintOf(subkey))).map(({ keyPacket }) => keyPacket as SecretSubkeyPacket);
}
