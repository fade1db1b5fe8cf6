import { OVERRIDE_REASONS, type LawfulStack } from '@lateral/domain/justification';
import { basisInDanger, isStoppedByBasis } from '../justify/immediate-danger.js';
import type { AnswerDraft } from './answer-draft.js';
import { composeAnswer, type Answering, type ComposedAnswer } from './compose.js';

/**
 * Whether an emergency would carry everything that the rules have against an answer: only then is it offered. Red only, and never for what
 * the writer has simply left out (`isWhole`), nor for a refusal; what it reaches is the rules' own (`mayGo`).
 */
export function mayOverride(draft: AnswerDraft, { composed, answering, isWhole }: { composed: ComposedAnswer | null; answering: Answering; isWhole: boolean }): boolean {
  if (draft.override !== null) return true;
  if (!isWhole || composed === null || answering.question.record.urgency !== 'red' || composed.judged.leave.goes || composed.judged.isBaseless) return false;
  return composeAnswer({ ...draft, override: { reason: OVERRIDE_REASONS[0] } }, answering)?.judged.leave.goes ?? false;
}

/** What an answer that its basis stops would rest on in immediate danger; null where that would not mend it. */
export function dangerBasis(draft: AnswerDraft, composed: ComposedAnswer | null, answering: Answering): LawfulStack | null {
  const stack = composed === null ? null : basisInDanger(composed.judged, answering);
  const mended = stack === null ? null : composeAnswer({ ...draft, stack }, answering);
  return mended === null || isStoppedByBasis(mended.judged) ? null : stack;
}
