// @ts-check
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { converse } from './loopback-line.mjs';
import { freePortOf, readPorts } from './ports.mjs';
import { commandLine, endProcess, lastLines, startServer, until } from './processes.mjs';
import { SetupFailure } from './setup-failure.mjs';

/** @typedef {import('./postgres.mjs').Surroundings} Surroundings */

const program = join(import.meta.dirname, 'mail-catcher.mjs');

/** @param {Surroundings} at */
const pidFile = (at) => join(at.folders.folder, 'mail-catcher.pid');

/**
 * Brings up the folder's mail catcher and returns its address.
 * @param {Surroundings} at
 * @returns {Promise<string>}
 */
export async function upMail(at) {
  const kept = readPorts(at.folders.folder).smtp;
  if (kept !== undefined && (await mailAnswers(kept, at.password))) return urlOf(kept, at.password);
  const log = join(at.folders.logs, 'mail-catcher.log');
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const port = await freePortOf(at.folders.folder, 'smtp');
    const env = { PATH: process.env['PATH'] ?? '', MAIL_CATCHER_PORT: String(port), MAIL_CATCHER_FOLDER: at.folders.mail, MAIL_CATCHER_PASSWORD: at.password };
    const server = startServer(process.execPath, [program, at.folders.folder], { log, env });
    if (server.pid !== undefined) writeFileSync(pidFile(at), String(server.pid));
    const answer = await until(async () => (await mailAnswers(port, at.password)) ? 'up' : server.ended && 'ended', 10_000);
    if (answer === 'up') return urlOf(port, at.password);
  }
  throw new SetupFailure(`the mail catcher does not start (${log} ends: ${lastLines(log)})`, 'npm ci && npm start');
}

/**
 * Ends the folder's mail catcher. The pid must belong to that program and that folder: pids are used again.
 * @param {Surroundings} at
 */
export async function downMail(at) {
  if (!existsSync(pidFile(at))) return;
  const pid = Number(readFileSync(pidFile(at), 'utf8'));
  if (commandLine(pid)?.includes(`mail-catcher.mjs ${at.folders.folder}`)) await endProcess(pid, 'SIGTERM');
}

/**
 * @param {number} port
 * @param {string} password
 */
const urlOf = (port, password) => `smtp://lateral:${password}@127.0.0.1:${port}`;

/**
 * @param {number} port
 * @param {string} password
 */
async function mailAnswers(port, password) {
  const credentials = Buffer.from(`\0lateral\0${password}`).toString('base64');
  const heard = await converse(port, ['EHLO localhost', `AUTH PLAIN ${credentials}`, 'QUIT'], { serverSpeaksFirst: true });
  return heard?.includes('\r\n235 ') ?? false;
}

/** @param {Surroundings} at */
export async function mailIsUp(at) {
  const port = readPorts(at.folders.folder).smtp;
  return port !== undefined && mailAnswers(port, at.password);
}
