export type { NamesByCode } from './answer.js';
export { composeStatement } from './compose.js';
export type { StatementInput } from './compose.js';
export type { RowsByCode } from './law.js';
