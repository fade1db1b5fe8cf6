// @ts-check
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { SetupFailure } from './setup-failure.mjs';

/** Root of this checkout. */
export const checkout = resolve(import.meta.dirname, '../../..');

/** Where the embedded services of this checkout live, unless a caller names another folder. */
export const defaultFolder = join(checkout, '.services');

/** Postgres refuses to run as root, so started as root every server runs as the machine's "nobody". */
export const nobody = 65534;

export const asRoot = process.getuid?.() === 0;

/** How a server process is started: as "nobody" where we are root, as ourselves otherwise. */
export const serverIdentity = asRoot ? { uid: nobody, gid: nobody } : {};

/**
 * @typedef {object} Folders
 * @property {string} folder the checkout's `.services` (ports, password, logs, mail)
 * @property {string} home where servers keep data: `folder`, or, started as root, a folder in the system's temporary folder that "nobody" can reach
 * @property {string} logs
 * @property {string} mail
 */

/**
 * Makes the folders of one set of services and returns where they are.
 * @param {string} folder
 * @returns {Folders}
 */
export function openFolders(folder) {
  const logs = join(folder, 'logs');
  const mail = join(folder, 'mail');
  for (const each of [folder, logs, mail]) mkdirSync(each, { recursive: true, mode: 0o700 });
  return { folder, home: asRoot ? homeForRoot(folder) : folder, logs, mail };
}

/**
 * A checkout below /root cannot be reached by "nobody", so what root starts keeps its data in the system's temporary folder. That folder is
 * writable by everybody: a name that somebody else made first, or a link, is refused.
 * @param {string} folder
 */
function homeForRoot(folder) {
  const remembered = join(folder, 'home');
  const home = existsSync(remembered)
    ? readFileSync(remembered, 'utf8').trim()
    : join(tmpdir(), `lateral-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`);
  if (!existsSync(home)) mkdirSync(home, { mode: 0o711 });
  const found = lstatSync(home);
  if (!found.isDirectory() || found.uid !== 0) throw new SetupFailure(`${home} belongs to somebody else`, `rm -rf ${home}`);
  chmodSync(home, 0o711);
  writeFileSync(remembered, `${home}\n`);
  return home;
}

/**
 * A folder that a server may write and nobody else may read.
 * @param {string} path
 */
export function makeServerFolder(path) {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  giveToServer(path);
}

/** @param {string} path */
export function giveToServer(path) {
  if (asRoot) chownSync(path, nobody, nobody);
}

/**
 * The folder's password: made once, readable by the owner only. A server counts as ours only if it answers to it.
 * @param {string} folder
 * @returns {string}
 */
export function passwordOf(folder) {
  const path = join(folder, 'password');
  if (!existsSync(path)) writeFileSync(path, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  return readFileSync(path, 'utf8').trim();
}

/**
 * Each database role has a password of its own, so the hub's role does not open the ledger.
 * @param {string} password the folder's
 * @param {string} role
 */
export function rolePassword(password, role) {
  return createHmac('sha256', password).update(`role ${role}`).digest('base64url');
}
