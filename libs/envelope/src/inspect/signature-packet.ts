import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { concatBytes } from '@lateral/contracts';
import { bigEndian, readLength, readPackets, toHex } from '../packets.js';

/** Notation of a signature (RFC 9580 section 5.2.3.24). */
export interface SignatureNotation {
  name: string;
  value: string;
  critical: boolean;
}

/**
 * What a detached version 4 Ed25519 signature says, and what is needed to verify it with any Ed25519 function.
 * `signature` is the native 64 bytes (R then S); `hashedPart` and `trailer` are hashed after the document.
 */
export interface ParsedSignature {
  hash: 'sha256' | 'sha384' | 'sha512';
  created: Date;
  /** Fingerprint of the issuing key, upper-case hex. */
  issuer: string;
  notations: SignatureNotation[];
  hashedPart: Uint8Array;
  trailer: Uint8Array;
  /** First two octets of the digest, as the packet claims them. */
  left16: Uint8Array;
  signature: Uint8Array;
}

const HASHES = { 8: 'sha256', 9: 'sha384', 10: 'sha512' } as const;
const DIGEST = { sha256, sha384, sha512 };

/** A hash of bytes by its name, for a caller who has a faster one than the portable one. */
export type SignatureHash = (name: ParsedSignature['hash'], bytes: Uint8Array) => Uint8Array;
const hashPortably: SignatureHash = (name, bytes) => DIGEST[name](bytes);

const ED25519_LEGACY = 22;
const ED25519 = 27;

/** Names that implementations use for pure salt: they carry no meaning, so a reader loses nothing by passing over them. */
const SALT_NOTATIONS = new Set(['salt@notations.openpgpjs.org', 'salt@notations.sequoia-pgp.org']);

/**
 * Reads exactly one detached signature packet (RFC 9580 section 5.2.3) and nothing beside it. Null on whatever is unusual: another
 * version or type, a second packet, a subpacket we have no use for, two creation times, an MPI that is not written the one canonical way.
 */
export function parseSignature(bytes: Uint8Array): ParsedSignature | null {
  const packets = readPackets(bytes);
  const only = packets?.length === 1 ? packets[0]! : null;
  return only === null || only.tag !== 2 ? null : parseSignatureBody(only.body);
}

/** The same for the body of a signature packet that has already been taken out of its frame. */
export function parseSignatureBody(body: Uint8Array): ParsedSignature | null {
  const [version, type, algorithm, hashId] = body;
  const hash = HASHES[hashId as keyof typeof HASHES] as ParsedSignature['hash'] | undefined;
  if (body.length < 10 || version !== 4 || type !== 0 || hash === undefined) return null;
  if (algorithm !== ED25519_LEGACY && algorithm !== ED25519) return null;
  const hashedEnd = 6 + bigEndian(body, 4, 2);
  if (hashedEnd + 2 > body.length) return null;
  const unhashedEnd = hashedEnd + 2 + bigEndian(body, hashedEnd, 2);
  if (unhashedEnd + 2 > body.length) return null;
  const said = readHashed(body.subarray(6, hashedEnd));
  if (said === null || !isUnhashedHarmless(body.subarray(hashedEnd + 2, unhashedEnd), said.issuer)) return null;
  const tail = body.subarray(unhashedEnd + 2);
  const signature = algorithm === ED25519 ? (tail.length === 64 ? tail : null) : readTwoMpis(tail);
  if (signature === null) return null;
  const hashedPart = body.subarray(0, hashedEnd);
  const trailer = Uint8Array.of(4, 0xff, hashedEnd >>> 24, hashedEnd >>> 16, hashedEnd >>> 8, hashedEnd);
  return { hash, ...said, hashedPart, trailer, left16: body.subarray(unhashedEnd, unhashedEnd + 2), signature };
}

/** The digest that the Ed25519 signature is made over: OpenPGP signs the hash of document, hashed part and trailer. */
export function signedDigest(document: Uint8Array, parsed: ParsedSignature, hash: SignatureHash = hashPortably): Uint8Array {
  return hash(parsed.hash, concatBytes(document, parsed.hashedPart, parsed.trailer));
}

/**
 * Whether the signature carries the one notation that is expected, marked critical, with that very value, and no other
 * notation that means anything. A critical notation makes a reader that knows nothing of Lateral refuse, not shrug.
 */
export function hasOnlyNotation(parsed: ParsedSignature, name: string, value: string): boolean {
  const meaningful = parsed.notations.filter((notation) => notation.critical || !SALT_NOTATIONS.has(notation.name));
  const only = meaningful[0];
  return meaningful.length === 1 && only !== undefined && only.critical && only.name === name && only.value === value;
}

interface Said {
  created: Date;
  issuer: string;
  notations: SignatureNotation[];
}

function readHashed(area: Uint8Array): Said | null {
  const subpackets = readSubpackets(area);
  if (subpackets === null) return null;
  let created: Date | null = null;
  let issuer: string | null = null;
  let keyId: string | null = null;
  const notations: SignatureNotation[] = [];
  for (const { type, critical, body } of subpackets) {
    if (type === 2 && body.length === 4 && created === null) created = new Date(bigEndian(body, 0, 4) * 1000);
    else if (type === 33 && body.length === 21 && body[0] === 4 && issuer === null) issuer = toHex(body.subarray(1));
    else if (type === 16 && body.length === 8 && keyId === null) keyId = toHex(body);
    else if (type === 20) {
      const notation = readNotation(body, critical);
      if (notation === null) return null;
      notations.push(notation);
      // Type 28 is the signer's user id, which some tools add; it decides nothing here.
    } else if (type !== 28 || critical) return null;
  }
  if (created === null || issuer === null || (keyId !== null && !issuer.endsWith(keyId))) return null;
  return { created, issuer, notations };
}

/** Nothing outside the hashed area is signed, so the only thing allowed there is the issuer's key id, and only if it is true. */
function isUnhashedHarmless(area: Uint8Array, issuer: string): boolean {
  const subpackets = readSubpackets(area);
  return subpackets !== null && subpackets.length <= 1
    && subpackets.every(({ type, critical, body }) => type === 16 && !critical && body.length === 8 && issuer.endsWith(toHex(body)));
}

function readSubpackets(area: Uint8Array): { type: number; critical: boolean; body: Uint8Array }[] | null {
  const subpackets: { type: number; critical: boolean; body: Uint8Array }[] = [];
  let at = 0;
  while (at < area.length) {
    const size = readSubpacketLength(area, at);
    if (size === null || size.length < 1 || size.next + size.length > area.length) return null;
    const first = area[size.next]!;
    subpackets.push({ type: first & 0x7f, critical: (first & 0x80) !== 0, body: area.subarray(size.next + 1, size.next + size.length) });
    at = size.next + size.length;
  }
  return subpackets;
}

// Subpacket lengths have no partial form: 224 to 254 are two-octet lengths there (RFC 9580 section 5.2.3.7).
function readSubpacketLength(area: Uint8Array, at: number): { length: number; next: number } | null {
  const first = area[at]!;
  if (first >= 224 && first < 255) {
    return at + 2 > area.length ? null : { length: ((first - 192) << 8) + area[at + 1]! + 192, next: at + 2 };
  }
  return readLength(area, at);
}

function readNotation(body: Uint8Array, critical: boolean): SignatureNotation | null {
  if (body.length < 8) return null;
  const nameEnd = 8 + bigEndian(body, 4, 2);
  if (nameEnd + bigEndian(body, 6, 2) !== body.length) return null;
  const readable = body[0] === 0x80;
  if (!readable && (body[0] !== 0 || critical)) return null;
  if (body[1] !== 0 || body[2] !== 0 || body[3] !== 0) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const name = text.decode(body.subarray(8, nameEnd));
    return { name, value: readable ? text.decode(body.subarray(nameEnd)) : toHex(body.subarray(nameEnd)), critical };
  } catch {
    return null;
  }
}

/** R and S as MPIs, padded back to 32 bytes each; null unless both are written canonically and nothing follows. */
function readTwoMpis(tail: Uint8Array): Uint8Array | null {
  const native = new Uint8Array(64);
  let at = 0;
  for (const offset of [0, 32]) {
    if (at + 2 > tail.length) return null;
    const bits = bigEndian(tail, at, 2);
    const octets = (bits + 7) >>> 3;
    const value = tail.subarray(at + 2, at + 2 + octets);
    if (octets === 0 || octets > 32 || value.length !== octets) return null;
    if (32 - Math.clz32(value[0]!) !== bits - 8 * (octets - 1)) return null;
    native.set(value, offset + 32 - octets);
    at += 2 + octets;
  }
  return at === tail.length ? native : null;
}
