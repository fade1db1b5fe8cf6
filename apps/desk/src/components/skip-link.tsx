import type { ComponentPropsWithoutRef, MouseEvent, ReactElement } from 'react';
import { classNames } from './class-names.js';
import { takeFocus } from './take-focus.js';

const focused = 'govuk-skip-link-focused-element';

/** `target` is the id of what is skipped to. Address and history stay as they are. */
export function SkipLink({ target, className, ...rest }: Omit<ComponentPropsWithoutRef<'a'>, 'href'> & { target: string }): ReactElement {
  const skip = (event: MouseEvent): void => {
    const node = document.getElementById(target);
    if (node === null) return;
    event.preventDefault();
    node.classList.add(focused);
    takeFocus(node, { onLeave: () => { node.classList.remove(focused); } });
  };
  return <a href={`#${target}`} className={classNames('govuk-skip-link', className)} data-module="govuk-skip-link" onClick={skip} {...rest} />;
}
