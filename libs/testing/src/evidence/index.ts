export * from './emergency.js';
export * from './evidence-pack.js';
export * from './further-acts.js';
export { GATEWAY, littleAgreement, littleCatalogue } from './little-law.js';
export * from './test-log.js';
