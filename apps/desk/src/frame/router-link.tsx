import type { ReactElement } from 'react';
import { Link as Routed } from 'react-router';
import type { LinkProps } from '../components/link.js';

/** Pages that the hub serves as they are, without script. */
const STATIC = /^\/(?:sign-in|signed-out|help|accessibility|privacy|status|v1|desk)(?:[/?#]|$)/u;

/** A link within the desk changes the page and keeps the keys; every other is the browser's own. */
export function RouterLink({ href = '', ...rest }: LinkProps): ReactElement {
  const isWithin = href.startsWith('/') && !href.startsWith('//') && !STATIC.test(href) && rest.target === undefined && rest.download === undefined;
  return isWithin ? <Routed to={href} {...rest} /> : <a href={href} {...rest} />;
}
