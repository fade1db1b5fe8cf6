import { open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ByteSearch } from './byte-search.js';
import type { Pattern } from './pattern-scanner.js';

const CHUNK_BYTES = 4 * 1024 * 1024;

/** What was looked at in one place, and what was found there by encoding. */
export interface Searched {
  bytes: number;
  hits: ReadonlyMap<string, number>;
}

/** Searches every file below a folder, as far as `leaveOut` (given paths relative to it) does not exclude them. */
export async function searchFiles(folder: string, patterns: readonly Pattern[], leaveOut: (path: string) => boolean = () => false): Promise<Searched> {
  const search = new ByteSearch(patterns);
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  for (const path of await filesBelow(folder)) if (!leaveOut(path)) await searchFile(join(folder, path), search, buffer);
  return search;
}

/**
 * Searches mail: as it stands, and, where a file shows nothing, once more without the line breaks that a long line of base64 or
 * quoted-printable (RFC 2045, section 6) is folded with.
 */
export async function searchMail(folder: string, patterns: readonly Pattern[]): Promise<Searched> {
  const search = new ByteSearch(patterns);
  for (const path of await filesBelow(folder)) {
    const bytes = await unlessGone(readFile(join(folder, path)));
    if (bytes === null) continue;
    const before = search.found;
    await search.push(bytes);
    await search.end();
    if (search.found > before) continue;
    await search.push(Buffer.from(bytes.toString('latin1').replace(/=?\r?\n/g, ''), 'latin1'));
    await search.end();
    search.bytes -= bytes.length;
  }
  return search;
}

async function filesBelow(folder: string): Promise<string[]> {
  const found = await unlessGone(readdir(folder, { recursive: true, withFileTypes: true }));
  return (found ?? []).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

async function searchFile(path: string, search: ByteSearch, buffer: Buffer): Promise<void> {
  const file = await unlessGone(open(path));
  if (file === null) return;
  try {
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, null);
      if (bytesRead === 0) break;
      await search.push(buffer.subarray(0, bytesRead));
    }
    await search.end();
  } finally {
    await file.close();
  }
}

/** Servers remove files while we read: what is gone is no place where a word could lie. */
async function unlessGone<T>(act: Promise<T>): Promise<T | null> {
  try {
    return await act;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw cause;
  }
}
