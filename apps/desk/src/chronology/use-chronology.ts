import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckView } from '@lateral/contracts';
import { chronologyOf, eventsOf, nearDuplicatesOf, repeatsOf, type Chronology, type NearDuplicate, type Repeat } from '@lateral/domain/chronology';
import { londonDay } from '@lateral/domain/deadlines';
import { isAnswerGone } from '../check/erased.js';
import { useReadCheck, type ReadCheck } from '../check/use-read.js';
import { useDesk } from '../frame/desk.js';
import type { Draft } from '../frame/use-draft.js';
import type { Showing } from './address.js';
import { useChronologyDraft, type ChronologyDraft } from './chronology-draft.js';
import { allNames, entriesOf, namesOf, ownEntries, type CheckEntry } from './entries.js';
import { lostOf, type Lost } from './lost.js';

/** A gap of so many months is said. */
const GAP_MONTHS = 6;

export interface MadeChronology {
  whole: ReadCheck;
  draft: Draft<ChronologyDraft>;
  /** All that is in it, whatever the filter. */
  entries: CheckEntry[];
  chronology: Chronology;
  /** Pairs that nobody has looked at. */
  same: NearDuplicate[];
  repeats: Repeat[];
  /** How many agencies' answers were erased by law: nothing of them is in it. */
  erased: number;
  /** Each message of which nothing is in it for that reason. */
  lost: Lost[];
  people: ReadonlyMap<string, string>;
  names: string[];
  today: string;
}

/** Everything that was opened of a check, in order, with what somebody made of it. */
export function useChronology(check: CheckView, { order, filter }: Pick<Showing, 'order' | 'filter'>): MadeChronology {
  const { t } = useTranslation('chronology');
  const { now } = useDesk();
  const whole = useReadCheck(check);
  const draft = useChronologyDraft(check.reference);
  const today = londonDay(now());
  const source = `${t('own')}, ${t('ownHow')}`;
  const { read } = whole;
  const { leftOut, joined, apart } = draft.value;
  const entries = useMemo(() => [...entriesOf(read), ...ownEntries(read, { today, source })].filter(({ key }) => !leftOut.includes(key)), [read, today, source, leftOut]);
  const chronology = useMemo(() => chronologyOf(entries, { today, order, filter, joined, gapMonths: GAP_MONTHS }), [entries, today, order, filter, joined]);
  const same = useMemo(() => nearDuplicatesOf(entries, today, [...apart, ...joined]), [entries, today, apart, joined]);
  const repeats = useMemo(() => repeatsOf(eventsOf(entries, joined, today), today).filter(({ count, perhaps }) => count + perhaps > 1), [entries, joined, today]);
  return { whole, draft, entries, chronology, same, repeats, erased: read.filter(isAnswerGone).length, lost: useMemo(() => lostOf(read), [read]), people: useMemo(() => namesOf(read), [read]), names: useMemo(() => allNames(read), [read]), today };
}
