import type { ComponentPropsWithoutRef, ReactElement } from 'react';
import { classNames } from './class-names.js';
import type { TextSize } from './heading.js';

export type LabelProps = ComponentPropsWithoutRef<'label'> & { size?: TextSize | undefined; pageHeading?: boolean | undefined };

/** `pageHeading` makes it the page's `h1` as well. */
export function Label({ size, pageHeading = false, className, ...rest }: LabelProps): ReactElement {
  const label = <label className={classNames('govuk-label', size && `govuk-label--${size}`, className)} {...rest} />;
  return pageHeading ? <h1 className="govuk-label-wrapper">{label}</h1> : label;
}
