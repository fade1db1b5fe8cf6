import { AxeBuilder } from '@axe-core/playwright';
import { expect } from 'vitest';
import { HtmlValidate } from 'html-validate';
import type { Page } from 'playwright-core';
import { ByteSearch } from '../../tools/play/src/canary/byte-search.js';
import { patternsOf } from '../../tools/play/src/canary/encodings.js';
import { searchDatabase } from '../../tools/play/src/canary/search-database.js';
import type { PeopleWorld } from '../world/people-world.js';
import type { Complaints, Desktop, Wire } from './chromium.js';

const ORIGIN = 'http://localhost';
/** Some two seconds. */
const MOST_FRAMES = 120;
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What Chromium itself notes of an answer that says no: nobody signed in yet, a key never made, a key log that this world has none of. */
const EXPECTED = [/\/v1\/me$/u, /\/v1\/locked-keys\/mine$/u, /\/v1\/key-log\/entries\?from=0$/u];
/** Parts of an address that name one thing among many. */
const OPAQUE = /[0-9a-f]{8}-[0-9a-f-]{27}|LC-[0-9A-Z-]+/gu;
const validator = new HtmlValidate({ extends: ['html-validate:recommended', 'html-validate:a11y'], rules: {
  'doctype-style': 'off', 'no-trailing-whitespace': 'off',
  // How a browser writes out a page that it holds, and no word of ours.
  'attribute-boolean-style': 'off', 'attribute-empty-style': 'off', 'void-style': 'off', 'long-title': 'off',
  // GOV.UK Frontend's own markup: a link that looks like a button has that role, the fieldset of a date says group, ticks share a name.
  'prefer-native-element': ['error', { exclude: ['button', 'region'] }], 'no-redundant-role': 'off', 'form-dup-name': ['error', { shared: ['radio', 'button', 'reset', 'submit', 'checkbox'] }],
  // Ids that a library makes are of its own form; which button a form ends with, and whether, depends on what is chosen in it.
  'valid-id': ['error', { relaxed: true }], 'wcag/h32': 'off',
  // A secret is kept by nobody's browser: one that a browser remembers is opened by whoever sits down at it. Pasting stays allowed (WCAG 3.3.8).
  'autocomplete-password': 'off',
} });
/** What stands there for browsers without script is no part of a page that has it. */
const NOSCRIPT = /<noscript>.*?<\/noscript>/gsu;

/** `focus`: where the focus must be, after a navigation or a refusal. */
export interface Looked { language?: 'en' | 'cy'; focus?: 'heading' | 'summary' }

/** The standing guards (desk.md 5.2): over every page of every test, and at the end over everything that was sent, logged or stored. */
export class Watch {
  /** Failed loads that a test means to happen. */
  readonly meant: RegExp[] = [];
  private readonly titles = new Map<string, Set<string>>();
  private readonly seen: string[] = [];
  /** What was wrong with a page, by state: all of it is said at once, at the end. */
  private readonly faults: string[] = [];

  constructor(private readonly prefix: string, private readonly people: PeopleWorld, private readonly wire: Wire) {}

  /** What was refused as somebody unknown's, because a gesture gave the session another token meanwhile (drafts that were being stored among it), by method and address; and of those the addresses that were then answered. */
  private readonly cutOff = new Set<string>();
  private readonly askedAgain = new Set<string>();
  /** What the hub refused, to be shown where a page does not go on. */
  readonly refusals: string[] = [];

  /** A text with words that are looked for as people would have written it. */
  readable(text: string): string {
    return text.replaceAll(new RegExp(`Q?${this.prefix}[a-z]{8}`, 'gu'), 'Ashdown');
  }

  /** Listens to what goes out of a page from now on. */
  over({ context }: Desktop): void {
    context.on('request', (request) => { this.hear(`request ${request.method()}`, `${request.url()} ${JSON.stringify(request.headers())} ${request.postDataBuffer()?.toString('latin1') ?? ''}`); });
    context.on('response', (response) => {
      const asked = `${response.request().method()} ${response.url()}`;
      if (response.status() === 401) this.cutOff.add(asked);
      else if (response.ok() && this.cutOff.has(asked)) this.askedAgain.add(response.url());
      if (response.status() >= 400 && response.url().includes('/v1/') && !EXPECTED.some((path) => path.test(response.url()))) void response.text().then((text) => this.refusals.push(`${response.request().method()} ${new URL(response.url()).pathname} ${response.status()} ${text.slice(0, 1_000)}`), () => undefined);
    });
    context.on('console', (message) => { this.hear('console', message.text()); });
  }

  /** One state of one page. */
  async look({ page }: Desktop, state: string, { language = 'en', focus }: Looked): Promise<void> {
    const found = await settledPage(page, focus);
    for (const [where, text] of Object.entries({ title: found.title, address: found.address, history: found.history, storage: found.storage })) this.hear(`${where} of ${state}`, text);
    const route = new URL(found.address).pathname.replaceAll(OPAQUE, ':id');
    if (found.headings === 1) this.titles.set(`${language} ${route} ${found.heading}`, (this.titles.get(`${language} ${route} ${found.heading}`) ?? new Set()).add(found.title));
    const isWrong = found.isWrong ? (language === 'en' ? 'Error: ' : 'Gwall: ') : '';
    const wrong = [
      found.headings !== 1 && `${found.headings} h1`, found.lang !== language && `lang ${found.lang}`, found.doubled.length > 0 && `twice: ${found.doubled.join(' ')}`, found.isSideways && 'scrolls sideways',
      !(found.title.endsWith(' – Lateral') && found.title.startsWith(isWrong)) && `title ${found.title}`, focus !== undefined && found.focus !== focus && `focus on ${found.focus}`,
    ];
    for (const fault of [...wrong.filter((each) => each !== false), ...(await axe(page)), ...(await invalid(page))]) this.faults.push(`${state} (${language}): ${fault}`);
  }

  private isCutOff(text: string, url: string): boolean {
    return text.includes('status of 401') && this.askedAgain.has(url);
  }

  /** At the end: complaints of all pages, everything on the wire, in the hub's log, in both databases. */
  async searchAll(complaints: readonly Complaints[]): Promise<void> {
    const { door, provider } = this.people;
    expect(this.faults).toEqual([]);
    const expected = [...EXPECTED, ...this.meant];
    expect(complaints.map(({ errors, policy }) => [errors, policy])).toEqual(complaints.map(() => [[], []]));
    expect(complaints.flatMap(({ console: said }) => said).filter(({ text, url }) => !text.startsWith('Failed to load resource') || !(expected.some((path) => path.test(url)) || this.isCutOff(text, url)))).toEqual([]);
    expect(complaints.flatMap(({ origins }) => [...origins]).filter((origin) => origin !== ORIGIN && origin !== `http://localhost:${provider.port}` && origin !== 'null')).toEqual([]);
    expect(this.seen).toEqual([]);
    expect(titledAlike(this.titles)).toEqual([]);
    const patterns = patternsOf(this.prefix);
    const search = new ByteSearch(patterns);
    for (const bytes of [this.wire.bytes, Buffer.from(door.lines.join('\n'))]) {
      await search.push(bytes);
      await search.end();
    }
    const databases = await Promise.all([door.database.url, door.keyStore.url].map((url) => searchDatabase(url, patterns)));
    expect([search, ...databases].map(({ hits }) => [...hits])).toEqual([[], [], []]);
    expect([search.bytes > 0, ...databases.map(({ bytes }) => bytes > 0)]).toEqual([true, true, true]);
  }

  private hear(where: string, text: string): void {
    if (patternsOf(this.prefix).some(({ bytes }) => text.includes(bytes.toString('latin1')))) this.seen.push(where);
  }
}

/** Pages with different headings whose windows are called the same. */
function titledAlike(titles: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const by = new Map<string, Set<string>>();
  for (const [route, named] of titles) for (const title of named) by.set(`${route.slice(0, 2)} ${title}`, (by.get(`${route.slice(0, 2)} ${title}`) ?? new Set<string>()).add(route.split(' ')[1] ?? ''));
  return [...by].filter(([, routes]) => routes.size > 1).map(([title, routes]) => `${title}: ${[...routes].join(' and ')}`);
}

async function axe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return violations.map(({ id, help, nodes }) => `${id} (${help}): ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`);
}

async function invalid(page: Page): Promise<string[]> {
  // What Suspense hid and shows again is left with an empty style, which says nothing and which the policy has nothing against; any other is told.
  const html = (await page.content()).replaceAll(NOSCRIPT, '').replaceAll(' style=""', '');
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message, offset, size }) => `${ruleId}: ${message} … ${html.slice(Math.max(0, offset - 60), offset + size + 60)}`));
}

/** As it is once the focus is where it has to be: it moves after what it moves to is painted. Where it never does, as it is then. */
async function settledPage(page: Page, focus: Looked['focus']): Promise<ReturnType<typeof readPage>> {
  let found = await page.evaluate(readPage);
  for (let frame = 0; frame < MOST_FRAMES && focus !== undefined && found.focus !== focus; frame += 1) {
    await page.evaluate(() => new Promise((painted) => { requestAnimationFrame(painted); }));
    found = await page.evaluate(readPage);
  }
  return found;
}

/** In the page. */
function readPage(): { headings: number; heading: string; lang: string; title: string; doubled: string[]; isSideways: boolean; isWrong: boolean; focus: string; address: string; history: string; storage: string } {
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  const { scrollWidth, clientWidth } = document.documentElement;
  const active = document.activeElement;
  const stored = (of: Storage): [string, string][] => Object.keys(of).map((key) => [key, of.getItem(key) ?? '']);
  return {
    headings: document.querySelectorAll('h1').length, heading: document.querySelector('h1')?.textContent ?? '', lang: document.documentElement.lang, title: document.title, doubled: ids.filter((id, at) => ids.indexOf(id) !== at), isSideways: scrollWidth > clientWidth,
    isWrong: document.querySelector('.govuk-error-summary') !== null, focus: active?.tagName === 'H1' ? 'heading' : active?.closest('.govuk-error-summary') != null ? 'summary' : `${active?.tagName ?? ''}#${active?.id ?? ''}`,
    address: location.href, history: JSON.stringify(history.state), storage: JSON.stringify([stored(localStorage), stored(sessionStorage), document.cookie]),
  };
}
