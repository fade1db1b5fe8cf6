import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { join } from 'node:path';
import { DESK_PATHS, STATIC_PAGES } from '@lateral/contracts';
import { peopleWorld, type PeopleWorld } from '../world/people-world.js';
import { browserAt, Wire } from './chromium.js';
import { builtPages } from './pages.js';

/* F18: where JavaScript is off, nothing that anybody types goes anywhere; and the pages that need none are for everybody. */
const ORIGIN = 'http://localhost';
const CANARY = 'quokka-lantern-Ystradgynlais';
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const SHOTS = process.env['LATERAL_SHOTS'];
/** Static pages in the languages, as they are reached. */
const PAGES = STATIC_PAGES.flatMap((page) => (['en', 'cy'] as const).map((language) => ({ page, language })));

let world: PeopleWorld;
let wire: Wire;
let browser: Browser;

beforeAll(async () => {
  world = await peopleWorld({ settings: { HUB_PAGES: await builtPages() } });
  wire = await Wire.to(world.door.hub.port);
  browser = await browserAt(wire.port);
}, 180_000);
afterAll(async () => {
  await browser.close();
  await wire.end();
  await world.end();
});

async function inBrowser<T>(options: Parameters<Browser['newContext']>[0], act: (page: Page, context: BrowserContext) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ locale: 'en-GB', ...options });
  try {
    return await act(await context.newPage(), context);
  } finally {
    await context.close();
  }
}

/** Types into whatever takes words, or else into the page, and presses Enter on it. */
async function typeAnywhere(page: Page): Promise<number> {
  const fields = page.locator('input, textarea, select, [contenteditable], form, button');
  const count = await fields.count();
  await page.locator('body').click({ position: { x: 2, y: 2 } });
  await page.keyboard.type(CANARY);
  await page.keyboard.press('Control+Enter');
  return count;
}

describe('with JavaScript off', () => {
  it('every address of the desk says that it needs JavaScript, in both languages, and takes no words', async () => {
    await inBrowser({ javaScriptEnabled: false }, async (page) => {
      for (const path of ['/', ...DESK_PATHS.flatMap((part) => [`/${part}`, `/${part}/new/why`])]) {
        await page.goto(`${ORIGIN}${path}`);
        const headings = await page.locator('noscript :is(h1, h2), h1, h2').allInnerTexts();
        expect([path, headings, await typeAnywhere(page)]).toEqual([path, ['Lateral needs JavaScript', 'Mae angen JavaScript ar Lateral'], 0]);
      }
      await page.getByRole('link', { name: /^Cymorth/ }).click();
      expect([await page.locator('h1').innerText(), await page.locator('html').getAttribute('lang')]).toEqual(['Cymorth', 'cy']);
    });
    expect([wire.sent.includes(CANARY), wire.sent.includes('POST ')]).toEqual([false, false]);
  }, 120_000);

  it('the static pages read as they are, in the language that was chosen once', async () => {
    await inBrowser({ javaScriptEnabled: false }, async (page, context) => {
      for (const path of STATIC_PAGES) {
        await page.goto(`${ORIGIN}/${path}?lng=en`);
        const english = await page.locator('h1').allInnerTexts();
        await page.getByRole('link', { name: 'Cymraeg' }).click();
        const welsh = await page.locator('h1').allInnerTexts();
        expect([path, english.length, welsh.length, english[0] === welsh[0], await page.locator('html').getAttribute('lang'), await page.title(), await typeAnywhere(page)]).toEqual([path, 1, 1, false, 'cy', `${welsh[0] ?? ''} – Lateral`, 0]);
      }
      await page.goto(`${ORIGIN}/privacy`);
      expect(await page.locator('html').getAttribute('lang')).toBe('cy');
      expect((await context.cookies()).map(({ name, value }) => `${name}=${value}`)).toEqual(['lng=cy']);
    });
    expect(wire.sent.includes(CANARY)).toBe(false);
  }, 120_000);

  it('somebody gets as far as their own agency\'s sign-in by a link, and is told why they came back', async () => {
    await inBrowser({ javaScriptEnabled: false }, async (page, context) => {
      await page.goto(`${ORIGIN}/sign-in`);
      expect(await page.locator('main li a').allInnerTexts()).toEqual(['csc-north', 'police-north', 'school-north']);
      const start = await page.getByRole('link', { name: 'police-north' }).getAttribute('href');
      expect(start).toBe('/v1/sign-in/start?agency=police-north');
      await page.goto(`${ORIGIN}/v1/sign-in/callback?error=access_denied`);
      await page.goto(`${ORIGIN}/sign-in`);
      await page.getByText('You were not signed in.').waitFor();
      expect((await context.cookies()).filter(({ name }) => name === 'lateral-notice')).toEqual([]);
    });
  }, 60_000);
});

describe('the static pages', () => {
  it('have nothing that axe would object to, on a wide and a narrow screen, and never scroll sideways', async () => {
    for (const viewport of [{ width: 1280, height: 800 }, { width: 320, height: 640 }]) {
      await inBrowser({ viewport }, async (page) => {
        const complaints: string[] = [];
        page.on('console', (message) => { if (message.type() === 'error' && !/status of (?:404|503)/u.test(message.text())) complaints.push(message.text()); });
        for (const { page: name, language } of PAGES) {
          await page.goto(`${ORIGIN}/${name}?lng=${language}`);
          const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
          const isWide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
          expect([name, language, viewport.width, violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`), isWide, complaints]).toEqual([name, language, viewport.width, [], false, []]);
          if (SHOTS !== undefined) await page.screenshot({ path: join(SHOTS, `static-${name}-${language}-${viewport.width}.png`), fullPage: true });
        }
      });
    }
  }, 180_000);
});
