import type { Outcome } from '@lateral/domain';
import type { Language } from '../words/languages.js';

export const USED = ['yes', 'partly', 'no'] as const;
/** Whether what an agency gave was used: it is told so. */
export type Used = (typeof USED)[number];

/** What one agency will be told. */
export interface TellDraft { request: string; isTold: boolean; used: Used; words: string }

/** A decision while it is written. Items are named `message/item`, as the chronology has them. */
export interface DecideDraft {
  v: 1;
  check: string;
  language: Language;
  outcome: Outcome | null;
  rationale: string;
  reliedOn: string[];
  /** Where somebody has not answered: why it is decided all the same. */
  withoutAnswers: string;
  /** Where a red check ends in less than a strategy discussion: why. */
  whyNotStrategy: string;
  /** What whoever referred is told, and by whom it will be said. */
  referrer: string;
  tell: TellDraft[];
}

/** Outcomes that are a strategy discussion or more. */
const STRATEGY_OR_MORE: readonly Outcome[] = ['STRATEGY', 'S47_SINGLE', 'S47_JOINT', 'IMMEDIATE_PROTECTION', 'S126', 'S42'];
/** Those that are offered first; the others are behind "something else". */
export const USUAL_OUTCOMES: readonly Outcome[] = ['STRATEGY', 'S47_SINGLE', 'S47_JOINT', 'CS_ASSESS', 'EARLY_HELP', 'SIGNPOST_IAA', 'NFA_ADVICE', 'NFA'];

export function emptyDecision({ check, language, requests }: { check: string; language: Language; requests: readonly string[] }): DecideDraft {
  return { v: 1, check, language, outcome: null, rationale: '', reliedOn: [], withoutAnswers: '', whyNotStrategy: '', referrer: '', tell: requests.map((request) => ({ request, isTold: true, used: 'yes', words: '' })) };
}

/** Whether the page asks why not a strategy discussion (facts 3.7): the check is red and what was chosen is less. */
export function asksWhyNotStrategy(outcome: Outcome | null, urgency: string): boolean {
  return urgency === 'red' && outcome !== null && !STRATEGY_OR_MORE.includes(outcome);
}
