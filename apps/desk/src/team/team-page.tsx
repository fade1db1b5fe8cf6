import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { CheckView, RequestView } from '@lateral/contracts';
import { Button, Link, LinkButton } from '../components/index.js';
import { useChecks, useInbox } from '../data/work.js';
import { useDesk, useMember } from '../frame/desk.js';
import { EmergenciesWaiting } from '../frame/emergencies-waiting.js';
import { Page } from '../frame/page.js';
import { Shown } from '../frame/reading.js';
import { useAct, type Act } from '../frame/use-act.js';
import { useSteady } from '../frame/use-steady.js';
import { useNow } from '../inbox/use-now.js';
import { LoadTables } from './load-tables.js';
import { NumbersRow } from './numbers-row.js';
import { allOf, sideOf, SIDES, waitingOf, type Side, type TeamRow } from './rows.js';
import { WorkTable } from './work-table.js';

/** What a team has to do, who has it and how late it is. Metadata alone: nothing is opened here. */
export function Component(): ReactElement {
  const { t } = useTranslation('team');
  const [inbox, checks] = [useInbox(), useChecks()];
  const act = useAct();
  return (
    <Page title={t('title')} errors={act.errors}>
      <EmergenciesWaiting />
      <Shown query={inbox} what={t('what')}>{(asked) => <Shown query={checks} what={t('what')}>{(asking) => <Team inbox={asked} checks={asking} act={act} />}</Shown>}</Shown>
    </Page>
  );
}

function Team({ inbox, checks, act }: { inbox: readonly RequestView[]; checks: readonly CheckView[]; act: Act }): ReactElement {
  const { t } = useTranslation('team');
  const { agency } = useMember();
  const [asked] = useSearchParams();
  const rows = useMemo(() => ({ answering: allOf('answering', { inbox, checks, agency }), asking: allOf('asking', { inbox, checks, agency }) }), [inbox, checks, agency]);
  const there = SIDES.filter((side) => rows[side].length > 0);
  const side = sideOf(asked.get('show')) ?? there[0];
  if (side === undefined || there.length === 0) return <p className="govuk-body">{t('empty.all')}</p>;
  return (
    <>
      <p className="govuk-body"><LinkButton href="/team/handover" variant="secondary">{t('handover.link')}</LinkButton></p>
      {there.map((each) => <NumbersRow key={each} side={each} rows={rows[each]} />)}
      <Sides current={side} there={there} rows={rows} />
      <Waiting key={side} side={side} rows={rows[side]} act={act} />
      <LoadTables rows={rows[side]} />
    </>
  );
}

/** Links, so that Back shows what was there. */
function Sides({ current, there, rows }: { current: Side; there: readonly Side[]; rows: Readonly<Record<Side, readonly TeamRow[]>> }): ReactElement | null {
  const { t } = useTranslation('team');
  const now = useNow();
  if (there.length < 2) return null;
  return (
    <nav aria-label={t('sides')} className="desk-filters">
      <ul className="govuk-list">
        {there.map((side) => <li key={side}><Link className="govuk-link govuk-link--no-visited-state" href={`/team?show=${side}`} aria-current={side === current ? 'page' : undefined}>{t(`side.${side}`, { number: waitingOf(rows[side], now).length })}</Link></li>)}
      </ul>
    </nav>
  );
}

function Waiting({ side, rows, act }: { side: Side; rows: readonly TeamRow[]; act: Act }): ReactElement {
  const { t } = useTranslation(['team', 'frame']);
  const { now } = useDesk();
  // Placed anew when something changes, and not because a minute went by.
  const placed = useMemo(() => waitingOf(rows, now()), [rows, now]);
  const steady = useSteady(placed, side);
  return (
    <section aria-labelledby="team-waiting">
      <h2 className="govuk-heading-m" id="team-waiting">{t('list.title')}</h2>
      {steady.shown.length === 0 && steady.waiting === 0 ? <p className="govuk-body">{t('empty.side')}</p> : (
        <div {...steady.within}>
          <p className="govuk-body desk-new" role="status">{steady.waiting > 0 && <Button type="button" variant="secondary" onClick={steady.show}>{t('frame:new.changes', { count: steady.waiting })}</Button>}</p>
          <WorkTable side={side} rows={steady.shown} act={act} after={steady.show} />
        </div>
      )}
    </section>
  );
}
