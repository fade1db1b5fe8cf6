export * from './evidence-pack.js';
export * from './test-log.js';
