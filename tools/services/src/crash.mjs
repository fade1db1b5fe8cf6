// @ts-check
import { openFolders, passwordOf } from './folders.mjs';
import { converse } from './loopback-line.mjs';
import { readPorts } from './ports.mjs';
import { postgresData, postmasterPid } from './postgres.mjs';
import { commandLine, endProcess } from './processes.mjs';

/**
 * Ends a server of a folder as a crash would (SIGKILL), for drills; `up` on the same folder brings it back on the same port.
 * @param {'postgres' | 'redis'} server
 * @param {string} folder a folder of the caller's own, never that of a checkout
 */
export async function crash(server, folder) {
  const at = { folders: openFolders(folder), password: passwordOf(folder), log: () => undefined };
  const pid = server === 'postgres' ? postmasterPid(at) : await redisPid(folder, at.password);
  // Pids are used again: what does not look like the server of this folder is left alone.
  const command = pid === undefined ? undefined : commandLine(pid);
  const isOurs = server === 'postgres' ? command?.includes(postgresData(at)) : command?.includes(`127.0.0.1:${readPorts(folder).redis}`);
  if (pid === undefined || isOurs !== true) throw new Error(`the ${server} of this folder is not up`);
  await endProcess(pid, 'SIGKILL');
}

/**
 * Redis tells its pid to whoever knows the password.
 * @param {string} folder
 * @param {string} password
 */
async function redisPid(folder, password) {
  const port = readPorts(folder).redis;
  const told = port === undefined ? undefined : await converse(port, [`AUTH ${password}`, 'INFO server']);
  const pid = Number(/process_id:(\d+)/u.exec(told ?? '')?.[1]);
  return Number.isInteger(pid) && pid > 1 ? pid : undefined;
}
