export * from './response-validator.js';
