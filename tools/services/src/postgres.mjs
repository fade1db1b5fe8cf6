// @ts-check
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { giveToServer, makeServerFolder, serverIdentity } from './folders.mjs';
import { freePortOf, readPorts } from './ports.mjs';
import { postgresPrograms } from './postgres-programs.mjs';
import { commandLine, endProcess, isAlive, isZombie, lastLines, startServer, until } from './processes.mjs';
import { SetupFailure } from './setup-failure.mjs';

/**
 * `postgresEnvironment`: variables for the server alone, such as LD_PRELOAD for a measurement. One that is up already keeps its own.
 * @typedef {{ folders: import('./folders.mjs').Folders, password: string, log: (line: string) => void, postgresEnvironment?: Record<string, string> | undefined }} Surroundings
 */

export const superuser = 'lateral';

// Named even where they are the default: an acknowledged commit must survive, and a test asserts that it is so.
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  password_encryption: 'scram-sha-256',
  max_connections: '300',
  shared_buffers: '128MB',
  max_wal_size: '1GB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Parameters of statements are never logged: they hold ciphertext and pseudonyms.
  log_parameter_max_length_on_error: '0',
  log_error_verbosity: 'terse', // Its details quote the values of a row.
  log_statement: 'none',
};

/** @param {Surroundings} at */
export const postgresData = (at) => join(at.folders.home, 'postgres');

/**
 * Brings up the folder's Postgres and returns the superuser's address of the database `postgres`.
 * @param {Surroundings} at
 * @returns {Promise<string>}
 */
export async function upPostgres(at) {
  const port = readPorts(at.folders.folder).postgres;
  if (port !== undefined && (await answersAsOurs(port, at.password))) return urlOf(port, at.password);
  const programs = postgresPrograms();
  await downPostgres(at);
  prepareData(at, programs);
  return startPostgres(at, programs);
}

/**
 * Ends the folder's Postgres, whichever process started it. Waits for the last checkpoint.
 * @param {Surroundings} at
 */
export async function downPostgres(at) {
  const pid = postmasterPid(at);
  if (pid !== undefined && commandLine(pid)?.includes(postgresData(at))) await endProcess(pid, 'SIGINT', 30_000);
}

/**
 * The process id in the data folder's lock file, live or left behind.
 * @param {Surroundings} at
 */
export function postmasterPid(at) {
  const path = join(postgresData(at), 'postmaster.pid');
  if (!existsSync(path)) return undefined;
  const pid = Number(readFileSync(path, 'utf8').split('\n')[0]);
  return Number.isInteger(pid) && pid > 1 ? pid : undefined;
}

/**
 * Does a server on this port know the folder's password as the superuser's? Anything else there is not ours.
 * @param {number} port
 * @param {string} password
 */
async function answersAsOurs(port, password) {
  const client = new pg.Client({ connectionString: urlOf(port, password), connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * @param {number} port
 * @param {string} password
 */
const urlOf = (port, password) => `postgres://${superuser}:${password}@127.0.0.1:${port}/postgres`;

/**
 * Makes the data folder. One that was made under another password belongs to a `.services` folder that was deleted since; nobody can
 * sign in to it any more, and it is made anew.
 * @param {Surroundings} at
 * @param {string} programs
 */
function prepareData(at, programs) {
  const data = postgresData(at);
  const mark = join(at.folders.home, 'postgres-made-for');
  const digest = createHash('sha256').update(at.password).digest('hex');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === digest && existsSync(join(data, 'PG_VERSION'))) return;
  rmSync(data, { recursive: true, force: true });
  makeServerFolder(data);
  const passwordFile = join(at.folders.home, 'postgres-password');
  writeFileSync(passwordFile, at.password, { mode: 0o600 });
  giveToServer(passwordFile);
  try {
    const how = ['--auth=scram-sha-256', `--username=${superuser}`, `--pwfile=${passwordFile}`, '--encoding=UTF8', '--locale-provider=builtin', '--locale=C.UTF-8', '--data-checksums'];
    execFileSync(join(programs, 'bin/initdb'), ['-D', data, ...how], { ...serverIdentity, cwd: '/', stdio: 'pipe', env: plainEnvironment() });
  } catch (error) {
    throw new Error(`initdb failed: ${/** @type {{ stderr?: Buffer }} */ (error).stderr?.toString() ?? String(error)}`, { cause: error });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  writeFileSync(mark, digest);
}

// PG* variables of the person at the keyboard (PGPORT, PGDATA, PGOPTIONS) must not reach our server.
const plainEnvironment = () => ({ PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' });

/**
 * Starts, and starts again where the reason passes: a killed predecessor that its parent has not reaped yet still holds
 * `postmaster.pid`, and somebody else may take the port between our look and the server's.
 * @param {Surroundings} at
 * @param {string} programs
 */
async function startPostgres(at, programs) {
  const data = postgresData(at);
  const log = join(at.folders.logs, 'postgres.log');
  const end = performance.now() + 30_000;
  while (performance.now() < end) {
    removeForeignLock(at);
    const port = await freePortOf(at.folders.folder, 'postgres');
    const options = Object.entries({ ...settings, port }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const server = startServer(join(programs, 'bin/postgres'), ['-D', data, ...options], { log, cwd: '/', env: { ...plainEnvironment(), ...at.postgresEnvironment }, ...serverIdentity });
    const answer = await until(async () => (await answersAsOurs(port, at.password)) ? 'up' : server.ended && 'ended', 25_000);
    if (answer === 'up') return urlOf(port, at.password);
    if (!/lock file .* already exists|shared memory block|could not bind|already in use/u.test(lastLines(log, 8))) break;
    const pid = postmasterPid(at);
    await until(() => pid === undefined || !isZombie(pid), 2_000);
  }
  throw new SetupFailure(`Postgres does not start (${log} ends: ${lastLines(log)})`, 'node tools/services/services.mjs down && npm start');
}

/**
 * A lock file whose pid now belongs to some other program is a leftover of a kill; Postgres itself would refuse to start. A lock that a
 * live Postgres of ours holds is left alone.
 * @param {Surroundings} at
 */
function removeForeignLock(at) {
  const pid = postmasterPid(at);
  if (pid === undefined || !isAlive(pid)) return;
  const command = commandLine(pid);
  if (command !== undefined && !command.includes(postgresData(at))) rmSync(join(postgresData(at), 'postmaster.pid'), { force: true });
}

/** @param {Surroundings} at */
export async function postgresIsUp(at) {
  const port = readPorts(at.folders.folder).postgres;
  return port !== undefined && answersAsOurs(port, at.password);
}
