import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../components/class-names.js';
import type { MadeChronology } from './use-chronology.js';
import { EventDate, Handling, Meant, Told, HowKnown, WhoTold } from './event-parts.js';
import { COLUMNS } from './lines.js';

/** The record: a row each, gaps in words between them. Where there is no room for columns, each cell says what it is. */
export function EventTable({ made }: { made: MadeChronology }): ReactElement {
  const { t } = useTranslation('chronology');
  const { chronology: { rows, undated } } = made;
  return (
    <table className="govuk-table desk-chronology" role="table">
      <caption className="govuk-table__caption govuk-visually-hidden">{t('caption')}</caption>
      <thead className="govuk-table__head" role="rowgroup">
        <tr className="govuk-table__row" role="row">{COLUMNS.map((column) => <th key={column} scope="col" role="columnheader" className="govuk-table__header">{t(`column.${column}`)}</th>)}</tr>
      </thead>
      <tbody className="govuk-table__body" role="rowgroup">
        {rows.map((row) => {
          if (row.kind === 'gap') return <tr key={`${row.gap.after} ${row.gap.before}`} className="govuk-table__row desk-chronology__gap" role="row"><td className="govuk-table__cell" role="cell" colSpan={COLUMNS.length}>{t('gap', { count: row.gap.months })}{undated > 0 && ` ${t('gapUndated')}`}</td></tr>;
          const { event } = row;
          const cells = { date: <EventDate event={event} />, agency: <WhoTold event={event} made={made} />, what: <Told event={event} made={made} />, how: <HowKnown event={event} made={made} />, meant: <Meant event={event} made={made} />, handling: <Handling event={event} /> };
          return (
            <tr key={event.key} className="govuk-table__row" role="row">
              {COLUMNS.map((column) => (column === 'date'
                ? <th key={column} scope="row" role="rowheader" className="govuk-table__header">{cells[column]}</th>
                : <td key={column} role="cell" className={classNames('govuk-table__cell', `desk-chronology__${column}`)}><span className="desk-chronology__label" aria-hidden="true">{t(`column.${column}`)}</span>{cells[column]}</td>))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
