import { createLogger, loadSettings, onShutdown, SettingsError } from '@lateral/platform';
import { CourierSettings } from './courier.settings.js';
import { startCourier } from './start-courier.js';

const log = createLogger({ app: 'courier' });

try {
  const settings = loadSettings(CourierSettings);
  log.log('process.started', { mode: settings.LATERAL_MODE, pid: process.pid });
  const { healthPort, steps } = await startCourier(settings, { log });
  onShutdown({ log, steps });
  log.log('process.ready', { port: healthPort });
} catch (error) {
  log.failure('process.refused-to-start', error, error instanceof SettingsError ? { setting: error.settings.join(' ') } : {});
  process.exit(1);
}
