import { ciphertextDigest, digestOf, fromBase64Url, type Direction, type EnvelopeContext, type EnvelopeHeader, type EvidenceEnvelope, type JustificationRecord, type MessageType, type Reader, type SealedPart } from '@lateral/contracts';
import { isHeader, isJustification } from './header-shape.js';
import { listReaders, readersAre } from './readers.js';
import type { SignatureHash } from './signature-packet.js';
import { isNear, verifyHeaderSignature, type HeaderSignatureRefused, type SignerKey, type VerifyEd25519 } from './verify-header.js';

/** Steps are numbered as in the receiver's order of verification; 3, 6 and 7 need what an inspector does not have. */
export type InspectStep = 1 | 2 | 4 | 5 | 8;
export type InspectCode = 'header-mismatch' | 'signer-unknown' | 'signature-invalid' | 'ciphertext-mismatch' | 'justification-mismatch' | 'readers-mismatch' | 'time-mismatch';
/** `cause` says more about a refused signature or reader list. */
export type InspectRefused = { ok: false; step: InspectStep; code: InspectCode; cause?: string };
export type Inspected = { ok: true; header: EnvelopeHeader; headerDigest: string; contentDigest: string; signed: Date; seen: { content: boolean; narrative: boolean } };

type Ciphertext = string | Uint8Array | null;
export interface InspectInput {
  /**
   * As it travels (`SealedEnvelope`), or as evidence, where ciphertext may be absent (null). Ciphertext may also be given as the bytes
   * that its base64url stands for, by a caller who needs them anyway. Nothing in it is believed beforehand.
   */
  envelope: Pick<EvidenceEnvelope, 'header' | 'signature' | 'justification'> & { content: Ciphertext; narrative: Ciphertext };
  /** The agency that sends and the key of the person who signs, as the verified roster of that agency has them. */
  sender: { agency: string; key: SignerKey };
  verifyEd25519?: VerifyEd25519;
  /** base64url SHA-256, for a caller who has a faster one than the portable one. */
  digest?: (bytes: Uint8Array) => string;
  /** The hash that the signature names, for a caller who has a faster one. */
  hash?: SignatureHash;
  /** Whether `epoch` is a current subkey of that agency's team key, or of that officer's key, as far as the caller's verified directory knows. */
  isKnownReader?: (reader: { agency: string; key: string; epoch: string }) => boolean;
}

/**
 * Checks all of an envelope that can be checked without a secret key: the hub before it stores one, the verifier years later.
 * Nothing here says that the content is what it ought to be; it says who signed for which bytes, which reasons and which readers.
 */
export async function inspectEnvelope({ envelope, sender, verifyEd25519, digest = ciphertextDigest, hash, isKnownReader }: InspectInput): Promise<Inspected | InspectRefused> {
  const { header } = envelope;
  if (!isHeader(header)) return { ok: false, step: 1, code: 'header-mismatch' };
  const { context } = header;
  if (context.from.agency !== sender.agency || context.from.signer !== sender.key.fingerprint) return { ok: false, step: 1, code: 'signer-unknown' };
  const signature = bytesOf(envelope.signature);
  const signed = signature === null ? ({ ok: false, code: 'unusual-signature' } as const) : await verifyHeaderSignature({ header, signature, signer: sender.key, verifyEd25519, hash });
  if (!signed.ok) return { ok: false, step: 1, code: codeOfSignature(signed.code), cause: signed.code };
  const content = envelope.content === null ? null : bytesOf(envelope.content);
  const narrative = envelope.narrative === null ? null : bytesOf(envelope.narrative);
  const refused = refusalOfBytes(header, digest, [envelope.content, content], [envelope.narrative, narrative])
    ?? refusalOfJustification(header, envelope.justification)
    ?? refusalOfReaders(context, content, narrative)
    ?? refusalOfUnknownReaders(context, isKnownReader)
    ?? (isNear(signed.created, new Date(context.created)) ? null : ({ ok: false, step: 8, code: 'time-mismatch' } as const));
  if (refused !== null) return refused;
  return { ok: true, header, headerDigest: signed.headerDigest, contentDigest: header.content.digest, signed: signed.created, seen: { content: content !== null, narrative: narrative !== null } };
}

function codeOfSignature(code: HeaderSignatureRefused): InspectCode {
  return code === 'unknown-signer' || code === 'key-not-valid-then' ? 'signer-unknown' : 'signature-invalid';
}

function refusalOfBytes(header: EnvelopeHeader, digest: (bytes: Uint8Array) => string, ...parts: [text: Ciphertext, bytes: Uint8Array | null][]): InspectRefused | null {
  const agrees = parts.every(([text, bytes], index) => text === null || (bytes !== null && isPart(bytes, index === 0 ? header.content : header.narrative, digest)));
  return agrees ? null : { ok: false, step: 2, code: 'ciphertext-mismatch' };
}

/** Step 2 for one part: the very bytes that the header was signed for. */
export function isPart(bytes: Uint8Array, part: SealedPart, digest: (bytes: Uint8Array) => string = ciphertextDigest): boolean {
  return bytes.length === part.length && digest(bytes) === part.digest;
}

/** Step 4: the coded record is whole, is the one the header was signed for, and speaks of this message and no other. */
export function refusalOfJustification({ context }: EnvelopeHeader, record: JustificationRecord): InspectRefused | null {
  const agrees = isJustification(record) && digestOf('justification', record) === context.justification
    && record.check === context.check && record.request === context.request && record.message === context.message
    && record.agency === context.from.agency && DIRECTIONS_OF[context.type].includes(record.direction);
  return agrees ? null : { ok: false, step: 4, code: 'justification-mismatch' };
}

// A record that is kept may put in order what an emergency let out, and then speaks in that share's direction.
const DIRECTIONS_OF: Record<MessageType, readonly Direction[]> = { request: ['asking'], response: ['sharing'], outcome: ['telling'], decision: ['deciding'], record: ['record_only', 'asking', 'sharing'] };

/** Every team that content is sealed to: the addressed one, those that read for it out of hours, the sender's own. */
export function teamsOf({ to, delegates = [], self }: EnvelopeContext): Reader[] {
  return [...to, ...delegates, self];
}

/** Epoch subkeys that content, or narrative, must be readable by: no more and no fewer. */
export function epochsOf(context: EnvelopeContext, part: 'content' | 'narrative'): string[] {
  const teams = teamsOf(context).map(({ epoch }) => epoch);
  const officers = part === 'narrative' ? context.officers.map(({ epoch }) => epoch) : [];
  return [...new Set([...teams, ...officers])];
}

/** Step 5: nobody can read that the context does not name. */
export function refusalOfReaders(context: EnvelopeContext, content: Uint8Array | null, narrative: Uint8Array | null): InspectRefused | null {
  for (const [part, bytes] of [['content', content], ['narrative', narrative]] as const) {
    if (bytes === null) continue;
    const named = listReaders(bytes);
    if (!named.ok) return { ok: false, step: 5, code: 'readers-mismatch', cause: named.code };
    if (!readersAre(named, epochsOf(context, part))) return { ok: false, step: 5, code: 'readers-mismatch', cause: 'other-readers' };
  }
  return null;
}

function refusalOfUnknownReaders(context: EnvelopeContext, isKnownReader: InspectInput['isKnownReader']): InspectRefused | null {
  if (isKnownReader === undefined) return null;
  const named = [...teamsOf(context).map(({ agency, team, epoch }) => ({ agency, key: team, epoch })), ...context.officers.map(({ agency, officer, epoch }) => ({ agency, key: officer, epoch }))];
  return named.every(isKnownReader) ? null : { ok: false, step: 5, code: 'readers-mismatch', cause: 'unknown-reader' };
}

/** Bytes of base64url, or bytes as they are; null for anything else. */
export function bytesOf(text: unknown): Uint8Array | null {
  if (text instanceof Uint8Array) return text;
  try {
    return typeof text === 'string' ? fromBase64Url(text) : null;
  } catch {
    return null;
  }
}
