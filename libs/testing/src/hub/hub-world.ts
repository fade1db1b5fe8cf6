import { openHubDatabase, type HubDatabase } from '@lateral/persistence/hub';
import type { FreshDatabase } from '../fresh-database.js';
import { migratedDatabase } from './migrated-database.js';
import { SampleWrites } from './sample-writes.js';

/** A migrated hub database with a partnership in it, and writes to fill it with. */
export interface HubWorld {
  database: FreshDatabase;
  hub: HubDatabase;
  samples: SampleWrites;
  end(): Promise<void>;
}

export async function hubWorld(seed: number, agencies: readonly string[], poolSize = 4): Promise<HubWorld> {
  const database = await migratedDatabase('hub');
  const hub = await openHubDatabase({ url: database.url, poolSize, applicationName: 'hub-test' });
  const samples = new SampleWrites(seed, await hub.clock.now());
  const registered = samples.registration(agencies);
  await hub.directory.register(registered, [samples.record('directory.registered.v1', { parties: agencies })]);
  return {
    database, hub, samples,
    end: async () => {
      await hub.close();
      await database.drop();
    },
  };
}
