import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import type { OverrideView } from '@lateral/contracts';
import { OVERRIDE_CALLED } from '@lateral/domain/statement';
import { Link, NotificationBanner } from '../components/index.js';
import { useNames } from '../data/people.js';
import { useOverrides } from '../data/work.js';
import { useDesk, useMember } from '../frame/desk.js';
import { Page } from '../frame/page.js';
import { Shown } from '../frame/reading.js';
import { homeOf, may } from '../frame/roles.js';
import { Grid, type GridColumn } from '../team/grid.js';
import { called } from '../words/called.js';
import { momentOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';
import { WhatLeft } from './what-left.js';

/** What the own agency sent as an emergency, with a record that was not complete: what waits for a second person, and what came of the others. */
export function Component(): ReactElement {
  const { t } = useTranslation('emergencies');
  const { roles } = useMember();
  const query = useOverrides();
  return (
    <Page title={t('title')} back={{ href: homeOf(roles), label: t('home') }}>
      <Reviewed />
      <p className="govuk-body">{t('means')}</p>
      <Shown query={query} what={t('what')}>{(all) => <><Waiting all={all.filter(({ reviewedAt }) => reviewedAt === null)} /><Done all={all.filter(({ reviewedAt }) => reviewedAt !== null)} /></>}</Shown>
    </Page>
  );
}

/** What the page that led back here did. */
function Reviewed(): ReactElement | null {
  const { t } = useTranslation(['emergencies', 'frame']);
  const { state } = useLocation() as { state: unknown };
  const isDone = typeof state === 'object' && state !== null && 'said' in state && state.said === 'reviewed';
  return isDone ? <NotificationBanner success autoFocus={false} title={t('frame:important')} titleId="told" heading={t('done')} /> : null;
}

function Waiting({ all }: { all: readonly OverrideView[] }): ReactElement {
  const { t } = useTranslation('emergencies');
  const columns = useColumns();
  if (all.length === 0) return <p className="govuk-body">{t('none')}</p>;
  return (
    <Grid
      caption={t('waiting')} showCaption columns={[...columns, { key: 'due', label: t('column.due') }, { key: 'act', label: t('column.act') }]}
      rows={all.toSorted((one, other) => (one.reviewDue < other.reviewDue ? -1 : 1)).map((each) => ({ key: each.message, cells: [...cellsOf(each), <Due key="due" override={each} />, <Act key="act" override={each} />] }))}
    />
  );
}

function Done({ all }: { all: readonly OverrideView[] }): ReactElement | null {
  const { t } = useTranslation('emergencies');
  const columns = useColumns();
  if (all.length === 0) return null;
  return (
    <Grid
      caption={t('reviewed')} showCaption columns={[...columns, { key: 'finding', label: t('column.finding') }, { key: 'reviewed', label: t('column.reviewed') }]}
      rows={all.map((each) => ({ key: each.message, cells: [...cellsOf(each), each.finding !== null && t(`finding.${each.finding}`), each.reviewedAt !== null && <Moment key="reviewed" at={each.reviewedAt} />] }))}
    />
  );
}

/** What both tables say of an emergency. */
function useColumns(): GridColumn[] {
  const { t } = useTranslation('emergencies');
  return (['reference', 'what', 'reason', 'by', 'sent'] as const).map((key) => ({ key, label: t(`column.${key}`) }));
}

function cellsOf(override: OverrideView): ReactNode[] {
  const { reference, reason, usedBy, usedAt } = override;
  return [<span key="reference" className="desk-reference" translate="no">{reference}</span>, <WhatLeft key="what" override={override} />, <Reason key="reason" reason={reason} />, <Sender key="by" member={usedBy} />, <Moment key="sent" at={usedAt} />];
}

function Reason({ reason }: Pick<OverrideView, 'reason'>): ReactElement {
  const { language } = useLanguage();
  return <>{called(OVERRIDE_CALLED[reason], language)}</>;
}

function Sender({ member }: { member: string }): ReactElement {
  return <>{useNames()(member)}</>;
}

function Moment({ at }: { at: string }): ReactElement {
  const { language } = useLanguage();
  const { now } = useDesk();
  return <>{momentOf(at, language, now())}</>;
}

function Due({ override: { reviewDue } }: { override: OverrideView }): ReactElement {
  const { t } = useTranslation('emergencies');
  const { language } = useLanguage();
  const { now } = useDesk();
  return new Date(reviewDue) < now() ? <strong className="desk-overdue">{t('overdue', { at: momentOf(reviewDue, language, now()) })}</strong> : <Moment at={reviewDue} />;
}

/** Nobody is the judge of their own. */
function Act({ override }: { override: OverrideView }): ReactElement {
  const { t } = useTranslation('emergencies');
  const { member, roles } = useMember();
  const { message, reference, usedBy } = override;
  if (usedBy === member) return <>{t('own')}</>;
  return may('review-override', roles) ? <Link className="govuk-link" href={`/emergencies/${message}`}>{t('review')}<span className="govuk-visually-hidden"> {reference}, <WhatLeft override={override} /></span></Link> : <>{t('others')}</>;
}
