// The ledger as a played case starts it: the app itself, on a database marked `play`. It needs no clock: a ledger knows no time.
import { LedgerSettings, startLedger } from '@lateral/ledger';
import { createLogger, loadSettings, logRefusal, onShutdown } from '@lateral/platform';

const log = createLogger({ app: 'ledger' });

async function main(): Promise<void> {
  try {
    const ledger = await startLedger(loadSettings(LedgerSettings), { log, mark: 'play' });
    onShutdown({ log, steps: [{ part: 'ledger', stop: () => ledger.stop() }] });
    log.log('process.ready', { port: ledger.port });
  } catch (error) {
    logRefusal(log, error);
    process.exit(1);
  }
}

void main();
