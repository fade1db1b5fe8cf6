export * from './codes.js';
export { DAY_PATTERN, isDay } from './days.js';
export * from './ids.js';
export * from './reference.js';
export * from './states.js';
