import type { LawfulStack } from './share.js';
import { isPartThree } from './stack-codes.js';

/**
 * JSON pointers in the coded share at which a stack lacks what every stack has (facts 1.0 rule 1): a basis of Article 6, or
 * under Part 3 that of section 35. No rule of the fact file names this; a record without it is no record and is refused as a shape.
 */
export function missingBasis(stack: LawfulStack): string[] {
  if (isPartThree(stack)) return stack.p3.includes('P3-35') ? [] : ['/stack/p3'];
  return stack.art6.length > 0 ? [] : ['/stack/art6'];
}
