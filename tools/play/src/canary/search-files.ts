import { closeSync, openSync, readdirSync, readFileSync, readSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as otherWork } from 'node:timers/promises';
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
  for (const path of filesBelow(folder)) if (!leaveOut(path)) await searchFile(join(folder, path), search, buffer);
  return search;
}

/**
 * Searches mail: as it stands, and, where a file shows nothing, once more without the line breaks that a long line of base64 or
 * quoted-printable (RFC 2045, section 6) is folded with.
 */
export async function searchMail(folder: string, patterns: readonly Pattern[]): Promise<Searched> {
  const search = new ByteSearch(patterns);
  for (const path of filesBelow(folder)) {
    const bytes = unlessGone(() => readFileSync(join(folder, path)));
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

/** Paths relative to the folder, which must be there; folders below it may go while we look. */
function filesBelow(folder: string): string[] {
  const paths: string[] = [];
  const look = (below: string, entries: readonly Dirent[]): void => {
    for (const entry of entries) {
      const path = join(below, entry.name);
      if (entry.isFile()) paths.push(path);
      if (entry.isDirectory()) look(path, unlessGone(() => readdirSync(join(folder, path), { withFileTypes: true })) ?? []);
    }
  };
  look('', readdirSync(folder, { withFileTypes: true }));
  return paths;
}

// Read with calls that wait: for the thousands of small files of a data folder they take a tenth of the time. Between two files the
// rest of the process has its turn.
async function searchFile(path: string, search: ByteSearch, buffer: Buffer): Promise<void> {
  await otherWork();
  const file = unlessGone(() => openSync(path, 'r'));
  if (file === null) return;
  try {
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) await search.push(buffer.subarray(0, read));
    await search.end();
  } finally {
    closeSync(file);
  }
}

/** Servers remove files while we read: what is gone is no place where a word could lie. */
function unlessGone<T>(act: () => T): T | null {
  try {
    return act();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw cause;
  }
}
