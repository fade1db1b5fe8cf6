import type { ComponentPropsWithoutRef, ReactElement } from 'react';
import { classNames } from './class-names.js';
import type { GroupProps } from './form-group.js';
import { FieldsetGroup, isWrong, splitGroup } from './form-group.js';
import { Label } from './label.js';
import { useChosen } from './use-chosen.js';

export type DatePart = 'day' | 'month' | 'year';
/** As typed: what it means is for libs/domain or the form to say. */
export type DateValues = Partial<Record<DatePart, string>>;

export type DateInputProps = GroupProps & Omit<ComponentPropsWithoutRef<'div'>, 'id' | 'onChange' | 'defaultValue' | 'children'> & {
  /** The controls are `<id>-day`, `<id>-month` and `<id>-year`. */
  id: string;
  namePrefix?: string | undefined;
  /** A part without a label is not asked for. */
  labels: Partial<Record<DatePart, string>>;
  values?: DateValues | undefined;
  defaultValues?: DateValues | undefined;
  onChange?: ((values: DateValues) => void) | undefined;
  /** Which parts are wrong; all, if there is an error and this is not given. */
  errorParts?: readonly DatePart[] | undefined;
  /** The date is the user's own birthday. */
  birthday?: boolean | undefined;
  disabled?: boolean | undefined;
};

const parts = ['day', 'month', 'year'] as const;

export function DateInput(props: DateInputProps): ReactElement {
  const { field, rest: { id, namePrefix, labels, values, defaultValues = {}, onChange, errorParts, birthday, disabled, className, 'aria-describedby': outer, ...rest } } = splitGroup(props);
  const [typed, setTyped] = useChosen(values, defaultValues, onChange);
  const wrong = errorParts ?? (isWrong(field) ? parts : []);
  const part = (name: DatePart): PartProps => ({
    id: `${id}-${name}`, name: namePrefix === undefined ? name : `${namePrefix}-${name}`, disabled, autoComplete: birthday === true ? `bday-${name}` : undefined,
    label: labels[name], wide: name === 'year', wrong: wrong.includes(name), value: typed[name], onType: (text) => { setTyped({ ...typed, [name]: text }); },
  });
  return (
    <FieldsetGroup field={field} id={id} role="group" describedBy={outer}>
      {() => (
        <div className={classNames('govuk-date-input', className)} id={id} {...rest}>
          {parts.filter((name) => labels[name] !== undefined).map((name) => <Part key={name} {...part(name)} />)}
        </div>
      )}
    </FieldsetGroup>
  );
}

interface PartProps {
  id: string;
  name: string;
  label: string | undefined;
  wide: boolean;
  wrong: boolean;
  value: string | undefined;
  disabled: boolean | undefined;
  autoComplete: string | undefined;
  onType: (text: string) => void;
}

function Part({ id, label, wide, wrong, value = '', onType, ...rest }: PartProps): ReactElement {
  return (
    <div className="govuk-date-input__item">
      <div className="govuk-form-group">
        <Label htmlFor={id} className="govuk-date-input__label">{label}</Label>
        <input
          className={classNames('govuk-input govuk-date-input__input', wrong && 'govuk-input--error', wide ? 'govuk-input--width-4' : 'govuk-input--width-2')}
          id={id} type="text" inputMode="numeric" value={value} onChange={(event) => { onType(event.currentTarget.value); }} {...rest}
        />
      </div>
    </div>
  );
}
