import type { JustificationRecord } from '@lateral/contracts';
import type { CodedDraft } from '../crypto/protocol.js';

/** What a record says beside the message that it belongs to. */
export function termsOf({ v: _v, type: _type, check: _check, request: _request, message: _message, salt: _salt, words: _words, ...terms }: JustificationRecord): CodedDraft {
  return terms;
}

/** The record of telling an agency what came of it: on the terms of the question that it was asked. */
export function tellingDraft(asked: JustificationRecord): CodedDraft {
  return { ...termsOf(asked), direction: 'telling', acknowledgements: [], override: null };
}

/** The record of a decision, which stays with the own team; `urgency` is the check's, which may have been rated anew since. */
export function decidingDraft(asked: JustificationRecord, urgency: JustificationRecord['urgency']): CodedDraft {
  return { ...termsOf(asked), direction: 'deciding', urgency, acknowledgements: [], override: null };
}

/** The record of why something was not asked or not shared. */
export function recordOnlyDraft(terms: CodedDraft): CodedDraft {
  return { ...terms, direction: 'record_only', response: null, acknowledgements: [], override: null };
}
