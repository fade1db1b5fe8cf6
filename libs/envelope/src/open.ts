import { canonicalJson, digestOf, utf8, type EnvelopeContext, type EnvelopeHeader, type MessageType, type OpeningRefusal, type Receipt, type SealedEnvelope, type WitnessState } from '@lateral/contracts';
import { areAttachmentKeys, faultOfBody, faultOfNarrative, type AttachmentKey, type MessageBody, type Narrative } from './content.js';
import { isHeader } from './inspect/header-shape.js';
import { bytesOf, isPart, refusalOfJustification, refusalOfReaders, teamsOf } from './inspect/inspect-envelope.js';
import { CLOCK_TOLERANCE_MS, HEADER_NOTATION, isNear } from './inspect/verify-header.js';
import { delegatesOf } from './keys/delegates-at.js';
import { memberAt, type TrustedMember, type TrustedRoster } from './keys/roster-members.js';
import { NOTATIONS, decryptWith, verifyDetached, type PrivateKey } from './openpgp.js';
import { CONTENT_BUCKETS, NARRATIVE_BUCKETS, isBucket } from './padding.js';

/** What this client has open. A message that is not the one waited for is refused, however well it is signed. */
export interface Expected {
  /** The reader's own agency, which must be addressed (or have sent it). */
  agency: string;
  partnership: string;
  type: MessageType;
  /** The agency that is to have sent it. */
  from: string;
  check: string;
  /** Null for a decision. */
  request: string | null;
  /** Digest of the content of the request that this answers, as this client sent or holds it; null for a request and a decision. */
  inReplyTo: string | null;
}

export interface OpenInput {
  /** As fetched. Nothing in it is believed beforehand. */
  envelope: SealedEnvelope;
  /** The member's copies of the team key, all epochs that are still kept. */
  keys: readonly PrivateKey[];
  /** The sender agency's roster, verified from the pinned root down. */
  senderRoster: TrustedRoster;
  /**
   * Rosters of the addressed agency, verified, oldest first: whoever reads for it out of hours has to stand in the one of that time. Without
   * them a message that names a delegate is refused.
   */
  addressedRosters?: readonly TrustedRoster[];
  expected: Expected;
  /** Whether this client has accepted a message of that id before. On reading again what was accepted: always false, and `now` as it was then. */
  isSeen: (message: string) => boolean;
  /** Receipt of the act that brought the message here; null where there is none yet. */
  receipt: Receipt | null;
  /** Re-makes the leaf from record and salt and checks the proof against the pinned log key. Only called with a receipt that has a proof. */
  verifyProof: (receipt: Receipt) => 'proven' | 'wrong';
  now: Date;
}

export type OpenStep = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
/** Listed where the hub can read it: it takes no other reason. */
export type OpenCode = OpeningRefusal;
export type OpenRefused = { ok: false; step: OpenStep; code: OpenCode };
interface Verified {
  ok: true;
  context: EnvelopeContext;
  /** The member who signed, as the roster has them. */
  signer: TrustedMember;
  witness: WitnessState;
}
export type Opened = (Verified & { body: MessageBody; attachments: AttachmentKey[] }) | OpenRefused;

/**
 * Opens a message: eight steps, in this order, each of which refuses, and nothing is shown before the last. The step of a
 * refusal is what the client reports to the hub, so that tampering leaves a trace.
 */
export async function openMessage(input: OpenInput): Promise<Opened> {
  const outside = await verifyOutside(input);
  if (!outside.ok) return outside;
  const opened = await decryptPart('content', input, outside);
  if (!opened.ok) return opened;
  const inner = opened.inner;
  const isWhole = hasMembers(inner, ['v', 'part', 'ctx', 'body', 'attachments', 'pad']) && faultOfBody(outside.context.type, inner['body']) === null
    && areAttachmentKeys(inner['attachments']) && isAttachmentOf(outside.header, inner['attachments']);
  if (!isWhole) return { ok: false, step: 7, code: 'content-mismatch' };
  const refused = refusalOfExpectations(outside, opened.created, input);
  if (refused !== null) return refused;
  const { context, signer, witness } = outside;
  return { ok: true, context, signer, witness, body: inner['body'] as MessageBody, attachments: inner['attachments'] as AttachmentKey[] };
}

export type NarrativeOpened = (Verified & { narrative: Narrative }) | OpenRefused;

/**
 * Opens the narrative alone, for a data protection officer (with the officer's own key) or a team. Same steps; but an officer audits what has
 * been sent and has nothing open, so only the ids that the officer asked for are compared, and neither age nor repetition refuses.
 */
export async function openNarrative(input: Omit<OpenInput, 'isSeen' | 'expected'> & { expected: Pick<Expected, 'agency' | 'partnership' | 'check'> & { message: string } }): Promise<NarrativeOpened> {
  const outside = await verifyOutside({ ...input, expected: { ...input.expected, from: input.senderRoster.document.agency } });
  if (!outside.ok) return outside;
  const opened = await decryptPart('narrative', input, outside);
  if (!opened.ok) return opened;
  if (!hasMembers(opened.inner, ['v', 'part', 'ctx', 'narrative', 'pad']) || faultOfNarrative(opened.inner['narrative']) !== null) return { ok: false, step: 7, code: 'content-mismatch' };
  const { context, signer, witness } = outside;
  const { expected } = input;
  if (![...teamsOf(context), ...context.officers].some(({ agency }) => agency === expected.agency)) return { ok: false, step: 8, code: 'not-addressed' };
  if (context.message !== expected.message || context.check !== expected.check || context.partnership !== expected.partnership) return { ok: false, step: 8, code: 'not-expected' };
  if (!areTimesSound(outside, opened.created, input.now)) return { ok: false, step: 8, code: 'time-mismatch' };
  return { ok: true, context, signer, witness, narrative: opened.inner['narrative'] as Narrative };
}

type OutsideInput = Pick<OpenInput, 'envelope' | 'senderRoster' | 'addressedRosters' | 'receipt' | 'verifyProof'> & { expected: Pick<Expected, 'from'> };
interface Outside extends Verified {
  header: EnvelopeHeader;
  signed: Date;
}

/** Steps 1 to 5: all that can be judged before anything is decrypted. */
async function verifyOutside(input: OutsideInput): Promise<Outside | OpenRefused> {
  const { envelope } = input;
  const signature = await verifySigner(input);
  if (!signature.ok) return signature;
  const { header } = envelope;
  const content = bytesOf(envelope.content);
  const narrative = bytesOf(envelope.narrative);
  if (content === null || narrative === null || !isPart(content, header.content) || !isPart(narrative, header.narrative)) return { ok: false, step: 2, code: 'ciphertext-mismatch' };
  const witness = witnessOf(header, input);
  if (witness === null) return { ok: false, step: 3, code: 'proof-wrong' };
  const refused = refusalOfJustification(header, envelope.justification) ?? refusalOfReaders(header.context, content, narrative);
  if (refused !== null) return { ok: false, step: refused.step, code: refused.code === 'justification-mismatch' ? refused.code : 'readers-mismatch' };
  if (!areDelegatesNamed(header.context, input.addressedRosters ?? [])) return { ok: false, step: 5, code: 'readers-mismatch' };
  return { ok: true, context: header.context, header, signer: signature.signer, signed: signature.created, witness };
}

// A sender who could name a delegate of their own choice could let anyone in the partnership read along.
function areDelegatesNamed({ to, delegates = [], created }: EnvelopeContext, rosters: readonly TrustedRoster[]): boolean {
  if (delegates.length === 0) return true;
  const addressed = rosters.map(({ document }) => document).filter(({ agency }) => agency === to[0]?.agency);
  const named = delegatesOf(addressed, new Date(created));
  return delegates.every(({ agency }) => named.includes(agency));
}

/** Step 1: a header of sound shape, one signature, by the person it names, who belonged to the sending agency when it was made. */
async function verifySigner({ envelope, senderRoster, expected }: OutsideInput): Promise<{ ok: true; signer: TrustedMember; created: Date } | OpenRefused> {
  const { header } = envelope;
  if (!isHeader(header)) return { ok: false, step: 1, code: 'header-mismatch' };
  const { from } = header.context;
  const member = senderRoster.members.get(from.signer);
  if (from.agency !== expected.from || senderRoster.document.agency !== from.agency || member === undefined) return { ok: false, step: 1, code: 'signer-unknown' };
  const signature = bytesOf(envelope.signature);
  if (signature === null) return { ok: false, step: 1, code: 'signature-invalid' };
  const bytes = utf8(`lateral/v1/header\0${canonicalJson(header)}`);
  const verified = await verifyDetached(bytes, signature, [member.key], { name: HEADER_NOTATION, value: digestOf('header', header) });
  if (!verified.ok) return { ok: false, step: 1, code: verified.code === 'unknown-signer' ? 'signer-unknown' : 'signature-invalid' };
  const signer = memberAt(senderRoster, verified.signer, verified.created);
  return signer === null ? { ok: false, step: 1, code: 'signer-unknown' } : { ok: true, signer, created: verified.created };
}

/**
 * Step 3: a proof that is there must be right, and of this very header. One that is not there yet lets the message open as `recorded`:
 * nobody waits for evidence machinery (design, promise 1). Null where the proof is wrong.
 */
function witnessOf(header: EnvelopeHeader, { receipt, verifyProof }: OutsideInput): WitnessState | null {
  if (receipt === null) return 'recorded';
  if (!isReceiptOf(header, receipt)) return null;
  if (receipt.proof === null) return receipt.state === 'unwitnessed' ? 'unwitnessed' : 'recorded';
  return verifyProof(receipt) === 'proven' ? 'proven' : null;
}

function isReceiptOf(header: EnvelopeHeader, receipt: Receipt): boolean {
  try {
    const record = JSON.parse(receipt.record) as Record<string, unknown>;
    return record['message'] === header.context.message && record['header'] === digestOf('header', header);
  } catch {
    return false;
  }
}

/** Steps 6 and 7: decrypts, and takes the plaintext only if it is by the same person, in the same context, as the header says. */
async function decryptPart(part: 'content' | 'narrative', { envelope, keys, now }: Pick<OpenInput, 'envelope' | 'keys' | 'now'>, { context, signer }: Outside): Promise<{ ok: true; inner: Record<string, unknown>; created: Date } | OpenRefused> {
  const notation = { name: NOTATIONS.context, value: digestOf('context', context) };
  const opened = await decryptWith(bytesOf(envelope[part]) ?? new Uint8Array(), keys, [signer.key], notation, new Date(now.getTime() + CLOCK_TOLERANCE_MS));
  if (!opened.ok) return opened.code === 'wrong-notation' ? { ok: false, step: 7, code: 'content-mismatch' } : { ok: false, step: 6, code: opened.code === 'no-key' ? 'no-key' : 'not-authentic' };
  const inner = parseInner(opened.plaintext);
  const agrees = inner !== null && inner['v'] === 1 && inner['part'] === part && canonicalJson(inner['ctx']) === canonicalJson(context)
    && opened.signer === context.from.signer && isBucket(opened.plaintext.length, part === 'content' ? CONTENT_BUCKETS : NARRATIVE_BUCKETS);
  return agrees ? { ok: true, inner, created: opened.created } : { ok: false, step: 7, code: 'content-mismatch' };
}

function parseInner(plaintext: Uint8Array): Record<string, unknown> | null {
  try {
    const written = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(plaintext);
    const value: unknown = JSON.parse(written);
    // Canonical or nothing: two members of one name would be read differently by two readers.
    return typeof value === 'object' && value !== null && !Array.isArray(value) && canonicalJson(value) === written ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function hasMembers(value: Record<string, unknown>, names: readonly string[]): boolean {
  return Object.keys(value).length === names.length && names.every((name) => Object.hasOwn(value, name)) && /^0*$/.test(String(value['pad']));
}

function isAttachmentOf(header: EnvelopeHeader, [key]: AttachmentKey[]): boolean {
  const { attachment } = header;
  if (attachment === null || key === undefined) return attachment === null && key === undefined;
  return attachment.id === key.id && attachment.digest === key.digest && attachment.length === key.length;
}

/** Step 8: it is for us, it is what we wait for, it is of its time, and we have not had it before. */
function refusalOfExpectations(outside: Outside, innerCreated: Date, { expected, now, isSeen }: OpenInput): OpenRefused | null {
  const { context } = outside;
  const refuse = (code: OpenCode): OpenRefused => ({ ok: false, step: 8, code });
  if (!teamsOf(context).some(({ agency }) => agency === expected.agency)) return refuse('not-addressed');
  const isExpected = context.partnership === expected.partnership && context.type === expected.type && context.check === expected.check
    && context.request === expected.request && context.inReplyTo === expected.inReplyTo;
  if (!isExpected) return refuse('not-expected');
  if (!areTimesSound(outside, innerCreated, now)) return refuse('time-mismatch');
  if (now.getTime() >= Date.parse(context.expires)) return refuse('expired');
  return isSeen(context.message) ? refuse('replayed') : null;
}

/** Both signatures were made when the context says it was created, and that is not in the reader's future. */
function areTimesSound({ context, signed }: Outside, innerCreated: Date, now: Date): boolean {
  const created = new Date(context.created);
  return isNear(signed, created) && isNear(innerCreated, created) && created.getTime() <= now.getTime() + CLOCK_TOLERANCE_MS;
}
