import { open } from 'node:fs/promises';
import { MAX_PACK_BYTES } from './read-pack.js';

export type FileRead = { ok: true; bytes: Uint8Array } | { ok: false; code: 'too-large' | 'no-file' };

/** Reads a file of at most `most` bytes. A larger one is refused by its size, and never held in memory whatever its size claims. */
export async function readFileBounded(path: string, most: number = MAX_PACK_BYTES): Promise<FileRead> {
  try {
    const file = await open(path);
    try {
      const chunks: Uint8Array[] = [];
      let length = 0;
      if ((await file.stat()).size > most) return { ok: false, code: 'too-large' };
      for await (const chunk of file.createReadStream({ autoClose: false })) {
        length += (chunk as Uint8Array).length;
        if (length > most) return { ok: false, code: 'too-large' };
        chunks.push(chunk as Uint8Array);
      }
      return { ok: true, bytes: Buffer.concat(chunks) };
    } finally {
      await file.close();
    }
  } catch {
    return { ok: false, code: 'no-file' };
  }
}
