export * from './codes.js';
export * from './ids.js';
export * from './reference.js';
export * from './states.js';
