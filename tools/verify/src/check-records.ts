import { canonicalJson, commitmentOf, EVENTS, fromBase64Url, utf8, type AuditRecord, type EventName, type EvidencePack, type LedgerLeaf, type MessageType, type Receipt } from '@lateral/contracts';
import { leafHash } from '@lateral/tlog';
import type { CheckedEnvelope } from './check-envelopes.js';
import { finding, type Finding } from './findings.js';
import { readRecord } from './read-pack.js';

/** A receipt whose record could be read, with the leaf that record and salt make: what must stand in the log. */
export interface RemadeRecord {
  receipt: Receipt;
  record: AuditRecord;
  leafHash: Uint8Array;
}

/** Re-makes every record's leaf from the record itself. Nothing is taken from what the receipt says about it. */
export function remakeRecords({ receipts, check }: EvidencePack): { records: RemadeRecord[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const records: RemadeRecord[] = [];
  const seen = new Set<string>();
  for (const receipt of receipts) {
    const record = readRecord(receipt.record);
    const hash = record && leafHashOf(receipt);
    if (!record || !hash || !isSaidBy(receipt, record)) {
      findings.push(finding('record-disagrees', receipt.id));
      continue;
    }
    if (seen.has(record.id)) findings.push(finding('record-repeated', record.id));
    seen.add(record.id);
    if (record['check'] !== undefined && record['check'] !== check.id) findings.push(finding('another-check', record.id));
    records.push({ receipt, record, leafHash: hash });
  }
  if (receipts.length === 0) findings.push(finding('nothing-recorded'));
  return { records, findings };
}

// The text must be the canonical one: of a text that two readers could read differently, each would prove his own.
function isSaidBy(receipt: Receipt, record: AuditRecord): boolean {
  return record.id === receipt.id && record.event === receipt.event && isCanonical(record, receipt.record);
}

function isCanonical(record: AuditRecord, written: string): boolean {
  try {
    return canonicalJson(record) === written;
  } catch {
    // A fraction or half a character has no canonical form.
    return false;
  }
}

function leafHashOf({ event, record, salt }: Receipt): Uint8Array | null {
  try {
    const leaf: LedgerLeaf = { v: 1, k: EVENTS[event].entry, c: commitmentOf(record, fromBase64Url(salt)) };
    return leafHash(utf8(canonicalJson(leaf)));
  } catch {
    return null;
  }
}

const SHARE_EVENTS: Record<MessageType, readonly EventName[]> = {
  request: ['request.posted.v1', 'request.corrected.v1'],
  response: ['response.submitted.v1', 'response.corrected.v1', 'response.arrived-late.v1'],
  outcome: ['outcome.told.v1'],
  decision: ['decision.recorded.v1'],
  record: ['record-only.kept.v1', 'override.reviewed.v1'],
};
/** Whether it is the one record of the act that brought a message. */
export const isShare = ({ event }: AuditRecord) => Object.values(SHARE_EVENTS).some((events) => events.includes(event));

/** Compares both ways: every message was recorded as it is, and every recorded message is here. */
export function compareRecords(envelopes: readonly CheckedEnvelope[], records: readonly RemadeRecord[]): Finding[] {
  const findings: Finding[] = [];
  const byMessage = new Map(envelopes.map((each) => [each.envelope.header.context.message, each]));
  const recorded = new Set<unknown>();
  for (const { record } of records) {
    if (!('header' in record)) continue;
    const message = byMessage.get(String(record['message']));
    if (message === undefined) findings.push(finding('message-absent', record.id));
    else if (record['header'] !== message.digest || (isShare(record) && !isShareOf(record, message))) findings.push(finding('envelope-disagrees', record.id));
    if (!isShare(record)) continue;
    if (recorded.has(record['message'])) findings.push(finding('record-repeated', record.id));
    recorded.add(record['message']);
  }
  findings.push(...missingLinks(envelopes));
  for (const message of byMessage.keys()) if (!recorded.has(message)) findings.push(finding('message-unrecorded', message));
  return findings;
}

// What a message answers or replaces is signed into it, so a message that was left out of the pack is missed by the one after.
function missingLinks(envelopes: readonly CheckedEnvelope[]): Finding[] {
  const contents = new Set<string | null>(envelopes.map(({ envelope }) => envelope.header.content.digest));
  const messages = new Set<string | null>(envelopes.map(({ envelope }) => envelope.header.context.message));
  return envelopes.flatMap(({ envelope: { header: { context } } }) => {
    const isWhole = (context.inReplyTo === null || contents.has(context.inReplyTo)) && (context.corrects === null || messages.has(context.corrects));
    return isWhole ? [] : [finding('message-absent', context.message)];
  });
}

/** Whether the record of a posting, answer, decision or outcome says of the message what the message says of itself. */
function isShareOf(record: AuditRecord, { envelope: { header: { context } }, member }: CheckedEnvelope): boolean {
  const receiver = record['asked'] ?? record['asking'] ?? null;
  return SHARE_EVENTS[context.type].includes(record.event)
    && record['justification'] === context.justification
    && record['check'] === context.check
    && (record['request'] ?? null) === context.request
    && (record['corrects'] ?? null) === context.corrects
    && record['agency'] === context.from.agency
    && receiver === (context.to[0]?.agency ?? null)
    // Where the signature did not verify, that is a finding of its own.
    && (member === null || record['member'] === member);
}
