import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One file of the pages as it leaves: whole, with what its answer says of it. */
export interface PageFile { content: Buffer; type: string; etag: string; kind: 'page' | 'worker' | 'part'; forGood: boolean }
/** By name; `index.html` is the page itself. */
export type PageFiles = ReadonlyMap<string, PageFile>;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml', '.json': 'application/json; charset=utf-8',
};
/** Named by its own content, so it never changes under its name. */
const HASHED = /-[0-9a-f]{16}\.[a-z]+$/;
const PAGE = 'index.html';
const PIN = 'pin.json';

/**
 * Reads the pages of a folder once, at start: what is not on this list is not served, whatever is asked. The pin of the root comes with
 * the pages; where no file says it, it is the hub's own, which is as good as the code that comes from the same place. Throws where the
 * folder has no page.
 */
export async function readPages(folder: string, rootFingerprint: string): Promise<PageFiles> {
  const files = new Map<string, PageFile>([[PIN, fileOf(PIN, Buffer.from(JSON.stringify({ root: rootFingerprint })))]]);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isFile() && extname(entry.name) in TYPES) files.set(entry.name, fileOf(entry.name, await readFile(join(folder, entry.name))));
  }
  if (!files.has(PAGE)) throw new Error('no page in this folder');
  return files;
}

function fileOf(name: string, content: Buffer): PageFile {
  const kind = name === PAGE ? 'page' : name.startsWith('worker-') ? 'worker' : 'part';
  return { content, type: TYPES[extname(name)] ?? 'application/octet-stream', etag: `"${createHash('sha256').update(content).digest('base64url')}"`, kind, forGood: HASHED.test(name) };
}

/** Where the build puts the pages of a bundled hub; null for a hub that runs from anything else. */
export function pagesBesideBundle(): string | null {
  const folder = dirname(fileURLToPath(import.meta.url));
  return basename(folder) === 'bundle' ? join(folder, 'pages') : null;
}
