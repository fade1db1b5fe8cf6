import type { ComponentPropsWithoutRef, MouseEvent, ReactElement, ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { classNames } from './class-names.js';
import { takeFocus } from './take-focus.js';

export interface SummaryError {
  message: string;
  /** The id of the control that is wrong; of the first one of a group. */
  field?: string | undefined;
}

export type ErrorSummaryProps = Omit<ComponentPropsWithoutRef<'div'>, 'title'> & {
  title: ReactNode;
  errors?: readonly SummaryError[];
  autoFocus?: boolean | undefined;
};

/** Takes focus when it appears. For it to take focus again after another failed attempt, give it another `key`. Children stand above the list. */
export function ErrorSummary({ title, errors = [], autoFocus, className, children, ...rest }: ErrorSummaryProps): ReactElement {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (autoFocus !== false && root.current !== null) takeFocus(root.current);
  }, [autoFocus]);
  return (
    <div
      ref={root} className={classNames('govuk-error-summary', className)} data-module="govuk-error-summary"
      data-disable-auto-focus={autoFocus === undefined ? undefined : !autoFocus} {...rest}
    >
      <div role="alert">
        <h2 className="govuk-error-summary__title">{title}</h2>
        <div className="govuk-error-summary__body">
          {children !== undefined && <p>{children}</p>}
          {errors.length > 0 && <ul className="govuk-list govuk-error-summary__list">{errors.map((error, index) => <li key={index}><Problem {...error} /></li>)}</ul>}
        </div>
      </div>
    </div>
  );
}

function Problem({ field, message }: SummaryError): ReactNode {
  if (field === undefined) return message;
  const go = (event: MouseEvent): void => {
    if (focusField(field)) event.preventDefault();
  };
  return <a href={`#${field}`} onClick={go}>{message}</a>;
}

/** Shows the question, then moves to its control: a control alone on top of the screen does not say what it is for. */
function focusField(id: string): boolean {
  const control = document.getElementById(id);
  if (control === null) return false;
  questionOf(control)?.scrollIntoView();
  control.focus({ preventScroll: true });
  return true;
}

function questionOf(control: HTMLElement): Element | null {
  const legend = control.closest('fieldset')?.querySelector('legend') ?? null;
  const choice = control instanceof HTMLInputElement && ['radio', 'checkbox'].includes(control.type);
  const label = 'labels' in control ? (control as HTMLInputElement).labels?.[0] ?? null : null;
  return choice ? legend ?? label : label ?? legend;
}
