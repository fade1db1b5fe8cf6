// @ts-check
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { serverIdentity } from './folders.mjs';
import { onPath } from './processes.mjs';

const packages = ['redis-server', 'redis-tools', 'liblzf1', 'libjemalloc2', 'libatomic1'];

/**
 * @typedef {object} RedisProgram
 * @property {string} command
 * @property {NodeJS.ProcessEnv} env
 */

/**
 * A Redis or Valkey that runs here: of the machine, else Debian's package unpacked below `home`. Undefined where neither can be had.
 * @param {string} home
 * @param {(line: string) => void} log
 * @returns {RedisProgram | undefined}
 */
export function redisProgram(home, log) {
  const ofMachine = onPath('redis-server') ?? onPath('valkey-server');
  if (ofMachine !== undefined) return { command: ofMachine, env: plainEnvironment() };
  const folder = join(home, 'redis-programs');
  const unpacked = unpackedProgram(folder);
  if (unpacked !== undefined) return unpacked;
  if (onPath('apt-get') === undefined || onPath('dpkg') === undefined) return undefined;
  log('Redis: fetching the package of this system (once)');
  fetchPackages(folder);
  return unpackedProgram(folder);
}

const plainEnvironment = () => ({ PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' });

/**
 * @param {string} folder
 * @returns {RedisProgram | undefined}
 */
function unpackedProgram(folder) {
  const command = ['usr/bin/redis-server', 'usr/bin/redis-check-rdb'].map((path) => join(folder, path)).find((path) => existsSync(path));
  if (command === undefined) return undefined;
  const lib = join(folder, 'usr/lib');
  const libraries = [lib, ...readdirSync(lib).filter((name) => name.endsWith('-linux-gnu') || name.startsWith('arm-linux')).map((name) => join(lib, name))];
  const env = { ...plainEnvironment(), LD_LIBRARY_PATH: libraries.join(':') };
  try {
    execFileSync(command, ['--version'], { ...serverIdentity, cwd: '/', env, stdio: 'pipe' });
    return { command, env };
  } catch {
    return undefined;
  }
}

/**
 * Downloads and unpacks; installs nothing and needs no rights. With the machine's package lists if they serve, else with lists of our
 * own below `folder` (a bare machine has none, and only root could fetch them to their usual place).
 * @param {string} folder
 */
function fetchPackages(folder) {
  rmSync(folder, { recursive: true, force: true });
  const archives = join(folder, 'archives');
  mkdirSync(archives, { recursive: true });
  const run = (/** @type {string[]} */ args) => execFileSync('apt-get', ['-q', '-o', 'APT::Sandbox::User=', ...args], { cwd: archives, stdio: 'pipe', timeout: 120_000 });
  try {
    run(['download', ...packages]);
  } catch {
    const own = ['-o', `Dir::State=${join(folder, 'state')}`, '-o', `Dir::Cache=${join(folder, 'cache')}`, '-o', 'Dir::State::status=/var/lib/dpkg/status'];
    for (const path of ['state/lists/partial', 'cache/archives/partial']) mkdirSync(join(folder, path), { recursive: true });
    try {
      run([...own, 'update']);
      run([...own, 'download', ...packages]);
    } catch {
      return; // No network or no such package: the caller sees that there is no program, and says so.
    }
  }
  for (const name of readdirSync(archives).filter((each) => each.endsWith('.deb'))) {
    execFileSync('dpkg', ['-x', join(archives, name), folder], { stdio: 'pipe' });
  }
}
