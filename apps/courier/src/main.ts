import { createLogger, loadSettings, logRefusal, onShutdown } from '@lateral/platform';
import { CourierSettings } from './courier.settings.js';
import { startCourier } from './start-courier.js';

const log = createLogger({ app: 'courier' });

async function main(): Promise<void> {
  try {
    const settings = loadSettings(CourierSettings);
    log.log('process.started', { mode: settings.LATERAL_MODE, pid: process.pid });
    const { healthPort, steps } = await startCourier(settings, { log });
    onShutdown({ log, steps });
    log.log('process.ready', { port: healthPort });
  } catch (error) {
    logRefusal(log, error);
    process.exit(1);
  }
}

void main();
