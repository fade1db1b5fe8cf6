import type { ComponentPropsWithoutRef, ReactElement } from 'react';

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;
export type TextSize = 's' | 'm' | 'l' | 'xl';

/** A heading of the given level: which one is right depends on the page. */
export function Heading({ level, ...rest }: ComponentPropsWithoutRef<'h1'> & { level: HeadingLevel }): ReactElement {
  const Tag = `h${level}` as const;
  return <Tag {...rest} />;
}
