import type { ChangeEvent, ComponentPropsWithoutRef, ReactElement, ReactNode } from 'react';
import { classNames, describedBy } from './class-names.js';
import { isPresent } from './form-group.js';
import { Hint } from './hint.js';
import { Label } from './label.js';
import { useInBrowser } from './use-in-browser.js';

export interface Choice extends Omit<ComponentPropsWithoutRef<'input'>, 'type' | 'value' | 'checked' | 'defaultChecked' | 'onChange'> {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Shown while this is chosen; what was typed there is kept while it is not. */
  conditional?: ReactNode;
}

/** A word between two choices ("or"). */
export interface Divider {
  divider: ReactNode;
}

/** The first choice has the group's own id, so that an error summary can lead to it; the others have their number after it. */
export const choiceId = (group: string, index: number): string => (index === 0 ? group : `${group}-${index + 1}`);

interface ChoiceItemProps {
  kind: 'radio' | 'checkbox';
  item: Choice;
  id: string;
  name: string;
  checked: boolean;
  onChange: (event: ChangeEvent<HTMLInputElement>) => void;
  describing?: string | undefined;
}

/** One radio or checkbox, with what it reveals. */
export function ChoiceItem({ kind, item, id, name, checked, onChange, describing }: ChoiceItemProps): ReactElement {
  const { label, hint, conditional, className, id: _id, name: _name, ...rest } = item;
  const block = kind === 'radio' ? 'govuk-radios' : 'govuk-checkboxes';
  const hintId = `${id}-item-hint`;
  const reveals = isPresent(conditional);
  const controls = useControls(`conditional-${id}`, kind === 'checkbox' ? checked : undefined);
  return (
    <>
      <div className={`${block}__item`}>
        <input
          className={classNames(`${block}__input`, className)} id={id} name={name} type={kind} checked={checked} onChange={onChange}
          aria-describedby={describedBy(describing, isPresent(hint) && hintId)} {...(reveals ? controls : {})} {...rest}
        />
        <Label htmlFor={id} className={`${block}__label`}>{label}</Label>
        {isPresent(hint) && <Hint id={hintId} className={`${block}__hint`}>{hint}</Hint>}
      </div>
      {reveals && <div className={classNames(`${block}__conditional`, !checked && `${block}__conditional--hidden`)} id={`conditional-${id}`}>{conditional}</div>}
    </>
  );
}

/**
 * In a page a choice says what it reveals and a checkbox whether that is open; mark-up alone only says where it is. GOV.UK's script
 * says it of radios, too, but ARIA knows no radio that is expanded.
 */
function useControls(revealed: string, open: boolean | undefined): Record<string, string | boolean | undefined> {
  return useInBrowser() ? { 'aria-controls': revealed, 'aria-expanded': open } : { 'data-aria-controls': revealed };
}
