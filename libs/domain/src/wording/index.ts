export { attestWords } from './attest.js';
export { BLOCKING_CODES } from './finding.js';
export type { WordingCode, WordingContext, WordingFinding } from './finding.js';
export { lint } from './lint.js';
export type { WordingOptions } from './lint.js';
