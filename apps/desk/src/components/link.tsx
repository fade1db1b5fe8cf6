import type { ComponentPropsWithoutRef, ComponentType, ReactElement } from 'react';
import { createContext, createElement, useContext } from 'react';

export type LinkProps = ComponentPropsWithoutRef<'a'>;

/** What an internal link is made of. A plain link loads the page anew and so locks the desk: the shell puts the router's link here. */
export const LinkContext = createContext<ComponentType<LinkProps> | 'a'>('a');

export function Link(props: LinkProps): ReactElement {
  return createElement(useContext(LinkContext), props);
}
