// Registers the partnership of one played case, in the time of the case.
import { operate, registerPartnership, RegisterSettings } from '@lateral/hub';
import { playClock } from './play-clock.settings.js';

void operate('hub-register', RegisterSettings, async ({ settings, database }) => (
  { code: await registerPartnership(database, { clock: playClock(), address: settings, mark: 'play' }, { registration: settings.HUB_REGISTRATION, rootFingerprint: settings.ROOT_FINGERPRINT }) }
));
