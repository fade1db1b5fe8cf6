import { useMemo } from 'react';
import type { CheckView } from '@lateral/contracts';
import type { Outcome } from '@lateral/domain';
import { useDraft, type Draft } from '../frame/use-draft.js';
import type { Language } from '../words/languages.js';

export const USED = ['yes', 'partly', 'no'] as const;
/** Whether what an agency gave was used: it is told so. */
export type Used = (typeof USED)[number];

/** What one agency will be told. `used` null: as its items are marked. */
export interface TellDraft { request: string; isTold: boolean; used: Used | null; words: string }

/** A decision while it is written. Items are named `message/item`, as the chronology has them. */
export interface DecideDraft {
  v: 1;
  check: string;
  language: Language;
  outcome: Outcome | null;
  rationale: string;
  /** What was marked while reading, by item: "used in my decision". */
  marks: Record<string, Used>;
  /** Where somebody has not answered: why it is decided all the same. */
  withoutAnswers: string;
  /** Where a red check ends in less than a strategy discussion: why. */
  whyNotStrategy: string;
  /** What whoever referred is told, and by whom it will be said. */
  referrer: string;
  tell: TellDraft[];
  /** The message that it went as: where that is the decision that stands, there may still be somebody to tell. */
  recorded: string | null;
}

/** Outcomes that are a strategy discussion or more. */
const STRATEGY_OR_MORE: readonly Outcome[] = ['STRATEGY', 'S47_SINGLE', 'S47_JOINT', 'IMMEDIATE_PROTECTION', 'S126', 'S42'];
/** Those that are offered first; the others are behind "something else". */
export const USUAL_OUTCOMES: readonly Outcome[] = ['STRATEGY', 'S47_SINGLE', 'S47_JOINT', 'CS_ASSESS', 'EARLY_HELP', 'SIGNPOST_IAA', 'NFA_ADVICE', 'NFA'];

export function emptyDecision({ check, language, requests }: { check: string; language: Language; requests: readonly string[] }): DecideDraft {
  return { v: 1, check, language, outcome: null, rationale: '', marks: {}, withoutAnswers: '', whyNotStrategy: '', referrer: '', tell: requests.map(newTell), recorded: null };
}

const newTell = (request: string): TellDraft => ({ request, isTold: true, used: null, words: '' });

/** The draft with everybody who is asked by now: an agency may have been asked since it was begun. */
export function withRequests(draft: DecideDraft, requests: readonly string[]): DecideDraft {
  return { ...draft, tell: requests.map((request) => draft.tell.find((tell) => tell.request === request) ?? newTell(request)) };
}

/** Marks items; null takes the mark away. */
export function withMarks(draft: DecideDraft, keys: readonly string[], used: Used | null): DecideDraft {
  const others = Object.fromEntries(Object.entries(draft.marks).filter(([key]) => !keys.includes(key)));
  return { ...draft, marks: used === null ? others : { ...others, ...Object.fromEntries(keys.map((key) => [key, used])) } };
}

export function withTell(draft: DecideDraft, request: string, change: Partial<TellDraft>): DecideDraft {
  return { ...draft, tell: draft.tell.map((tell) => (tell.request === request ? { ...tell, ...change } : tell)) };
}

/** Items that the decision relies on: those that were used, or partly. */
export function reliedOn({ marks }: Pick<DecideDraft, 'marks'>): string[] {
  return Object.keys(marks).filter((key) => marks[key] !== 'no');
}

/**
 * Whether what an agency gave was used, as somebody said or else by the marks of its items (`keys`): all of them, some, none. Who holds
 * nothing and said so was of use.
 */
export function usedOf({ used }: Pick<TellDraft, 'used'>, keys: readonly string[], marks: DecideDraft['marks']): Used {
  if (used !== null) return used;
  if (keys.every((key) => marks[key] === 'yes')) return 'yes';
  return keys.some((key) => marks[key] === 'yes' || marks[key] === 'partly') ? 'partly' : 'no';
}

/** Whether the page asks why not a strategy discussion (facts 3.7): the check is red and what was chosen is less. */
export function asksWhyNotStrategy(outcome: Outcome | null, urgency: string): boolean {
  return urgency === 'red' && outcome !== null && !STRATEGY_OR_MORE.includes(outcome);
}

/** Marks while reading and the decision itself are one draft of one person. */
export function useDecideDraft({ id, reference, requests }: CheckView, language: Language): Draft<DecideDraft> {
  const ids = requests.map((request) => request.id).join(' ');
  const kept = useDraft<DecideDraft>(useMemo(() => ({ kind: 'decision' as const, check: reference, initial: emptyDecision({ check: id, language, requests: ids.split(' ').filter((each) => each !== '') }) }), [id, reference, language, ids]));
  const value = useMemo(() => withRequests(kept.value, ids.split(' ').filter((each) => each !== '')), [kept.value, ids]);
  return { ...kept, value };
}
