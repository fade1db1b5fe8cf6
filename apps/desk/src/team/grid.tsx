import type { ReactElement, ReactNode } from 'react';
import { classNames } from '../components/class-names.js';

/** `hidden`: the heading is for who hears it. */
export interface GridColumn { key: string; label: string; hidden?: boolean }
export interface GridRow { key: string; cells: readonly ReactNode[] }

/** A table of which each row is a block where the page is narrow. It is a table for whoever hears it there too: its parts say what they are. */
export function Grid({ caption, showCaption = false, columns, rows, className }: { caption: string; showCaption?: boolean; columns: readonly GridColumn[]; rows: readonly GridRow[]; className?: string }): ReactElement {
  return (
    <table className={classNames('govuk-table desk-grid', className)} role="table">
      <caption className={showCaption ? 'govuk-table__caption govuk-table__caption--s' : 'govuk-visually-hidden'}>{caption}</caption>
      <thead className="govuk-table__head" role="rowgroup">
        <tr className="govuk-table__row" role="row">{columns.map(({ key, label, hidden }) => <th key={key} scope="col" role="columnheader" className="govuk-table__header">{hidden === true ? <span className="govuk-visually-hidden">{label}</span> : label}</th>)}</tr>
      </thead>
      <tbody className="govuk-table__body" role="rowgroup">
        {rows.map(({ key, cells }) => (
          <tr key={key} className="govuk-table__row" role="row">
            {columns.map((column, at) => <td key={column.key} className="govuk-table__cell" role="cell"><span className="desk-grid__label" aria-hidden="true">{column.hidden === true ? '' : column.label}</span><div>{cells[at]}</div></td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
