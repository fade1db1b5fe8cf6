import type { ComponentPropsWithoutRef, ReactElement } from 'react';
import { classNames } from './class-names.js';

/** Its children are the language's own name. `description` says the same in the language being read: "Change the language to Welsh". */
export type LanguageItem = ComponentPropsWithoutRef<'a'> & { lang: string; current?: boolean | undefined; description?: string | undefined };

export type LanguageNavigationProps = Omit<ComponentPropsWithoutRef<'nav'>, 'children'> & { 'aria-label': string; items: readonly LanguageItem[]; inverse?: boolean | undefined };

/** Plain links: another language may load the page anew; an item's `onClick` may prevent that. */
export function LanguageNavigation({ items, inverse = false, className, ...rest }: LanguageNavigationProps): ReactElement {
  return (
    <nav className={classNames('govuk-language-navigation', inverse && 'govuk-language-navigation--inverse', className)} {...rest}>
      <ul className="govuk-language-navigation__list">
        {items.map((item) => <li key={item.lang} className="govuk-language-navigation__list-item"><Item {...item} /></li>)}
      </ul>
    </nav>
  );
}

function Item({ current, description, className, href, onClick, children, ...rest }: LanguageItem): ReactElement {
  if (current === true) return <span className={classNames('govuk-language-navigation__text', className)} aria-current="true" {...rest}>{children}</span>;
  return (
    <a className={classNames('govuk-language-navigation__link', className)} href={href} rel="alternate" hrefLang={rest.lang} onClick={onClick} {...rest}>
      {children}
      {description !== undefined && <span className="govuk-visually-hidden">{` ${description}`}</span>}
    </a>
  );
}
