import type { ComponentPropsWithoutRef, ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.js';
import type { TextSize } from './heading.js';

export type FieldsetProps = ComponentPropsWithoutRef<'fieldset'> & {
  legend: ReactNode;
  legendSize?: TextSize | undefined;
  legendClassName?: string | undefined;
  /** The legend is the page's `h1` as well. */
  pageHeading?: boolean | undefined;
};

export function Fieldset({ legend, legendSize, legendClassName, pageHeading = false, className, children, ...rest }: FieldsetProps): ReactElement {
  return (
    <fieldset className={classNames('govuk-fieldset', className)} {...rest}>
      <legend className={classNames('govuk-fieldset__legend', legendSize && `govuk-fieldset__legend--${legendSize}`, legendClassName)}>
        {pageHeading ? <h1 className="govuk-fieldset__heading">{legend}</h1> : legend}
      </legend>
      {children}
    </fieldset>
  );
}
