import type { ReactElement, ReactNode } from 'react';
import { classNames, describedBy } from './class-names.js';
import { ErrorMessage } from './error-message.js';
import { Fieldset } from './fieldset.js';
import type { TextSize } from './heading.js';
import { Hint } from './hint.js';
import { Label } from './label.js';

interface Explained {
  hint?: ReactNode;
  /** What is wrong with the answer; turns the field red. */
  error?: ReactNode;
  /** The word said before the error, if not the one of `ErrorPrefixContext`. */
  errorPrefix?: string | undefined;
  groupClassName?: string | undefined;
}

/** What every field with one control is told. Hint and error have the ids `<id>-hint` and `<id>-error` and describe the control. */
export interface FieldProps extends Explained {
  id: string;
  label: ReactNode;
  labelSize?: TextSize | undefined;
  /** The label (or legend) is the page's `h1` as well. */
  pageHeading?: boolean | undefined;
}

/** What every group of controls is told. Without a legend there is no fieldset. */
export interface GroupProps extends Explained {
  /** The legend (or label) is the page's `h1` as well. */
  pageHeading?: boolean | undefined;
  legend?: ReactNode;
  legendSize?: TextSize | undefined;
}

const present = (node: ReactNode): boolean => node !== undefined && node !== null && node !== false && node !== '';

interface Inside<Props> {
  field: Props;
  describedBy?: string | undefined;
  className?: string | undefined;
  attributes?: Record<`data-${string}`, string | number | undefined>;
  children: (describedBy: string | undefined) => ReactNode;
}

/** Label, hint, error, then the control, which gets the ids of all that describes it. */
export function FormGroup({ field, describedBy: outer, className, attributes, children }: Inside<FieldProps>): ReactElement {
  const { id, label, labelSize, pageHeading, error, groupClassName } = field;
  return (
    <div className={groupClasses(error, className, groupClassName)} {...attributes}>
      <Label htmlFor={id} size={labelSize} pageHeading={pageHeading}>{label}</Label>
      <Explanation id={id} explained={field} />
      {children(describers(id, field, outer))}
    </div>
  );
}

/** The same for several controls: hint and error belong to the fieldset, where there is one, else to the controls. */
export function FieldsetGroup({ field, id, role, describedBy: outer, className, children }: Inside<GroupProps> & { id: string; role?: string }): ReactElement {
  const { legend, legendSize, pageHeading, error, groupClassName } = field;
  const describing = describers(id, field, outer);
  const inside = <><Explanation id={id} explained={field} />{children(present(legend) ? undefined : describing)}</>;
  return (
    <div className={groupClasses(error, className, groupClassName)}>
      {present(legend)
        ? <Fieldset legend={legend} legendSize={legendSize} pageHeading={pageHeading} role={role} aria-describedby={describing}>{inside}</Fieldset>
        : inside}
    </div>
  );
}

function Explanation({ id, explained: { hint, error, errorPrefix } }: { id: string; explained: Explained }): ReactElement {
  return (
    <>
      {present(hint) && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {present(error) && <ErrorMessage id={`${id}-error`} errorPrefix={errorPrefix}>{error}</ErrorMessage>}
    </>
  );
}

function describers(id: string, { hint, error }: Explained, outer: string | undefined): string | undefined {
  return describedBy(outer, present(hint) && `${id}-hint`, present(error) && `${id}-error`);
}

function groupClasses(error: ReactNode, ...more: (string | undefined)[]): string | undefined {
  return classNames('govuk-form-group', present(error) && 'govuk-form-group--error', ...more);
}

/** Takes what the group needs from a component's props, so that the rest are the control's own. */
export function splitField<Props extends FieldProps>(props: Props): { field: FieldProps; rest: Omit<Props, keyof FieldProps> } {
  const { id, label, labelSize, pageHeading, hint, error, errorPrefix, groupClassName, ...rest } = props;
  return { field: { id, label, labelSize, pageHeading, hint, error, errorPrefix, groupClassName }, rest };
}

export function splitGroup<Props extends GroupProps>(props: Props): { field: GroupProps; rest: Omit<Props, keyof GroupProps> } {
  const { legend, legendSize, pageHeading, hint, error, errorPrefix, groupClassName, ...rest } = props;
  return { field: { legend, legendSize, pageHeading, hint, error, errorPrefix, groupClassName }, rest };
}

/** Whether a field is wrong. */
export const isWrong = ({ error }: Explained): boolean => present(error);
export { present as isPresent };
