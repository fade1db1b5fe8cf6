export { attestWords } from './attest.js';
export { isNhsNumber, isUpn } from './check-digits.js';
export { BLOCKING_CODES } from './finding.js';
export type { WordingCode, WordingContext, WordingFinding } from './finding.js';
export { lint } from './lint.js';
export type { WordingOptions } from './lint.js';
export { replacementOf, withReplacements } from './replacements.js';
export type { Replacement } from './replacements.js';
