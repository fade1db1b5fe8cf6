import { createPrivateKey, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { digestOf, fromBase64Url, headerBytes, toBase64Url, utf8 } from '@lateral/contracts';
import type { EnvelopeHeader } from '@lateral/contracts';
import type { PrivateKey } from '@lateral/envelope';
import { parseHeaderSignature, signedDigest } from '@lateral/envelope/inspect';

/** PKCS #8 frame of a raw Ed25519 seed (RFC 8410 section 7). */
const ED25519_PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * Signs headers of one member with a tenth of the work that a general OpenPGP library takes: a signature that the library made is
 * the template, of which the notation and the signature itself are replaced (RFC 9580 section 5.2.3). The hub sees a valid signature
 * of the member over the very header; load could not be made fast enough otherwise.
 */
export class HeaderSigner {
  private readonly key: KeyObject;
  private readonly hashedPart: Uint8Array;
  private readonly unhashedPart: Uint8Array;
  private readonly valueAt: number;
  private readonly parsed: NonNullable<ReturnType<typeof parseHeaderSignature>>;

  constructor(personal: PrivateKey, template: { header: EnvelopeHeader; signature: string }) {
    const { seed } = (personal.keyPacket as { privateParams?: { seed?: Uint8Array } }).privateParams ?? {};
    const bytes = fromBase64Url(template.signature);
    const parsed = parseHeaderSignature(bytes);
    if (seed === undefined || parsed === null) throw new TypeError('the template is not an Ed25519 signature of this key');
    this.key = createPrivateKey({ key: Buffer.concat([ED25519_PKCS8, seed]), format: 'der', type: 'pkcs8' });
    this.parsed = parsed;
    this.hashedPart = parsed.hashedPart;
    const hashedEnd = Buffer.from(bytes).indexOf(parsed.hashedPart) + parsed.hashedPart.length;
    const unhashedLength = 2 + bytes[hashedEnd]! * 256 + bytes[hashedEnd + 1]!;
    this.unhashedPart = bytes.slice(hashedEnd, hashedEnd + unhashedLength);
    this.valueAt = Buffer.from(parsed.hashedPart).indexOf(utf8(digestOf('header', template.header)));
    if (this.valueAt < 0) throw new TypeError('the template is not a signature of its header');
  }

  /** The detached signature over a header, base64url. */
  sign(header: EnvelopeHeader): string {
    const hashedPart = this.hashedPart.slice();
    hashedPart.set(utf8(digestOf('header', header)), this.valueAt);
    const digest = signedDigest(headerBytes(header), { ...this.parsed, hashedPart });
    const signature = sign(null, digest, this.key);
    const body = Buffer.concat([hashedPart, this.unhashedPart, digest.subarray(0, 2), mpi(signature.subarray(0, 32)), mpi(signature.subarray(32))]);
    return toBase64Url(Buffer.concat([packetHeader(body.length), body]));
  }
}

/** Tag 2 in the current packet format (RFC 9580 section 4.2.1); a signature is shorter than 8,384 octets. */
function packetHeader(length: number): Buffer {
  return length < 192 ? Buffer.of(0xc2, length) : Buffer.of(0xc2, ((length - 192) >> 8) + 192, (length - 192) & 0xff);
}

/** A number as OpenPGP writes it: its length in bits, then its octets without leading zeros. */
function mpi(number: Uint8Array): Buffer {
  const first = number.findIndex((octet) => octet !== 0);
  const octets = number.subarray(first);
  const bits = octets.length * 8 - (Math.clz32(octets[0]!) - 24);
  return Buffer.concat([Buffer.of(bits >> 8, bits & 0xff), octets]);
}
