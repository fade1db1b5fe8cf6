import type { Narrative, RecordBody } from '@lateral/envelope/words';
import type { CodedDraft, Letter } from '../crypto/protocol.js';
import { askingDraft } from '../justify/asking.js';
import { recordOnlyDraft } from '../justify/closing.js';
import type { CheckDraft } from './check-draft.js';
import { choicesOf, dateOf, nameOf, type Composing } from './compose.js';
import type { PageFault } from './faults.js';
import { wordingOf } from './why.js';

/** What is kept with the own team where nobody is asked: about whom, what happened, and why it went no further. */
export interface ComposedRecord { body: RecordBody; narrative: Narrative; record: CodedDraft }

/** Null before a purpose is chosen. A record has the least urgency: blue is not sent, and has no code of its own. */
export function composeRecordOnly(draft: CheckDraft, composing: Composing): ComposedRecord | null {
  const choices = choicesOf({ ...draft, urgency: 'green', informed: draft.told === null ? 'no' : draft.informed });
  if (choices === null) return null;
  const { language } = draft;
  const why = draft.why.trim();
  const record = recordOnlyDraft(askingDraft(choices, { asked: composing.own, categories: [], window: null, stack: null, dataClasses: null, thirdParties: [], acknowledgements: [], override: null }, composing));
  const people = draft.people.map((person) => [nameOf(person), dateOf(person.born)].filter((part) => part !== null && part !== '').join(', '));
  return {
    body: { type: 'record', language, text: [why, draft.referralReason.trim(), draft.serviceHistory.trim(), ...people].filter((text) => text !== '').join('\n\n') },
    narrative: { language, necessity: why, proportionality: '' }, record,
  };
}

export function letterOfRecord({ body, narrative, record }: ComposedRecord, { check, message }: { check: string; message: string }): Letter {
  return { type: 'record', message, check, request: null, to: null, inReplyTo: null, corrects: null, body, narrative, record };
}

export function faultsOfRecordOnly(draft: CheckDraft): PageFault[] {
  const words: PageFault[] = draft.why.trim() === '' ? [{ field: 'why', code: 'recordWhy' }] : wordingOf(draft.why, draft).some(({ level }) => level === 'block') ? [{ field: 'why', code: 'whyWords' }] : [];
  return [...(draft.recordReason === null ? [{ field: 'record-reason', code: 'recordReason' } as const] : []), ...words];
}
