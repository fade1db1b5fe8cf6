import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { RequestView } from '@lateral/contracts';
import { Button, Link } from '../components/index.js';
import { useOpened, type Opened } from '../data/opened.js';
import { useDrafts, useInbox } from '../data/work.js';
import { mayRelease } from '../answer/approver.js';
import { useHideNames } from '../frame/use-hide-names.js';
import { useAgencyNames } from '../data/people.js';
import { useMember } from '../frame/desk.js';
import { EmergenciesWaiting } from '../frame/emergencies-waiting.js';
import { Page } from '../frame/page.js';
import { Shown } from '../frame/reading.js';
import { useAct, type Act } from '../frame/use-act.js';
import { useSteady } from '../frame/use-steady.js';
import { ForOthers } from './for-others.js';
import { InboxTable } from './inbox-table.js';
import { filterOf, INBOX_FILTERS, isOpen, rowsOf, wantedOf, type InboxFilter } from './rows.js';
import { useNow } from './use-now.js';

/** What waits for an answer from the own team. */
export function InboxPage(): ReactElement {
  const { t } = useTranslation('inbox');
  const inbox = useInbox();
  const act = useAct();
  const [asked] = useSearchParams();
  const filter = filterOf(asked.get('show'));
  return (
    <Page title={t('title')} errors={act.errors}>
      <Filters current={filter} inbox={inbox.data ?? []} />
      <Shown query={inbox} what={t('what')}>{(data) => <Listed inbox={data} filter={filter} act={act} />}</Shown>
      <EmergenciesWaiting />
      <ForOthers />
    </Page>
  );
}

function Filters({ current, inbox }: { current: InboxFilter; inbox: readonly RequestView[] }): ReactElement {
  const { t } = useTranslation('inbox');
  const { member } = useMember();
  const now = useNow();
  return (
    <nav aria-label={t('filters')} className="desk-filters">
      <ul className="govuk-list">
        {INBOX_FILTERS.map((filter) => {
          const label = t(`filter.${filter}`, { number: rowsOf(inbox, filter, { me: member, drafts: [], now }).length });
          return <li key={filter}><Link className="govuk-link govuk-link--no-visited-state" href={filter === 'team' ? '/inbox' : `/inbox?show=${filter}`} aria-current={filter === current ? 'page' : undefined}>{label}</Link></li>;
        })}
      </ul>
    </nav>
  );
}

function Listed({ inbox, filter, act }: { inbox: readonly RequestView[]; filter: InboxFilter; act: Act }): ReactElement {
  const { t } = useTranslation(['inbox', 'frame']);
  const me = useMember();
  const agencyName = useAgencyNames();
  const now = useNow();
  const drafts = useDrafts(mayRelease(me.roles)).data;
  const rows = useMemo(() => rowsOf(inbox, filter, { me: me.member, drafts: drafts ?? [], now }), [inbox, filter, me.member, drafts, now]);
  const steady = useSteady(rows, filter);
  const wanted = useMemo(() => rows.flatMap(({ view }) => (isOpen(view) ? wantedOf(view) : [])), [rows]);
  const opened = useOpened(wanted, { auto: false });
  if (steady.shown.length === 0 && steady.waiting === 0) return <p className="govuk-body">{t(`empty.${filter}`, { agency: agencyName(me.agency), number: inbox.filter(({ state }) => !['open', 'acknowledged', 'withdrawn', 'expired'].includes(state)).length })}</p>;
  return (
    <div {...steady.within}>
      <p className="govuk-body desk-new" role="status">{steady.waiting > 0 && <Button type="button" variant="secondary" onClick={steady.show}>{t('frame:new.changes', { count: steady.waiting })}</Button>}</p>
      <OpenMine inbox={inbox} act={act} />
      {opened.all.length > 0 && <HideNames />}
      <InboxTable rows={steady.shown} opened={opened} act={act} keeps={filter === 'team'} after={steady.show} />
    </div>
  );
}

/** One gesture for all that one has: opening tells those who asked, so it is pressed for and never happens by itself. */
function OpenMine({ inbox, act }: { inbox: readonly RequestView[]; act: Act }): ReactElement | null {
  const { t } = useTranslation('inbox');
  const { member } = useMember();
  const mine = useMemo(() => inbox.filter((view) => isOpen(view) && view.heldBy === member).flatMap(wantedOf), [inbox, member]);
  const opened = useOpened(mine, { auto: false });
  const left = mine.length - opened.all.length;
  if (left < 2) return null;
  return <p className="govuk-body"><Button type="button" onClick={() => void act.run(opened.openAll)}>{t('openMine', { number: left })}</Button> {opened.error !== null && <NotOpened opened={opened} />}</p>;
}

/** Not even initials, for whoever sits where others look on. */
function HideNames(): ReactElement {
  const { t } = useTranslation('answer');
  const { hidden, toggle } = useHideNames();
  return <Button type="button" variant="secondary" aria-pressed={hidden} onClick={toggle}>{t('question.hideNames')}</Button>;
}

function NotOpened({ opened }: { opened: Opened }): ReactElement | null {
  const { t } = useTranslation('inbox');
  return opened.error === null ? null : <span role="status">{t('notOpened')}</span>;
}
