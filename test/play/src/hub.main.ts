// The hub as a played case starts it: the app itself, with the clock of the case, on a database marked `play`.
import { HubSettings, startHub } from '@lateral/hub';
import { createLogger, loadSettings, logRefusal, onShutdown } from '@lateral/platform';
import { playClock } from './play-clock.settings.js';

const log = createLogger({ app: 'hub' });

async function main(): Promise<void> {
  try {
    const { port, steps } = await startHub(loadSettings(HubSettings), { log, mark: 'play', clock: playClock() });
    onShutdown({ log, steps });
    log.log('process.ready', { port });
  } catch (error) {
    logRefusal(log, error);
    process.exit(1);
  }
}

void main();
