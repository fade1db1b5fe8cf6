// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

// Below 32768: above it the kernel hands out ports for outgoing connections, and a server then finds its port in use now and then.
const lowest = 20_000;
const highest = 32_700;

/** @typedef {'postgres' | 'redis' | 'smtp' | 'hub' | 'ledger' | 'key-ledger' | 'courier' | 'identity-provider'} PortName */

/**
 * @param {string} folder
 * @returns {Partial<Record<PortName, number>>}
 */
export function readPorts(folder) {
  const path = join(folder, 'ports.json');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}

/**
 * The port kept under a name when it is free, another one otherwise: for a server that is about to start.
 * @param {string} folder
 * @param {PortName} name
 */
export async function freePortOf(folder, name) {
  const kept = readPorts(folder)[name];
  return kept !== undefined && (await isFree(kept)) ? kept : choosePort(folder, name);
}

/**
 * Chooses a free port and keeps it. The search begins at a place that depends on the folder, so two checkouts seldom meet.
 * @param {string} folder
 * @param {PortName} name
 */
async function choosePort(folder, name) {
  const taken = new Set(Object.values(readPorts(folder)));
  const seed = createHash('sha256').update(`${folder} ${name}`).digest().readUInt32BE();
  for (let step = 0; step < highest - lowest; step += 1) {
    const port = lowest + ((seed + step * 7) % (highest - lowest));
    if (taken.has(port) || !(await isFree(port))) continue;
    keepPort(folder, name, port);
    return port;
  }
  throw new Error('no free port below 32768');
}

/**
 * @param {string} folder
 * @param {PortName} name
 * @param {number} port
 */
function keepPort(folder, name, port) {
  const path = join(folder, 'ports.json');
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify({ ...readPorts(folder), [name]: port }, undefined, 2)}\n`);
  renameSync(draft, path);
}

/**
 * Free on both loopback addresses: a server on `::1` alone would otherwise answer for `localhost`.
 * @param {number} port
 */
async function isFree(port) {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port, '::1'));
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>}
 */
function canListen(port, host) {
  return new Promise((answer) => {
    const server = createServer();
    server.once('error', (error) => answer(/** @type {NodeJS.ErrnoException} */ (error).code !== 'EADDRINUSE'));
    server.listen({ port, host, exclusive: true }, () => server.close(() => answer(true)));
  });
}
