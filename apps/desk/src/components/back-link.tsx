import type { ReactElement } from 'react';
import { classNames } from './class-names.js';
import type { LinkProps } from './link.js';
import { Link } from './link.js';

export function BackLink({ inverse = false, className, ...rest }: LinkProps & { inverse?: boolean }): ReactElement {
  return <Link className={classNames('govuk-back-link', inverse && 'govuk-back-link--inverse', className)} {...rest} />;
}
