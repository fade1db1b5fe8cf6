// @ts-check
// Makes of each app's compiled files, and of every package they use, one file that Node reads at once, and keeps beside it what V8 made
// of it. An app starts from it in a third of the time, and holds less memory, than from some two thousand modules.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { contents } from './bundle-contents.mjs';
import { bundlePages } from './bundle-pages.mjs';
import { checkout } from './folders.mjs';
import { SetupFailure } from './setup-failure.mjs';

const own = ['bundle.mjs', 'bundle-contents.mjs', 'launcher.cjs'].map((name) => join('tools/services/src', name));
const { nodeArguments } = JSON.parse(readFileSync(join(checkout, 'config/processes.json'), 'utf8'));

/** Files of the project, as against packages. */
const ours = /^(?:libs|apps|test)\//u;

/** @param {string} path */
const read = (path) => readFileSync(join(checkout, path), 'utf8');

/** @typedef {{ surroundings: string, made: number, inputs: string[] }} Stamp */

/** What played cases start instead of the apps: the apps with the clock of the case, in one bundle. */
const played = 'play';
const partsOfPlayed = ['@lateral/hub', '@lateral/courier', '@lateral/ledger'];

/** @param {string} app */
const homeOf = (app) => (app === played ? 'test/play' : `apps/${app}`);

/**
 * Bundles the apps named, all of them and the processes of played cases by default, those whose compiled files have changed. The desk
 * runs in browsers: its pages are made with the hub, which serves them.
 * @param {string[]} [apps]
 */
export async function bundleApps(apps = [...readdirSync(join(checkout, 'apps')), played]) {
  await Promise.all(apps.map(async (app) => {
    if (app === 'desk') return;
    if (!isFresh(app)) await bundle(app);
    if (app === 'hub') await bundlePages();
  }));
}

/** What decides about a bundle beside the app's files. npm gives files any time it likes, so packages count by the lock. */
function surroundings() {
  return [process.version, process.arch, JSON.stringify(nodeArguments), createHash('sha256').update(read('package-lock.json')).digest('hex')].join(' ');
}

/** @param {string} app */
function isFresh(app) {
  const file = `${homeOf(app)}/dist/bundle/stamp.json`;
  if (!existsSync(join(checkout, file))) return false;
  /** @type {Stamp} */
  const stamp = JSON.parse(read(file));
  return stamp.surroundings === surroundings() && [...own, ...stamp.inputs].every((input) => (statSync(join(checkout, input), { throwIfNoEntry: false })?.mtimeMs ?? Infinity) < stamp.made);
}

/**
 * Beside an app that reads config/ lies what its files say, so that a start need not parse and check what was found right here.
 * Where a file is wrong there is nothing to keep: the start says what and where.
 * @param {string} folder
 * @returns {Promise<string[]>} what makes it stale: files and folders of config/
 */
async function keepReadings(folder) {
  /** @type {typeof import('@lateral/platform/config')} */
  const { ConfigFault, KNOWN_CONFIG_FILE, recordKnownConfig } = await import(String(pathToFileURL(join(checkout, 'libs/platform/dist/config/index.js'))));
  try {
    put(folder, KNOWN_CONFIG_FILE, await recordKnownConfig(join(checkout, 'config')));
  } catch (failure) {
    if (!(failure instanceof ConfigFault)) throw failure;
    rmSync(join(folder, KNOWN_CONFIG_FILE), { force: true });
  }
  return readdirSync(join(checkout, 'config'), { recursive: true, encoding: 'utf8' }).map((name) => join('config', name));
}

/** @param {string} app */
function entriesOf(app) {
  return readdirSync(join(checkout, homeOf(app), 'dist')).filter((name) => /^(?:[\w-]+\.)?main\.js$/u.test(name)).map((name) => name.replace(/\.js$/u, ''));
}

// The app's parts are loaded with the bundle, so that their compiled code is kept with it; an entry point only when it is called.
/** @param {string} app */
function entrySource(app) {
  const parts = app === played ? partsOfPlayed : ['./index.js'];
  return [...parts.map((part) => `import '${part}';`), ...entriesOf(app).map((entry) => `export const ${nameOf(entry)} = () => { require('./${entry}.js'); };`)].join('\n');
}

/** @param {string} entry */
const nameOf = (entry) => entry.replaceAll(/\W/gu, '_');

/** @param {string} app */
async function bundle(app) {
  const made = performance.timeOrigin + performance.now();
  const folder = join(checkout, homeOf(app), 'dist/bundle');
  const { code, map, inputs } = await bundledCode(app);
  const name = `app-${createHash('sha256').update(code).digest('hex').slice(0, 16)}`;
  mkdirSync(folder, { recursive: true });
  put(folder, 'launcher.cjs', read('tools/services/src/launcher.cjs'));
  put(folder, `${name}.cjs`, code);
  put(folder, `${name}.places.json`, JSON.stringify(placesOf(code, map)));
  await keepCompiled(folder, name);
  const readings = inputs.some((input) => input.startsWith('libs/platform/dist/config/')) ? await keepReadings(folder) : [];
  for (const entry of entriesOf(app)) put(folder, `${entry}.cjs`, `require('./launcher.cjs').load('${name}').entries.${nameOf(entry)}();\n`);
  /** @type {Stamp} */
  const stamp = { surroundings: surroundings(), made, inputs: [...inputs, ...readings] };
  put(folder, 'stamp.json', JSON.stringify(stamp));
  for (const old of readdirSync(folder)) if (old.startsWith('app-') && !old.startsWith(name)) rmSync(join(folder, old), { force: true });
}

/**
 * A process that starts meanwhile finds the old file or the new one, never half of it.
 * @param {string} folder
 * @param {string} name
 * @param {string | Uint8Array} content
 */
function put(folder, name, content) {
  const passing = join(folder, `${process.pid}-${name}`);
  writeFileSync(passing, content);
  renameSync(passing, join(folder, name));
}

/**
 * @param {string} app
 * @returns {Promise<{ code: string, map: string, inputs: string[] }>} inputs are files of ours
 */
async function bundledCode(app) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: entrySource(app), resolveDir: join(checkout, homeOf(app), 'dist') },
    absWorkingDir: checkout, outfile: join(checkout, homeOf(app), 'dist/bundle/app.cjs'), write: false, metafile: true, logLevel: 'error',
    bundle: true, platform: 'node', format: 'cjs', target: `node${process.versions.node}`, charset: 'ascii', legalComments: 'none',
    sourcemap: 'external', sourcesContent: false, plugins: [contents],
    define: { 'import.meta.url': 'bundleAddress' }, banner: { js: "const bundleAddress = require('node:url').pathToFileURL(__filename).href;" },
    supported: { 'dynamic-import': false },
  });
  const textOf = (/** @type {string} */ end) => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? '';
  return { code: inAscii(textOf('.cjs')), map: textOf('.map'), inputs: Object.keys(metafile.inputs).filter((input) => ours.test(input) && !input.includes('node_modules')) };
}

/**
 * The launcher reads a byte as a letter. What the bundler leaves as it is, patterns and remarks, is written as strings are.
 * @param {string} code
 */
export function inAscii(code) {
  return code.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * For each stretch of the bundle that is ours: the source file, and the line in it of each line.
 * @param {string} code
 * @param {string} map
 */
export function placesOf(code, map) {
  const sources = new SourceMap(JSON.parse(map));
  /** @type {string[]} */
  const files = [];
  /** @type {{ from: number, file: number, lines: number[] }[]} */
  const ranges = [];
  let isOurs = false;
  for (const [index, line] of code.split('\n').entries()) {
    const heading = /^ *\/\/ (\S+\.js)$/u.exec(line)?.[1];
    if (heading !== undefined) {
      isOurs = ours.test(heading) && !heading.includes('node_modules');
      if (isOurs) {
        files.push(heading.replace('/dist/', '/src/').replace(/\.js$/u, '.ts'));
        ranges.push({ from: index + 2, file: files.length - 1, lines: [] });
      }
    } else if (isOurs) {
      const entry = sources.findEntry(index, line.search(/\S|$/u) + 1);
      ranges.at(-1)?.lines.push('originalLine' in entry ? entry.originalLine + 1 : 0);
    }
  }
  return { files, ranges };
}

/**
 * Loads the bundle in a process started as the app will be, and keeps what V8 compiled; no entry point is called.
 * @param {string} folder
 * @param {string} name
 */
async function keepCompiled(folder, name) {
  const program = `const { script } = require('./launcher.cjs').load('${name}'); process.stdout.write(script.createCachedData(), () => process.exit(0));`;
  const child = spawn(process.execPath, [...nodeArguments, '--eval', program], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  /** @type {Buffer[]} */
  const parts = [];
  child.stdout.on('data', (part) => parts.push(part));
  const code = await new Promise((answer) => child.once('close', answer));
  if (code !== 0) throw new SetupFailure(`the bundle of ${folder} does not load`, 'npm run build');
  put(folder, `${name}.cache`, Buffer.concat(parts));
}
