import { ed25519 } from '@noble/curves/ed25519.js';
import { ciphertextDigest, headerBytes, type EnvelopeHeader } from '@lateral/contracts';
import { hasOnlyNotation, parseSignature, signedDigest, type ParsedSignature, type SignatureHash } from './signature-packet.js';

/** Name of the critical notation on a header's signature; its value is `digestOf('header', header)`. */
export const HEADER_NOTATION = 'hdr@lateral.example';

/** How far a header's own time may be from the time its signature says, and any time from the reader's clock. */
export const CLOCK_TOLERANCE_MS = 300_000;

/** What is needed of a member's key to check a header: made by `signerKeyOf`. `validUntil` null: without end. */
export interface SignerKey {
  /** Upper-case hex. */
  fingerprint: string;
  /** Raw Ed25519 public key, 32 bytes. */
  publicKey: Uint8Array;
  validFrom: Date;
  validUntil: Date | null;
}

/**
 * Ed25519 verification (RFC 8032) with a raw public key, the signed message and the 64-byte signature. The hub passes node:crypto,
 * which is the fastest at hand; without one the portable implementation is used.
 */
export type VerifyEd25519 = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean | Promise<boolean>;
const verifyPortably: VerifyEd25519 = (publicKey, message, signature) => ed25519.verify(signature, message, publicKey, { zip215: false });

export type HeaderSignatureRefused = 'unusual-signature' | 'unknown-signer' | 'wrong-notation' | 'key-not-valid-then' | 'bad-signature';
/** `headerDigest` is `digestOf('header', header)`, which the signature names. */
export type HeaderVerified = { ok: true; signer: string; created: Date; headerDigest: string } | { ok: false; code: HeaderSignatureRefused };

/** Parses the detached signature of a header; null where it is not exactly one plain version 4 Ed25519 signature. */
export function parseHeaderSignature(signature: Uint8Array): ParsedSignature | null {
  return parseSignature(signature);
}

/**
 * Verifies the outer signature: one, by this key while it was valid, over exactly this header, with the critical notation.
 * The time it names is returned; `isNear` compares it with the header's.
 */
export async function verifyHeaderSignature(given: { header: EnvelopeHeader; signature: Uint8Array; signer: SignerKey; verifyEd25519?: VerifyEd25519 | undefined; hash?: SignatureHash | undefined }): Promise<HeaderVerified> {
  const { header, signature, signer, verifyEd25519 = verifyPortably, hash } = given;
  const parsed = parseHeaderSignature(signature);
  if (parsed === null) return { ok: false, code: 'unusual-signature' };
  if (parsed.issuer !== signer.fingerprint) return { ok: false, code: 'unknown-signer' };
  const bytes = headerBytes(header);
  // The plain digest of these bytes is `digestOf('header', header)`: the kind is already in front of them.
  const headerDigest = ciphertextDigest(bytes);
  if (!hasOnlyNotation(parsed, HEADER_NOTATION, headerDigest)) return { ok: false, code: 'wrong-notation' };
  if (parsed.created < signer.validFrom || (signer.validUntil !== null && parsed.created >= signer.validUntil)) return { ok: false, code: 'key-not-valid-then' };
  const digest = signedDigest(bytes, parsed, hash);
  const isGood = digest[0] === parsed.left16[0] && digest[1] === parsed.left16[1] && (await verifyEd25519(signer.publicKey, digest, parsed.signature));
  return isGood ? { ok: true, signer: parsed.issuer, created: parsed.created, headerDigest } : { ok: false, code: 'bad-signature' };
}

/** Whether two times agree within the tolerance. */
export function isNear(a: Date, b: Date): boolean {
  return Math.abs(a.getTime() - b.getTime()) <= CLOCK_TOLERANCE_MS;
}
