import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hubDoor, type Answer, type HubDoor } from '../../../../test/world/hub-door.js';
import { pagesOf } from './pages-of.js';

const HASHED = 'desk-0123456789abcdef.js';
const WORKER = 'worker-0123456789abcdef.js';
let folder: string;
let door: HubDoor;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lateral-pages-'));
  await mkdir(join(folder, 'inside'));
  await Promise.all(Object.entries({ 'index.html': '<!doctype html>', [HASHED]: 'desk()', [WORKER]: 'work()', 'desk-0123456789abcdef.css': 'p {}', 'notes.txt': 'of nobody', '.env': 'HUB_KEY=1' }).map(([name, text]) => writeFile(join(folder, name), text)));
  door = await hubDoor({ settings: { HUB_PAGES: folder } });
}, 60_000);
afterAll(async () => {
  await door.end();
  await rm(folder, { recursive: true });
});

/** The answer without holding it against the API document: pages are none of it. */
async function get(path: string, headers: Record<string, string> = {}): Promise<{ status: number; headers: Headers; text: string }> {
  const response = await fetch(`${door.hub.url}${path}`, { headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
}
const wholeOf = ({ status, headers, raw }: Answer): unknown[] => [status, raw.toString('utf8'), Object.entries(headers).filter(([name]) => name !== 'request-id' && name !== 'date').sort()];

describe('the pages', () => {
  it('are given to anybody under a policy that lets in nothing but themselves', async () => {
    const { status, headers, text } = await get('/');
    expect([status, text, headers.get('content-type'), headers.get('cache-control')]).toEqual([200, '<!doctype html>', 'text/html; charset=utf-8', 'no-cache']);
    const policy = headers.get('content-security-policy')?.split('; ') ?? [];
    expect(policy).toEqual(expect.arrayContaining(["default-src 'none'", "script-src 'self'", "form-action 'none'", "base-uri 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'"]));
    expect(policy.join(' ')).not.toMatch(/unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|\*|data:|blob:/);
    expect([headers.get('x-content-type-options'), headers.get('referrer-policy'), headers.get('set-cookie')]).toEqual(['nosniff', 'no-referrer', null]);
  });

  it('let the worker that holds the keys connect nowhere', async () => {
    const policy = (await get(`/desk/${WORKER}`)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/connect-src|'self'/);
  });

  it('are kept for good where their name is made of their content, and asked about again where not', async () => {
    const { headers, text } = await get(`/desk/${HASHED}`);
    expect([text, headers.get('content-type'), headers.get('cache-control')]).toEqual(['desk()', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable']);
    const { headers: page } = await get('/');
    const again = await get('/', { 'if-none-match': page.get('etag') ?? '' });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('come with the pin of the root', async () => {
    expect(JSON.parse((await get('/desk/pin.json')).text)).toEqual({ root: door.made.rootFingerprint });
  });

  it('are those alone: everything else is answered as what is unknown is', async () => {
    const unknown = wholeOf(await door.ask('GET', '/v1/unheard-of'));
    for (const path of ['/desk/notes.txt', '/desk/.env', '/desk/inside', '/desk/index.html', '/desk/', '/desk', '/index.html', '/desk/..%2f..%2fetc%2fpasswd', '/desk/../index.html', '/desk/__proto__', '/desk/constructor']) {
      expect([path, wholeOf(await door.ask('GET', path))]).toEqual([path, unknown]);
    }
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) expect([method, wholeOf(await door.ask(method, '/'))]).toEqual([method, unknown]);
  });

  it('are not begun without', async () => {
    await expect(pagesOf(join(folder, 'inside'), door.made.rootFingerprint)).rejects.toThrow('pages-missing');
    expect(await pagesOf(null, door.made.rootFingerprint)).toBeNull();
  });
});
