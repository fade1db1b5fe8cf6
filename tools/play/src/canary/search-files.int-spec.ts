import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { patternsOf } from './encodings.js';
import { searchFiles, searchMail } from './search-files.js';

const PREFIX = 'qzkxjvwqphgbtyfd';
const WORD = `${PREFIX}abcdefgh`;
const patterns = patternsOf(PREFIX);

describe('files', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lateral-search-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('are searched in every folder below, but for what is left out', async () => {
    await mkdir(join(folder, 'a/b'), { recursive: true });
    await writeFile(join(folder, 'a/b/one'), `x${WORD}`);
    await writeFile(join(folder, 'two'), WORD);
    expect([...(await searchFiles(folder, patterns)).hits]).toEqual([['utf-8', 2]]);
    const { hits, bytes } = await searchFiles(folder, patterns, (path) => path.startsWith('a/'));
    expect([...hits]).toEqual([['utf-8', 1]]);
    expect(bytes).toBe(WORD.length);
  });

  it('that are longer than what is read at once show a word at the seam', async () => {
    await writeFile(join(folder, 'long'), Buffer.concat([Buffer.alloc(4 * 1024 * 1024 - 10, 'x'), Buffer.from(WORD), Buffer.alloc(5_000_000, 'y')]));
    expect((await searchFiles(folder, patterns)).hits.get('utf-8')).toBe(1);
  });

  it('that should be there and are not end the search: nothing would be known', async () => {
    await expect(searchFiles(join(folder, 'away'), patterns)).rejects.toThrow(/ENOENT/);
  });

  it('of mail are read across the line breaks of base64 and of quoted-printable, and counted once', async () => {
    const folded = Buffer.from(`some words that come before ${WORD}`).toString('base64').replace(/.{44}/g, '$&\r\n');
    await writeFile(join(folder, 'one.eml'), `Content-Transfer-Encoding: base64\r\n\r\n${folded}\r\n`);
    await writeFile(join(folder, 'two.eml'), `Content-Transfer-Encoding: quoted-printable\r\n\r\nwords ${WORD.slice(0, 8)}=\r\n${WORD.slice(8)}\r\n`);
    await writeFile(join(folder, 'three.eml'), `Subject: ${WORD}\r\n`);
    expect([...(await searchFiles(folder, patterns)).hits]).toEqual([['utf-8', 1]]);
    const { hits } = await searchMail(folder, patterns);
    expect([...hits.values()].reduce((sum, count) => sum + count, 0)).toBe(3);
  });
});
