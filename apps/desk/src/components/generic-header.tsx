import type { ComponentPropsWithoutRef, ReactElement } from 'react';
import { classNames } from './class-names.js';
import { Link } from './link.js';

/** The header of a service that is not on GOV.UK: no crown. Its children are the logo or the name, which lead to `href`. */
export function GenericHeader({ href = '/', containerClassName = 'govuk-width-container', className, children, ...rest }: ComponentPropsWithoutRef<'div'> & { href?: string; containerClassName?: string }): ReactElement {
  return (
    <div className={classNames('govuk-generic-header', className)} {...rest}>
      <div className={classNames('govuk-generic-header__container', containerClassName)}>
        <div className="govuk-generic-header__logo">
          <Link href={href} className="govuk-generic-header__homepage-link">{children}</Link>
        </div>
      </div>
    </div>
  );
}
