export * from './acts.js';
export * from './may.js';
export * from './roles.js';
export * from './roles-document.js';
export * from './second-person.js';
export * from './step-up.js';
