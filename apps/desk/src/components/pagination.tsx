import type { ComponentPropsWithoutRef, ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.js';
import type { LinkProps } from './link.js';
import { Link } from './link.js';

/** Its children are the words ("Previous", with " page" visually hidden); `detail` says what stands there. */
export type PaginationStep = LinkProps & { detail?: ReactNode };
/** Its children are the number, its `aria-label` the number and what it is: "Page 3". */
export type PaginationItem = { ellipsis: true } | (LinkProps & { 'aria-label': string; current?: boolean | undefined });

export type PaginationProps = Omit<ComponentPropsWithoutRef<'nav'>, 'children'> & {
  'aria-label': string;
  previous?: PaginationStep | undefined;
  next?: PaginationStep | undefined;
  items?: readonly PaginationItem[] | undefined;
};

export function Pagination({ previous, next, items, className, ...rest }: PaginationProps): ReactElement {
  const block = items === undefined;
  return (
    <nav className={classNames('govuk-pagination', block && 'govuk-pagination--block', className)} {...rest}>
      {previous && <Step rel="prev" step={previous} block={block} />}
      {items && <ul className="govuk-pagination__list">{items.map((item, index) => <Item key={index} item={item} />)}</ul>}
      {next && <Step rel="next" step={next} block={block} />}
    </nav>
  );
}

function Step({ rel, step: { detail, className, children, ...rest }, block }: { rel: 'prev' | 'next'; step: PaginationStep; block: boolean }): ReactElement {
  const detailed = detail !== undefined;
  return (
    <div className={`govuk-pagination__${rel}`}>
      <Link className={classNames('govuk-link govuk-pagination__link', className)} rel={rel} {...rest}>
        {(block || rel === 'prev') && <Arrow rel={rel} />}{' '}
        <span className={classNames('govuk-pagination__link-title', block && !detailed && 'govuk-pagination__link-title--decorated')}>{children}</span>{' '}
        {detailed && block && <><span className="govuk-visually-hidden">:</span>{' '}<span className="govuk-pagination__link-label">{detail}</span></>}
        {!block && rel === 'next' && <Arrow rel={rel} />}
      </Link>
    </div>
  );
}

function Item({ item }: { item: PaginationItem }): ReactElement {
  if ('ellipsis' in item) return <li className="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>;
  const { current = false, className, ...rest } = item;
  return (
    <li className={classNames('govuk-pagination__item', current && 'govuk-pagination__item--current')}>
      <Link className={classNames('govuk-link govuk-pagination__link', className)} aria-current={current ? 'page' : undefined} {...rest} />
    </li>
  );
}

const arrows = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
};

function Arrow({ rel }: { rel: 'prev' | 'next' }): ReactElement {
  return (
    <svg className={`govuk-pagination__icon govuk-pagination__icon--${rel}`} xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13">
      <path d={arrows[rel]} />
    </svg>
  );
}
