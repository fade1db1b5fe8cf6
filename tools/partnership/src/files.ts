import { mkdir, open, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Check } from './fields.js';
import { Refusal } from './refusal.js';

const MOST_BYTES = 64 << 20;

/** Text of a file; a larger one than `most` bytes is never held in memory. */
export async function readText(path: string, most = MOST_BYTES): Promise<string> {
  const file = await open(path).catch(() => null);
  if (file === null) throw new Refusal('no-file', { file: path });
  try {
    const { size } = await file.stat();
    if (size > most) throw new Refusal('too-large', { file: path });
    return await file.readFile('utf8').catch(() => Promise.reject(new Refusal('no-file', { file: path })));
  } finally {
    await file.close();
  }
}

/** A JSON document that passes a check. Refuses with the file and the field at fault; what stood there is not repeated. */
export async function readDocument<T>(path: string, check: Check): Promise<T> {
  const value = parsed(await readText(path), path);
  const field = check(value, '');
  if (field !== null) throw new Refusal('wrong-field', { file: path, field });
  return value as T;
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refusal('not-json', { file });
  }
}

/** Whether something is there, file or folder. */
export async function isThere(path: string): Promise<boolean> {
  const file = await open(path).catch((error: unknown) => ((error as NodeJS.ErrnoException).code === 'ENOENT' ? null : undefined));
  if (file) await file.close();
  return file !== null;
}

/** Writes a new file that only its owner may read. What is there already is not touched. */
export async function writeNew(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(path, content, { mode: 0o600, flag: 'wx' }).catch((error: unknown) => {
    throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? new Refusal('exists', { file: path }) : error;
  });
}

export async function writeNewJson(path: string, value: unknown): Promise<void> {
  await writeNew(path, asText(value));
}

/** Replaces a file of the tool's own, whole or not at all. */
export async function replaceJson(path: string, value: unknown): Promise<void> {
  const beside = `${path}.new`;
  await writeFile(beside, asText(value), { mode: 0o600 });
  await rename(beside, path);
}

const asText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
