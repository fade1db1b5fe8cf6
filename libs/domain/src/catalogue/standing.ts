import type { Nation } from '../codes.js';
import type { CatalogueRow } from './catalogue.js';

/**
 * What a code is in one nation on one calendar day. `not_in_nation`: it is law of the other nation only, which is no fault of its
 * date (rule T13 is about `not_begun` and `ended`). `unknown`: no such row.
 */
export type Standing = 'in_force' | 'not_begun' | 'ended' | 'not_in_nation' | 'unknown';

/** How one row stands. Days are `YYYY-MM-DD`, which sort as they fall; the first and the last day of a row are law. */
export function standingOf(row: CatalogueRow, nation: Nation, day: string): Exclude<Standing, 'unknown'> {
  const law = row.inForce[nation];
  if (law === undefined) return 'not_in_nation';
  if (law.begun === false) return 'not_begun';
  if (law.from !== null && day < law.from) return 'not_begun';
  if (law.to !== null && day > law.to) return 'ended';
  return 'in_force';
}
