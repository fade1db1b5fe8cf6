import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/index.js';
import { useHeadings } from '../data/headings.js';
import { useOpened } from '../data/opened.js';
import { useAgencyNames, useContacts, useNames } from '../data/people.js';
import { useChecks, useInbox } from '../data/work.js';
import { useMember } from '../frame/desk.js';
import { Page } from '../frame/page.js';
import { Shown } from '../frame/reading.js';
import { questionIn } from '../inbox/rows.js';
import { useNow } from '../inbox/use-now.js';
import type { Wanted } from '../keeper/keeper.js';
import { momentOf } from '../words/dates.js';
import { useLanguage } from '../words/use-language.js';
import { Grid } from './grid.js';
import { handoverPhones, handoverRows, type HandoverPhone, type HandoverRow } from './handover.js';
import { allOf, SIDES, type Side, type TeamRow } from './rows.js';
import { Holder, Partner, State, Urgency } from './work-table.js';

/** A sheet of paper for whoever comes next. It prints on A4 with its marking and who printed it. */
export function Component(): ReactElement {
  const { t } = useTranslation('team');
  const [inbox, checks] = [useInbox(), useChecks()];
  const { agency } = useMember();
  return (
    <Page title={t('handover.title')} back={{ href: '/team', label: t('handover.back') }}>
      <Shown query={inbox} what={t('what')}>{(asked) => (
        <Shown query={checks} what={t('what')}>{(asking) => <Sheet answering={allOf('answering', { inbox: asked, checks: asking, agency })} asking={allOf('asking', { inbox: asked, checks: asking, agency })} />}</Shown>
      )}</Shown>
    </Page>
  );
}

function Sheet(sides: Record<Side, TeamRow[]>): ReactElement {
  const { t } = useTranslation('team');
  const { agency, member } = useMember();
  const { language } = useLanguage();
  const agencyName = useAgencyNames();
  const nameOf = useNames();
  const about = useAbout([...sides.answering, ...sides.asking]);
  const contacts = useContacts().data ?? [];
  const at = useNow();
  const shown = SIDES.map((side) => ({ side, rows: handoverRows(sides[side], { about, now: at }) })).filter(({ rows }) => rows.length > 0);
  return (
    <div className="desk-handover">
      <div className="desk-not-printed">
        <p className="govuk-body">{t('handover.how')}</p>
        <Button type="button" onClick={() => { globalThis.print(); }}>{t('handover.print')}</Button>
      </div>
      <p className="govuk-body govuk-!-font-weight-bold">{t('handover.marking')}</p>
      <p className="govuk-body">{t('handover.printed', { name: nameOf(member), agency: agencyName(agency), time: momentOf(at, language) })}</p>
      {shown.length === 0 && <p className="govuk-body">{t('handover.nothing')}</p>}
      {shown.map(({ side, rows }) => <OpenWork key={side} side={side} rows={rows} at={at} />)}
      <Phones phones={handoverPhones(shown.flatMap(({ rows }) => rows), contacts, agency)} />
    </div>
  );
}

function OpenWork({ side, rows, at }: { side: Side; rows: readonly HandoverRow[]; at: Date }): ReactElement {
  const { t } = useTranslation('team');
  const { language } = useLanguage();
  const columns = [...(['due', 'urgency', 'reference', 'partner', 'holder', 'state'] as const).map((key) => ({ key: key as string, label: t(`list.${key}`) })), { key: 'about', label: t('handover.about') }];
  return (
    <Grid
      caption={t(`numbers.${side}`)} showCaption columns={columns}
      rows={rows.map(({ row, isOverdue, about }) => ({ key: row.id, cells: [
        <>{isOverdue && <strong>{t('handover.over')}: </strong>}{momentOf(row.view.dueAt, language, at)}</>, <Urgency key="urgency" row={row} />, <span key="reference" className="desk-reference" translate="no">{row.view.reference}</span>,
        <Partner key="partner" row={row} />, <Holder key="holder" row={row} />, <State key="state" row={row} />, <span key="about" translate={about === null ? undefined : 'no'}>{about === null ? t('handover.sealed') : about.join(', ')}</span>,
      ] }))}
    />
  );
}

function Phones({ phones }: { phones: readonly HandoverPhone[] }): ReactElement {
  const { t } = useTranslation('team');
  const agencyName = useAgencyNames();
  const columns = [{ key: 'agency', label: t('load.agency') }, { key: 'night', label: t('handover.night') }, { key: 'office', label: t('handover.office') }];
  return <Grid caption={t('handover.phones')} showCaption columns={columns} rows={phones.map(({ agency, office, night }) => ({ key: agency, cells: [agencyName(agency), night ?? t('handover.noPhone'), office ?? t('handover.noPhone')] }))} />;
}

/** Names that were opened since the last unlock, and none that was not: nothing is fetched or opened for a sheet. Of the whole question where that is open, else as its check's heading says. */
function useAbout(rows: readonly TeamRow[]): (row: TeamRow) => readonly string[] | null {
  const { t } = useTranslation('board');
  const wanted = rows.flatMap(({ view }): Wanted[] => {
    const question = questionIn(view);
    return question === null ? [] : [{ envelope: question.id, expected: { type: 'request', from: view.asking, check: view.check, request: view.id, inReplyTo: null } }];
  });
  const { by } = useOpened(wanted, { auto: false });
  const headings = useHeadings(wanted, { auto: false }).by;
  const byCheck = new Map(wanted.flatMap(({ envelope, expected: { check } }) => { const heading = headings.get(envelope)?.heading ?? null; return heading === null ? [] : [[check, heading] as const]; }));
  return ({ view }) => {
    const body = by.get(questionIn(view)?.id ?? '')?.opened?.body;
    if (body?.type === 'request') return body.people.map(({ name }) => name);
    const heading = byCheck.get(view.check);
    return heading === undefined ? null : [heading.more === 0 ? heading.name : `${heading.name} ${t('andMore', { count: heading.more })}`];
  };
}
