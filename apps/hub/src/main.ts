import { createLogger, loadSettings, logRefusal, onShutdown } from '@lateral/platform';
import { HubSettings } from './hub.settings.js';
import { startHub } from './start-hub.js';

const log = createLogger({ app: 'hub' });

async function main(): Promise<void> {
  try {
    const settings = loadSettings(HubSettings);
    log.log('process.started', { mode: settings.LATERAL_MODE, pid: process.pid });
    const { port, steps } = await startHub(settings, { log });
    onShutdown({ log, steps });
    log.log('process.ready', { port });
  } catch (error) {
    logRefusal(log, error);
    process.exit(1);
  }
}

void main();
