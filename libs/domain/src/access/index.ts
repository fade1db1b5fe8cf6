export * from './acts.js';
export * from './roles.js';
export * from './step-up.js';
