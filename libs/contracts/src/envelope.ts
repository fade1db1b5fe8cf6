/** What a message is. A `record` is kept and sent to nobody: why something was not asked or shared, or an override put in order afterwards. A `response` that corrects another names it in `corrects`; so does a corrected `request`. */
export const MESSAGE_TYPES = ['request', 'response', 'outcome', 'decision', 'record'] as const;
export type MessageType = (typeof MESSAGE_TYPES)[number];

/** The one cipher suite of version 1: OpenPGP v4 keys on Curve25519, AES-256-GCM (SEIPDv2). */
export const SUITE = 'pgp4-25519-aes256gcm';

/** A reader by agency: its primary key and the epoch subkey that the ciphertext was made for (fingerprints, upper-case hex). */
export interface Reader {
  agency: string;
  team: string;
  epoch: string;
}

/** A data protection officer, who reads narratives and never content. `epoch` is the officer key's encryption subkey. */
export interface OfficerReader {
  agency: string;
  officer: string;
  epoch: string;
}

/**
 * What a message belongs to. It is signed outside (with the header) and inside (with the content); a receiver that finds
 * the two unequal refuses the message, which is what stops a true ciphertext from being moved, replayed or re-attributed.
 */
export interface EnvelopeContext {
  v: 1;
  suite: typeof SUITE;
  type: MessageType;
  partnership: string;
  /** uuid v7 of the lateral check. */
  check: string;
  /** uuid v7 of the check request; null for a decision, which belongs to the whole check, and for a record kept of no request. */
  request: string | null;
  /** uuid v7 of this message; also the id of its envelope. */
  message: string;
  from: { agency: string; signer: string };
  to: Reader[];
  /** Teams that read for the addressed agency while its office is closed: in its signed roster, at `created`. Left out where there are none. */
  delegates?: Reader[];
  /** The sender's own team, which keeps a copy it can open. */
  self: Reader;
  /** Officers of both agencies, who may open the narrative. */
  officers: OfficerReader[];
  /** `ciphertextDigest` of the request's content that this answers, or tells the outcome of; null for a request, a decision and a record. */
  inReplyTo: string | null;
  /** The message that this one replaces, or null. */
  corrects: string | null;
  /** `digestOf('justification', record)`. */
  justification: string;
  /** ISO 8601 in UTC with milliseconds. */
  created: string;
  expires: string;
}

/** Digest and length in bytes of one ciphertext. */
export interface SealedPart {
  digest: string;
  length: number;
}

/** What stands outside: binds the context to these very bytes. Signed by the person who sent it. */
export interface EnvelopeHeader {
  v: 1;
  context: EnvelopeContext;
  content: SealedPart;
  narrative: SealedPart;
  attachment: (SealedPart & { id: string }) | null;
}

/** An envelope as it travels and as it is stored. Bytes are base64url. */
export interface SealedEnvelope {
  header: EnvelopeHeader;
  /** Detached OpenPGP signature over `headerBytes(header)`. */
  signature: string;
  content: string;
  narrative: string;
  justification: JustificationRecord;
}

import type { JustificationRecord } from './justification.js';
import { canonicalJson } from './canonical-json.js';
import { utf8 } from './bytes.js';

/** The bytes that the outer signature covers. */
export function headerBytes(header: EnvelopeHeader): Uint8Array {
  return utf8(`lateral/v1/header\0${canonicalJson(header)}`);
}

/** Limits on ciphertext in bytes: the largest content bucket with room for OpenPGP's own, and one attachment. */
export const MAX_CONTENT_BYTES = 1_100_000;
export const MAX_NARRATIVE_BYTES = 80_000;
export const MAX_ATTACHMENT_BYTES = 25 * 1024 * 1024;
/** Every officer of both agencies reads the reasons: with twenty in each there is room for all. */
export const MOST_OFFICERS = 40;
