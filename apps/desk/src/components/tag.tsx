import type { ComponentPropsWithoutRef, ReactElement } from 'react';
import { classNames } from './class-names.js';

export type TagColour = 'grey' | 'green' | 'teal' | 'purple' | 'magenta' | 'red' | 'orange' | 'yellow';

export function Tag({ colour, className, ...rest }: ComponentPropsWithoutRef<'strong'> & { colour?: TagColour | undefined }): ReactElement {
  return <strong className={classNames('govuk-tag', colour && `govuk-tag--${colour}`, className)} {...rest} />;
}
