import { useMemo } from 'react';
import type { CheckView, RequestView } from '@lateral/contracts';
import type { CodedShare } from '@lateral/domain/justification';
import { useDraft, type Draft } from '../frame/use-draft.js';
import type { Reasons } from '../reasons/reasons.js';

/** What somebody writes to an agency that was asked already. `reasons`: where those of the question that it is made of are written anew. */
export interface QuestionDraft { v: 1; more: string; acknowledgements: CodedShare['acknowledgements']; override?: CodedShare['override']; reasons?: Reasons }
/** The agency that somebody is about to add to a check, with what it is asked. */
export interface AgencyAdded extends QuestionDraft { agency: string; categories: string[] }

const NOTHING: QuestionDraft = { v: 1, more: '', acknowledgements: [] };
const NOBODY: AgencyAdded = { ...NOTHING, agency: '', categories: [] };

/** One for each request. What somebody makes of a chronology is a note as well: that one names the check, and no request of it. */
export function useQuestionDraft({ reference, id }: Pick<RequestView, 'reference' | 'id'>): Draft<QuestionDraft> {
  return useDraft<QuestionDraft>(useMemo(() => ({ kind: 'note' as const, check: reference, request: id, initial: NOTHING }), [reference, id]));
}

/** One for each check: more of it, where a check that is begun names none yet. */
export function useAgencyAdded({ reference }: Pick<CheckView, 'reference'>): Draft<AgencyAdded> {
  return useDraft<AgencyAdded>(useMemo(() => ({ kind: 'check' as const, check: reference, initial: NOBODY }), [reference]));
}
