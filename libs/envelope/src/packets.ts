/** One OpenPGP packet: its type id and its body without the length framing (RFC 9580 section 4.2). */
export interface Packet {
  tag: number;
  body: Uint8Array;
}

/** Only the encrypted container may come in pieces of partial length; everything else we read is small. */
const MAY_BE_PARTIAL = new Set([18]);

/**
 * Splits bytes into packets. Returns null on anything that is not a whole sequence of packets: a reader that guesses at
 * broken framing is a reader that can be shown something else than the next one.
 */
export function readPackets(bytes: Uint8Array): Packet[] | null {
  const packets: Packet[] = [];
  let at = 0;
  while (at < bytes.length) {
    const read = readPacket(bytes, at);
    if (read === null) return null;
    packets.push(read.packet);
    at = read.end;
  }
  return packets;
}

function readPacket(bytes: Uint8Array, start: number): { packet: Packet; end: number } | null {
  const first = bytes[start]!;
  if ((first & 0x80) === 0) return null;
  return (first & 0x40) === 0 ? readOldFormat(bytes, start, first) : readNewFormat(bytes, start, first & 0x3f);
}

function readOldFormat(bytes: Uint8Array, start: number, first: number): { packet: Packet; end: number } | null {
  const octets = [1, 2, 4][first & 3];
  // Indeterminate length says "until the end of the file": two readers may disagree where that is.
  if (octets === undefined || start + 1 + octets > bytes.length) return null;
  const length = bigEndian(bytes, start + 1, octets);
  return definite(bytes, (first >> 2) & 15, start + 1 + octets, length);
}

function readNewFormat(bytes: Uint8Array, start: number, tag: number): { packet: Packet; end: number } | null {
  const pieces: Uint8Array[] = [];
  let at = start + 1;
  for (;;) {
    const size = readLength(bytes, at);
    if (size === null || (size.partial && !MAY_BE_PARTIAL.has(tag)) || size.next + size.length > bytes.length) return null;
    if (!size.partial && pieces.length === 0) return definite(bytes, tag, size.next, size.length);
    pieces.push(bytes.subarray(size.next, size.next + size.length));
    at = size.next + size.length;
    if (!size.partial) return { packet: { tag, body: joined(pieces) }, end: at };
  }
}

function definite(bytes: Uint8Array, tag: number, from: number, length: number): { packet: Packet; end: number } | null {
  if (tag === 0 || from + length > bytes.length) return null;
  return { packet: { tag, body: bytes.subarray(from, from + length) }, end: from + length };
}

/** A new-format body length at `at` (RFC 9580 section 4.2.1), or null where the bytes end first. */
export function readLength(bytes: Uint8Array, at: number): { length: number; next: number; partial: boolean } | null {
  const first = bytes[at];
  if (first === undefined) return null;
  if (first < 192) return { length: first, next: at + 1, partial: false };
  if (first < 224) return at + 2 > bytes.length ? null : { length: ((first - 192) << 8) + bytes[at + 1]! + 192, next: at + 2, partial: false };
  if (first < 255) return { length: 2 ** (first & 31), next: at + 1, partial: true };
  return at + 5 > bytes.length ? null : { length: bigEndian(bytes, at + 1, 4), next: at + 5, partial: false };
}

export function bigEndian(bytes: Uint8Array, at: number, octets: number): number {
  let value = 0;
  for (let i = 0; i < octets; i += 1) value = value * 256 + bytes[at + i]!;
  return value;
}

/** A packet in the new format with its length in five octets: one spelling, whatever the length. */
export function writePacket({ tag, body }: Packet): Uint8Array {
  const written = new Uint8Array(6 + body.length);
  written[0] = 0xc0 | tag;
  written[1] = 255;
  new DataView(written.buffer).setUint32(2, body.length);
  written.set(body, 6);
  return written;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0').toUpperCase());

/** Upper-case hex: how fingerprints and key ids are written everywhere in Lateral. */
export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += HEX[byte]!;
  return text;
}
