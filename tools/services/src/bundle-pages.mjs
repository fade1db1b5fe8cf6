// @ts-check
// Makes the pages that people see, with the desk's own build, and puts them where they are served from. Sources are read as they are, so
// nothing has to be compiled first. The build takes seconds, so it runs only where something changed since the last.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkout } from './folders.mjs';
import { SetupFailure } from './setup-failure.mjs';

const desk = join(checkout, 'apps/desk');
const built = join(desk, 'dist');
/** Inside the hub's bundle, which serves them: an image of it has them with no further word. */
const pagesFolder = join(checkout, 'apps/hub/dist/bundle/pages');
/** What an operator put there stays: the pin of a root that is not the hub's to say. */
const PIN = 'pin.json';
const STAMP = 'stamp.json';
/** Not of the build: what it makes, and the state page, which has one of its own. */
const OUTPUTS = new Set(['dist', 'types', 'node_modules', 'states']);

/**
 * Puts the pages as the sources now are into a folder, whole or not at all; what lay there before is gone.
 * @param {string} [folder]
 */
export async function bundlePages(folder = pagesFolder) {
  if (!isFresh()) await build();
  const coming = `${folder}.${process.pid}`;
  cpSync(built, coming, { recursive: true });
  rmSync(join(coming, STAMP));
  if (existsSync(join(folder, PIN))) cpSync(join(folder, PIN), join(coming, PIN));
  replace(folder, coming);
}

/** What the build is made of: the desk, the libraries it uses, and packages by their lock. */
function inputs() {
  const libraries = readdirSync(join(checkout, 'libs')).map((name) => join(checkout, 'libs', name, 'src'));
  return [desk, ...libraries.filter((folder) => existsSync(folder))].flatMap(filesIn);
}

/**
 * Files and folders: of a file that is gone, its folder tells. Tests are part of no build.
 * @param {string} folder
 * @returns {string[]}
 */
function filesIn(folder) {
  return [folder, ...readdirSync(folder, { withFileTypes: true }).filter(({ name }) => folder !== desk || !OUTPUTS.has(name)).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : /\.spec\.tsx?$/u.test(entry.name) ? [] : [path];
  })].filter((path) => path !== desk);
}

function lockDigest() {
  return createHash('sha256').update(readFileSync(join(checkout, 'package-lock.json'))).digest('hex');
}

function isFresh() {
  const file = join(built, STAMP);
  if (!existsSync(file)) return false;
  /** @type {{ made: number, lock: string }} */
  const { made, lock } = JSON.parse(readFileSync(file, 'utf8'));
  return lock === lockDigest() && inputs().every((path) => (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) < made);
}

/** In a process of its own: a test that asks for pages is no place for a bundler, and its NODE_ENV would be built in. */
async function build() {
  const made = performance.timeOrigin + performance.now();
  const coming = join(checkout, '.services', `desk-${process.pid}`);
  mkdirSync(dirname(coming), { recursive: true, mode: 0o700 });
  const child = spawn(process.execPath, [join(checkout, 'node_modules/vite/bin/vite.js'), 'build', '--outDir', coming, '--emptyOutDir'], {
    cwd: desk, env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' }, stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaints = '';
  child.stderr.on('data', (part) => (complaints += part));
  const code = await new Promise((answer) => child.once('close', answer));
  if (code !== 0) throw new SetupFailure(`the desk does not build (${complaints.trim().split('\n').slice(0, 8).join(' ')})`, 'npm run build');
  writeFileSync(join(coming, STAMP), JSON.stringify({ made, lock: lockDigest() }));
  replace(built, coming);
}

/**
 * @param {string} folder
 * @param {string} coming
 */
function replace(folder, coming) {
  const going = `${coming}.old`;
  mkdirSync(dirname(folder), { recursive: true });
  if (existsSync(folder)) renameSync(folder, going);
  renameSync(coming, folder);
  rmSync(going, { recursive: true, force: true });
}
