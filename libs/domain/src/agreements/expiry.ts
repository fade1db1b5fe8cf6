import type { AgreementDocument, Day } from './agreement.js';
import { daysBetween } from './days.js';

/** Days before its end at which an agreement's parties are warned. */
export const EXPIRY_WARNINGS = [7, 30, 90] as const;
export type ExpiryWarning = (typeof EXPIRY_WARNINGS)[number];

/** Whether an agreement is in force on a day; its first and its last day are both within. */
export function isInForce({ inForceFrom, expires }: Pick<AgreementDocument, 'inForceFrom' | 'expires'>, on: Day): boolean {
  return inForceFrom <= on && on <= expires;
}

/** The warning that an agreement in force has reached: 7, 30 or 90 days left or fewer. Null where more are left, before it begins and after it ended. */
export function expiryWarning(agreement: Pick<AgreementDocument, 'inForceFrom' | 'expires'>, on: Day): ExpiryWarning | null {
  if (!isInForce(agreement, on)) return null;
  const left = daysBetween(on, agreement.expires);
  return EXPIRY_WARNINGS.find((days) => left <= days) ?? null;
}
