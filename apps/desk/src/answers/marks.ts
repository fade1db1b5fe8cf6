import { createContext, useContext } from 'react';
import type { ChronologyDraft } from '../chronology/chronology-draft.js';
import type { DecideDraft } from '../decide/decide-draft.js';
import type { Draft } from '../frame/use-draft.js';

/** Where marks go that are made while reading: to the decision and to the chronology. */
export interface Marks { deciding: Draft<DecideDraft>; chronology: Draft<ChronologyDraft> }

export const MarksContext = createContext<Marks | null>(null);

export function useMarks(): Marks {
  const marks = useContext(MarksContext);
  if (marks === null) throw new Error('outside of the answers');
  return marks;
}
