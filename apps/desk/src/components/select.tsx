import type { ComponentPropsWithoutRef, ReactElement } from 'react';
import { classNames } from './class-names.js';
import type { FieldProps } from './form-group.js';
import { FormGroup, isWrong, splitField } from './form-group.js';

/** Its children are plain `option` elements. */
export type SelectProps = FieldProps & Omit<ComponentPropsWithoutRef<'select'>, 'id'>;

export function Select(props: SelectProps): ReactElement {
  const { field, rest: { className, 'aria-describedby': outer, ...rest } } = splitField(props);
  const classes = classNames('govuk-select', className, isWrong(field) && 'govuk-select--error');
  return (
    <FormGroup field={field} describedBy={outer}>
      {(describing) => <select className={classes} id={field.id} aria-describedby={describing} {...rest} />}
    </FormGroup>
  );
}
