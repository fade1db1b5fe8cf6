import { useMemo } from 'react';
import { useDraft, type Draft } from '../frame/use-draft.js';

/** What somebody made of a chronology: kept sealed to them, apart from what was told. Items and events are named by their keys. */
export interface ChronologyDraft {
  v: 1;
  /** Items that are not in it: all others are. */
  leftOut: string[];
  /** Entries that tell of one event, and pairs that were looked at and kept apart. */
  joined: string[][];
  apart: string[][];
  /** What somebody thinks an event meant: analysis, and never part of the fact. By the key of an entry. */
  comments: Record<string, string>;
}

export const EMPTY: ChronologyDraft = { v: 1, leftOut: [], joined: [], apart: [], comments: {} };

export function withJoined(draft: ChronologyDraft, keys: readonly string[]): ChronologyDraft {
  return { ...draft, joined: [...draft.joined, [...keys]] };
}

export function withApart(draft: ChronologyDraft, keys: readonly string[]): ChronologyDraft {
  return { ...draft, apart: [...draft.apart, [...keys]] };
}

/** Parts again what was joined with any of these; they are not suggested anew. */
export function withParted(draft: ChronologyDraft, keys: readonly string[]): ChronologyDraft {
  return { ...draft, joined: draft.joined.filter((group) => !group.some((key) => keys.includes(key))), apart: [...draft.apart, [...keys]] };
}

export function withComment(draft: ChronologyDraft, key: string, text: string): ChronologyDraft {
  const { [key]: _, ...others } = draft.comments;
  return { ...draft, comments: text === '' ? others : { ...others, [key]: text } };
}

export function withIncluded(draft: ChronologyDraft, keys: readonly string[], isIn: boolean): ChronologyDraft {
  const others = draft.leftOut.filter((key) => !keys.includes(key));
  return { ...draft, leftOut: isIn ? others : [...others, ...keys] };
}

/** One for each person and check: whoever reads the answers and whoever looks at the table write the same. */
export function useChronologyDraft(reference: string): Draft<ChronologyDraft> {
  return useDraft<ChronologyDraft>(useMemo(() => ({ kind: 'note' as const, check: reference, initial: EMPTY }), [reference]));
}
