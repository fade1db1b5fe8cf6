import type { LessIntrusive } from '@lateral/domain';
import type { Finding, Informed } from '@lateral/domain/justification';
import { lessIntrusiveWords } from '@lateral/domain/prefill';
import type { Narrative, RequestBody } from '@lateral/envelope/words';
import type { OpenedMessage } from '../crypto/protocol.js';
import type { OpenedQuestion } from '../data/opened-question.js';
import type { Told } from '../new-check/check-draft.js';
import { consentOf, informedWords } from '../new-check/compose.js';
import { placeOf } from '../new-check/why.js';

/** Reasons of a message that left with few of them, as they are written afterwards. `told` null: as it left. */
export interface Reasons {
  why: string;
  thresholdWhy: string;
  lessIntrusive: LessIntrusive | null;
  told: Told | null;
  informed: Informed;
  notNames: string[];
}

export const REASON_FIELDS = ['why', 'threshold-why', 'less-intrusive', 'told'] as const;
/** Where on a page which of them is written. */
export type ReasonField = (typeof REASON_FIELDS)[number];

/** The field in which is written what a rule found wanting; null where none of them mends it. */
export function reasonFieldOf(finding: Pick<Finding, 'code' | 'field'>): ReasonField | null {
  const { page, field } = placeOf(finding, '');
  return page === 'why' ? REASON_FIELDS.find((each) => each === field) ?? null : null;
}

/** As they stood when it left. */
export function reasonsOf({ narrative, record: { lessIntrusive } }: Pick<OpenedMessage, 'narrative' | 'record'>): Reasons {
  return { why: narrative.necessity, thresholdWhy: narrative.thresholdRationale ?? '', lessIntrusive, told: null, informed: 'later', notNames: [] };
}

/** The words of a message with these reasons in the place of those that it left with. */
export function narrativeWith({ why, thresholdWhy, lessIntrusive }: Reasons, { narrative: before, record }: Pick<OpenedMessage, 'narrative' | 'record'>): Narrative {
  const necessity = why.trim();
  return {
    ...before, necessity,
    // A question's is the same sentence, unless it was written apart.
    ...(record.direction === 'asking' && [undefined, before.necessity].includes(before.harmOfNotSharing) ? { harmOfNotSharing: necessity } : {}),
    ...(thresholdWhy.trim() === '' ? {} : { thresholdRationale: thresholdWhy.trim() }),
    ...(lessIntrusive === null || lessIntrusive === record.lessIntrusive ? {} : { lessIntrusive: lessIntrusiveWords(lessIntrusive, before.language) }),
  };
}

/** What is recorded of them in codes. */
export function codesWith({ lessIntrusive, told, informed }: Reasons, { consent }: Pick<OpenedMessage['record'], 'consent'>): Pick<OpenedMessage['record'], 'lessIntrusive' | 'consent'> {
  return { lessIntrusive, consent: told === null ? consent : consentOf(told, informed) };
}

/** A question as it would have been asked for these reasons. */
export function questionWith(question: OpenedQuestion, reasons: Reasons): OpenedQuestion {
  return { ...question, body: bodyWith(reasons, question.body), narrative: narrativeWith(reasons, question), record: { ...question.record, ...codesWith(reasons, question.record) } };
}

function bodyWith({ told, informed }: Reasons, body: RequestBody): RequestBody {
  if (told === null) return body;
  const { informed: _before, ...rest } = body;
  return told === 'yes' ? rest : { ...rest, informed: informedWords({ told, informed, tellBy: { day: '', month: '', year: '' }, language: body.language }) };
}
