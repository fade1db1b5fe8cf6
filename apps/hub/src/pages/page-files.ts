import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { STATIC_PAGES, type StaticPage } from '@lateral/contracts';

export const PAGE_LANGUAGES = ['en', 'cy'] as const;
export type PageLanguage = (typeof PAGE_LANGUAGES)[number];

/** One file as it leaves: whole, or in what brotli or gzip made of it when it was built. */
export interface PageFile { content: Buffer; br: Buffer | null; gzip: Buffer | null; type: string; etag: string; isWorker: boolean }
export interface PageFiles {
  /** The desk's one page, and the text of its import map, the only script that stands in it. */
  desk: PageFile;
  inline: string;
  /** How an answer says that the desk's first words are wanted, by language: a page is the same in both and cannot name them. */
  firstWords: Readonly<Partial<Record<PageLanguage, string>>>;
  /** By name. */
  assets: ReadonlyMap<string, PageFile>;
  pin: PageFile;
  /** Templates, see `fillPage`. */
  statics: Readonly<Record<PageLanguage, ReadonlyMap<StaticPage, string>>>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml', '.json': 'application/json; charset=utf-8',
};
const PIN = 'pin.json';

/**
 * Reads the pages of a folder once, at start: what is not among them is not served, whatever is asked. The pin of the root comes with
 * the pages; where no file says it, it is the hub's own, which is as good as the code that comes from the same place. Throws where the
 * folder lacks a page, or where one has a script inside that is no import map.
 */
export async function readPages(folder: string, rootFingerprint: string): Promise<PageFiles> {
  const desk = await fileOf(folder, 'index.html');
  const pin = existsSync(join(folder, PIN)) ? await fileOf(folder, PIN) : plain(PIN, Buffer.from(JSON.stringify({ root: rootFingerprint })));
  const names = (await readdir(join(folder, 'assets'))).filter((name) => extname(name) in TYPES);
  const assets = new Map(await Promise.all(names.map(async (name) => [name, await fileOf(join(folder, 'assets'), name)] as const)));
  return { desk, inline: importMapOf(desk.content.toString('utf8')), firstWords: firstWordsIn(assets), assets, pin, statics: { en: await staticsOf(folder, 'en'), cy: await staticsOf(folder, 'cy') } };
}

/** The build names them after their language. */
function firstWordsIn(assets: ReadonlyMap<string, PageFile>): PageFiles['firstWords'] {
  return Object.fromEntries([...assets].flatMap(([name, { content }]) => {
    const language = PAGE_LANGUAGES.find((each) => name.startsWith(`${each}-`) && name.endsWith('.js'));
    return language === undefined ? [] : [[language, `</assets/${name}>; rel="modulepreload"; integrity="sha256-${createHash('sha256').update(content).digest('base64')}"`]];
  }));
}

async function staticsOf(folder: string, language: PageLanguage): Promise<ReadonlyMap<StaticPage, string>> {
  return new Map(await Promise.all(STATIC_PAGES.map(async (page) => [page, await readFile(join(folder, 'static', language, `${page}.html`), 'utf8')] as const)));
}

async function fileOf(folder: string, name: string): Promise<PageFile> {
  const beside = async (end: string): Promise<Buffer | null> => (existsSync(join(folder, name + end)) ? readFile(join(folder, name + end)) : null);
  return { ...plain(name, await readFile(join(folder, name))), br: await beside('.br'), gzip: await beside('.gz') };
}

function plain(name: string, content: Buffer): PageFile {
  return { content, br: null, gzip: null, type: TYPES[extname(name)] ?? '', etag: `"${createHash('sha256').update(content).digest('base64url')}"`, isWorker: name.startsWith('worker-') };
}

function importMapOf(page: string): string {
  const inline = [...page.matchAll(/<script\b([^>]*)>([^<]*)<\/script>/giu)].filter(([, attributes]) => !/\ssrc=/u.test(attributes ?? ''));
  const [, attributes, text] = inline[0] ?? [];
  if (inline.length !== 1 || text === undefined || attributes?.trim() !== 'type="importmap"') throw new Error('the page has another script inside than an import map');
  return text;
}

/** Where the build puts the pages of a bundled hub; null for a hub that runs from anything else. */
export function pagesBesideBundle(): string | null {
  const folder = dirname(fileURLToPath(import.meta.url));
  return basename(folder) === 'bundle' ? join(folder, 'pages') : null;
}
