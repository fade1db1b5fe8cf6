import { OVERRIDE_REASONS, type LawfulStack } from '@lateral/domain/justification';
import { basisInDanger, isStoppedByBasis } from '../justify/immediate-danger.js';
import { withAsked } from './ask.js';
import type { CheckDraft } from './check-draft.js';
import { composeRequests, type ComposedRequest, type Composing } from './compose.js';

/** Whether an emergency would carry everything that is in the way: only then is it offered. */
export function mayOverride(draft: CheckDraft, composed: readonly ComposedRequest[], composing: Composing): boolean {
  if (draft.override !== null) return true;
  if (draft.urgency !== 'red' || composed.every(({ judged }) => judged.leave.goes)) return false;
  return composeRequests({ ...draft, override: { reason: OVERRIDE_REASONS[0] } }, composing)?.every(({ judged }) => judged.leave.goes) ?? false;
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
