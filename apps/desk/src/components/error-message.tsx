import type { ComponentPropsWithoutRef, ReactElement } from 'react';
import { createContext, useContext } from 'react';
import { classNames } from './class-names.js';

/** The word that a screen reader says before each error ("Error", "Gwall"), where a field is not told its own. */
export const ErrorPrefixContext = createContext('');

export type ErrorMessageProps = ComponentPropsWithoutRef<'p'> & { errorPrefix?: string | undefined };

/** An empty `errorPrefix` leaves the hidden word out. */
export function ErrorMessage({ errorPrefix, className, children, ...rest }: ErrorMessageProps): ReactElement {
  const usual = useContext(ErrorPrefixContext);
  const prefix = errorPrefix ?? usual;
  return (
    <p className={classNames('govuk-error-message', className)} {...rest}>
      {prefix !== '' && <><span className="govuk-visually-hidden">{prefix}:</span>{' '}</>}
      {children}
    </p>
  );
}
