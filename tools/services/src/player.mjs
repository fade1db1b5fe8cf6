// @ts-check
import { spawn } from 'node:child_process';
import { until } from './processes.mjs';

const patience = 20_000;

/** @type {(signal: NodeJS.Signals) => void} */
let onSignal = () => process.exit(130);

/** A Ctrl-C, or whatever asks for the end, goes to what was last said here. */
export function hearSignals() {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => onSignal(signal));
}

/** @param {(signal: NodeJS.Signals) => void} act */
export function whenAsked(act) {
  onSignal = act;
}

/**
 * Runs a program of the player in a process group of its own: a Ctrl-C reaches it once, from here (the terminal and npm would each send
 * one more), and nothing that it started can outlive it.
 * @param {string} program
 * @param {string[]} words
 * @param {Record<string, string>} environment
 * @returns {Promise<{ code: number, asked: boolean }>} exit code, and whether somebody asked for the end meanwhile
 */
export async function runPlayer(program, words, environment) {
  const child = spawn(process.execPath, [program, ...words], { cwd: process.cwd(), detached: true, stdio: 'inherit', env: { ...process.env, ...environment } });
  let asked = false;
  whenAsked((signal) => {
    if (asked || child.pid === undefined) return;
    asked = true;
    child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
    setTimeout(() => endGroup(Number(child.pid), 'SIGKILL'), patience).unref();
  });
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (status, signal) => resolve(status ?? (signal === 'SIGINT' && asked ? 0 : 1)));
  });
  if (child.pid !== undefined) await endRest(child.pid);
  return { code, asked };
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
