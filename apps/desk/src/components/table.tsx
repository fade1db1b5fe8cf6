import type { ComponentPropsWithoutRef, ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.js';
import type { TextSize } from './heading.js';

/** A cell's content is its `children`; all else is put on the cell (`colSpan`, `aria-sort` on a heading). */
export type TableCell = ComponentPropsWithoutRef<'td'> & { numeric?: boolean | undefined };

/** The key keeps a row the same row while others come and go. */
export interface TableRow {
  key: string;
  cells: readonly TableCell[];
}

export type TableProps = Omit<ComponentPropsWithoutRef<'table'>, 'children'> & {
  caption?: ReactNode;
  captionSize?: TextSize | undefined;
  head?: readonly TableCell[] | undefined;
  rows: readonly TableRow[];
  firstCellIsHeader?: boolean | undefined;
};

export function Table({ caption, captionSize, head, rows, firstCellIsHeader = false, className, ...rest }: TableProps): ReactElement {
  return (
    <table className={classNames('govuk-table', className)} {...rest}>
      {caption !== undefined && <caption className={classNames('govuk-table__caption', captionSize && `govuk-table__caption--${captionSize}`)}>{caption}</caption>}
      {head !== undefined && (
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">{head.map((cell, index) => <Header key={index} scope="col" {...cell} />)}</tr>
        </thead>
      )}
      <tbody className="govuk-table__body">
        {rows.map(({ key, cells }) => (
          <tr key={key} className="govuk-table__row">
            {cells.map((cell, index) => (firstCellIsHeader && index === 0 ? <Header key={index} scope="row" {...cell} /> : <Cell key={index} {...cell} />))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Header({ numeric, className, ...rest }: TableCell): ReactElement {
  return <th className={classNames('govuk-table__header', numeric && 'govuk-table__header--numeric', className)} {...rest} />;
}

function Cell({ numeric, className, ...rest }: TableCell): ReactElement {
  return <td className={classNames('govuk-table__cell', numeric && 'govuk-table__cell--numeric', className)} {...rest} />;
}
