// @ts-check
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine, isAlive, until } from './processes.mjs';
import { SetupFailure } from './setup-failure.mjs';

/**
 * Who uses the folder's services now. `npm start`, `npm test` and a person may use them at once: the last to leave ends them.
 * @param {string} folder
 */
const holdersOf = (folder) => join(folder, 'holders');

/** Services brought up by the command stay until the command takes them down. */
export const kept = 'kept';

/**
 * @param {string} folder
 * @param {string} [holder]
 */
export function hold(folder, holder = String(process.pid)) {
  mkdirSync(holdersOf(folder), { recursive: true });
  writeFileSync(join(holdersOf(folder), holder), commandLine(process.pid) ?? '');
}

/**
 * @param {string} folder
 * @param {string} [holder]
 */
export function letGo(folder, holder = String(process.pid)) {
  rmSync(join(holdersOf(folder), holder), { force: true });
}

/**
 * Holders that are still there; those that were killed are struck off.
 * @param {string} folder
 */
export function holders(folder) {
  if (!existsSync(holdersOf(folder))) return [];
  return readdirSync(holdersOf(folder)).filter((holder) => {
    const present = holder === kept || isSame(Number(holder), readFileSync(join(holdersOf(folder), holder), 'utf8'));
    if (!present) letGo(folder, holder);
    return present;
  });
}

/**
 * @param {number} pid
 * @param {string} command
 */
const isSame = (pid, command) => isAlive(pid) && (commandLine(pid) ?? command) === command;

/**
 * One at a time brings this folder's services up or down.
 * @template T
 * @param {string} folder
 * @param {() => Promise<T>} act
 * @returns {Promise<T>}
 */
export async function alone(folder, act) {
  const lock = join(folder, 'lock');
  if (!(await until(() => take(lock), 120_000))) throw new SetupFailure(`another process has held ${lock} for two minutes`, `rm ${lock}`);
  try {
    return await act();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** @param {string} lock */
function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!existsSync(lock)) return false;
    const pid = Number(readFileSync(lock, 'utf8'));
    // An empty lock is one that is being written at this moment, or whose writer was killed in between.
    const abandoned = pid > 0 ? !isAlive(pid) : Date.now() - statSync(lock).mtimeMs > 5_000;
    if (abandoned) rmSync(lock, { force: true });
    return false;
  }
}
