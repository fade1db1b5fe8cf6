import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { OverrideView } from '@lateral/contracts';
import type { ReviewFinding } from '@lateral/domain/justification';
import type { OpenedMessage } from '../crypto/protocol.js';
import { KEYS } from '../data/keys.js';
import type { Acknowledgements } from '../justify/acknowledgements.js';
import { useDraft, type Draft } from '../frame/use-draft.js';
import { reasonsOf, type Reasons } from '../reasons/reasons.js';

/**
 * What a second person makes of an emergency: what they found, and the record as it ought to have been.
 * `asOffered`: it rests on what is offered today, and not on what it left with. `relevant`: ids of an answer's items that bear on the question.
 */
export interface ReviewDraft extends Reasons {
  v: 1;
  message: string;
  finding: ReviewFinding | null;
  found: string;
  asOffered: boolean;
  relevant: string[];
  acknowledgements: Acknowledgements;
}

/** `earlier`: how whoever reviews it reviewed another message of the same check. A check to four agencies left four times for one reason. */
export function beginReview(left: OpenedMessage, earlier: ReviewDraft | null = null): ReviewDraft {
  const { message, record: { response, acknowledgements } } = left;
  return {
    v: 1, message, finding: null, found: '', ...reasonsOf(left), ...(earlier === null ? {} : saidOfAll(earlier)), asOffered: false,
    relevant: response?.items.filter(({ relevance }) => relevance).map(({ item }) => item) ?? [], acknowledgements,
  };
}

/** What it rests on, and what the rules warn of, is each message's own; and what is found of it is said of each. */
function saidOfAll({ found, why, thresholdWhy, lessIntrusive, told, informed, notNames }: ReviewDraft): Partial<ReviewDraft> {
  return { found, why, thresholdWhy, lessIntrusive, told, informed, notNames };
}

/** One for each request. A decision of a whole check is a draft of that kind too: that one names no request. `isCarried`: begun as another message of the check was reviewed. */
export function useReviewDraft({ reference, request, check }: Pick<OverrideView, 'reference' | 'request' | 'check'>, left: OpenedMessage): Draft<ReviewDraft> & { isCarried: boolean } {
  const queries = useQueryClient();
  const [earlier] = useState(() => queries.getQueryData<ReviewDraft>(KEYS.reviewed(check)) ?? null);
  const initial = useMemo(() => beginReview(left, earlier), [left, earlier]);
  const kept = useDraft<ReviewDraft>(useMemo(() => ({ kind: 'decision' as const, check: reference, request, initial }), [reference, request, initial]));
  // Of an earlier message of this request, which somebody else has reviewed meanwhile.
  const draft = kept.value.message === left.message ? kept : { ...kept, value: initial, isWritten: false };
  return { ...draft, isCarried: earlier !== null && !draft.isWritten };
}
