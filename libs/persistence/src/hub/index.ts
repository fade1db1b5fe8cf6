export { HubDatabase, openHubDatabase, type HubDatabaseSettings } from './hub-database.js';
export { Installation } from './installation.js';
export { KEY_LIFE_MS, Upkeep } from './upkeep.js';
export { PostgresNoticeStore } from './outbox-store.js';
export { Wake, type WakeChannel } from './wake.js';
