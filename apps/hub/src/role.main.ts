import { SystemRandom } from '@lateral/platform';
import { RoleSettings } from './hub.settings.js';
import { operate } from './operator-command.js';
import { assertDatabase, HubRefused } from './refuse-to-start.js';

// Makes the narrow role that hub and courier run as, or sets its password, and grants it what they need and no more. As the tables' owner.
void operate('hub-role', RoleSettings, async ({ settings, database }) => {
  await assertDatabase(database, settings.LATERAL_MODE);
  const { HUB_ROLE: name, HUB_ROLE_PASSWORD: password } = settings;
  const made = await database.makeRole({ name, password: password?.reveal() ?? null, salt: new SystemRandom().bytes(16) });
  if (!made.ok) throw new HubRefused(made.code);
  return { code: made.did, identity: name };
});
