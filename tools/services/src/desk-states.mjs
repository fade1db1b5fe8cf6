// @ts-check
// The state page (apps/desk/states): builds it, and answers a browser out of what was built. No server and no network: whatever else the
// browser asks for, it does not get.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { checkout } from './folders.mjs';
import { SetupFailure } from './setup-failure.mjs';

const desk = join(checkout, 'apps/desk');
const built = join(checkout, '.services/desk-states');
const ORIGIN = 'http://localhost';
/** @type {Record<string, string>} */
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };

/**
 * @typedef {object} ListedState
 * @property {string} name screen and state
 * @property {'en' | 'cy'} language
 * @property {string} address
 * @property {boolean} isPrinted
 */

/** In a process of its own, because the bundler takes NODE_ENV from it. */
export async function buildStates() {
  const child = spawn(process.execPath, [join(checkout, 'node_modules/vite/bin/vite.js'), 'build', '--config', 'states/vite.config.mjs'], {
    cwd: desk, env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' }, stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaints = '';
  child.stderr.on('data', (part) => (complaints += part));
  const code = await new Promise((answer) => child.once('close', answer));
  if (code !== 0) throw new SetupFailure(`the state page does not build (${complaints.trim().split('\n').slice(0, 8).join(' ')})`, 'npm run build');
}

/**
 * Has this context ask the built files, and nobody else.
 * @param {import('playwright-core').BrowserContext} context
 */
export async function serveStates(context) {
  await context.route('**/*', async (route) => {
    const { origin, pathname, searchParams } = new URL(route.request().url());
    if (origin !== ORIGIN) return route.abort();
    const file = join(built, pathname === '/' ? 'index.html' : normalize(pathname));
    if (!file.startsWith(built) || !existsSync(file) || extname(file) === '') return route.fulfill({ status: 404, body: '' });
    const body = pathname.startsWith('/static/') ? filled(readFileSync(file, 'utf8'), new Set(searchParams.getAll('so'))) : readFileSync(file);
    return route.fulfill({ body, contentType: TYPES[extname(file)] ?? 'application/octet-stream' });
  });
}

/**
 * Every state in the table, in both languages.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<ListedState[]>}
 */
export async function listStates(page) {
  await page.goto(`${ORIGIN}/`);
  await page.waitForSelector('html[data-state]');
  return page.evaluate(() => [...globalThis.document.querySelectorAll('a')].map((link) => ({ name: link.textContent, language: /** @type {'en' | 'cy'} */ (link.lang), address: link.href, isPrinted: link.dataset['print'] === 'true' })));
}

/**
 * Shows a state and waits until it stands. Throws where it does not come about.
 * @param {import('playwright-core').Page} page
 * @param {ListedState} state
 */
export async function showState(page, { name, address }) {
  const { pathname, search } = new URL(address);
  if (pathname.startsWith('/static/')) {
    await page.goto(address);
    return;
  }
  const isThere = await page.evaluate(() => 'showState' in globalThis);
  if (!isThere) await page.goto(`${ORIGIN}/`);
  await page.waitForFunction(() => 'showState' in globalThis);
  const said = await page.evaluate(async (asked) => {
    await /** @type {{ showState: (asked: string) => Promise<void> }} */ (/** @type {unknown} */ (globalThis)).showState(asked);
    globalThis.scrollTo(0, 0);
    return globalThis.document.documentElement.dataset['state'];
  }, search);
  if (said !== 'ready') throw new Error(`${name}: ${said}`);
}

const PART = /<!--when ([a-z-]+)-->((?:(?!<!--when )[\s\S])*?)<!--end-->/u;
const EACH = /<!--each agency-->([\s\S]*?)<!--end-->/gu;
const AGENCIES = [{ agency: 'council', name: 'North Wales Council children’s services' }, { agency: 'heddlu', name: 'North Wales Police (demonstration)' }];

/**
 * A page without script as the hub would fill it.
 * @param {string} template
 * @param {ReadonlySet<string>} so
 */
function filled(template, so) {
  let page = template.replace(EACH, (_, item) => AGENCIES.map(({ agency, name }) => item.replaceAll('{agency}', agency).replaceAll('{name}', name)).join(''));
  for (let part = PART.exec(page); part !== null; part = PART.exec(page)) page = page.slice(0, part.index) + (so.has(part[1] ?? '') ? part[2] : '') + page.slice(part.index + part[0].length);
  return page;
}
