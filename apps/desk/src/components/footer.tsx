import type { ComponentPropsWithoutRef, ReactElement } from 'react';
import { classNames } from './class-names.js';
import type { LinkProps } from './link.js';
import { Link } from './link.js';

export type FooterProps = ComponentPropsWithoutRef<'div'> & {
  /** Heading of the links, for who does not see them: "Support links". */
  hiddenTitle?: string | undefined;
  items?: readonly LinkProps[];
  containerClassName?: string | undefined;
};

/** No crown, no Crown copyright and no open licence: none of them is ours to claim. Children stand under the links. */
export function Footer({ hiddenTitle, items = [], containerClassName, className, children, ...rest }: FooterProps): ReactElement {
  return (
    <div className={classNames('govuk-footer', className)} {...rest}>
      <div className={classNames('govuk-width-container', containerClassName)}>
        <div className="govuk-footer__meta">
          <div className="govuk-footer__meta-item govuk-footer__meta-item--grow">
            {hiddenTitle !== undefined && <h2 className="govuk-visually-hidden">{hiddenTitle}</h2>}
            {items.length > 0 && (
              <ul className="govuk-footer__inline-list">
                {items.map((item, index) => <li key={index} className="govuk-footer__inline-list-item"><Link {...item} className={classNames('govuk-footer__link', item.className)} /></li>)}
              </ul>
            )}
            {children !== undefined && <div className="govuk-footer__meta-custom">{children}</div>}
          </div>
        </div>
      </div>
    </div>
  );
}
