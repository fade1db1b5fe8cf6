import { EndIncident } from '@lateral/exchange';
import { SystemRandom } from '@lateral/platform';
import { HubDatabaseSettings } from './hub.settings.js';
import { operate } from './operator-command.js';
import { assertDatabase } from './refuse-to-start.js';

// Ends the incident `ledger-untrue`, which nothing else does.
void operate('hub-end-incident', HubDatabaseSettings, async ({ settings, database }) => {
  await assertDatabase(database, settings.LATERAL_MODE);
  return { code: await new EndIncident({ clock: database.clock, randomness: new SystemRandom(), incidents: database.incidents }).carryOut() };
});
