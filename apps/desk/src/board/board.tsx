import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { CheckView, RequestView } from '@lateral/contracts';
import { MOST_STEP_UP_OBJECTS } from '@lateral/domain/access';
import type { Heading } from '@lateral/envelope/heading';
import { useHideNames } from '../frame/use-hide-names.js';
import { Button, Link, type SummaryError } from '../components/index.js';
import { useDeadlines } from '../data/law.js';
import { ownQuestionOf, useHeadings } from '../data/headings.js';
import { useChecks, useRefresh } from '../data/work.js';
import { useDesk, useMember } from '../frame/desk.js';
import { EmergenciesWaiting } from '../frame/emergencies-waiting.js';
import { Page } from '../frame/page.js';
import { useProblemText } from '../frame/problem-text.js';
import { Shown } from '../frame/reading.js';
import { useAct } from '../frame/use-act.js';
import { useSteady } from '../frame/use-steady.js';
import type { Wanted } from '../keeper/keeper.js';
import { BoardTable } from './board-table.js';
import { boardOf, tabOf, TABS, type BoardCheck, type Tab } from './rows.js';
import { Unsent } from './unsent.js';
import { useMinute } from './use-minute.js';

/** The agency's checks, due and overdue. */
export function Component(): ReactElement {
  const { t } = useTranslation('board');
  const { newId } = useDesk();
  const [fresh] = useState(newId);
  const [asked] = useSearchParams();
  const tab = tabOf(asked.get('show'));
  const [errors, setErrors] = useState<readonly SummaryError[]>([]);
  const query = useChecks();
  return (
    <Page title={t('title')} errors={errors}>
      <Link className="govuk-button" href={`/checks/new/people?draft=${fresh}`}>{t('start')}</Link>
      <Tabs current={tab} />
      <Shown query={query} what={t('what')}>{(checks) => <><EmergenciesWaiting /><Unsent checks={checks} /><Board checks={checks} tab={tab} setErrors={setErrors} /></>}</Shown>
    </Page>
  );
}

/** Links, so that an address says what is shown and Back shows it again. */
function Tabs({ current }: { current: Tab }): ReactElement {
  const { t } = useTranslation('board');
  return (
    <nav aria-label={t('tabsLabel')}>
      <ul className="desk-tabs">
        {TABS.map((tab) => <li key={tab}><Link className="govuk-link govuk-link--no-visited-state desk-tabs__link" href={tab === 'mine' ? '/checks' : `/checks?show=${tab}`} aria-current={tab === current ? 'page' : undefined}>{t(`tabs.${tab}`)}</Link></li>)}
      </ul>
    </nav>
  );
}

interface BoardProps { checks: readonly CheckView[]; tab: Tab; setErrors: (errors: readonly SummaryError[]) => void }

function Board({ checks, tab, setErrors }: BoardProps): ReactElement {
  const { t } = useTranslation(['board', 'frame']);
  const { now } = useDesk();
  const { member } = useMember();
  const minute = useMinute();
  // Placed anew when something changes, and not because a minute went by.
  const groups = useMemo(() => boardOf(checks, tab, { me: member, now: now() }), [checks, tab, member, now]);
  const { shown, waiting, show, within } = useSteady<BoardCheck>(groups, tab);
  const names = useNamesOf(shown, setErrors);
  const { hidden, toggle } = useHideNames();
  const deadlines = useDeadlines().data;
  const { busy, remind } = useRemind(show, setErrors);
  if (shown.length === 0 && waiting === 0) return <Empty isFirstDay={checks.length === 0} tab={tab} />;
  return (
    <>
      <div className="govuk-button-group">
        {names.missing > 0 && <Button type="button" variant="secondary" disabled={names.isOpening} onClick={names.open}>{names.isOpening ? t('frame:unlocking') : t('showNames', { count: Math.min(names.missing, MOST_STEP_UP_OBJECTS) })}</Button>}
        {names.people.size > 0 && <Button type="button" variant="secondary" aria-pressed={hidden} onClick={toggle}>{t('hideNames')}</Button>}
        {waiting > 0 && <Button type="button" variant="secondary" onClick={show}>{t('frame:new.changes', { count: waiting })}</Button>}
      </div>
      <div {...within}><BoardTable checks={shown} caption={t(`tabs.${tab}`)} now={minute} deadlines={deadlines} people={names.people} isHidden={hidden} isBusy={busy} remind={remind} /></div>
    </>
  );
}

interface Names { people: ReadonlyMap<string, Heading>; missing: number; isOpening: boolean; open: () => void }

/** Who the checks are about, as far as it was opened in this session. One gesture opens as many more as one may name. */
function useNamesOf(groups: readonly BoardCheck[], setErrors: BoardProps['setErrors']): Names {
  const { agency } = useMember();
  const textOf = useProblemText();
  const all = useMemo(() => groups.map((group) => ({ check: group.id, wanted: ownQuestionOf(group, agency) })).filter((each): each is { check: string; wanted: Wanted } => each.wanted !== null), [groups, agency]);
  const { by } = useHeadings(all.map(({ wanted }) => wanted));
  const missing = all.filter(({ wanted }) => !by.has(wanted.envelope));
  const next = useHeadings(missing.slice(0, MOST_STEP_UP_OBJECTS).map(({ wanted }) => wanted), { auto: false });
  const people = new Map(all.flatMap(({ check, wanted }) => {
    const heading = by.get(wanted.envelope)?.heading ?? null;
    return heading === null ? [] : [[check, heading]];
  }));
  const { error } = next;
  useEffect(() => { setErrors(error === null ? [] : [{ message: textOf(error) }]); }, [error, setErrors, textOf]);
  return { people, missing: missing.length, isOpening: next.isOpening, open: () => void next.openAll() };
}

function useRemind(show: () => void, setErrors: BoardProps['setErrors']): { busy: boolean; remind: (request: RequestView) => void } {
  const { hub } = useDesk();
  const refresh = useRefresh();
  const textOf = useProblemText();
  const { run, busy } = useAct();
  const remind = ({ id }: RequestView): void => void run(async () => {
    try {
      await hub.remind(id, 'reminder');
      setErrors([]);
    } catch (error) {
      setErrors([{ message: textOf(error) }]);
    }
    await refresh().catch(() => undefined);
    show();
  });
  return { busy, remind };
}

function Empty({ isFirstDay, tab }: { isFirstDay: boolean; tab: Tab }): ReactElement {
  const { t } = useTranslation('board');
  if (!isFirstDay) return <p className="govuk-body">{t(`empty.${tab}`)}</p>;
  return (
    <>
      <p className="govuk-body">{t('firstDay.nothing')}</p>
      <ol className="govuk-list govuk-list--number"><li>{t('firstDay.start')}</li><li>{t('firstDay.answers')}</li><li>{t('firstDay.decide')}</li></ol>
    </>
  );
}
