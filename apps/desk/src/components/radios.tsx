import type { ComponentPropsWithoutRef, ReactElement } from 'react';
import type { Choice, Divider } from './choice.js';
import { choiceId, ChoiceItem } from './choice.js';
import { classNames } from './class-names.js';
import type { GroupProps } from './form-group.js';
import { FieldsetGroup, splitGroup } from './form-group.js';
import { useChosen } from './use-chosen.js';

export type RadiosProps = GroupProps & Omit<ComponentPropsWithoutRef<'div'>, 'id' | 'onChange' | 'defaultValue' | 'children'> & {
  name: string;
  /** The id of the first radio, from which the others, hint and error have theirs; the name if not given. */
  idPrefix?: string | undefined;
  items: readonly (Choice | Divider)[];
  value?: string | undefined;
  defaultValue?: string | undefined;
  onChange?: ((value: string) => void) | undefined;
  inline?: boolean | undefined;
  small?: boolean | undefined;
};

export function Radios(props: RadiosProps): ReactElement {
  const { field, rest: { name, idPrefix = name, items, value, defaultValue = '', onChange, inline, small, className, 'aria-describedby': outer, ...rest } } = splitGroup(props);
  const [chosen, choose] = useChosen(value, defaultValue, onChange);
  return (
    <FieldsetGroup field={field} id={idPrefix} describedBy={outer}>
      {() => (
        <div className={classNames('govuk-radios', inline && 'govuk-radios--inline', small && 'govuk-radios--small', className)} data-module="govuk-radios" {...rest}>
          {items.map((item, index) => {
            if ('divider' in item) return <div key={index} className="govuk-radios__divider">{item.divider}</div>;
            return (
              <ChoiceItem
                key={item.value} kind="radio" item={item} id={item.id ?? choiceId(idPrefix, index)} name={name}
                checked={item.value === chosen} onChange={() => { choose(item.value); }}
              />
            );
          })}
        </div>
      )}
    </FieldsetGroup>
  );
}
