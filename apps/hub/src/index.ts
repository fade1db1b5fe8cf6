export { apiDocument } from './api-document/api-document.js';
export { RootDirectoryVerifier } from './directory/trusted-directory.js';
export { makeHub } from './hub-app.js';
export type { HubParts } from './hub-parts.js';
export { HubMigrationSettings, HubSettings, RegisterSettings } from './hub.settings.js';
export { migrateHub } from './migrate-hub.js';
export type { NoticeSource } from './ports.js';
export { HubRefused } from './refuse-to-start.js';
export { startHub, type RunningHub, type StartHubOptions } from './start-hub.js';
