// @ts-check
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Starts a server that outlives us, in its own session (a Ctrl-C in our terminal must not reach it: we end it in order), with its
 * output in a log file.
 * @param {string} command
 * @param {string[]} args
 * @param {{ log: string, cwd?: string, env?: NodeJS.ProcessEnv, uid?: number, gid?: number }} options
 */
export function startServer(command, args, options) {
  const { log, ...rest } = options;
  const output = openSync(log, 'a', 0o600);
  const child = spawn(command, args, { ...rest, detached: true, stdio: ['ignore', output, output] });
  closeSync(output);
  /** @type {{ pid: number | undefined, ended: boolean, reason: string }} */
  const server = { pid: child.pid, ended: false, reason: '' };
  child.on('error', (error) => Object.assign(server, { ended: true, reason: error.message }));
  child.on('exit', (code, signal) => Object.assign(server, { ended: true, reason: `ended with ${signal ?? code}` }));
  child.unref();
  return server;
}

/**
 * Asks until the answer is truthy, at most for the given time.
 * @template T
 * @param {() => Promise<T> | T} ask
 * @param {number} milliseconds
 * @returns {Promise<T | undefined>}
 */
export async function until(ask, milliseconds) {
  const end = performance.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > end) return undefined;
    await pause(20);
  }
}

/**
 * Is this process alive? A zombie (killed, but not yet reaped by its parent) is not.
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
  return !isZombie(pid);
}

/** @param {number} pid */
export function isZombie(pid) {
  const stat = `/proc/${pid}/stat`;
  if (!existsSync(stat)) return false;
  const text = readFileSync(stat, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).startsWith('Z');
}

/**
 * The command line of a process, where the system tells it; a pid alone proves nothing, for pids are used again.
 * @param {number} pid
 * @returns {string | undefined}
 */
export function commandLine(pid) {
  const path = `/proc/${pid}/cmdline`;
  return existsSync(path) ? readFileSync(path, 'utf8').replaceAll('\0', ' ') : undefined;
}

/**
 * Ends a process that we know to be ours, and waits for it.
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 * @param {number} patience milliseconds before SIGKILL
 */
export async function endProcess(pid, signal, patience = 10_000) {
  if (!isAlive(pid)) return;
  process.kill(pid, signal);
  if (await until(() => !isAlive(pid), patience)) return;
  if (isAlive(pid)) process.kill(pid, 'SIGKILL');
  await until(() => !isAlive(pid), 5_000);
}

/**
 * Where a command is on the path.
 * @param {string} name
 * @returns {string | undefined}
 */
export function onPath(name) {
  const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/usr/local/sbin'];
  return folders.filter(Boolean).map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/**
 * The last lines of a log, for a message that says why a server did not come up.
 * @param {string} log
 */
export function lastLines(log, count = 4) {
  return existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n').slice(-count).join('\n') : '';
}
