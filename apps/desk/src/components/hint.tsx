import type { ComponentPropsWithoutRef, ReactElement } from 'react';
import { classNames } from './class-names.js';

export function Hint({ className, ...rest }: ComponentPropsWithoutRef<'div'>): ReactElement {
  return <div className={classNames('govuk-hint', className)} {...rest} />;
}
