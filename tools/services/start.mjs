// @ts-check
// `npm start`: from a bare clone to a round that is played. Sets up, brings the services up, and hands over to the player; when that
// ends, or Ctrl-C comes, every process that was started is stopped. Data stay.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from './src/folders.mjs';
import { hearSignals, runPlayer, whenAsked } from './src/player.mjs';
import { endWith, SetupFailure } from './src/setup-failure.mjs';
import { setUp } from './src/setup.mjs';

const player = join(checkout, 'tools/play/dist/main.js');

/** @param {string} line */
const say = (line) => void process.stdout.write(`${line}\n`);

hearSignals();

try {
  await setUp({ log: say });
  if (!existsSync(player)) throw new SetupFailure('the player is not built', 'npm run build');
  const { up } = await import('./src/bring-up.mjs');
  const { playEnvironment } = await import('./src/environment.mjs');
  let wanted = true;
  whenAsked(() => (wanted = false)); // While services come up: finish, then stop them.
  const services = await up({ log: say });
  // A case is played in its own time, so it gets databases of its own, which go with it.
  const run = process.argv.includes('--case') ? await services.freshDatabases('play') : null;
  try {
    process.exitCode = wanted ? (await runPlayer(player, process.argv.slice(2), await playEnvironment({ ...services, ...run }))).code : 130;
  } finally {
    whenAsked(() => undefined);
    await run?.drop();
    await services.stop();
  }
} catch (failure) {
  endWith(failure);
}
