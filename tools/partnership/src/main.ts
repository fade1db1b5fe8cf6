import { SystemRandom, systemNow } from '@lateral/platform';
import { EXIT } from './exit.js';
import { run } from './run.js';
import { processTerminal } from './terminal.js';

const terminal = processTerminal();
process.exitCode = await run(process.argv.slice(2), { now: systemNow, random: new SystemRandom(), terminal }).catch((error: unknown) => {
  // The message only: what a stack or a cause may hold was never looked at for secrets.
  terminal.err(`partnership: ${error instanceof Error ? error.message : 'failed'}`);
  return EXIT.failed;
});
terminal.close();
