import type { ComponentPropsWithoutRef, ReactElement } from 'react';
import type { Choice, Divider } from './choice.js';
import { choiceId, ChoiceItem } from './choice.js';
import { classNames } from './class-names.js';
import type { GroupProps } from './form-group.js';
import { FieldsetGroup, splitGroup } from './form-group.js';
import { useChosen } from './use-chosen.js';

/** `exclusive` unticks all the others ("None of these"). */
export type CheckboxChoice = Choice & { exclusive?: boolean | undefined };

export type CheckboxesProps = GroupProps & Omit<ComponentPropsWithoutRef<'div'>, 'id' | 'onChange' | 'defaultValue' | 'children'> & {
  name: string;
  /** The id of the first checkbox, from which the others, hint and error have theirs; the name if not given. */
  idPrefix?: string | undefined;
  items: readonly (CheckboxChoice | Divider)[];
  values?: readonly string[] | undefined;
  defaultValues?: readonly string[] | undefined;
  onChange?: ((values: readonly string[]) => void) | undefined;
  small?: boolean | undefined;
};

export function Checkboxes(props: CheckboxesProps): ReactElement {
  const { field, rest: { name, idPrefix = name, items, values, defaultValues = [], onChange, small, className, 'aria-describedby': outer, ...rest } } = splitGroup(props);
  const [ticked, setTicked] = useChosen(values, defaultValues, onChange);
  const choices = items.filter((item): item is CheckboxChoice => !('divider' in item));
  return (
    <FieldsetGroup field={field} id={idPrefix} describedBy={outer}>
      {(describing) => (
        <div className={classNames('govuk-checkboxes', small && 'govuk-checkboxes--small', className)} data-module="govuk-checkboxes" {...rest}>
          {items.map((item, index) => {
            if ('divider' in item) return <div key={index} className="govuk-checkboxes__divider">{item.divider}</div>;
            const { exclusive, ...choice } = item;
            return (
              <ChoiceItem
                key={index} kind="checkbox" item={exclusive === true ? { ...choice, ...{ 'data-behaviour': 'exclusive' } } : choice} id={item.id ?? choiceId(idPrefix, index)} name={item.name ?? name}
                describing={describing} checked={ticked.includes(item.value)} onChange={(event) => { setTicked(tick(choices, ticked, item, event.currentTarget.checked)); }}
              />
            );
          })}
        </div>
      )}
    </FieldsetGroup>
  );
}

/** What is ticked once `item` is ticked or unticked, in the order of the choices. */
function tick(choices: readonly CheckboxChoice[], ticked: readonly string[], item: CheckboxChoice, on: boolean): string[] {
  const stays = (other: CheckboxChoice): boolean => ticked.includes(other.value) && !(on && (item.exclusive === true || other.exclusive === true));
  return choices.filter((other) => (other.value === item.value ? on : stays(other))).map(({ value }) => value);
}
