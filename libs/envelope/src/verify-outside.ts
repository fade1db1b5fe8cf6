import { canonicalJson, digestOf, utf8, type EnvelopeContext, type EnvelopeHeader, type MessageType, type OpeningRefusal, type Receipt, type SealedEnvelope, type WitnessState } from '@lateral/contracts';
import { isHeader } from './inspect/header-shape.js';
import { bytesOf, isPart, refusalOfJustification, refusalOfReaders } from './inspect/inspect-envelope.js';
import { HEADER_NOTATION } from './inspect/verify-header.js';
import { delegatesOf } from './keys/delegates-at.js';
import { signerAt, type TrustedMember, type TrustedRoster } from './keys/roster-members.js';
import { verifyDetached, type PrivateKey } from './openpgp.js';

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
  /** Whether this client has accepted a message of that id before. On reading again what was accepted: always false. */
  isSeen: (message: string) => boolean;
  /**
   * Once it has outlived its time: receipts of hand-overs, among which those of this message to the reader's own agency are looked for. `not-shown`
   * where it would not say, its ledger being away. Left out, nothing shows that it was handed over before it expired.
   */
  handOvers?: readonly Receipt[] | 'not-shown';
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
export interface Verified {
  ok: true;
  context: EnvelopeContext;
  /** The member who signed, as the roster has them. */
  signer: TrustedMember;
  witness: WitnessState;
}
type OutsideInput = Pick<OpenInput, 'envelope' | 'senderRoster' | 'addressedRosters' | 'receipt' | 'verifyProof'> & { expected: Pick<Expected, 'from'> };
export interface Outside extends Verified {
  header: EnvelopeHeader;
  signed: Date;
}

/** Steps 1 to 5: all that can be judged before anything is decrypted. */
export async function verifyOutside(input: OutsideInput): Promise<Outside | OpenRefused> {
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

/** Step 1: a header of sound shape, one signature, by the person it names, who spoke for the sending agency when it was made. */
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
  const signer = signerAt(senderRoster, verified.signer, verified.created);
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

/** Whether a receipt is of this very message. */
export function isReceiptOf(header: EnvelopeHeader, receipt: Receipt): boolean {
  try {
    const record = JSON.parse(receipt.record) as Record<string, unknown>;
    return record['message'] === header.context.message && record['header'] === digestOf('header', header);
  } catch {
    return false;
  }
}
