import { Desk } from './pages/desk.js';
import { systemNow } from './clock.js';
import { Secrets, type WorkerLike } from './crypto/secrets.js';
import { Hub } from './hub.js';
import { Keeper } from './keeper.js';
import type { Language } from './pages/texts.js';
import { Screen } from './pages/view.js';

interface TrustedTypes { createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string } }
const TOUCH_MS = 10_000;
const NOTICES = ['lateral-notice', '__Host-lateral-notice'];

/** One thing may become a script's address in this page: the worker that came with it. */
function workerMaker(address: string): () => WorkerLike {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const onlyThat = (url: string): string => {
    if (url !== address) throw new TypeError('another worker');
    return url;
  };
  const policy = trustedTypes?.createPolicy('lateral-worker', { createScriptURL: onlyThat }) ?? { createScriptURL: onlyThat };
  return () => new Worker(policy.createScriptURL(address)) as WorkerLike;
}

/** A code that signing in left for the page, once. */
function takeNotice(): string | null {
  for (const name of NOTICES) {
    const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`));
    if (found === undefined) continue;
    document.cookie = `${name}=; Path=/; Max-Age=0; SameSite=Lax${name.startsWith('__Host-') ? '; Secure' : ''}`;
    return found.slice(name.length + 1);
  }
  return null;
}

async function pin(): Promise<string> {
  const response = await fetch('/desk/pin.json', { cache: 'no-store', redirect: 'error' });
  return ((await response.json()) as { root: string }).root;
}

function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no ${id}`);
  return found;
}

function languageSwitch(desk: Desk): void {
  const press = byId('language');
  const label = (): void => {
    const other: Language = desk.language === 'en' ? 'cy' : 'en';
    document.documentElement.lang = desk.language;
    press.textContent = desk.words.otherLanguage;
    press.lang = other;
    byId('skip').textContent = desk.words.skip;
  };
  press.addEventListener('click', () => {
    const language: Language = desk.language === 'en' ? 'cy' : 'en';
    void desk.switchTo(language);
    label();
  });
  label();
}

function begin(): void {
  const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));
  const hub = new Hub((input, init) => globalThis.fetch(input, init), random);
  const secrets = new Secrets(workerMaker(document.querySelector('meta[name="worker"]')?.getAttribute('content') ?? ''), (byItself) => {
    keeper.locked();
    if (byItself) void desk.lockedItself();
  });
  const keeper = new Keeper({ hub, secrets, authenticators: navigator.credentials, storage: localStorage, now: systemNow, random, pin });
  const language: Language = navigator.language.toLowerCase().startsWith('cy') ? 'cy' : 'en';
  const desk = new Desk({ hub, keeper, screen: new Screen(byId('main'), byId('status')), print: () => { globalThis.print(); }, takeNotice }, language);
  languageSwitch(desk);
  let touchedAt = 0;
  const touch = (): void => {
    const now = performance.now();
    if (!keeper.isUnlocked || now - touchedAt < TOUCH_MS) return;
    touchedAt = now;
    void secrets.ask('touch', null).catch(() => undefined);
  };
  for (const event of ['keydown', 'pointerdown']) document.addEventListener(event, touch, { passive: true });
  // What is left in the background may come back in somebody else's hands.
  globalThis.addEventListener('pagehide', () => { keeper.lock(); byId('main').replaceChildren(); });
  globalThis.addEventListener('pageshow', (event) => { if (event.persisted) void desk.start(); });
  void desk.start();
}

begin();
