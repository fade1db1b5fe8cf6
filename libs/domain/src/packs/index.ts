export * from './faults.js';
export * from './pack.js';
