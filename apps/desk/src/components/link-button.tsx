import type { KeyboardEvent, ReactElement } from 'react';
import type { ButtonLook } from './button-look.js';
import { buttonClasses, StartIcon } from './button-look.js';
import type { LinkProps } from './link.js';
import { Link } from './link.js';

/** Goes somewhere and looks like a button; the space bar presses it too. */
export function LinkButton({ variant, start, className, children, ...rest }: LinkProps & ButtonLook): ReactElement {
  const press = (event: KeyboardEvent<HTMLAnchorElement>): void => {
    if (event.key !== ' ') return;
    event.preventDefault();
    event.currentTarget.click();
  };
  return (
    <Link role="button" draggable={false} className={buttonClasses({ variant, start }, className)} data-module="govuk-button" onKeyDown={press} {...rest}>
      {children}
      {start === true && <StartIcon />}
    </Link>
  );
}
