import { useState, type MouseEvent, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { RequestView } from '@lateral/contracts';
import { Button, ErrorMessage, Link, Tag } from '../components/index.js';
import { useAgencyNames, useNames } from '../data/people.js';
import type { Opened } from '../data/opened.js';
import { useHideNames } from '../frame/use-hide-names.js';
import { useMember } from '../frame/desk.js';
import type { Act } from '../frame/use-act.js';
import { erasedSince } from '../check/erased.js';
import { dayOf } from '../words/dates.js';
import { UrgencyTag } from '../words/urgency-tag.js';
import { useLanguage } from '../words/use-language.js';
import { DueClock } from './due-clock.js';
import { initialsOf } from '../words/initials.js';
import { isOpen, questionIn, type InboxRow } from './rows.js';
import { takeId, useHolding } from './use-holding.js';

const COLUMNS = ['select', 'due', 'urgency', 'reference', 'about', 'asking', 'questions', 'holder', 'state'] as const;
type Column = (typeof COLUMNS)[number];

interface InboxTableProps { rows: readonly InboxRow[]; opened: Opened; act: Act; /** A row stays though a colleague has taken it. */ keeps: boolean; after: () => void }

/** A table that is one for whoever hears it also where rows are shown as blocks: its parts say what they are. */
export function InboxTable({ rows, opened, act, keeps, after }: InboxTableProps): ReactElement {
  const { t } = useTranslation('inbox');
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const { take, putBack } = useHolding({ act, keeps, after });
  const wrong = act.errors.filter(({ field }) => rows.some(({ view }) => takeId(view) === field));
  const free = rows.filter(({ view }) => isOpen(view) && view.heldBy === null);
  const takeSeveral = (): void => {
    const chosen = free.filter(({ id }) => ticked.includes(id)).map(({ view }) => view);
    if (chosen.length === 0) return act.refuse([{ field: free[0] && takeId(free[0]), message: t('selectOne') }]);
    void take(chosen).then(setTicked);
  };
  const tick = (id: string): void => { setTicked(ticked.includes(id) ? ticked.filter((other) => other !== id) : [...ticked, id]); };
  return (
    <>
      {wrong.map(({ field, message }) => <ErrorMessage key={field}>{message}</ErrorMessage>)}
      <table className="govuk-table desk-inbox" role="table">
        <caption className="govuk-visually-hidden">{t('caption')}</caption>
        <thead className="govuk-table__head" role="rowgroup">
          <tr className="govuk-table__row" role="row">{COLUMNS.map((column) => <th key={column} scope="col" role="columnheader" className="govuk-table__header">{column === 'select' ? <span className="govuk-visually-hidden">{t('column.select')}</span> : t(`column.${column}`)}</th>)}</tr>
        </thead>
        <tbody className="govuk-table__body" role="rowgroup">
          {rows.map((row) => <Row key={row.id} row={row} opened={opened} ticked={ticked.includes(row.id)} tick={() => { tick(row.id); }} take={() => void take([row.view])} putBack={() => void putBack(row.view)} />)}
        </tbody>
      </table>
      {free.length > 1 && <Button type="button" variant="secondary" onClick={takeSeveral}>{t('takeSeveral')}</Button>}
    </>
  );
}

interface RowProps { row: InboxRow; opened: Opened; ticked: boolean; tick: () => void; take: () => void; putBack: () => void }

function Row({ row: { view, toApprove }, opened, ticked, tick, take, putBack }: RowProps): ReactElement {
  const { t } = useTranslation('inbox');
  const { language } = useLanguage();
  const agencyName = useAgencyNames();
  const unsealed = opened.by.get(questionIn(view)?.id ?? '')?.opened ?? null;
  const since = erasedSince(view);
  const isFree = isOpen(view) && view.heldBy === null;
  const id = takeId(view);
  return (
    <tr className="govuk-table__row" role="row">
      <Cell column="select">{isFree && (
        <div className="govuk-checkboxes govuk-checkboxes--small"><div className="govuk-checkboxes__item">
          <input className="govuk-checkboxes__input" type="checkbox" id={id} checked={ticked} onChange={tick} />
          <label className="govuk-label govuk-checkboxes__label" htmlFor={id}><span className="govuk-visually-hidden">{t('select', { reference: view.reference })}</span></label>
        </div></div>
      )}</Cell>
      <Cell column="due"><DueClock view={view} /></Cell>
      <Cell column="urgency"><UrgencyTag urgency={view.urgency} /></Cell>
      <Cell column="reference"><OpenLink view={view} id={isFree ? undefined : id} /></Cell>
      <Cell column="about">{unsealed?.body.type === 'request' ? <About names={unsealed.body.people.map(({ name }) => name)} /> : since === null ? t('openToSee') : t('erasedOn', { date: dayOf(since, language) })}</Cell>
      <Cell column="asking">{agencyName(view.asking)}</Cell>
      <Cell column="questions">{unsealed === null ? t('unknown') : unsealed.record.categories.length}</Cell>
      <Cell column="holder"><Holder view={view} take={take} putBack={putBack} /></Cell>
      <Cell column="state"><State view={view} toApprove={toApprove} /></Cell>
    </tr>
  );
}

/** A real link, which opens in another window too; pressed here it also opens what is sealed. */
function OpenLink({ view: { id: request, reference }, id }: { view: RequestView; id: string | undefined }): ReactElement {
  const navigate = useNavigate();
  const href = `/inbox/${request}`;
  const press = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    void navigate(href, { state: { open: true } });
  };
  return <Link id={id} className="govuk-link desk-reference" href={href} onClick={press}>{reference}</Link>;
}

function Cell({ column, children }: { column: Column; children: ReactNode }): ReactElement {
  const { t } = useTranslation('inbox');
  return <td className={`govuk-table__cell desk-inbox__${column}`} role="cell"><span className="desk-inbox__label" aria-hidden="true">{t(`column.${column}`)}</span><div>{children}</div></td>;
}

/** Initials, always: the list is what is open when somebody walks by. */
function About({ names }: { names: readonly string[] }): ReactElement {
  const { t } = useTranslation('inbox');
  const { hidden } = useHideNames();
  return <span translate="no">{hidden ? t('people', { number: names.length }) : names.map(initialsOf).join(', ')}</span>;
}

function Holder({ view, take, putBack }: { view: RequestView; take: () => void; putBack: () => void }): ReactElement {
  const { t } = useTranslation('inbox');
  const { member } = useMember();
  const nameOf = useNames();
  const which = <span className="govuk-visually-hidden"> {view.reference}</span>;
  if (view.heldBy !== null && view.heldBy !== member) return <>{nameOf(view.heldBy)}</>;
  if (!isOpen(view)) return <>{view.heldBy === null ? t('nobody') : t('you')}</>;
  return view.heldBy === null
    ? <>{t('nobody')} <Button type="button" variant="secondary" className="desk-inbox__act" onClick={take}>{t('take')}{which}</Button></>
    : <>{t('you')} <Button type="button" variant="secondary" className="desk-inbox__act" onClick={putBack}>{t('putBack')}{which}</Button></>;
}

function State({ view: { state, answer }, toApprove }: { view: RequestView; toApprove: boolean }): ReactElement {
  const { t } = useTranslation(['inbox', 'codes']);
  return <>{t(`codes:request.${state}`)}{answer !== null && state === 'acknowledged' && <>: {t(`codes:response.${answer.type}`)}</>}{toApprove && <> <Tag colour="purple">{t('toApprove')}</Tag></>}</>;
}
