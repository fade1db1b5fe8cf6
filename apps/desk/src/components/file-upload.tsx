import type { ComponentPropsWithoutRef, ReactElement } from 'react';
import { classNames } from './class-names.js';
import type { FieldProps } from './form-group.js';
import { FormGroup, isWrong, splitField } from './form-group.js';

/** The browser's own control, without a drop zone. */
export type FileUploadProps = FieldProps & Omit<ComponentPropsWithoutRef<'input'>, 'id' | 'type' | 'value' | 'defaultValue'>;

export function FileUpload(props: FileUploadProps): ReactElement {
  const { field, rest: { className, 'aria-describedby': outer, ...rest } } = splitField(props);
  const classes = classNames('govuk-file-upload', className, isWrong(field) && 'govuk-file-upload--error');
  return (
    <FormGroup field={field} describedBy={outer}>
      {(describing) => <input className={classes} id={field.id} type="file" aria-describedby={describing} {...rest} />}
    </FormGroup>
  );
}
