import type { LawfulStack } from '@lateral/domain/justification';
import { wouldCarry, type Override } from '../justify/as-emergency.js';
import { basisInDanger, isStoppedByBasis } from '../justify/immediate-danger.js';
import type { AnswerDraft } from './answer-draft.js';
import { composeAnswer, type Answering, type ComposedAnswer } from './compose.js';

/**
 * Whether an emergency is offered for an answer: never for what the writer has simply left out (`isWhole`), nor for a refusal. One that was
 * chosen stays there, to be taken back.
 */
export function mayOverride(draft: AnswerDraft, { composed, answering, isWhole }: { composed: ComposedAnswer | null; answering: Answering; isWhole: boolean }): boolean {
  if (draft.override !== null) return true;
  const under = (override: Override): ComposedAnswer[] | null => {
    const made = composeAnswer({ ...draft, override }, answering);
    return made === null ? null : [made];
  };
  return isWhole && composed !== null && wouldCarry(answering.question.record.urgency, [composed], under);
}

/** What an answer that its basis stops would rest on in immediate danger; null where that would not mend it. */
export function dangerBasis(draft: AnswerDraft, composed: ComposedAnswer | null, answering: Answering): LawfulStack | null {
  const stack = composed === null ? null : basisInDanger(composed.judged, answering);
  const mended = stack === null ? null : composeAnswer({ ...draft, stack }, answering);
  return mended === null || isStoppedByBasis(mended.judged) ? null : stack;
}
