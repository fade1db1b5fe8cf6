import type { ComponentPropsWithoutRef, MouseEvent, ReactElement } from 'react';
import { useLayoutEffect, useRef } from 'react';
import type { ButtonLook } from './button-look.js';
import { buttonClasses, StartIcon } from './button-look.js';

export type ButtonProps = ComponentPropsWithoutRef<'button'> & ButtonLook & {
  /** A second press within a second does nothing: it neither submits nor calls `onClick`. */
  preventDoubleClick?: boolean | undefined;
};

const pauseMs = 1000;

export function Button({ variant, start, preventDoubleClick, className, type = 'submit', disabled, autoFocus, onClick, children, ...rest }: ButtonProps): ReactElement {
  const pressedAt = useRef<number | null>(null);
  const itself = useRef<HTMLButtonElement>(null);
  // The attribute works once for each document, as it is loaded; a button comes and goes in it.
  useLayoutEffect(() => { if (autoFocus === true) itself.current?.focus(); }, [autoFocus]);
  const press = (event: MouseEvent<HTMLButtonElement>): void => {
    const before = pressedAt.current;
    if (preventDoubleClick === true && before !== null && event.timeStamp - before < pauseMs) {
      event.preventDefault();
      return;
    }
    pressedAt.current = event.timeStamp;
    onClick?.(event);
  };
  return (
    <button
      ref={itself} type={type} className={buttonClasses({ variant, start }, className)} data-module="govuk-button"
      data-prevent-double-click={preventDoubleClick} {...(disabled === true ? { disabled, 'aria-disabled': true } : {})} onClick={press} {...rest}
    >
      {children}
      {start === true && <StartIcon />}
    </button>
  );
}
