import { createContext, useContext } from 'react';
import type { RequestView } from '@lateral/contracts';
import type { ApprovedAnswers, LawfulStack } from '@lateral/domain/justification';
import type { AnswerDraft } from './answer-draft.js';
import type { Answering, ComposedAnswer } from './compose.js';
import type { Refusing } from './grounds.js';
import type { Sorting } from './items.js';

/** What every part of the answer works with. `errorAt`: what is wrong with a field, in words. */
export interface AnswerForm {
  view: RequestView;
  draft: AnswerDraft;
  change: (change: Partial<AnswerDraft>) => void;
  answering: Answering;
  composed: ComposedAnswer | null;
  refusing: Refusing;
  /** Of which answers the own agency wants an approver. */
  approved: ApprovedAnswers;
  sorting: Sorting;
  /** The own agency's appropriate policy document, given for this answer and the next. */
  givePolicy: (document: LawfulStack['policyDocument']) => void;
  errorAt: (field: string) => string | undefined;
  /** Whether a file was chosen that is not with the answer yet. */
  isUnattached: boolean;
  setUnattached: (isUnattached: boolean) => void;
}

export const AnswerFormContext = createContext<AnswerForm | null>(null);

export function useAnswerForm(): AnswerForm {
  const form = useContext(AnswerFormContext);
  if (form === null) throw new Error('outside of an answer');
  return form;
}
