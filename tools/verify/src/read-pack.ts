import type { AuditRecord, EvidenceEnvelope, EvidencePack, Receipt } from '@lateral/contracts';
import { EVENTS } from '@lateral/contracts';
import { isHeader, isJustification } from '@lateral/envelope/inspect';
import { finding, type Finding } from './findings.js';
import { catalogueShape, extractShape, judgementShape } from './law-shape.js';
import { atLeast, base64url, isObject, list, only, orNull, text, time, when, whole, type Check } from './shape.js';

/** A larger file is not read: a pack with every attachment-free message of a large check in full stays far below. */
export const MAX_PACK_BYTES = 128 * 1024 * 1024;

/** Reads a pack. Nothing in it is believed yet, but everything in it has the type that it claims. */
export function readPack(bytes: Uint8Array): { ok: true; pack: EvidencePack } | { ok: false; finding: Finding } {
  if (bytes.length > MAX_PACK_BYTES) return { ok: false, finding: finding('too-large') };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { ok: false, finding: finding('not-text') };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, finding: finding('not-json') };
  }
  const fault = pack(value);
  return fault === null ? { ok: true, pack: value as EvidencePack } : { ok: false, finding: finding('not-a-pack', fault) };
}

const signed = (document: Check) => only({ document, signatures: list(base64url) });

const statement = atLeast({
  partnership: text, root: text, log: text, issued: time, expires: time, mode: text,
  agency: atLeast({ id: text, name: only({ en: text, cy: text }), witnesses: list(text) }),
});
const roster = atLeast({ agency: text, version: whole, issued: time, members: list(when(isObject)) });

const envelope = only<EvidenceEnvelope>({
  header: when(isHeader), signature: base64url, justification: when(isJustification), judgement: orNull(judgementShape), content: orNull(base64url), narrative: orNull(base64url),
});

const receipt = only<Receipt>({
  id: text, event: when((value) => typeof value === 'string' && Object.hasOwn(EVENTS, value)), record: text, salt: base64url, state: text, index: orNull(whole), proof: orNull(text),
});

const pack = only<EvidencePack>({
  v: when((value) => value === 1), type: when((value) => value === 'evidence'), notice: only({ en: text, cy: text }),
  agencies: list(signed(statement)), rosters: list(signed(roster)), agency: text, check: only({ id: text, reference: text }),
  envelopes: list(envelope), catalogues: list(catalogueShape), agreements: list(extractShape), receipts: list(receipt), checkpoint: text, consistency: list(only({ from: text, path: list(text) })),
});

/** The audit record of a receipt, or null where its text is no flat JSON object with the fields every record has. */
export function readRecord(record: string): AuditRecord | null {
  try {
    const value: unknown = JSON.parse(record);
    if (!isObject(value) || Object.values(value).some((field) => typeof field === 'object' && field !== null)) return null;
    const hasCommon = value['v'] === 1 && typeof value['id'] === 'string' && typeof value['event'] === 'string' && time(value['at']) === null;
    return hasCommon ? (value as AuditRecord) : null;
  } catch {
    return null;
  }
}
