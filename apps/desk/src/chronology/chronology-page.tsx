import { type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { CheckView } from '@lateral/contracts';
import { HANDLING_CALLED } from '@lateral/domain/statement';
import { Button, InsetText, Link, LinkButton } from '../components/index.js';
import { AtCheck } from '../check/at-check.js';
import { OpenEverything } from '../check/check-page.js';
import { wasAnswered } from '../check/erased.js';
import { pathTo } from '../check/path-to.js';
import { useAgencyNames } from '../data/people.js';
import { DraftNote } from '../frame/use-draft.js';
import { type Act } from '../frame/use-act.js';
import { called } from '../words/called.js';
import { useLanguage } from '../words/use-language.js';
import { addressOf, showingFrom, type Showing } from './address.js';
import { withIncluded } from './chronology-draft.js';
import { EventTable } from './event-table.js';
import { Filters } from './filters.js';
import { Repeats } from './repeats.js';
import { Same } from './same.js';
import { Timeline } from './timeline.js';
import { useChronology, type MadeChronology } from './use-chronology.js';

/** All agencies' items in one order. The table is the record; the timeline is for reading. */
export function Component(): ReactElement {
  const { t } = useTranslation('chronology');
  return <AtCheck title={t('title')} what={t('what')}>{(check, act) => <Whole key={check.id} check={check} act={act} />}</AtCheck>;
}

function Whole({ check, act }: { check: CheckView; act: Act }): ReactElement {
  const [asked, ask] = useSearchParams();
  const showing = showingFrom(asked);
  const made = useChronology(check, showing);
  const show = (next: Partial<Showing>): void => { ask(addressOf({ ...showing, ...next }), { replace: true, preventScrollReset: true }); };
  const isEmpty = made.entries.length === 0;
  return (
    <>
      <Limits made={made} />
      <OpenEverything whole={made.whole} act={act} />
      <Same made={made} />
      {isEmpty ? <Empty made={made} /> : <><Ways check={check} showing={showing} /><Filters made={made} showing={showing} show={show} act={act} /></>}
      <Counts made={made} />
      {!isEmpty && (showing.view === 'timeline' ? <Timeline made={made} /> : <EventTable made={made} />)}
      <Repeats made={made} />
      <DraftNote draft={made.draft} />
    </>
  );
}

/** Limits stand above everything, and no filter takes one away. */
function Limits({ made: { chronology: { limits } } }: { made: MadeChronology }): ReactElement | null {
  const { t } = useTranslation('chronology');
  const { language } = useLanguage();
  const binding = limits.filter(({ limit }) => limit !== 'may_tell_family');
  if (binding.length === 0) return null;
  return (
    <InsetText>
      <h2 className="govuk-heading-s">{t('limits.title')}</h2>
      <ul className="govuk-list">{binding.map(({ limit, entries }) => <li key={limit}><strong className="desk-flag">{t('limits.entries', { limit: called(HANDLING_CALLED[limit], language), count: entries })}</strong></li>)}</ul>
      <p className="govuk-hint">{t('limits.note')}</p>
    </InsetText>
  );
}

function Ways({ check: { reference }, showing }: { check: CheckView; showing: Showing }): ReactElement {
  const { t } = useTranslation('chronology');
  const to = (change: Partial<Showing>, rest = ''): string => {
    const said = addressOf({ ...showing, ...change }).toString();
    return `${pathTo(reference, `/chronology${rest}`)}${said === '' ? '' : `?${said}`}`;
  };
  const link = (change: Partial<Showing>, text: string, isNow: boolean): ReactElement => <li key={text}><Link className="govuk-link govuk-link--no-visited-state" href={to(change)} aria-current={isNow ? 'true' : undefined}>{text}</Link></li>;
  return (
    <div className="desk-not-printed">
      <nav aria-label={t('view.label')} className="desk-ways">
        <ul className="govuk-list">
          {link({ view: 'table' }, t('view.table'), showing.view === 'table')}{link({ view: 'timeline' }, t('view.timeline'), showing.view === 'timeline')}
          {link({ order: 'earliest' }, t('view.earliest'), showing.order === 'earliest')}{link({ order: 'latest' }, t('view.latest'), showing.order === 'latest')}
        </ul>
      </nav>
      <div className="govuk-button-group">
        <LinkButton href={to({}, '/print')}>{t('print')}</LinkButton>
        <Link className="govuk-link govuk-link--no-visited-state" href={pathTo(reference, '/answers')}>{t('toAnswers')}</Link>
        <Link className="govuk-link govuk-link--no-visited-state" href={pathTo(reference, '/decide')}>{t('decide')}</Link>
      </div>
    </div>
  );
}

/** What is not to be seen below, and why. */
function Counts({ made: { chronology: { hidden, undated }, erased, draft } }: { made: MadeChronology }): ReactElement {
  const { t } = useTranslation('chronology');
  const { leftOut } = draft.value;
  return (
    <>
      {erased > 0 && <p className="govuk-body">{t('erased', { count: erased })}</p>}
      {hidden > 0 && <p className="govuk-body" role="status">{t('hidden', { count: hidden })}</p>}
      {undated > 0 && <p className="govuk-body">{t('undatedOnes', { count: undated })}</p>}
      {leftOut.length > 0 && <p className="govuk-body">{t('leftOut', { count: leftOut.length })} <Button type="button" variant="secondary" onClick={() => { draft.set((before) => withIncluded(before, before.leftOut, true)); }}>{t('takeIn')}</Button></p>}
    </>
  );
}

function Empty({ made: { whole, erased } }: { made: MadeChronology }): ReactElement | null {
  const { t } = useTranslation('chronology');
  const agencyName = useAgencyNames();
  const said = whole.read.flatMap(({ view }) => {
    const agency = agencyName(view.asked);
    if (view.state === 'nothing_held') return [t('emptyOf.nothing', { agency })];
    return wasAnswered(view) || view.state === 'withdrawn' ? [] : [t('emptyOf.waiting', { agency })];
  });
  // Where there were events once, nobody is told to wait for them.
  const texts = [...(erased > 0 ? [] : [t('empty')]), ...said, ...(whole.sealed > 0 ? [t('emptyOf.sealed')] : [])];
  return texts.length === 0 ? null : <p className="govuk-body">{texts.join(' ')}</p>;
}
