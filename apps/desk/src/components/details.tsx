import type { ComponentPropsWithoutRef, ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.js';

export function Details({ summary, className, children, ...rest }: ComponentPropsWithoutRef<'details'> & { summary: ReactNode }): ReactElement {
  return (
    <details className={classNames('govuk-details', className)} {...rest}>
      <summary className="govuk-details__summary"><span className="govuk-details__summary-text">{summary}</span></summary>
      <div className="govuk-details__text">{children}</div>
    </details>
  );
}
