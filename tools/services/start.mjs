// @ts-check
// `npm start`: from a bare clone to a round that is played. Sets up, brings the services up, and hands over to the player; when that
// ends, or Ctrl-C comes, every process that was started is stopped. Data stay.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from './src/folders.mjs';
import { until } from './src/processes.mjs';
import { endWith, SetupFailure } from './src/setup-failure.mjs';
import { setUp } from './src/setup.mjs';

const player = join(checkout, 'tools/play/dist/main.js');
const patience = 20_000;

/** @param {string} line */
const say = (line) => void process.stdout.write(`${line}\n`);

/** @type {(signal: NodeJS.Signals) => void} */
let onSignal = () => process.exit(130);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => onSignal(signal));

/**
 * Runs the player in a process group of its own: a Ctrl-C reaches it once, from here (the terminal and npm would each send one more),
 * and nothing that it started can outlive it.
 * @param {Record<string, string>} environment
 * @returns {Promise<number>} exit code
 */
async function play(environment) {
  const child = spawn(process.execPath, [player, ...process.argv.slice(2)], { cwd: process.cwd(), detached: true, stdio: 'inherit', env: { ...process.env, ...environment } });
  let asked = false;
  onSignal = (signal) => {
    if (asked || child.pid === undefined) return;
    asked = true;
    child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
    setTimeout(() => endGroup(Number(child.pid), 'SIGKILL'), patience).unref();
  };
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (status, signal) => resolve(status ?? (signal === 'SIGINT' && asked ? 0 : 1)));
  });
  if (child.pid !== undefined) await endRest(child.pid);
  return code;
}

/** @param {number} group */
async function endRest(group) {
  if (!endGroup(group, 'SIGTERM')) return;
  if (!(await until(() => !endGroup(group, 0), 10_000))) endGroup(group, 'SIGKILL');
}

/**
 * @param {number} group
 * @param {NodeJS.Signals | 0} signal
 * @returns {boolean} whether anything of the group was there
 */
function endGroup(group, signal) {
  try {
    process.kill(-group, signal);
    return true;
  } catch {
    return false;
  }
}

try {
  await setUp({ log: say });
  if (!existsSync(player)) throw new SetupFailure('the player is not built', 'npm run build');
  const { up } = await import('./src/bring-up.mjs');
  const { playEnvironment } = await import('./src/environment.mjs');
  let wanted = true;
  onSignal = () => (wanted = false); // While services come up: finish, then stop them.
  const services = await up({ log: say });
  // A case is played in its own time, so it gets databases of its own, which go with it.
  const run = process.argv.includes('--case') ? await services.freshDatabases('play') : null;
  try {
    process.exitCode = wanted ? await play(await playEnvironment({ ...services, ...run })) : 130;
  } finally {
    onSignal = () => undefined;
    await run?.drop();
    await services.stop();
  }
} catch (failure) {
  endWith(failure);
}
