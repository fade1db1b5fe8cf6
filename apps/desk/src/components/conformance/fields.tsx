import type { ComponentProps } from 'react';
import { Button } from '../button.js';
import { CharacterCount } from '../character-count.js';
import { ErrorMessage } from '../error-message.js';
import { Fieldset } from '../fieldset.js';
import { FileUpload } from '../file-upload.js';
import type { FieldProps } from '../form-group.js';
import { Hint } from '../hint.js';
import { Input } from '../input.js';
import { Label } from '../label.js';
import { LinkButton } from '../link-button.js';
import type { PasswordTexts } from '../password-input.js';
import { PasswordInput } from '../password-input.js';
import { Select } from '../select.js';
import { Textarea } from '../textarea.js';
import type { Comparison, Options } from './govuk-fixtures.js';
import { content, given, native, sizeOf } from './govuk-fixtures.js';

function field({ id, name, label, hint, errorMessage, formGroup }: Options): FieldProps & { name: string } {
  return {
    id: id ?? name ?? '', name: name ?? '', label: content(label), labelSize: sizeOf(label?.classes), pageHeading: label?.isPageHeading,
    hint: content(hint), error: content(errorMessage), errorPrefix: errorMessage?.visuallyHiddenText ?? 'Error', groupClassName: formGroup?.classes,
  };
}

const look = ({ isStartButton }: Options): object => ({ start: isStartButton });

function button(options: Options): React.ReactElement {
  const { href, value, preventDoubleClick } = options;
  const { defaultValue: _, ...rest } = native(options);
  const words = options.html && options['isStartButton'] === true ? <span>{content(options)}</span> : content(options);
  if (href !== undefined) return <LinkButton href={href} {...look(options)} {...rest}>{words}</LinkButton>;
  return <Button {...look(options)} {...rest} value={value as string} preventDoubleClick={preventDoubleClick as boolean}>{words}</Button>;
}

const plural = (max: unknown, type: unknown): string => `You can enter up to ${String(max)} ${type === 'words' ? 'words' : 'characters'}`;

function characterCount(options: Options): React.ReactElement {
  const { maxlength, countType, threshold, textareaDescriptionText } = options;
  const limitText = textareaDescriptionText === undefined ? plural(maxlength, countType) : (textareaDescriptionText as string).replace('%{count}', String(maxlength));
  const props = { max: maxlength as number, countType, threshold, limitText, leftText: String } as unknown as ComponentProps<typeof CharacterCount>;
  return <CharacterCount {...native(options)} {...props} {...field(options)} />;
}

const english: PasswordTexts = { show: 'Show', hide: 'Hide', showLabel: 'Show password', hideLabel: 'Hide password', shown: 'Your password is visible', hidden: 'Your password is hidden' };

function select(options: Options): React.ReactElement {
  const items = given(options.items);
  const effective = ({ value, text }: Options): unknown => value ?? text;
  const chosen = items.find((item) => item.selected === true || (item.selected !== false && effective(item) === options.value));
  const { defaultValue: _, ...rest } = native(options);
  return (
    <Select {...rest} {...(chosen && { defaultValue: String(effective(chosen)) })} {...field(options)}>
      {items.map(({ text, value, disabled, attributes }, index) => <option key={index} {...(value !== undefined && { value: String(value) })} disabled={disabled} {...attributes}>{text}</option>)}
    </Select>
  );
}

/** Components with one control, and what they are made of. */
export const fields: readonly Comparison[] = [
  { component: 'button', render: button },
  { component: 'label', render: (o) => <Label {...native(o)} htmlFor={o.for} size={sizeOf(o.classes)} className={sizeOf(o.classes) ? undefined : o.classes} pageHeading={o.isPageHeading}>{content(o)}</Label>, leftOut: { 'a label always has words': ['empty'] } },
  { component: 'hint', render: (o) => <Hint {...native(o)}>{content(o)}</Hint> },
  { component: 'error-message', render: (o) => <ErrorMessage {...native(o)} errorPrefix={o.visuallyHiddenText ?? 'Error'}>{content(o)}</ErrorMessage> },
  {
    component: 'fieldset',
    render: (o) => <Fieldset {...native(o)} role={o.role} legend={content(o.legend)} legendSize={sizeOf(o.legend?.classes)} legendClassName={sizeOf(o.legend?.classes) ? undefined : o.legend?.classes} pageHeading={o.legend?.isPageHeading}>{o.html && content({ html: o.html })}</Fieldset>,
  },
  {
    component: 'input',
    render: (o) => <Input {...native(o)} {...field(o)} prefix={content(o.prefix)} suffix={content(o.suffix)} />,
    leftOut: {
      'classes and attributes of an affix or of the wrapper are not offered': ['with prefix with classes', 'with prefix with attributes', 'with suffix with classes', 'with suffix with attributes', 'with customised input wrapper'],
    },
  },
  { component: 'textarea', render: (o) => <Textarea {...native(o)} {...field(o)} /> },
  {
    component: 'character-count',
    render: characterCount,
    leftOut: {
      'maxwords is deprecated: count type words': ['with maxwords'],
      'the limit is always given': ['to configure in JavaScript', 'with neither maxlength nor maxwords set', 'with neither maxlength, maxwords nor textarea description set'],
      'React writes the words, not a script that reads them from attributes': ['with translations'],
      'classes of the count are not offered': ['custom classes on countMessage'],
      'a limit of the control itself would cut what is pasted': ['with textarea maxlength attribute'],
    },
  },
  { component: 'select', render: select, leftOut: { 'every option of ours has a value, and is chosen by it': ['without values with selected value'] } },
  {
    component: 'password-input',
    render: (o) => <PasswordInput {...native(o)} {...field(o)} texts={english} />,
    leftOut: { 'React writes the words, not a script that reads them from attributes': ['with translations'] },
  },
  {
    component: 'file-upload',
    render: ({ value: _, ...o }) => <FileUpload {...native(o)} multiple={o['multiple'] === true} {...field(o)} />,
    leftOut: { 'no drop zone': ['enhanced', 'enhanced, with error message and hint', 'enhanced, multiple files', 'enhanced, custom wrapper classes and attributes', 'translated'] },
  },
];
