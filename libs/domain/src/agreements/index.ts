export * from './agreement.js';
export * from './approval.js';
export { holdsCategory } from './categories.js';
export type { CoverQuestion } from './clauses.js';
export * from './cover.js';
export { expiryWarning, type ExpiryWarning } from './expiry.js';
export * from './from-template.js';
export * from './version-faults.js';
export { foreignWords } from './foreign-words.js';
