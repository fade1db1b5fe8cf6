import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChronologyFilter } from '@lateral/domain/chronology';
import { ITEM_NATURES } from '@lateral/domain/justification';
import { NATURE_CALLED } from '@lateral/domain/statement';
import { useHideNames } from '../frame/use-hide-names.js';
import { Button, Checkboxes, DateInput, Details, errorAt } from '../components/index.js';
import { useAgencyNames } from '../data/people.js';
import type { Act } from '../frame/use-act.js';
import { initialsOf } from '../words/initials.js';
import { NO_DATE, type DateBoxes } from '../new-check/check-draft.js';
import { dateOf } from '../new-check/compose.js';
import { Form } from '../new-check/form.js';
import { called } from '../words/called.js';
import { useLanguage } from '../words/use-language.js';
import type { Showing } from './address.js';
import type { MadeChronology } from './use-chronology.js';

/** As somebody types it: nothing ticked of a kind shows all of it. */
export interface Ticked { agencies: readonly string[]; about: readonly string[]; natures: readonly string[]; from: DateBoxes; to: DateBoxes }

/** What is typed as a filter; which box is wrong where a day is none, or the first comes after the last. */
export function filterOf({ agencies, about, natures, from, to }: Ticked): { filter: ChronologyFilter } | { field: 'from-day' | 'to-day'; code: 'wrong' | 'order' } {
  const [first, last] = [from, to].map((boxes) => ([boxes.day, boxes.month, boxes.year].every((box) => box.trim() === '') ? undefined : dateOf(boxes)));
  if (first === null) return { field: 'from-day', code: 'wrong' };
  if (last === null) return { field: 'to-day', code: 'wrong' };
  if (first !== undefined && last !== undefined && first > last) return { field: 'from-day', code: 'order' };
  const chosen = ITEM_NATURES.filter((nature) => natures.includes(nature));
  return { filter: { ...(agencies.length > 0 ? { agencies } : {}), ...(about.length > 0 ? { about } : {}), ...(chosen.length > 0 ? { natures: chosen } : {}), ...(first === undefined ? {} : { from: first }), ...(last === undefined ? {} : { to: last }) } };
}

function boxesOf(day: string | undefined): DateBoxes {
  const [year = '', month = '', date = ''] = day?.split('-') ?? [];
  return { year, month, day: date };
}

const tickedOf = ({ agencies = [], about = [], natures = [], from, to }: ChronologyFilter): Ticked => ({ agencies, about, natures, from: boxesOf(from), to: boxesOf(to) });
const NOTHING: Ticked = { agencies: [], about: [], natures: [], from: NO_DATE, to: NO_DATE };

/** Its button comes after its choices, and nothing moves before it is pressed. */
export function Filters({ made, showing, show, act }: { made: MadeChronology; showing: Showing; show: (change: Partial<Showing>) => void; act: Act }): ReactElement {
  const { t } = useTranslation('chronology');
  const [ticked, setTicked] = useState<Ticked>(() => tickedOf(showing.filter));
  const change = (next: Partial<Ticked>): void => { setTicked({ ...ticked, ...next }); };
  const apply = (): void => {
    const found = filterOf(ticked);
    if (!('filter' in found)) return act.refuse([{ field: found.field, message: t(`filter.${found.code}`) }]);
    act.clear();
    show({ filter: found.filter });
  };
  const clear = (): void => {
    setTicked(NOTHING);
    act.clear();
    show({ filter: {} });
  };
  const wrong = (field: string): string | undefined => errorAt(act.errors, field);
  const parts = { day: t('filter.parts.day'), month: t('filter.parts.month'), year: t('filter.parts.year') };
  return (
    <Details className="desk-not-printed" summary={t('filter.title')} open={Object.keys(showing.filter).length > 0 ? true : undefined}>
      <Form onSubmit={apply}>
        <Choices made={made} ticked={ticked} change={change} />
        <DateInput id="from" namePrefix="from" legend={t('filter.from')} legendSize="s" labels={parts} error={wrong('from-day')} values={ticked.from} onChange={(values) => { change({ from: { ...NO_DATE, ...values } }); }} />
        <DateInput id="to" namePrefix="to" legend={t('filter.to')} legendSize="s" labels={parts} error={wrong('to-day')} values={ticked.to} onChange={(values) => { change({ to: { ...NO_DATE, ...values } }); }} />
        <div className="govuk-button-group"><Button type="submit" variant="secondary">{t('filter.apply')}</Button><Button type="button" variant="secondary" onClick={clear}>{t('filter.clear')}</Button></div>
      </Form>
    </Details>
  );
}

function Choices({ made: { entries, people }, ticked, change }: { made: MadeChronology; ticked: Ticked; change: (next: Partial<Ticked>) => void }): ReactElement {
  const { t } = useTranslation('chronology');
  const { language } = useLanguage();
  const { hidden } = useHideNames();
  const agencyName = useAgencyNames();
  const once = (all: readonly string[]): string[] => [...new Set(all)];
  const natures = ITEM_NATURES.filter((nature) => entries.some((entry) => entry.nature === nature));
  const shown = (id: string): string => (hidden ? initialsOf(people.get(id) ?? id) : people.get(id) ?? id);
  return (
    <div className="desk-filters-of">
      <Checkboxes name="agency" legend={t('filter.agency')} legendSize="s" small values={ticked.agencies} onChange={(agencies) => { change({ agencies }); }} items={once(entries.map(({ agency }) => agency)).map((agency) => ({ value: agency, label: agencyName(agency) }))} />
      <Checkboxes name="about" legend={t('filter.about')} legendSize="s" small values={ticked.about} onChange={(about) => { change({ about }); }} items={once(entries.flatMap(({ about }) => about)).map((id) => ({ value: id, label: shown(id) }))} />
      <Checkboxes name="nature" legend={t('filter.nature')} legendSize="s" small values={ticked.natures} onChange={(chosen) => { change({ natures: chosen }); }} items={natures.map((nature) => ({ value: nature, label: called(NATURE_CALLED[nature], language) }))} />
    </div>
  );
}
