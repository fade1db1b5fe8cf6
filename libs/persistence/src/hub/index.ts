export { HubDatabase, openHubDatabase, type HubDatabaseSettings } from './hub-database.js';
export type { CopyStores } from './copy-stores.js';
export { Installation } from './installation.js';
export { SharedClock } from './shared-clock.js';
export { KEY_LIFE_MS, Upkeep } from './upkeep.js';
export { PostgresNoticeStore } from './outbox-store.js';
export { Wake, type WakeChannel } from './wake.js';
/** The statement of a POST and how it is planned, for the benchmark that runs it without a hub around it. */
export { PLANNING } from '../planning.js';
export { OPEN_CHECK, openCheckValues } from './statements/open-check.statement.js';
