import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESK_PATHS, STATIC_PAGES } from '@lateral/contracts';
import { hubDoor, type Answer, type HubDoor } from '../../../../test/world/hub-door.js';
import { pagesOf } from './pages-of.js';

const MAP = '{"integrity":{"/assets/board-1aB.js":"sha384-x"}}';
const DESK = `<!doctype html><script type="importmap">${MAP}</script><script type="module" src="/assets/desk-D7dahAh-.js"></script>`;
const SCRIPT = `desk(); ${'// much of the same\n'.repeat(80)}`;
let folder: string;
let door: HubDoor;

async function put(under: string, files: Record<string, string | Buffer>): Promise<void> {
  await Promise.all(Object.entries(files).map(async ([name, content]) => {
    await mkdir(dirname(join(under, name)), { recursive: true });
    await writeFile(join(under, name), content);
  }));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lateral-pages-'));
  const statics = ['en', 'cy'].flatMap((language) => STATIC_PAGES.map((page) => [`static/${language}/${page}.html`, `${page} ${language}<!--when working-->, up<!--end--><!--when refused-->, notice<!--end-->`] as const));
  await put(folder, {
    'index.html': DESK, 'assets/desk-D7dahAh-.js': SCRIPT, 'assets/desk-D7dahAh-.js.br': brotliCompressSync(SCRIPT), 'assets/desk-D7dahAh-.js.gz': gzipSync(SCRIPT), 'assets/worker-aPQzNjfz.js': 'work()', 'assets/worker-part-B1.js': 'part()',
    'assets/index-BV.css': 'p {}', 'assets/en-1aB.js': 'words("en")', 'assets/cy-2cD.js': 'words("cy")', 'assets/words-en-board-3e.js': 'words()', 'assets/notes.txt': 'of nobody', 'notes.txt': 'of nobody', '.env': 'HUB_KEY=1', ...Object.fromEntries(statics),
  });
  door = await hubDoor({ settings: { HUB_PAGES: folder } });
}, 60_000);
afterAll(async () => {
  await door.end();
  await rm(folder, { recursive: true });
});

interface Got { status: number; headers: Headers; text: string }
/** The answer without holding it against the API document: pages are none of it. */
async function get(path: string, headers: Record<string, string> = {}): Promise<Got> {
  const response = await fetch(`${door.hub.url}${path}`, { headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
}
/** The bytes as they came, which `fetch` does not show. */
const raw = (path: string, encodings: string): Promise<{ encoding: string | undefined; bytes: Buffer }> => new Promise((resolve, reject) => {
  request(`${door.hub.url}${path}`, { headers: { 'accept-encoding': encodings } }, (response) => {
    const parts: Buffer[] = [];
    response.on('data', (part: Buffer) => parts.push(part)).on('end', () => { resolve({ encoding: response.headers['content-encoding'], bytes: Buffer.concat(parts) }); });
  }).on('error', reject).end();
});
const wholeOf = ({ status, headers, raw: bytes }: Answer): unknown[] => [status, bytes.toString('utf8'), Object.entries(headers).filter(([name]) => name !== 'request-id' && name !== 'date').sort()];
const policyOf = ({ headers }: Got): string[] => headers.get('content-security-policy')?.split('; ') ?? [];

describe('the desk', () => {
  it('is one page at each of its addresses', async () => {
    for (const path of ['/', ...DESK_PATHS.flatMap((part) => [`/${part}`, `/${part}/`, `/${part}/LAT-7F3K-92/decide?lng=cy`])]) {
      const { status, headers, text } = await get(path);
      expect([path, status, text, headers.get('content-type'), headers.get('cache-control'), headers.get('set-cookie')]).toEqual([path, 200, DESK, 'text/html; charset=utf-8', 'no-store', null]);
    }
  });

  it('lets in nothing but its own files, and of scripts none without its hash', async () => {
    const page = await get('/checks');
    const map = `'sha256-${createHash('sha256').update(MAP).digest('base64')}'`;
    expect(policyOf(page)).toEqual([
      "default-src 'none'", `script-src 'self' ${map}`, "style-src 'self'", "img-src 'self'", "font-src 'none'", "connect-src 'self'", "worker-src 'self'",
      "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'", 'trusted-types lateral-worker',
    ]);
    expect(Object.fromEntries(['integrity-policy', 'cross-origin-opener-policy', 'cross-origin-embedder-policy', 'cross-origin-resource-policy', 'referrer-policy', 'x-content-type-options', 'x-robots-tag', 'permissions-policy'].map((name) => [name, page.headers.get(name)]))).toEqual({
      'integrity-policy': 'blocked-destinations=(script)', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-resource-policy': 'same-origin', 'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff', 'x-robots-tag': 'noindex', 'permissions-policy': 'publickey-credentials-get=(self), publickey-credentials-create=(self), camera=(), microphone=(), geolocation=()',
    });
  });

  it('comes with the word that its first words are wanted, in its reader’s language and with their hash', async () => {
    const wanted = (name: string, content: string): string => `</assets/${name}>; rel="modulepreload"; integrity="sha256-${createHash('sha256').update(content).digest('base64')}"`;
    const [en, cy] = [wanted('en-1aB.js', 'words("en")'), wanted('cy-2cD.js', 'words("cy")')];
    const asked: [string, Record<string, string>][] = [['/checks', {}], ['/checks?lng=cy', {}], ['/inbox', { cookie: 'lng=cy' }], ['/inbox?lng=en', { cookie: 'lng=cy' }], ['/inbox', { cookie: 'lng=fr' }], ['/help?lng=cy', {}]];
    const links = await Promise.all(asked.map(async ([path, headers]) => (await get(path, headers)).headers.get('link')));
    expect(links).toEqual([en, cy, cy, en, en, null]);
  });

  it('has a worker that connects nowhere', async () => {
    const worker = await get('/assets/worker-aPQzNjfz.js');
    expect(policyOf(worker)).toEqual(["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "connect-src 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'"]);
    expect([worker.headers.get('cross-origin-embedder-policy'), worker.headers.get('integrity-policy')]).toEqual(['require-corp', null]);
  });

  it('has parts that are kept for good, in the smallest form that the browser takes', async () => {
    const path = '/assets/desk-D7dahAh-.js';
    const { headers, text } = await get(path);
    expect([text, headers.get('content-type'), headers.get('cache-control'), headers.get('vary')]).toEqual([SCRIPT, 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable', 'accept-encoding']);
    const forms = await Promise.all(['gzip, deflate, br, zstd', 'gzip;q=0.5, br;q=0', 'identity', 'brotli'].map((encodings) => raw(path, encodings)));
    expect(forms.map(({ encoding }) => encoding)).toEqual(['br', 'gzip', undefined, undefined]);
    expect([brotliDecompressSync(forms[0]!.bytes), gunzipSync(forms[1]!.bytes), forms[2]!.bytes].map(String)).toEqual([SCRIPT, SCRIPT, SCRIPT]);
    const again = await get(path, { 'if-none-match': headers.get('etag') ?? '' });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('comes with the pin of the root', async () => {
    const pin = await get('/desk/pin.json');
    expect([JSON.parse(pin.text), pin.headers.get('cache-control')]).toEqual([{ root: door.made.rootFingerprint }, 'no-store']);
  });
});

describe('pages without script', () => {
  it('let in none, and no form', async () => {
    for (const page of STATIC_PAGES) {
      const got = await get(`/${page}`);
      expect([page, policyOf(got)]).toEqual([page, ["default-src 'none'", "style-src 'self'", "img-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"]]);
      expect([page, got.status, got.headers.get('cache-control'), got.headers.get('set-cookie'), got.text]).toEqual([page, page === 'not-found' ? 404 : page === 'unavailable' ? 503 : 200, 'no-store', null, expect.stringContaining(`${page} en`)]);
    }
  });

  it('speak the language asked for, and remember it', async () => {
    const asked = await get('/help?lng=cy');
    expect([asked.text, asked.headers.get('content-language'), asked.headers.get('set-cookie')]).toEqual(['help cy', 'cy', 'lng=cy; Max-Age=31536000; Path=/; SameSite=Lax']);
    expect((await get('/help?lang=cy')).text).toBe('help cy');
    expect((await get('/help', { cookie: 'lng=cy' })).text).toBe('help cy');
    expect((await get('/help?lng=en', { cookie: 'lng=cy' })).text).toBe('help en');
    for (const odd of ['/help?lng=', '/help?lng=fr', '/help?lng=cy&lng=en', '/help?lng[]=cy']) {
      const { text, headers } = await get(odd, { cookie: 'lng=../x' });
      expect([odd, text, headers.get('set-cookie')]).toEqual([odd, 'help en', null]);
    }
  });

  it('say whether the hub is working', async () => {
    expect((await get('/status')).text).toBe('status en, up');
  });

  it('say once why somebody came back from their provider with nothing, and nothing that they brought', async () => {
    const { text, headers } = await get('/sign-in', { cookie: 'lateral-notice=refused' });
    expect([text, headers.get('set-cookie')]).toEqual(['sign-in en, notice', 'lateral-notice=; Max-Age=0; Path=/; SameSite=Lax']);
    expect((await get('/sign-in', { cookie: 'lateral-notice=%3Cb%3E' })).text).toBe('sign-in en');
    expect((await get('/help', { cookie: 'lateral-notice=refused' })).headers.get('set-cookie')).toBeNull();
  });
});

describe('what is no page', () => {
  it('is answered as what is unknown is', async () => {
    const unknown = wholeOf(await door.ask('GET', '/v1/unheard-of'));
    const paths = [
      '/assets/notes.txt', '/assets/desk-D7dahAh-.js.br', '/assets/', '/assets', '/assets/..%2findex.html', '/assets/../index.html', '/assets/__proto__', '/assets/constructor', '/index.html', '/.env', '/static/en/help.html', '/help/', '/help/x', '/desk/', '/desk', '/desk/index.html', '/check', '/checksum',
    ];
    for (const path of paths) expect([path, wholeOf(await door.ask('GET', path))]).toEqual([path, unknown]);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) for (const path of ['/', '/checks/new/people', '/sign-in']) expect([method, path, wholeOf(await door.ask(method, path))]).toEqual([method, path, unknown]);
  });

  it('is not begun with', async () => {
    const spoilt = async (change: Record<string, string>, gone = ''): Promise<unknown> => {
      const copy = await mkdtemp(join(tmpdir(), 'lateral-pages-'));
      await cp(folder, copy, { recursive: true });
      await put(copy, change);
      if (gone !== '') await rm(join(copy, gone));
      const read = pagesOf(copy, door.made.rootFingerprint).finally(() => rm(copy, { recursive: true }));
      await expect(read).rejects.toThrow('pages-missing');
      return null;
    };
    await spoilt({}, 'index.html');
    await spoilt({}, 'static/cy/privacy.html');
    await spoilt({ 'index.html': `${DESK}<script>alert(1)</script>` });
    await spoilt({ 'index.html': DESK.replace('type="importmap"', '') });
    expect(await pagesOf(null, door.made.rootFingerprint)).toBeNull();
  });
});
