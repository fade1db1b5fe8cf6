import { request as httpRequest } from 'node:http';

/** A page or an answer as a browser got it, and the address it was finally at. */
export interface Page { status: number; url: URL; headers: Record<string, string | string[] | undefined>; text: string }
interface Cookie { name: string; value: string; path: string; host: string; attributes: string[] }

/**
 * As much of a browser as signing in needs: it keeps cookies by host and path, follows redirects, and says in Origin and Sec-Fetch-Site
 * where a write comes from. `hubs` says on which port an address without one is listened to.
 */
export class Browser {
  readonly cookies: Cookie[] = [];
  /** Every address that it was sent to. */
  readonly visited: string[] = [];

  constructor(private readonly hubPort: number) {}

  /** Goes somewhere by its address line or a link, and on to wherever it is sent. */
  async visit(address: string, stopAt: (url: URL) => boolean = () => false): Promise<Page> {
    let url = new URL(address, 'http://localhost');
    for (let hops = 0; hops < 20; hops += 1) {
      this.visited.push(url.href);
      const page = await this.ask('GET', url);
      const { location } = page.headers;
      if (page.status < 300 || page.status >= 400 || typeof location !== 'string') return page;
      url = new URL(location, url);
      if (stopAt(url)) return { ...page, url };
    }
    throw new Error('sent about in circles');
  }

  /** Fills in the form of a page. */
  async submit({ url, text }: Page, fields: Record<string, string>, stopAt?: (url: URL) => boolean): Promise<Page> {
    const action = /<form[^>]*\baction="([^"]*)"/.exec(text)?.[1];
    if (action === undefined) throw new Error(`a page without a form: ${url.pathname} ${/<code>(\w+)/.exec(text)?.[1] ?? 'no code'}`);
    const to = new URL(action.replaceAll('&#38;', '&').replaceAll('&amp;', '&'), url);
    const page = await this.ask('POST', to, { body: new URLSearchParams(fields).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' } });
    const { location } = page.headers;
    if (typeof location !== 'string') return page;
    const next = new URL(location, to);
    if (stopAt?.(next) === true) return { ...page, url: next };
    return this.visit(next.href, stopAt);
  }

  /** A request of a script: of the hub's own page, or of the page of `origin`. */
  fetch(method: string, path: string, { body, headers = {}, origin = 'http://localhost' }: { body?: unknown; headers?: Record<string, string>; origin?: string } = {}): Promise<Page> {
    const write = method === 'GET' ? {} : { origin, 'sec-fetch-site': origin === 'http://localhost' ? 'same-origin' : 'cross-site' };
    return this.ask(method, new URL(path, 'http://localhost'), { ...(body === undefined ? {} : { body: JSON.stringify(body) }), headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...write, ...headers } });
  }

  cookie(name: string): string | null {
    return this.cookies.find((cookie) => cookie.name === name)?.value ?? null;
  }

  /** The same cookies in a second browser: what a thief of them has. */
  stolen(): Browser {
    const thief = new Browser(this.hubPort);
    thief.cookies.push(...this.cookies.map((cookie) => ({ ...cookie })));
    return thief;
  }

  private ask(method: string, url: URL, { body, headers = {} }: { body?: string; headers?: Record<string, string> } = {}): Promise<Page> {
    const sent = this.cookies.filter(({ host, path }) => host === url.host && url.pathname.startsWith(path)).map(({ name, value }) => `${name}=${value}`);
    const all = { host: url.host, ...(sent.length === 0 ? {} : { cookie: sent.join('; ') }), ...headers, ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }) };
    return new Promise((resolve, reject) => {
      const request = httpRequest({ host: '127.0.0.1', port: url.port === '' ? this.hubPort : Number(url.port), method, path: `${url.pathname}${url.search}`, headers: all }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          this.keep(url, response.headers['set-cookie'] ?? []);
          resolve({ status: response.statusCode ?? 0, url, headers: response.headers, text: Buffer.concat(chunks).toString('utf8') });
        });
        response.on('error', reject);
      });
      request.on('error', reject);
      request.end(body);
    });
  }

  private keep(url: URL, lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
      const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
      const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice(5) ?? '/';
      const at = this.cookies.findIndex((cookie) => cookie.name === name && cookie.host === url.host && cookie.path === path);
      if (at !== -1) this.cookies.splice(at, 1);
      const isOver = attributes.some((attribute) => /^max-age=0$/i.test(attribute) || /^expires=.* 1970 /i.test(attribute));
      if (!isOver) this.cookies.push({ name, value, path, host: url.host, attributes });
    }
  }
}
