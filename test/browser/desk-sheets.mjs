// @ts-check
// `npm run desk:sheets -- [WORD]`: a picture of every state of the desk (those whose name has WORD), in English and Welsh, at 1280 and 320
// pixels and as printed, twelve to a sheet, in .services/desk-sheets. Somebody looks through them; what scrolls sideways is listed.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { checkout } from '../../tools/services/src/folders.mjs';
import { buildStates, listStates, serveStates, showState } from '../../tools/services/src/desk-states.mjs';
import { endWith, SetupFailure } from '../../tools/services/src/setup-failure.mjs';

const PROGRAM = '/usr/bin/chromium';
const folder = join(checkout, '.services/desk-sheets');
const A_SHEET = 12;
/** Of each page so much is shown, in pixels of the page; what is longer goes on unseen. */
const MOST_HEIGHT = 2_400;
/** @type {{ name: string, width: number, media: 'screen' | 'print', shown: number }[]} */
const WAYS = [{ name: 'wide', width: 1280, media: 'screen', shown: 480 }, { name: 'narrow', width: 320, media: 'screen', shown: 240 }, { name: 'print', width: 794, media: 'print', shown: 480 }];

/** @typedef {{ label: string, picture: string }} Shot */

try {
  if (!existsSync(PROGRAM)) throw new SetupFailure(`${PROGRAM} is not there`, 'apt-get install chromium');
  await buildStates();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const browser = await chromium.launch({ executablePath: PROGRAM, args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])] });
  try {
    await shootAll(browser, process.argv[2] ?? '');
  } finally {
    await browser.close();
  }
} catch (failure) {
  endWith(failure);
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} word
 */
async function shootAll(browser, word) {
  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' });
  await serveStates(context);
  const page = await context.newPage();
  const states = (await listStates(page)).filter(({ name }) => name.includes(word));
  const sheets = new Map(WAYS.flatMap(({ name }) => ['en', 'cy'].map((language) => [`${name}-${language}`, /** @type {Shot[]} */ ([])])));
  for (const state of states) {
    for (const problem of await shoot(page, state, sheets)) process.stdout.write(`${state.name} (${state.language}): ${problem}\n`);
  }
  const sheet = await browser.newPage();
  for (const [name, shots] of sheets) {
    const { shown } = WAYS.find((way) => name.startsWith(way.name)) ?? { shown: 480 };
    for (let at = 0; at < shots.length; at += A_SHEET) await draw(sheet, { shots: shots.slice(at, at + A_SHEET), shown, path: join(folder, `${name}-${String(at / A_SHEET + 1).padStart(2, '0')}.png`) });
  }
  process.stdout.write(`${states.length / 2} states: ${folder}\n`);
}

/**
 * @param {import('playwright-core').Page} page
 * @param {import('../../tools/services/src/desk-states.mjs').ListedState} state
 * @param {Map<string, Shot[]>} sheets
 * @returns {Promise<string[]>} what is wrong with it
 */
async function shoot(page, state, sheets) {
  const problems = [];
  try {
    await page.setViewportSize({ width: 1280, height: 900 });
    await showState(page, state);
    for (const { name, width, media } of WAYS.filter((way) => way.media === 'screen' || state.isPrinted)) {
      await page.emulateMedia({ media });
      await page.setViewportSize({ width, height: 800 });
      const { wide, high } = await page.evaluate(() => {
        const { scrollWidth, clientWidth, scrollHeight } = globalThis.document.documentElement;
        return { wide: scrollWidth - clientWidth, high: scrollHeight };
      });
      if (wide > 0) problems.push(`scrolls sideways by ${wide} at ${width}`);
      const picture = await page.screenshot({ fullPage: true, type: 'jpeg', quality: 70, clip: { x: 0, y: 0, width, height: Math.min(high, MOST_HEIGHT) } });
      sheets.get(`${name}-${state.language}`)?.push({ label: state.name, picture: picture.toString('base64') });
    }
    await page.emulateMedia({ media: 'screen' });
  } catch (failure) {
    problems.push(String(failure).split('\n')[0] ?? '');
  }
  return problems;
}

/**
 * @param {import('playwright-core').Page} page
 * @param {{ shots: Shot[], shown: number, path: string }} sheet
 */
async function draw(page, { shots, shown, path }) {
  const columns = shown > 300 ? 4 : 6;
  await page.setViewportSize({ width: columns * (shown + 16) + 16, height: 600 });
  await page.setContent(`<style>body{margin:8px;font:14px sans-serif;background:#888}main{display:grid;grid-template-columns:repeat(${columns},${shown}px);gap:16px;align-items:start}figure{margin:0;background:#fff}figcaption{background:#ff0;padding:2px 6px}img{width:100%;display:block}</style>
<main>${shots.map(({ label, picture }) => `<figure><figcaption>${label}</figcaption><img alt="" src="data:image/jpeg;base64,${picture}"></figure>`).join('')}</main>`);
  await page.screenshot({ path, fullPage: true });
}
