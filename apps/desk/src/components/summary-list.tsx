import type { ComponentPropsWithoutRef, ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.js';
import type { HeadingLevel } from './heading.js';
import { Heading } from './heading.js';
import type { LinkProps } from './link.js';
import { Link } from './link.js';

/** `hiddenText` says what is changed, for who hears "Change" alone. */
export type SummaryAction = LinkProps & { hiddenText?: string | undefined };

export interface SummaryRow {
  key: ReactNode;
  value: ReactNode;
  actions?: readonly SummaryAction[] | undefined;
  className?: string | undefined;
}

export interface SummaryCard {
  title: ReactNode;
  headingLevel?: HeadingLevel | undefined;
  actions?: readonly SummaryAction[] | undefined;
  className?: string | undefined;
}

export type SummaryListProps = Omit<ComponentPropsWithoutRef<'dl'>, 'children'> & { rows: readonly SummaryRow[]; card?: SummaryCard | undefined; noBorder?: boolean | undefined };

export function SummaryList({ rows, card, noBorder = false, className, ...rest }: SummaryListProps): ReactElement {
  const acting = rows.some(({ actions = [] }) => actions.length > 0);
  const list = (
    <dl className={classNames('govuk-summary-list', noBorder && 'govuk-summary-list--no-border', className)} {...rest}>
      {rows.map((row, index) => <Row key={index} row={row} acting={acting} cardTitle={card?.title} />)}
    </dl>
  );
  return card === undefined ? list : <Card {...card}>{list}</Card>;
}

function Row({ row: { key, value, actions = [], className }, acting, cardTitle }: { row: SummaryRow; acting: boolean; cardTitle: ReactNode }): ReactElement {
  return (
    <div className={classNames('govuk-summary-list__row', acting && actions.length === 0 && 'govuk-summary-list__row--no-actions', className)}>
      <dt className="govuk-summary-list__key">{key}</dt>
      <dd className="govuk-summary-list__value">{value}</dd>
      {actions.length === 1 && <dd className="govuk-summary-list__actions"><Action action={actions[0]!} cardTitle={cardTitle} /></dd>}
      {actions.length > 1 && (
        <dd className="govuk-summary-list__actions">
          <ul className="govuk-summary-list__actions-list">
            {actions.map((action, index) => <li key={index} className="govuk-summary-list__actions-list-item"><Action action={action} cardTitle={cardTitle} /></li>)}
          </ul>
        </dd>
      )}
    </div>
  );
}

function Card({ title, headingLevel = 2, actions = [], className, children }: SummaryCard & { children: ReactNode }): ReactElement {
  return (
    <div className={classNames('govuk-summary-card', className)}>
      <div className="govuk-summary-card__title-wrapper">
        <Heading level={headingLevel} className="govuk-summary-card__title">{title}</Heading>
        {actions.length === 1 && <div className="govuk-summary-card__actions"><Action action={actions[0]!} cardTitle={title} /></div>}
        {actions.length > 1 && (
          <ul className="govuk-summary-card__actions">
            {actions.map((action, index) => <li key={index} className="govuk-summary-card__action"><Action action={action} cardTitle={title} /></li>)}
          </ul>
        )}
      </div>
      <div className="govuk-summary-card__content">{children}</div>
    </div>
  );
}

function Action({ action: { hiddenText, className, children, ...rest }, cardTitle }: { action: SummaryAction; cardTitle: ReactNode }): ReactElement {
  return (
    <Link className={classNames('govuk-link', className)} {...rest}>
      {children}
      {(hiddenText !== undefined || cardTitle !== undefined) && (
        <span className="govuk-visually-hidden">
          {hiddenText !== undefined && ` ${hiddenText}`}
          {cardTitle !== undefined && <>{' ('}{cardTitle})</>}
        </span>
      )}
    </Link>
  );
}
