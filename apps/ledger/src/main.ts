import { createLogger, loadSettings, logRefusal, onShutdown } from '@lateral/platform';
import { LedgerSettings } from './ledger.settings.js';
import type { LedgerBroken } from './recover-head.js';
import type { RunningLedger } from './start-ledger.js';
import { startLedger } from './start-ledger.js';

const log = createLogger({ app: 'ledger' });
const starting = new AbortController();
let ledger: RunningLedger | null = null;
let brokenBy: LedgerBroken | null = null;

const stop = onShutdown({ log, steps: [{ part: 'ledger', stop: async () => {
  starting.abort();
  await ledger?.stop();
  if (brokenBy) throw brokenBy;
} }] });

async function main(): Promise<void> {
  try {
    const settings = loadSettings(LedgerSettings);
    log.log('process.started', { mode: settings.LATERAL_MODE, pid: process.pid });
    ledger = await startLedger(settings, { log, signal: starting.signal });
    log.log('process.ready', { port: ledger.port });
    brokenBy = await ledger.broken;
    await stop();
  } catch (error) {
    // Told to stop while waiting for another sequencer: that is no refusal.
    if (!starting.signal.aborted) {
      logRefusal(log, error);
      process.exit(1);
    }
  }
}

void main();
