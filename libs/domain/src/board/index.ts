export { clockOf } from './clock.js';
export type { Amount, Clock, ClockInput } from './clock.js';
export { inBoardOrder } from './order.js';
export type { BoardRow } from './order.js';
