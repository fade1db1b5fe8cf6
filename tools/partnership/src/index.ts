export { run } from './run.js';
export { EXIT, type Exit } from './exit.js';
export type { AgencyDetails, AgencyPart, CertificationRequest } from './documents.js';
export type { Terminal } from './terminal.js';
