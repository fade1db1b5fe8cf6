import type { ComponentPropsWithoutRef, ReactElement } from 'react';
import { classNames } from './class-names.js';
import type { FieldProps } from './form-group.js';
import { FormGroup, isWrong, splitField } from './form-group.js';

export type TextareaProps = FieldProps & Omit<ComponentPropsWithoutRef<'textarea'>, 'id'>;

export function Textarea(props: TextareaProps): ReactElement {
  const { field, rest: { className, rows = 5, 'aria-describedby': outer, ...rest } } = splitField(props);
  const classes = classNames('govuk-textarea', isWrong(field) && 'govuk-textarea--error', className);
  return (
    <FormGroup field={field} describedBy={outer}>
      {(describing) => <textarea className={classes} id={field.id} rows={rows} aria-describedby={describing} {...rest} />}
    </FormGroup>
  );
}
