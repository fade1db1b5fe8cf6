import { useMemo } from 'react';
import type { OverrideView } from '@lateral/contracts';
import type { LessIntrusive } from '@lateral/domain';
import type { CodedShare, Informed, ReviewFinding } from '@lateral/domain/justification';
import type { OpenedMessage } from '../crypto/protocol.js';
import { useDraft, type Draft } from '../frame/use-draft.js';
import type { Told } from '../new-check/check-draft.js';

/**
 * What a second person makes of an emergency: what they found, and the record as it ought to have been. `told` null: as it left.
 * `asOffered`: it rests on what is offered today, and not on what it left with. `relevant`: ids of an answer's items that bear on the question.
 */
export interface ReviewDraft {
  v: 1;
  message: string;
  finding: ReviewFinding | null;
  found: string;
  why: string;
  thresholdWhy: string;
  lessIntrusive: LessIntrusive | null;
  told: Told | null;
  informed: Informed;
  asOffered: boolean;
  relevant: string[];
  acknowledgements: CodedShare['acknowledgements'];
  notNames: string[];
}

export function beginReview({ message, narrative, record }: OpenedMessage): ReviewDraft {
  const { lessIntrusive, response, acknowledgements } = record;
  return {
    v: 1, message, finding: null, found: '', why: narrative.necessity, thresholdWhy: narrative.thresholdRationale ?? '', lessIntrusive, told: null, informed: 'later', asOffered: false,
    relevant: response?.items.filter(({ relevance }) => relevance).map(({ item }) => item) ?? [], acknowledgements, notNames: [],
  };
}

/** One for each request. A decision of a whole check is a draft of that kind too: that one names no request. */
export function useReviewDraft({ reference, request }: Pick<OverrideView, 'reference' | 'request'>, left: OpenedMessage): Draft<ReviewDraft> {
  const initial = useMemo(() => beginReview(left), [left]);
  const kept = useDraft<ReviewDraft>(useMemo(() => ({ kind: 'decision' as const, check: reference, request, initial }), [reference, request, initial]));
  // Of an earlier message of this request, which somebody else has reviewed meanwhile.
  return kept.value.message === left.message ? kept : { ...kept, value: initial, isWritten: false };
}
