import type { ChangeEvent, ReactElement } from 'react';
import { useEffect, useState } from 'react';
import { classNames, describedBy } from './class-names.js';
import { FormGroup, isWrong, splitField } from './form-group.js';
import type { TextareaProps } from './textarea.js';
import { useChosen } from './use-chosen.js';
import { useInBrowser } from './use-in-browser.js';

export type CountType = 'characters' | 'length' | 'words';

export type CharacterCountProps = Omit<TextareaProps, 'value' | 'defaultValue' | 'maxLength'> & {
  max: number;
  /** `length` is what JavaScript counts, `characters` what people see. */
  countType?: CountType | undefined;
  /** Per cent of `max` from which the count is shown. */
  threshold?: number | undefined;
  /** Says the limit, for those who do not see the count: "You can enter up to 200 characters". */
  limitText: string;
  /** Says how many are left, too many when below nought. */
  leftText: (left: number) => string;
  value?: string | undefined;
  defaultValue?: string | undefined;
};

/** How long after the last key a screen reader is told, so that it need not speak over the typing. */
const quietMs = 1000;

export function CharacterCount(props: CharacterCountProps): ReactElement {
  const { field, rest: { max, countType, threshold, limitText, leftText, value, defaultValue = '', className, rows = 5, onChange, 'aria-describedby': outer, ...rest } } = splitField(props);
  const [text, setText] = useChosen(value, defaultValue);
  const inBrowser = useInBrowser();
  const left = max - lengthOf(text, countType ?? 'length');
  const over = inBrowser && left < 0;
  const classes = classNames('govuk-textarea', (isWrong(field) || over) && 'govuk-textarea--error', 'govuk-js-character-count', className);
  const change = (event: ChangeEvent<HTMLTextAreaElement>): void => {
    setText(event.currentTarget.value);
    onChange?.(event);
  };
  const data = { 'data-module': 'govuk-character-count', 'data-maxlength': max, 'data-threshold': threshold, 'data-count-type': countType } as const;
  return (
    <FormGroup field={field} describedBy={describedBy(outer, `${field.id}-info`)} className="govuk-character-count" attributes={data}>
      {(describing) => (
        <>
          <textarea className={classes} id={field.id} rows={rows} aria-describedby={describing} value={text} onChange={change} {...rest} />
          <div id={`${field.id}-info`} className={classNames('govuk-hint govuk-character-count__message', inBrowser && 'govuk-visually-hidden')}>{limitText}</div>
          {inBrowser && <Count message={leftText(left)} over={over} shown={max * (threshold ?? 0) / 100 <= max - left} />}
        </>
      )}
    </FormGroup>
  );
}

function Count({ message, over, shown }: { message: string; over: boolean; shown: boolean }): ReactElement {
  const [spoken, setSpoken] = useState(message);
  useEffect(() => {
    const timer = setTimeout(() => { setSpoken(message); }, quietMs);
    return () => { clearTimeout(timer); };
  }, [message]);
  const classes = classNames(over ? 'govuk-error-message' : 'govuk-hint', 'govuk-character-count__message govuk-character-count__status', !shown && 'govuk-character-count__message--disabled');
  return (
    <>
      <div className={classes} aria-hidden="true">{message}</div>
      <div className="govuk-character-count__sr-status govuk-visually-hidden" aria-live="polite" aria-hidden={shown ? undefined : true}>{spoken}</div>
    </>
  );
}

function lengthOf(text: string, countType: CountType): number {
  if (countType === 'length') return text.length;
  const segments = [...new Intl.Segmenter(undefined, { granularity: countType === 'words' ? 'word' : 'grapheme' }).segment(text)];
  return countType === 'words' ? segments.filter(({ isWordLike }) => isWordLike).length : segments.length;
}
