import { concatBytes } from '@lateral/contracts';
import { listReaders } from './inspect/readers.js';
import { readPackets, writePacket } from './packets.js';

/**
 * One ciphertext for many readers as one for each: the packet for that reader's key, and the same container. Nothing is decrypted or made
 * anew. In the order of `epochs`; throws where the ciphertext is not for exactly these.
 */
export function splitReaders(ciphertext: Uint8Array, epochs: readonly string[]): Uint8Array[] {
  const named = listReaders(ciphertext);
  const packets = readPackets(ciphertext);
  const container = packets?.at(-1);
  if (!named.ok || packets === null || container === undefined || named.readers.length !== epochs.length) throw new RangeError('the ciphertext is not for these readers');
  return epochs.map((epoch) => {
    const index = named.readers.indexOf(named.container === 1 ? epoch.slice(-16) : epoch);
    if (index < 0) throw new RangeError('the ciphertext is not for these readers');
    return concatBytes(writePacket(packets[index]!), writePacket(container));
  });
}
