import { createServer, connect, type Server, type Socket } from 'node:net';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type CDPSession, type Page } from 'playwright-core';

const PROGRAM = '/usr/bin/chromium';

/** All bytes between a browser and a hub, both ways, as they were on the wire. */
export class Wire {
  private readonly out: Buffer[] = [];
  private readonly back: Buffer[] = [];
  private readonly sockets = new Set<Socket>();
  private isCut = false;
  private constructor(private readonly server: Server, readonly port: number) {}

  static async to(hubPort: number): Promise<Wire> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const wire = new Wire(server, address.port);
    server.on('connection', (near) => { wire.join(near, connect(hubPort, '127.0.0.1')); });
    return wire;
  }

  /** From now on nobody is reached at the other end; `mend` ends that. */
  cut(): void {
    this.isCut = true;
    for (const socket of this.sockets) socket.destroy();
  }

  mend(): void {
    this.isCut = false;
  }

  private join(near: Socket, far: Socket): void {
    if (this.isCut) {
      near.destroy();
      far.destroy();
      return;
    }
    for (const [from, to, kept] of [[near, far, this.out], [far, near, this.back]] as const) {
      this.sockets.add(from);
      from.on('data', (bytes: Buffer) => { kept.push(bytes); to.write(bytes); });
      from.on('end', () => to.end());
      from.on('error', () => to.destroy());
      from.on('close', () => this.sockets.delete(from));
    }
  }

  /** What the browser sent. */
  get sent(): Buffer {
    return Buffer.concat(this.out);
  }

  /** Both ways. */
  get bytes(): Buffer {
    return Buffer.concat([...this.out, ...this.back]);
  }

  async end(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** What a page must not do, kept for the end of the test. */
export interface Complaints { console: { text: string; url: string }[]; errors: string[]; policy: string[]; origins: Set<string>; titles: Set<string> }

/** A browser for which http://localhost is this hub, and nothing else. */
export function browserAt(port: number): Promise<Browser> {
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: PROGRAM, headless: true,
    args: [`--host-resolver-rules=MAP localhost:80 127.0.0.1:${port}`, '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', ...(isRoot ? ['--no-sandbox'] : [])],
  });
}

/** A browser for which http://localhost is this hub, with an authenticator that evaluates PRF and a person who always agrees. */
export class Desktop {
  readonly complaints: Complaints = { console: [], errors: [], policy: [], origins: new Set(), titles: new Set() };
  private constructor(private readonly end: () => Promise<void>, readonly context: BrowserContext, readonly page: Page, readonly cdp: CDPSession) {}

  /** In a browser of its own. */
  static async open(port: number): Promise<Desktop> {
    const browser = await browserAt(port);
    return Desktop.in(browser, {}, () => browser.close());
  }

  /** In a browser that others use too: cookies, storage and passkeys are its own. */
  static async in(browser: Browser, options: BrowserContextOptions = {}, end?: () => Promise<void>): Promise<Desktop> {
    const context = await browser.newContext({ locale: 'en-GB', ...options });
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send('WebAuthn.enable');
    await cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: { protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, hasPrf: true, automaticPresenceSimulation: true },
    });
    const desktop = new Desktop(end ?? (() => context.close()), context, page, cdp);
    await desktop.listen();
    return desktop;
  }

  private async listen(): Promise<void> {
    const { complaints, context, page } = this;
    await context.exposeFunction('complain', (what: string) => { complaints.policy.push(what); });
    await context.addInitScript(() => {
      const told = globalThis as unknown as { complain(what: string): void; gestures: number };
      document.addEventListener('securitypolicyviolation', (event) => { told.complain(`${event.violatedDirective} ${event.blockedURI}`); });
      told.gestures = 0;
      const real = navigator.credentials.get.bind(navigator.credentials);
      navigator.credentials.get = (options) => {
        told.gestures += 1;
        return real(options);
      };
    });
    page.on('console', (message) => { if (message.type() === 'error') complaints.console.push({ text: message.text(), url: message.location().url }); });
    page.on('pageerror', (error) => { complaints.errors.push(String(error)); });
    context.on('request', (request) => complaints.origins.add(new URL(request.url()).origin));
  }

  /** Waits for a heading, which must have the focus, and remembers the title of the page. */
  async at(heading: string, timeout = 15_000): Promise<void> {
    const { page, complaints } = this;
    await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor({ timeout }).catch(async (error: unknown) => {
      throw new Error(`not at "${heading}" but at: ${await page.locator('body').innerText()}\n${complaints.console.map(({ text, url }) => `${text} ${url}`).join('\n')}\n${complaints.errors.join('\n')}`, { cause: error });
    });
    await page.locator('h1:focus').waitFor({ timeout: 5_000 }).catch((error: unknown) => { throw new Error(`the heading "${heading}" has no focus`, { cause: error }); });
    complaints.titles.add(await page.title());
  }

  press(name: string): Promise<void> {
    return this.page.getByRole('button', { name, exact: true }).click();
  }

  /** How often the page asked for somebody's gesture since it was loaded. */
  gestures(): Promise<number> {
    return this.page.evaluate(() => (globalThis as unknown as { gestures: number }).gestures);
  }

  /** All that is kept on the device for this origin. */
  kept(): Promise<{ local: Record<string, string>; session: number; databases: number; caches: number; cookie: string; workers: number }> {
    return this.page.evaluate(async () => ({
      local: Object.fromEntries(Object.keys(localStorage).map((name) => [name, localStorage.getItem(name) ?? ''])), session: sessionStorage.length, databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length, cookie: document.cookie,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }));
  }

  /** What the authenticator evaluates for this passkey: asked for in the page, told over the wire of the debugger alone. */
  async prf(credential: string, input: Uint8Array): Promise<Buffer> {
    const hex = await this.page.evaluate(async ({ id, first }) => {
      const bytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
      const given = await navigator.credentials.get({ publicKey: { challenge: new Uint8Array(32), allowCredentials: [{ type: 'public-key', id: bytes(id) }], userVerification: 'required', extensions: { prf: { eval: { first: bytes(first) } } } } });
      const result = (given as PublicKeyCredential).getClientExtensionResults().prf?.results?.first as ArrayBuffer;
      return [...new Uint8Array(result)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    }, { id: Buffer.from(credential, 'base64url').toString('hex'), first: Buffer.from(input).toString('hex') });
    return Buffer.from(hex, 'hex');
  }

  async close(): Promise<void> {
    await this.cdp.detach().catch(() => undefined);
    await this.end();
  }
}
