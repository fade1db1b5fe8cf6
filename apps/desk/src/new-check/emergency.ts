import type { LawfulStack } from '@lateral/domain/justification';
import { wouldCarry } from '../justify/as-emergency.js';
import { basisInDanger, isStoppedByBasis } from '../justify/immediate-danger.js';
import { withAsked } from './ask.js';
import type { CheckDraft } from './check-draft.js';
import { composeRequests, type ComposedRequest, type Composing } from './compose.js';

/** Whether an emergency is offered; one that was chosen stays there, to be taken back. */
export function mayOverride(draft: CheckDraft, composed: readonly ComposedRequest[], composing: Composing): boolean {
  return draft.override !== null || wouldCarry(draft.urgency, composed, (override) => composeRequests({ ...draft, override }, composing));
}

/** What a question would rest on in immediate danger. */
export interface EmergencyBasis { agency: string; stack: LawfulStack }

/**
 * No override reaches a basis that is wrong or missing; immediate danger is a basis of its own (fact file 1.12). For the questions that
 * their basis stops, and for all of them or none: where it would mend only some, it is no one press.
 */
export function emergencyBases(draft: CheckDraft, composed: readonly ComposedRequest[], composing: Composing): EmergencyBasis[] {
  const stopped = composed.filter(({ judged }) => isStoppedByBasis(judged));
  const bases = stopped.flatMap(({ asked, judged }): EmergencyBasis[] => {
    const stack = basisInDanger(judged, composing);
    return stack === null ? [] : [{ agency: asked.id, stack }];
  });
  const mended = composeRequests(withBases(draft, bases), composing) ?? [];
  return bases.length < stopped.length || mended.some(({ judged }) => isStoppedByBasis(judged)) ? [] : bases;
}

export function withBases(draft: CheckDraft, bases: readonly EmergencyBasis[]): CheckDraft {
  return bases.reduce((before, { agency, stack }) => withAsked(before, agency, { stack }), draft);
}
