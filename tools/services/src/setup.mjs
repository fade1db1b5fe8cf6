// @ts-check
// Runs on a machine that has Node and the clone and nothing else: it may import only what Node brings.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from './folders.mjs';
import { SetupFailure } from './setup-failure.mjs';

const lowestNode = [20, 19];

/**
 * Makes the checkout ready to run: Node is new enough, packages are installed as the lock says, and (unless `build` is false) the
 * TypeScript is built and the apps are bundled.
 * @param {{ log: (line: string) => void, build?: boolean }} options
 */
export async function setUp({ log, build = true }) {
  checkNode(process.versions.node);
  if (mustInstall()) install(log);
  if (build) await buildAll();
}

/** @param {string} version */
export function checkNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [needMajor = 0, needMinor = 0] = lowestNode;
  if (major < needMajor || (major === needMajor && minor < needMinor)) {
    throw new SetupFailure(`Node ${version} is too old, ${lowestNode.join('.')} or newer is needed`, 'installing Node 22, for instance by: npx --yes n 22');
  }
}

/**
 * npm writes `node_modules/.package-lock.json` when it is done. An install is due when that is absent or holds other versions than the
 * lock; times of files say little, for git and npm set them as they please. Packages of other platforms are optional and may be absent.
 */
function mustInstall() {
  const done = join(checkout, 'node_modules/.package-lock.json');
  if (!existsSync(done)) return true;
  const installed = packagesIn(done);
  return Object.entries(packagesIn(join(checkout, 'package-lock.json'))).some(([path, locked]) => {
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return false;
    const found = installed[path];
    return found === undefined ? !locked.optional && !locked.devOptional && !locked.peer : found.version !== locked.version;
  });
}

/**
 * @param {string} path
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }>}
 */
function packagesIn(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}

/** @param {(line: string) => void} log */
function install(log) {
  log('Installing packages (npm ci), about half a minute');
  const result = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: checkout, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  if (result.error) throw new SetupFailure('npm is not on the path', 'installing npm, which comes with Node');
  if (result.status !== 0) throw new SetupFailure(`packages could not be installed (${lastOf(result.stderr)})`, 'npm ci');
}

/** `tsc -b` knows by itself what is stale, in a third of a second; so do the bundles. */
async function buildAll() {
  const result = spawnSync(process.execPath, [join(checkout, 'node_modules/@typescript/native/bin/tsc'), '-b'], { cwd: checkout, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });
  if (result.status !== 0) throw new SetupFailure(`the build failed (${lastOf(result.stdout + result.stderr)})`, 'npx tsc -b, which prints every error');
  const { bundleApps } = await import('./bundle.mjs'); // Uses a package, which by now is there.
  await bundleApps();
}

/** @param {string} output */
const lastOf = (output) => output.trim().split('\n').slice(-3).join(' ').slice(0, 400);
