// Courier as a played case starts it: the app itself, with the clock of the case, on a database marked `play`.
import { CourierSettings, startCourier } from '@lateral/courier';
import { createLogger, loadSettings, logRefusal, onShutdown } from '@lateral/platform';
import { playClock } from './play-clock.settings.js';

const log = createLogger({ app: 'courier' });

async function main(): Promise<void> {
  try {
    const { healthPort, steps } = await startCourier(loadSettings(CourierSettings), { log, mark: 'play', clock: playClock() });
    onShutdown({ log, steps });
    log.log('process.ready', { port: healthPort });
  } catch (error) {
    logRefusal(log, error);
    process.exit(1);
  }
}

void main();
