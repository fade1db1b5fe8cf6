// @ts-check
// Makes the pages that people see: two scripts, a style and a page that names them, each file named by what is in it. Sources are read
// as they are, so no build has to come first.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { checkout } from './folders.mjs';

const source = join(checkout, 'apps/desk/src');
/** Inside the hub's bundle, which serves them: an image of it has them with no further word. */
const pagesFolder = join(checkout, 'apps/hub/dist/bundle/pages');

/**
 * Writes the pages into a folder, `index.html` last, and takes out what an earlier build left there.
 * @param {string} [folder]
 */
export async function bundlePages(folder = pagesFolder) {
  const [desk, worker] = await Promise.all([scriptOf('page.main.ts'), scriptOf('crypto/worker.main.ts')]);
  const contents = new Map([['desk.js', desk], ['worker.js', worker], ['desk.css', read('pages/desk.css')], ['icon.svg', read('pages/icon.svg')]]);
  const names = new Map([...contents].map(([name, content]) => [name, hashedName(name, content)]));
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of contents) put(folder, names.get(name) ?? name, content);
  const page = read('pages/index.html')
    .replace(/\{integrity ([\w.]+)\}/gu, (_, name) => `sha384-${createHash('sha384').update(contents.get(name) ?? '').digest('base64')}`)
    .replace(/\{([\w.]+)\}/gu, (_, name) => names.get(name) ?? name);
  put(folder, 'index.html', page);
  const made = new Set([...names.values(), 'index.html', 'pin.json']);
  for (const old of readdirSync(folder)) if (!made.has(old)) rmSync(join(folder, old), { force: true });
}

/** @param {string} path */
const read = (path) => readFileSync(join(source, path), 'utf8');

/**
 * @param {string} name
 * @param {string} content
 */
function hashedName(name, content) {
  const [stem, end] = name.split('.');
  return `${stem}-${createHash('sha256').update(content).digest('hex').slice(0, 16)}.${end}`;
}

/**
 * @param {string} folder
 * @param {string} name
 * @param {string} content
 */
function put(folder, name, content) {
  const passing = join(folder, `${process.pid}-${name}`);
  writeFileSync(passing, content);
  renameSync(passing, join(folder, name));
}

/** @param {string} entry */
async function scriptOf(entry) {
  const { outputFiles } = await build({
    entryPoints: [join(source, entry)], absWorkingDir: checkout, write: false, logLevel: 'error', bundle: true, minify: true, platform: 'browser', format: 'iife', target: 'es2022',
    charset: 'utf8', legalComments: 'none', conditions: ['@lateral/source', 'browser'],
  });
  return outputFiles[0]?.text ?? '';
}
