// @ts-check
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { giveToServer, makeServerFolder, serverIdentity } from './folders.mjs';
import { converse } from './loopback-line.mjs';
import { freePortOf, readPorts } from './ports.mjs';
import { lastLines, startServer, until } from './processes.mjs';
import { redisProgram } from './redis-programs.mjs';
import { SetupFailure } from './setup-failure.mjs';

/** @typedef {import('./postgres.mjs').Surroundings} Surroundings */

/** @param {Surroundings} at */
export const redisData = (at) => join(at.folders.home, 'redis');

/**
 * Brings up the folder's Redis and returns its address; undefined where no Redis can be had.
 * @param {Surroundings} at
 * @returns {Promise<string | undefined>}
 */
export async function upRedis(at) {
  const port = readPorts(at.folders.folder).redis;
  if (port !== undefined && (await redisAnswers(port, at.password))) return urlOf(port, at.password);
  const program = redisProgram(at.folders.home, at.log);
  if (program === undefined) return undefined;
  makeServerFolder(redisData(at));
  return startRedis(at, program);
}

/**
 * Ends the folder's Redis in order: it writes what it holds. One that does not know our password is not ours and is left alone.
 * @param {Surroundings} at
 */
export async function downRedis(at) {
  const port = readPorts(at.folders.folder).redis;
  if (port === undefined || !(await redisAnswers(port, at.password))) return;
  await converse(port, [`AUTH ${at.password}`, 'SHUTDOWN']);
  await until(async () => !(await redisAnswers(port, at.password)), 10_000);
}

/**
 * @param {Surroundings} at
 * @param {import('./redis-programs.mjs').RedisProgram} program
 */
async function startRedis(at, program) {
  const log = join(at.folders.logs, 'redis.log');
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const port = await freePortOf(at.folders.folder, 'redis');
    const file = writeSettings(at, port);
    const server = startServer(program.command, [file], { log, cwd: '/', env: program.env, ...serverIdentity });
    // The port's answer decides, not the program's: Redis reports success before it has bound its port.
    const answer = await until(async () => (await redisAnswers(port, at.password)) ? 'up' : server.ended && 'ended', 20_000);
    if (answer === 'up') return urlOf(port, at.password);
    if (!/already in use/u.test(lastLines(log, 8))) break;
  }
  throw new SetupFailure(`Redis does not start (${log} ends: ${lastLines(log)})`, 'node tools/services/services.mjs down && npm start');
}

/**
 * In a file that only the server reads: an argument would show the password in the process list.
 * @param {Surroundings} at
 * @param {number} port
 */
function writeSettings(at, port) {
  const file = join(redisData(at), 'redis.conf');
  const settings = [
    'bind 127.0.0.1', `port ${port}`, 'protected-mode yes', `requirepass ${at.password}`, 'daemonize no', `dir ${redisData(at)}`,
    // Postgres is the record and Redis a cache of work that can be made again: one second of it may be lost, none may be evicted.
    'appendonly yes', 'appendfsync everysec', 'save ""', 'maxmemory-policy noeviction',
  ];
  writeFileSync(file, `${settings.join('\n')}\n`, { mode: 0o600 });
  giveToServer(file);
  return file;
}

/**
 * @param {number} port
 * @param {string} password
 */
const urlOf = (port, password) => `redis://:${password}@127.0.0.1:${port}`;

/**
 * Does a server on this port know the folder's password, and refuse another one? A Redis without a password would take any.
 * @param {number} port
 * @param {string} password
 */
async function redisAnswers(port, password) {
  const right = await converse(port, [`AUTH ${password}`, 'PING']);
  if (right !== '+OK\r\n+PONG\r\n') return false;
  const unnamed = await converse(port, ['PING']);
  return unnamed?.startsWith('-NOAUTH') ?? false;
}

/** @param {Surroundings} at */
export async function redisIsUp(at) {
  const port = readPorts(at.folders.folder).redis;
  return port !== undefined && redisAnswers(port, at.password);
}
