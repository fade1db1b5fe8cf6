import { ServiceNavigation as Script } from 'govuk-frontend';
import type { ComponentPropsWithoutRef, ReactElement, ReactNode } from 'react';
import { useRef } from 'react';
import { classNames } from './class-names.js';
import type { LinkProps } from './link.js';
import { Link } from './link.js';
import { useGovuk } from './use-govuk.js';

/** `current` is this very page, `active` the part of the service which it is in. Without `href` it is text. */
export type ServiceNavigationItem = LinkProps & { current?: boolean | undefined; active?: boolean | undefined };

export type ServiceNavigationProps = Omit<ComponentPropsWithoutRef<'section'>, 'children'> & {
  serviceName?: ReactNode;
  serviceHref?: string | undefined;
  items?: readonly ServiceNavigationItem[] | undefined;
  navigationId?: string | undefined;
  /** On the button that opens the list on a narrow screen. */
  menuText: string;
  /** Name of the list as a landmark; the menu's words if not given. */
  navigationLabel?: string | undefined;
  inverse?: boolean | undefined;
  /** Stands after the navigation (the languages), in line with it if `endInline`. A section with a name or an end needs an `aria-label`. */
  end?: ReactNode;
  endInline?: boolean | undefined;
};

export function ServiceNavigation(props: ServiceNavigationProps): ReactElement {
  const { serviceName, serviceHref, items = [], navigationId = 'navigation', menuText, navigationLabel = menuText, inverse = false, end, endInline = false, className, 'aria-label': label, ...rest } = props;
  const root = useRef<HTMLDivElement>(null);
  useGovuk(root, Script);
  const Root = (serviceName !== undefined || end !== undefined ? 'section' : 'div') as 'div';
  return (
    <Root
      ref={root} className={classNames('govuk-service-navigation', inverse && 'govuk-service-navigation--inverse', className)} data-module="govuk-service-navigation"
      aria-label={Root === 'div' ? undefined : label} {...rest}
    >
      <div className={classNames('govuk-width-container', endInline && 'govuk-service-navigation__inlining-container')}>
        <div className="govuk-service-navigation__container">
          {serviceName !== undefined && <ServiceName href={serviceHref}>{serviceName}</ServiceName>}
          {items.length > 0 && <Navigation id={navigationId} items={items} menuText={menuText} label={navigationLabel} />}
        </div>
        {end}
      </div>
    </Root>
  );
}

function ServiceName({ href, children }: { href: string | undefined; children: ReactNode }): ReactElement {
  return (
    <span className="govuk-service-navigation__service-name">
      {href === undefined ? <span className="govuk-service-navigation__text">{children}</span> : <Link href={href} className="govuk-service-navigation__link">{children}</Link>}
    </span>
  );
}

function Navigation({ id, items, menuText, label }: { id: string; items: readonly ServiceNavigationItem[]; menuText: string; label: string }): ReactElement {
  return (
    <nav aria-label={label} className="govuk-service-navigation__wrapper">
      {items.length > 1 && (
        <button type="button" className="govuk-service-navigation__toggle govuk-js-service-navigation-toggle" aria-controls={id} hidden aria-hidden="true">{menuText}</button>
      )}
      <ul className="govuk-service-navigation__list" id={id}>
        {items.map((item, index) => <Item key={item.href ?? index} item={item} />)}
      </ul>
    </nav>
  );
}

function Item({ item: { current = false, active = current, className, children, href, ...rest } }: { item: ServiceNavigationItem }): ReactElement {
  const here = active ? { 'aria-current': current ? 'page' : 'true' } as const : {};
  // Strong as well, for who has switched colours off.
  const words = active ? <strong className="govuk-service-navigation__active-fallback">{children}</strong> : children;
  return (
    <li className={classNames('govuk-service-navigation__item', active && 'govuk-service-navigation__item--active')}>
      {href === undefined
        ? <span className="govuk-service-navigation__text" {...here}>{words}</span>
        : <Link className={classNames('govuk-service-navigation__link', className)} href={href} {...here} {...rest}>{words}</Link>}
    </li>
  );
}
