import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { hubDoor, type HubDoor } from '../world/hub-door.js';
import { browserAt } from './chromium.js';
import { builtPages } from './pages.js';

/* F21: what somebody changed between hub and browser is not run, be it named in the page or loaded later. */
const ORIGIN = 'http://localhost';
const PLANTED = ';globalThis.planted = true;';

let folder: string;
let names: string[];
let door: HubDoor;
let browser: Browser;

beforeAll(async () => {
  folder = await builtPages();
  names = await readdir(join(folder, 'assets'));
  door = await hubDoor({ settings: { HUB_PAGES: folder } });
  browser = await browserAt(door.hub.port);
}, 180_000);
afterAll(async () => {
  await browser.close();
  await door.end();
});

const nameOf = (pattern: RegExp): string => names.find((name) => pattern.test(name) && /\.(?:js|css)$/u.test(name)) ?? '';
/** What importing a file in the page comes to: as text, for it is asked for from outside of every module. */
const importing = (page: Page, name: string): Promise<string> => page.evaluate(`import('/assets/${name}').then(() => 'ran', (error) => error.name)`);
const isPlanted = (page: Page): Promise<boolean> => page.evaluate(() => 'planted' in globalThis);

/** A page of the desk in a browser of its own, with some files changed on their way. */
async function visit<T>(changed: RegExp, act: (page: Page, console: string[]) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ locale: 'en-GB' });
  try {
    const page = await context.newPage();
    const console: string[] = [];
    page.on('console', (message) => { if (message.type() === 'error') console.push(message.text()); });
    await page.route((url) => changed.test(url.pathname), async (route) => {
      const content = await readFile(join(folder, new URL(route.request().url()).pathname), 'utf8');
      await route.fulfill({ contentType: 'text/javascript; charset=utf-8', headers: { 'cross-origin-resource-policy': 'same-origin' }, body: `${content}${PLANTED}` });
    });
    // With the hub away the desk stays where it is, and does not send a stranger to sign in.
    await page.route('**/v1/**', (route) => route.abort());
    await page.goto(`${ORIGIN}/checks`, { waitUntil: 'networkidle' });
    const did = await act(page, console);
    expect(new URL(page.url()).pathname).toBe('/checks');
    return did;
  } finally {
    await context.close();
  }
}

describe('a file changed on its way', () => {
  it('that is loaded later is refused, and runs where it was not changed', async () => {
    const welsh = nameOf(/^cy-/u);
    expect(await visit(/^\/nothing$/u, async (page) => [await importing(page, welsh), await isPlanted(page)])).toEqual(['ran', false]);
    const [outcome, planted, console] = await visit(/\/assets\/cy-/u, async (page, said) => [await importing(page, welsh), await isPlanted(page), said.join('\n')] as const);
    expect([outcome, planted]).toEqual(['TypeError', false]);
    expect(console).toContain('integrity');
  }, 60_000);

  it('that the page names is refused', async () => {
    const [planted, html, console] = await visit(/\/assets\/index-[\w-]+\.js$/u, async (page, said) => [await isPlanted(page), await page.locator('#desk').innerHTML(), said.join('\n')] as const);
    expect([planted, html]).toEqual([false, '']);
    expect(console).toContain('integrity');
  }, 60_000);

  it('that nobody named a hash of is refused unchanged', async () => {
    const part = nameOf(/^worker-part-/u);
    expect(await visit(/^\/nothing$/u, (page) => importing(page, part))).toBe('TypeError');
  }, 60_000);
});

describe('the worker', () => {
  /** Begun without the page's own maker, which a page lets nobody else use; the worker's policy is that of its own answer. */
  async function withWorker<T>(act: (page: Page, ask: (kind: string, given: unknown) => Promise<unknown>) => Promise<T>): Promise<T> {
    const context = await browser.newContext({ bypassCSP: true });
    try {
      const page = await context.newPage();
      await page.goto(`${ORIGIN}/help`);
      await page.evaluate((name) => { Object.assign(globalThis, { vault: new Worker(`/assets/${name}`, { type: 'module' }) }); }, nameOf(/^worker-(?!part-)/u));
      const ask = (kind: string, given: unknown): Promise<unknown> => page.evaluate((message) => new Promise((resolve) => {
        const { vault } = globalThis as unknown as { vault: Worker };
        vault.onmessage = ({ data }) => { resolve(data); };
        vault.postMessage({ id: 1, ...message });
      }), { kind, given });
      return await act(page, ask);
    } finally {
      await context.close();
    }
  }

  it('loads its parts when they are needed, and compiles Argon2', async () => {
    const loaded: string[] = [];
    const told = await withWorker(async (page, ask) => {
      page.context().on('request', (request) => loaded.push(new URL(request.url()).pathname));
      await ask('touch', null);
      const before = loaded.filter((path) => path.includes('worker-part-')).length;
      const words = await ask('words', { agency: 'csc-north', member: 'u-0123456789abcdef', fingerprint: 'A'.repeat(40) });
      return [before, words];
    });
    expect(told).toEqual([0, { id: 1, told: { en: expect.any(Array), cy: expect.any(Array) } }]);
  }, 60_000);

  it('makes a key, locks it under a passphrase and unlocks it again', async () => {
    const secret = { kind: 'passphrase', passphrase: 'heron lantern marble orchard tunnel' };
    const whose = { agency: 'csc-north', member: 'u-0123456789abcdef' };
    const unlocked = await withWorker(async (_, ask) => {
      const { told: { fingerprint } } = (await ask('make-key', whose)) as { told: { fingerprint: string } };
      const { told: { locked } } = (await ask('lock-key', { secrets: [secret] })) as { told: { locked: unknown } };
      await ask('forget', null);
      return [fingerprint, await ask('unlock', { locked, secret, expected: { ...whose, fingerprint } })];
    });
    expect(unlocked).toEqual([expect.any(String), { id: 1, told: { ok: true, fingerprint: unlocked[0] } }]);
  }, 60_000);

  it('can connect nowhere', async () => {
    const outcome = await withWorker(async (page, ask) => {
      await ask('touch', null);
      return page.workers()[0]?.evaluate(() => fetch('/health').then(() => 'connected', (error: unknown) => (error as Error).name));
    });
    expect(outcome).toBe('TypeError');
  }, 60_000);
});
