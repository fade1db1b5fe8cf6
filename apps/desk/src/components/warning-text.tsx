import type { ComponentPropsWithoutRef, ReactElement } from 'react';
import { classNames } from './class-names.js';

/** `prefix` is what the exclamation mark means ("Warning"), for who does not see it. */
export function WarningText({ prefix, className, children, ...rest }: Omit<ComponentPropsWithoutRef<'div'>, 'prefix'> & { prefix: string }): ReactElement {
  return (
    <div className={classNames('govuk-warning-text', className)} {...rest}>
      <span className="govuk-warning-text__icon" aria-hidden="true">!</span>{' '}
      <strong className="govuk-warning-text__text"><span className="govuk-visually-hidden">{prefix}</span>{' '}{children}</strong>
    </div>
  );
}
