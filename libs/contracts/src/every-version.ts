import type { SignedDocument } from './directory.js';

/**
 * Every version of a signed document from `from` on, oldest first, of which a hub gives at most `most` at once: fewer are the last. Should it
 * keep newer ones back, a reader's marks and the key log tell.
 */
export async function everyVersion<Document extends { version: number }>(page: (from: number) => Promise<SignedDocument<Document>[]>, most: number, from = 1): Promise<SignedDocument<Document>[]> {
  const all: SignedDocument<Document>[] = [];
  for (;;) {
    const next = await page((all.at(-1)?.document.version ?? from - 1) + 1);
    all.push(...next);
    if (next.length < most) return all;
  }
}
