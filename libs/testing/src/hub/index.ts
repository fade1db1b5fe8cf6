export { freshDatabase, type FreshDatabase } from '../fresh-database.js';
export { JUDGED, SampleBytes, SampleWrites } from './sample-writes.js';
export { sampleAgreement, sampleCatalogue } from './sample-law.js';
export { hubWorld, type HubWorld } from './hub-world.js';
export { UNLOCKED, unlockedCopies } from './unlocked.js';
export { passHorizon } from './pass-horizon.js';
export { migratedDatabase } from './migrated-database.js';
