import { readPackets, toHex } from '../packets.js';

/** Who a ciphertext names as its readers: full fingerprints (PKESK version 6) or key ids of 16 hex digits (version 3). */
export interface ReaderList {
  ok: true;
  readers: string[];
  /** Version of the encrypted container: 2 is AEAD, 1 the older form that stock tools read. */
  container: 1 | 2;
}

export type ReadersRefused = { ok: false; code: 'unreadable' | 'hidden-reader' | 'password-reader' | 'duplicate-reader' };

const PKESK = 1;
const SKESK = 3;
const SEIPD = 18;

/**
 * Lists the readers of a ciphertext without opening it. Refuses what could hide one: a recipient of all zeros, a password, a
 * packet of another kind or version (implementations skip what they do not know, and another one would open it).
 */
export function listReaders(ciphertext: Uint8Array): ReaderList | ReadersRefused {
  const packets = readPackets(ciphertext);
  const last = packets?.at(-1);
  if (!packets || packets.length < 2 || last?.tag !== SEIPD) return { ok: false, code: 'unreadable' };
  const container = last.body[0];
  if (container !== 1 && container !== 2) return { ok: false, code: 'unreadable' };
  const readers: string[] = [];
  for (const packet of packets.slice(0, -1)) {
    if (packet.tag === SKESK) return { ok: false, code: 'password-reader' };
    if (packet.tag !== PKESK) return { ok: false, code: 'unreadable' };
    const reader = readerOf(packet.body, container);
    if (reader === null) return { ok: false, code: 'unreadable' };
    if (/^0*$/.test(reader)) return { ok: false, code: 'hidden-reader' };
    if (readers.includes(reader)) return { ok: false, code: 'duplicate-reader' };
    readers.push(reader);
  }
  return { ok: true, readers, container };
}

/** Reader named by one PKESK (RFC 9580 section 5.1); an empty text is a hidden one, null is unreadable. */
function readerOf(body: Uint8Array, container: 1 | 2): string | null {
  if (container === 1) return body[0] === 3 && body.length > 10 ? toHex(body.subarray(1, 9)) : null;
  if (body[0] !== 6) return null;
  if (body[1] === 0) return '';
  return body[1] === 21 && body[2] === 4 && body.length > 24 ? toHex(body.subarray(3, 23)) : null;
}

/** Whether the ciphertext is for exactly these epoch subkeys, no more and no fewer. Fingerprints, upper-case hex. */
export function readersAre(list: ReaderList, epochs: readonly string[]): boolean {
  const expected = new Set(epochs.map((epoch) => (list.container === 1 ? epoch.slice(-16) : epoch)));
  return expected.size === epochs.length && expected.size === list.readers.length && list.readers.every((reader) => expected.has(reader));
}
