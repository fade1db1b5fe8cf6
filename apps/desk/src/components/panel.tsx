import type { ComponentPropsWithoutRef, ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.js';
import type { HeadingLevel } from './heading.js';
import { Heading } from './heading.js';

export type PanelProps = Omit<ComponentPropsWithoutRef<'div'>, 'title'> & {
  title: ReactNode;
  headingLevel?: HeadingLevel;
  /** Interrupts instead of confirming: "Do not rely on this answer". */
  interruption?: boolean;
  /** Of an interruption: inverse buttons, and links of class `govuk-link govuk-link--inverse`. */
  actions?: ReactNode;
};

export function Panel({ title, headingLevel = 1, interruption = false, actions, className, children, ...rest }: PanelProps): ReactElement {
  return (
    <div className={classNames('govuk-panel', interruption ? 'govuk-panel--interruption' : 'govuk-panel--confirmation', className)} {...rest}>
      <Heading level={headingLevel} className="govuk-panel__title">{title}</Heading>
      {children !== undefined && <div className="govuk-panel__body">{children}</div>}
      {interruption && actions !== undefined && <div className="govuk-panel__actions"><div className="govuk-button-group">{actions}</div></div>}
    </div>
  );
}
