import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HtmlValidate } from 'html-validate';
import type { Browser, Page } from 'playwright-core';
import { buildStates, listStates, serveStates, showState, type ListedState } from '../../tools/services/src/desk-states.mjs';
import { browserAt } from './chromium.js';

/* Every screen in every state and both languages, out of the test build: what axe, a validator and a ruler say of it. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 720 };
const validator = new HtmlValidate({ extends: ['html-validate:recommended', 'html-validate:a11y'], rules: {
  'doctype-style': 'off', 'no-trailing-whitespace': 'off',
  // How a browser writes out a page that it holds, and no word of ours.
  'attribute-boolean-style': 'off', 'attribute-empty-style': 'off', 'void-style': 'off', 'long-title': 'off',
  // GOV.UK Frontend's own markup: a link that looks like a button, a banner, a date's fieldset.
  'prefer-native-element': ['error', { exclude: ['button', 'region'] }], 'no-redundant-role': 'off',
  // React's own ids begin with a line below. A secret is kept by nobody's browser. A form that does not know yet how it goes sends nothing.
  'valid-id': ['error', { relaxed: true }], 'autocomplete-password': 'off', 'wcag/h32': 'off',
  // Boxes of one question share its name, as radios do.
  'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button', 'reset'] }],
  // Words stand beside a number in its link.
  'tel-non-breaking': 'off',
} });
/** Where people are told which pseudonym somebody has, or where no name can be had: names are sealed while keys are locked. */
const SAYS_PSEUDONYMS = /^(?:agency|account|first-use|unlock)/u;
let browser: Browser;
let page: Page;
let states: ListedState[];
const faults: string[] = [];

beforeAll(async () => {
  await buildStates();
  browser = await browserAt(9);
  const context = await browser.newContext({ viewport: WIDE, locale: 'en-GB', reducedMotion: 'reduce' });
  await serveStates(context);
  page = await context.newPage();
  states = await listStates(page);
}, 120_000);
afterAll(() => browser?.close());

describe('the state page', () => {
  it('shows every state without a fault that a machine can find, in Welsh and English by turns', async () => {
    // Each state in one of the two languages, by turns: both would be twice the time for the same markup. Sheets show both.
    for (const [at, state] of states.entries()) {
      if ((Math.floor(at / 2) + at) % 2 === 1) continue;
      const found = await look(state).catch((error: unknown) => [String(error)]);
      const said = found.map((fault) => `${state.name} (${state.language}): ${fault}`);
      for (const each of said) process.stdout.write(`${each}\n`);
      faults.push(...said);
    }
    process.stdout.write(`${states.length / 2} states\n`);
    expect(faults).toEqual([]);
  }, 900_000);
});

async function look(state: ListedState): Promise<string[]> {
  await page.setViewportSize(WIDE);
  await showState(page, state);
  const wide = await page.evaluate(readPage);
  const found = [
    wide.headings !== 1 && `${wide.headings} h1`, wide.lang !== state.language && `lang ${wide.lang}`, wide.doubled.length > 0 && `twice: ${wide.doubled.join(' ')}`, wide.sideways !== '' && `at 1280 ${wide.sideways}`,
    wide.raw.length > 0 && !(SAYS_PSEUDONYMS.test(state.name) && wide.raw.every((each) => each.startsWith('u-'))) && `said as it is in the code: ${wide.raw.join(', ')}`, !wide.title.endsWith(' – Lateral') && `title ${wide.title}`, ...(await axe()), ...(await invalid()),
  ];
  await page.setViewportSize(NARROW);
  await page.evaluate(spaceOut);
  const narrow = await page.evaluate(readPage);
  return [...found, narrow.sideways !== '' && `at 320 ${narrow.sideways}`].filter((each) => each !== false);
}

/** There are no frames in it, so nothing need be gathered in a page of its own. */
async function axe(): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(TAGS).analyze();
  return violations.map(({ id, help, nodes }) => `${id} (${help}): ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`);
}

async function invalid(): Promise<string[]> {
  // What React leaves behind where something waited for its code.
  const html = (await page.content()).replaceAll(' style=""', '');
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message, offset, size }) => `${ruleId}: ${message} … ${html.slice(Math.max(0, offset - 60), offset + size + 60)}`));
}

/** In the page. Letters and words as far apart as a reader may set them (WCAG 1.4.12): what has room then has it in any font. */
function spaceOut(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { letter-spacing: .12em !important; word-spacing: .16em !important; line-height: 1.5 !important; }');
  document.adoptedStyleSheets = [sheet];
}

/** In the page. */
function readPage(): { headings: number; lang: string; title: string; doubled: string[]; sideways: string; raw: string[] } {
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  const { scrollWidth, clientWidth } = document.documentElement;
  const wide = scrollWidth <= clientWidth ? [] : [...document.querySelectorAll('main *, header *, footer *, dialog *')].filter((each) => each.getBoundingClientRect().right > clientWidth + 1).map((each) => `${each.tagName.toLowerCase()}.${each.className}`);
  const words = document.body.innerText;
  // Keys of words, what was to be filled in, and pseudonyms where a name is known.
  const raw = [...words.matchAll(/\b[a-z][A-Za-z]+:[a-zA-Z]+[.\w]*|\b[a-z][A-Za-z]+\.[a-z][A-Za-z.]+\b|\{\{?\w+\}?\}|\bu-[0-9][a-z0-9]{3}\b|\bundefined\b|\bNaN\b/gu)].map(([text]) => text).filter((text) => !/\.(?:org|uk|pdf)$/u.test(text));
  return {
    headings: document.querySelectorAll('h1').length, lang: document.documentElement.lang, title: document.title, doubled: ids.filter((id, at) => ids.indexOf(id) !== at),
    sideways: scrollWidth <= clientWidth ? '' : `scrolls sideways by ${scrollWidth - clientWidth}: ${wide.slice(0, 4).join(' ')}`, raw: [...new Set(raw)],
  };
}
