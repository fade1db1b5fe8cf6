export { freshDatabase, type FreshDatabase } from '../fresh-database.js';
export { SampleBytes, SampleWrites } from './sample-writes.js';
export { hubWorld, type HubWorld } from './hub-world.js';
export { passHorizon } from './pass-horizon.js';
