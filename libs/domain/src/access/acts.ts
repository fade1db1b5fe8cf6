import type { Role } from './roles.js';
import type { StepUpAction } from './step-up.js';

/** Who may: some roles, everybody who belongs, or nobody. */
export type Those = readonly Role[] | 'every-member' | 'nobody';

/** What one act asks of whoever would do it. */
export interface ActRule {
  /** Of the agency whose matter it is. */
  own: Those;
  /** Of another agency of the partnership; it still has to be a party where the act is about a check. */
  other: Those;
  /** Sessions that may carry it, beside a person's and a machine's. */
  also: readonly ('one-time-code' | 'newcomer')[];
  stepUp: StepUpAction | null;
  /** Takes effect when a second person with the same right has done it too. */
  twoPersons: boolean;
}
