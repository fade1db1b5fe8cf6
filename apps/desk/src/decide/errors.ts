import type { ReadRequest } from '../check/wanted.js';
import { unansweredIn } from './compose.js';
import { asksWhyNotStrategy, type DecideDraft } from './decide-draft.js';

export interface DecideFault { field: string; code: 'outcome' | 'rationale' | 'withoutAnswers' | 'whyNotStrategy' | 'notOpened' | 'sealedToTell' }

/** Where everything is opened from. */
export const READ_FIRST = 'open-first';
/** Somebody who is to be told has a question that is not open yet. */
export const SEALED: DecideFault = { field: READ_FIRST, code: 'sealedToTell' };

/** What is missing, in the order of the page. Names may stand in all of it: it is sealed to the own team. */
export function faultsOf(draft: DecideDraft, { read, urgency }: { read: readonly ReadRequest[]; urgency: string }): DecideFault[] {
  const faults: DecideFault[] = [];
  if (read.every(({ question }) => question === null)) faults.push({ field: READ_FIRST, code: 'notOpened' });
  else if (draft.tell.some(({ request, isTold }) => isTold && read.some(({ view, isSealed }) => view.id === request && isSealed))) faults.push(SEALED);
  if (unansweredIn(read).length > 0 && draft.withoutAnswers.trim() === '') faults.push({ field: 'without-answers', code: 'withoutAnswers' });
  if (draft.outcome === null) faults.push({ field: 'outcome', code: 'outcome' });
  if (asksWhyNotStrategy(draft.outcome, urgency) && draft.whyNotStrategy.trim() === '') faults.push({ field: 'why-not-strategy', code: 'whyNotStrategy' });
  if (draft.rationale.trim() === '') faults.push({ field: 'rationale', code: 'rationale' });
  return faults;
}
