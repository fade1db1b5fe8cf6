import type { ReactElement } from 'react';
import { classNames } from './class-names.js';

export interface ButtonLook {
  variant?: 'secondary' | 'warning' | 'inverse' | undefined;
  /** Begins a service: larger, with an arrow. */
  start?: boolean | undefined;
}

export function buttonClasses({ variant, start }: ButtonLook, className: string | undefined): string | undefined {
  return classNames('govuk-button', variant && `govuk-button--${variant}`, className, start && 'govuk-button--start');
}

export function StartIcon(): ReactElement {
  return (
    <svg className="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" height="19" viewBox="0 0 33 40" aria-hidden="true" focusable="false">
      <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
    </svg>
  );
}
