import type { ComponentPropsWithoutRef, ReactElement } from 'react';
import { classNames } from './class-names.js';

export function InsetText({ className, ...rest }: ComponentPropsWithoutRef<'div'>): ReactElement {
  return <div className={classNames('govuk-inset-text', className)} {...rest} />;
}
