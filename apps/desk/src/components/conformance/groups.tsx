import type { Choice, Divider } from '../choice.js';
import type { CheckboxChoice } from '../checkboxes.js';
import { Checkboxes } from '../checkboxes.js';
import type { DatePart } from '../date-input.js';
import { DateInput } from '../date-input.js';
import type { GroupProps } from '../form-group.js';
import { Radios } from '../radios.js';
import type { Comparison, Options } from './govuk-fixtures.js';
import { content, given, native, sizeOf } from './govuk-fixtures.js';

function group({ fieldset, hint, errorMessage, formGroup, describedBy }: Options): GroupProps & { 'aria-describedby'?: string } {
  const outer = fieldset?.describedBy ?? describedBy;
  return {
    legend: content(fieldset?.legend), legendSize: sizeOf(fieldset?.legend?.classes), pageHeading: fieldset?.legend?.isPageHeading,
    hint: content(hint), error: content(errorMessage), errorPrefix: 'Error', groupClassName: formGroup?.classes, ...(outer !== undefined && { 'aria-describedby': outer }),
  };
}

/** A gap in the list still counts in the numbers of the ids. */
const numbered = (prefix: string, { id }: Options, index: number): string => id ?? (index === 0 ? prefix : `${prefix}-${index + 1}`);

function choice(item: Options, prefix: string, index: number): CheckboxChoice | Divider {
  if (typeof item['divider'] === 'string') return { divider: item['divider'] };
  return {
    ...item.attributes, id: numbered(prefix, item, index), ...(item.name !== undefined && { name: item.name }), value: String(item.value), label: content(item), hint: content(item.hint),
    conditional: content(item.conditional), disabled: item.disabled, ...(item['behaviour'] === 'exclusive' && { exclusive: true }),
  };
}

function choices<Item extends Choice | CheckboxChoice>({ items, idPrefix, name = '' }: Options): (Item | Divider)[] {
  return given((items ?? []).map((item, index) => (item ? choice(item, idPrefix ?? name, index) : null))) as (Item | Divider)[];
}

function chosen({ items, value, values }: Options): string[] {
  const from = values === undefined ? [value] : values as unknown[];
  return given(items).filter((item) => item.checked === true || (item.checked !== false && item.value !== undefined && from.includes(item.value))).map((item) => String(item.value));
}

function own(options: Options): { name: string; className?: string } {
  const { id: _, defaultValue: __, 'aria-describedby': ___, ...rest } = native(options);
  return { ...rest, name: options.name ?? '' };
}

const english = { day: 'Day', month: 'Month', year: 'Year' } as const;
const partNames = ['day', 'month', 'year'] as const;

function dateInput(options: Options): React.ReactElement {
  const { id = '', namePrefix, values } = options;
  const listed = given(options.items);
  const parts = partNames.flatMap((name): [DatePart, Options][] => {
    const part = listed.length > 0 ? listed.find((item) => item.name === name) : options[name] ?? {};
    return part ? [[name, part as Options]] : [];
  });
  const red = ({ classes, error }: Options): boolean => error === true || classes?.includes('govuk-input--error') === true;
  const errorParts = parts.some(([, part]) => red(part)) || parts.some(([, part]) => part['error'] === false)
    ? parts.filter(([, part]) => red(part) || (part['error'] === undefined && !parts.some(([, each]) => red(each)))).map(([name]) => name)
    : undefined;
  const labels = Object.fromEntries(parts.map(([name, part]) => [name, (part['label'] as unknown as string | undefined) ?? english[name]]));
  const value = (name: DatePart, part: Options): unknown => part.value ?? (values as Options | undefined)?.[typeof namePrefix === 'string' ? `${namePrefix}-${name}` : name];
  const defaultValues = Object.fromEntries(parts.flatMap(([name, part]) => (value(name, part) === undefined ? [] : [[name, String(value(name, part))]])));
  const { name: _, ...rest } = own(options);
  return (
    <DateInput
      {...rest} {...group(options)} id={id} namePrefix={namePrefix as string | undefined} labels={labels} defaultValues={defaultValues} errorParts={errorParts}
      birthday={parts.some(([, part]) => part['autocomplete'] !== undefined)}
    />
  );
}

const notOffered = { 'classes and attributes of fieldset or label are not offered': ['label with classes', 'label with attributes', 'fieldset params'] };

/** Components with several controls. */
export const groups: readonly Comparison[] = [
  {
    component: 'radios',
    render: (o) => <Radios {...own(o)} {...group(o)} idPrefix={o.idPrefix} items={choices<Choice>(o)} defaultValue={chosen(o)[0]} />,
    leftOut: notOffered,
  },
  {
    component: 'checkboxes',
    render: (o) => <Checkboxes {...own(o)} {...group(o)} idPrefix={o.idPrefix} items={choices<CheckboxChoice>(o)} defaultValues={chosen(o)} />,
    leftOut: { 'classes and attributes of fieldset or label are not offered': ['with label classes', 'label with attributes', 'fieldset params'] },
  },
  {
    component: 'date-input',
    render: dateInput,
    leftOut: {
      'a part has the name and id that follow from its date': [
        'with values, name prefix and custom names', 'with nested name', 'with id on items', 'with item value', 'with field value and items', 'with field value and item value', 'with field value, item value and values',
      ],
      'a part has no pattern, keyboard, class or attribute of its own': ['custom pattern', 'custom inputmode', 'items with classes', 'with input attributes'],
    },
  },
];
