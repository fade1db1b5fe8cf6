import type { ReactElement } from 'react';
import { useEffect, useRef, useState } from 'react';
import { Button } from './button.js';
import { classNames } from './class-names.js';
import { FormGroup, isWrong, splitField } from './form-group.js';
import type { InputProps } from './input.js';
import { useInBrowser } from './use-in-browser.js';

export interface PasswordTexts {
  show: string;
  hide: string;
  /** Longer words for the same two, for who hears the button without seeing what it stands by. */
  showLabel: string;
  hideLabel: string;
  /** Said when it has become readable, and hidden again. */
  shown: string;
  hidden: string;
}

export type PasswordInputProps = Omit<InputProps, 'type' | 'prefix' | 'suffix' | 'spellCheck' | 'autoCapitalize'> & { texts: PasswordTexts };

/** Hidden again whenever the form is sent, so that a browser does not keep it as ordinary text. */
export function PasswordInput(props: PasswordInputProps): ReactElement {
  const { field, rest: { texts, width, className, autoComplete = 'current-password', 'aria-describedby': outer, ...rest } } = splitField(props);
  const inBrowser = useInBrowser();
  const [readable, setReadable] = useState<boolean | null>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const form = input.current?.form;
    const hide = (): void => { setReadable((now) => (now === true ? false : now)); };
    form?.addEventListener('submit', hide);
    return () => { form?.removeEventListener('submit', hide); };
  }, []);
  const classes = classNames('govuk-input govuk-password-input__input govuk-js-password-input-input', width !== undefined && `govuk-input--width-${width}`, className, isWrong(field) && 'govuk-input--error');
  return (
    <FormGroup field={field} describedBy={outer} className="govuk-password-input" attributes={{ 'data-module': 'govuk-password-input' }}>
      {(describing) => (
        <div className="govuk-input__wrapper govuk-password-input__wrapper">
          <input
            ref={input} className={classes} id={field.id} type={readable === true ? 'text' : 'password'} spellCheck="false" autoCapitalize="none"
            autoComplete={autoComplete} aria-describedby={describing} {...rest}
          />
          {inBrowser && <div className="govuk-password-input__sr-status govuk-visually-hidden" aria-live="polite">{announced(texts, readable)}</div>}
          <Button
            type="button" variant="secondary" className="govuk-password-input__toggle govuk-js-password-input-toggle" aria-controls={field.id} hidden={!inBrowser}
            aria-label={readable === true ? texts.hideLabel : texts.showLabel} onClick={() => { setReadable(readable !== true); }}
          >
            {readable === true ? texts.hide : texts.show}
          </Button>
        </div>
      )}
    </FormGroup>
  );
}

/** Nothing until it has once been shown. */
function announced({ shown, hidden }: PasswordTexts, readable: boolean | null): string {
  if (readable === null) return '';
  return readable ? shown : hidden;
}
