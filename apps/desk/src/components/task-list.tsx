import type { ComponentPropsWithoutRef, ReactElement, ReactNode } from 'react';
import { classNames, describedBy } from './class-names.js';
import { Link } from './link.js';

export interface Task {
  title: ReactNode;
  /** Without it the task cannot be entered yet. */
  href?: string | undefined;
  hint?: ReactNode;
  /** Words, or a `Tag`. */
  status: ReactNode;
  cannotStartYet?: boolean | undefined;
}

export type TaskListProps = Omit<ComponentPropsWithoutRef<'ul'>, 'children'> & { idPrefix: string; items: readonly Task[] };

export function TaskList({ idPrefix, items, className, ...rest }: TaskListProps): ReactElement {
  return (
    <ul className={classNames('govuk-task-list', className)} {...rest}>
      {items.map((task, index) => <Item key={index} id={`${idPrefix}-${index + 1}`} {...task} />)}
    </ul>
  );
}

function Item({ id, title, href, hint, status, cannotStartYet = false }: Task & { id: string }): ReactElement {
  const hintId = hint === undefined ? undefined : `${id}-hint`;
  const statusId = `${id}-status`;
  return (
    <li className={classNames('govuk-task-list__item', href !== undefined && 'govuk-task-list__item--with-link')}>
      <div className="govuk-task-list__name-and-hint">
        {href === undefined
          ? <div>{title}</div>
          : <Link className="govuk-link govuk-task-list__link" href={href} aria-describedby={describedBy(hintId, statusId)}>{title}</Link>}
        {hintId && <div id={hintId} className="govuk-task-list__hint">{hint}</div>}
      </div>
      <div className={classNames('govuk-task-list__status', cannotStartYet && 'govuk-task-list__status--cannot-start-yet')} id={statusId}>{status}</div>
    </li>
  );
}
