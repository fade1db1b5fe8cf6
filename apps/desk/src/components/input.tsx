import type { ComponentPropsWithoutRef, ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.js';
import type { FieldProps } from './form-group.js';
import { FormGroup, isPresent, isWrong, splitField } from './form-group.js';

export type InputWidth = 2 | 3 | 4 | 5 | 10 | 20 | 30;

export type InputProps = FieldProps & Omit<ComponentPropsWithoutRef<'input'>, 'id' | 'prefix' | 'width'> & {
  /** In characters. */
  width?: InputWidth | undefined;
  prefix?: ReactNode;
  suffix?: ReactNode;
};

export function Input(props: InputProps): ReactElement {
  const { field, rest: { width, prefix, suffix, className, type = 'text', 'aria-describedby': outer, ...rest } } = splitField(props);
  const classes = classNames('govuk-input', width !== undefined && `govuk-input--width-${width}`, className, isWrong(field) && 'govuk-input--error');
  return (
    <FormGroup field={field} describedBy={outer}>
      {(describing) => {
        const control = <input className={classes} id={field.id} type={type} aria-describedby={describing} {...rest} />;
        return isPresent(prefix) || isPresent(suffix) ? <Wrapper prefix={prefix} suffix={suffix}>{control}</Wrapper> : control;
      }}
    </FormGroup>
  );
}

function Wrapper({ prefix, suffix, children }: { prefix: ReactNode; suffix: ReactNode; children: ReactNode }): ReactElement {
  return (
    <div className="govuk-input__wrapper">
      {isPresent(prefix) && <div className="govuk-input__prefix" aria-hidden="true">{prefix}</div>}
      {children}
      {isPresent(suffix) && <div className="govuk-input__suffix" aria-hidden="true">{suffix}</div>}
    </div>
  );
}
