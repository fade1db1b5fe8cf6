import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';
import { fromBase64Url, PRF_INPUT, toBase64Url } from '@lateral/contracts';
import { ENROL, evaluating, SEEN, watching, type Seen } from './in-page.js';
import type { Link } from './link.js';

const PROGRAM = '/usr/bin/chromium';
const WAIT_MS = 60_000;
const LOOK_MS = 100;

/** How somebody's key is locked, from what their passkey gives. */
export type LockKey = (passkey: { credential: string; prf: Uint8Array }) => Promise<void>;

/** Somebody in front of their desk, in a browser that reaches the hub over a link. */
export class Seat {
  private constructor(private readonly browser: Browser, readonly page: Page, private readonly cdp: CDPSession, readonly debugged: CDPSession, private readonly hubUrl: string, readonly link: Link) {}

  static async open(hubUrl: string, link: Link, rows: number): Promise<Seat> {
    const { hostname, port } = new URL(hubUrl);
    const args = [`--host-resolver-rules=MAP ${hostname}:${port === '' ? '80' : port} 127.0.0.1:${link.port}`, '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
    const browser = await chromium.launch({ executablePath: PROGRAM, headless: true, args: [...args, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])] });
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
    context.setDefaultTimeout(WAIT_MS);
    await context.addCookies([{ name: 'lng', value: 'en', url: hubUrl }]);
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send('WebAuthn.enable');
    await cdp.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, hasPrf: true, automaticPresenceSimulation: true } });
    await page.addInitScript(watching(rows));
    return new Seat(browser, page, cdp, await browser.newBrowserCDPSession(), hubUrl, link);
  }

  /** In at the provider, with a passkey of this browser's and the key locked by it, as a first day would leave it. */
  async signIn(agency: string, account: string, lock: LockKey): Promise<void> {
    const { page, hubUrl } = this;
    await page.goto(`${hubUrl}/v1/sign-in/start?agency=${agency}`);
    await page.getByRole('button', { name: account, exact: true }).click();
    await page.waitForURL((url) => url.href.startsWith(hubUrl));
    const credential = await page.evaluate<string>(ENROL);
    await lock({ credential, prf: fromBase64Url(await page.evaluate<string>(evaluating(credential, toBase64Url(PRF_INPUT)))) });
  }

  /** From an empty cache to the rows of the board, the one button pressed as soon as it is there. Milliseconds since the address was gone to, and bytes that came. */
  async coldBoard(): Promise<{ unlockMs: number; rowsMs: number; bytes: number }> {
    const { page, cdp, link, hubUrl } = this;
    await page.goto('about:blank');
    await cdp.send('Network.clearBrowserCache');
    const before = link.carried;
    await page.goto(`${hubUrl}/checks`, { waitUntil: 'commit' });
    await this.until(({ rowsMs }) => rowsMs !== null);
    const bytes = link.carried - before;
    const { unlockMs, rowsMs } = await this.seen();
    return { unlockMs: unlockMs ?? Number.NaN, rowsMs: rowsMs ?? Number.NaN, bytes };
  }

  /** Waits for something that is seen in the page. */
  async until(isSo: (seen: Seen) => boolean): Promise<void> {
    const late = AbortSignal.timeout(WAIT_MS);
    while (!isSo(await this.seen())) {
      if (late.aborted) throw new Error(`not seen within a minute: ${JSON.stringify(await this.seen())}; the page has: ${(await this.page.locator('body').innerText()).slice(0, 300)}`);
      await wait(LOOK_MS);
    }
  }

  seen(): Promise<Seen> {
    return this.page.evaluate<Seen>(SEEN);
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}
