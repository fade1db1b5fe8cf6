import { SUITE, ciphertextDigest, digestOf, headerBytes, toBase64Url, type EnvelopeContext, type EnvelopeHeader, type JustificationRecord, type SealedEnvelope, type SealedPart } from '@lateral/contracts';
import { faultOfBody, faultOfNarrative, type AttachmentKey, type MessageBody, type Narrative } from './content.js';
import { isHeader, isJustification } from './inspect/header-shape.js';
import { HEADER_NOTATION } from './inspect/verify-header.js';
import { epochsOf, refusalOfJustification, teamsOf } from './inspect/inspect-envelope.js';
import { NOTATIONS, encryptTo, fingerprintOf, signDetached, type EncryptionReader, type PrivateKey, type PublicKey } from './openpgp.js';
import { CONTENT_BUCKETS, NARRATIVE_BUCKETS, padToBucket } from './padding.js';

/** A context before sealing: what the sealing itself decides is left out, and ignored if it is there. */
export type ContextDraft = Omit<EnvelopeContext, 'v' | 'suite' | 'justification' | 'created'>;

export interface SealInput {
  context: ContextDraft;
  body: MessageBody;
  narrative: Narrative;
  /** The coded record; its ids must be the context's. */
  justification: JustificationRecord;
  /** The sender's personal key; its fingerprint must be `context.from.signer`. */
  senderKey: PrivateKey;
  /** Verified public keys of the addressed team, its delegates, the own team and the officers, in any order. Never take them from the hub unverified. */
  keys: readonly PublicKey[];
  /** From `sealAttachment`, of which a message may have one. */
  attachment?: AttachmentKey;
  /** Becomes `created` and the time of both signatures. */
  at: Date;
}

/**
 * Seals one message for one agency. Content is signed and then encrypted to the addressed team, its delegates that the context names and the own team; the narrative likewise and to the
 * officers too; a header that binds both to the context is signed outside. Throws a TypeError for a body, context or justification that
 * no receiver would accept, and ContentTooLargeError for too long a text.
 */
export async function sealMessage(input: SealInput): Promise<SealedEnvelope> {
  const { justification, senderKey, at } = input;
  const context: EnvelopeContext = { ...input.context, v: 1, suite: SUITE, justification: digestOfJustification(justification), created: at.toISOString() };
  const attachments = input.attachment === undefined ? [] : [input.attachment];
  refuseUnsealable(input, context);
  const seal = async (part: 'content' | 'narrative', bytes: Uint8Array) =>
    encryptTo(bytes, readersOf(context, part, input.keys), senderKey, { name: NOTATIONS.context, value: digestOf('context', context) }, at);
  // `part` inside keeps a narrative, which officers may read, from ever being taken for content, and the other way round.
  const [content, narrative] = await Promise.all([
    seal('content', padToBucket({ v: 1, part: 'content', ctx: context, body: input.body, attachments }, CONTENT_BUCKETS)),
    seal('narrative', padToBucket({ v: 1, part: 'narrative', ctx: context, narrative: input.narrative }, NARRATIVE_BUCKETS)),
  ]);
  const header: EnvelopeHeader = { v: 1, context, content: partOf(content), narrative: partOf(narrative), attachment: headerOfAttachment(input.attachment) };
  if (!isHeader(header)) throw new TypeError('the context cannot be sealed');
  return signHeader(header, senderKey, { content, narrative, justification, at });
}

async function signHeader(header: EnvelopeHeader, senderKey: PrivateKey, rest: { content: Uint8Array; narrative: Uint8Array; justification: JustificationRecord; at: Date }): Promise<SealedEnvelope> {
  const signature = await signDetached(headerBytes(header), senderKey, { name: HEADER_NOTATION, value: digestOf('header', header) }, rest.at);
  return { header, signature: toBase64Url(signature), content: toBase64Url(rest.content), narrative: toBase64Url(rest.narrative), justification: rest.justification };
}

function digestOfJustification(justification: JustificationRecord): string {
  if (!isJustification(justification)) throw new TypeError('the justification does not have its shape');
  return digestOf('justification', justification);
}

function refuseUnsealable({ body, narrative, justification, senderKey }: SealInput, context: EnvelopeContext): void {
  const fault = faultOfBody(context.type, body) ?? faultOfNarrative(narrative);
  if (fault !== null) throw new TypeError(`the body or narrative does not have its shape at ${fault}`);
  if (fingerprintOf(senderKey) !== context.from.signer) throw new TypeError('the sender key is not the signer that the context names');
  const bare = { digest: '', length: 0 };
  if (refusalOfJustification({ v: 1, context, content: bare, narrative: bare, attachment: null }, justification) !== null) throw new TypeError('the justification speaks of another message');
}

function readersOf(context: EnvelopeContext, part: 'content' | 'narrative', keys: readonly PublicKey[]): EncryptionReader[] {
  const primaries = new Map([...teamsOf(context).map(({ epoch, team }) => [epoch, team] as const), ...context.officers.map(({ epoch, officer }) => [epoch, officer] as const)]);
  return epochsOf(context, part).map((epoch) => {
    const key = keys.find((candidate) => fingerprintOf(candidate) === primaries.get(epoch));
    if (key === undefined) throw new TypeError('a reader that the context names has no key here');
    return { key, epoch };
  });
}

function partOf(bytes: Uint8Array): SealedPart {
  return { digest: ciphertextDigest(bytes), length: bytes.length };
}

function headerOfAttachment(attachment: AttachmentKey | undefined): EnvelopeHeader['attachment'] {
  return attachment === undefined ? null : { id: attachment.id, digest: attachment.digest, length: attachment.length };
}
