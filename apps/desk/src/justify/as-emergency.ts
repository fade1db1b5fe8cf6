import { OVERRIDE_REASONS, type CodedShare } from '@lateral/domain/justification';
import type { Judged } from './verdict.js';

export type Override = CodedShare['override'];
interface Composed { judged: Judged }

/** Composes a share as an emergency where it is said to be one. It is recorded only where there is something that it goes past. */
export function composedUnder<T extends Composed>(override: Override, compose: (override: Override) => T): T {
  const ordinary = compose(null);
  return override === null || ordinary.judged.leave.goes ? ordinary : compose(override);
}

/**
 * Whether an emergency would carry everything that is in the way of these shares: only then is it offered, and on red only. What it reaches is
 * the rules' own (`mayGo`). `under` composes them with it; null where it cannot.
 */
export function wouldCarry(urgency: CodedShare['urgency'] | null, shares: readonly Composed[], under: (override: Override) => readonly Composed[] | null): boolean {
  const goes = ({ judged }: Composed): boolean => judged.leave.goes;
  return urgency === 'red' && !shares.every(goes) && (under({ reason: OVERRIDE_REASONS[0] })?.every(goes) ?? false);
}
