import type { ItemNature } from '../justification/codes.js';
import type { ChronologyEvent } from './event.js';

/** What to show: any of the agencies, people (pseudonyms) and natures, and the days from and to. What is left out shows all. */
export interface ChronologyFilter {
  agencies?: readonly string[];
  about?: readonly string[];
  natures?: readonly ItemNature[];
  from?: string;
  to?: string;
}

/**
 * Whether an event is shown. A joined one is shown for any of its sources and keeps them all, with all their handling limits. One that
 * may lie within the period is shown, and so is one of which nobody knows when it was.
 */
export function isShown({ agencies, about, natures, span }: ChronologyEvent, filter: ChronologyFilter): boolean {
  const meets = <T>(wanted: readonly T[] | undefined, has: readonly T[]): boolean => wanted === undefined || wanted.some((each) => has.includes(each));
  return meets(filter.agencies, agencies) && meets(filter.about, about) && meets(filter.natures, natures)
    && (span === null || ((filter.from === undefined || span.to >= filter.from) && (filter.to === undefined || span.from <= filter.to)));
}
