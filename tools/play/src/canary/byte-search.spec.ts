import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { ByteSearch } from './byte-search.js';
import { patternsOf } from './encodings.js';

const PREFIX = 'qzkxjvwqphgbtyfd';
const WORD = Buffer.from(`${PREFIX}abcdefgh`);
const noise = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes));

async function search(...chunks: Uint8Array[]): Promise<ByteSearch> {
  const one = new ByteSearch(patternsOf(PREFIX));
  for (const chunk of chunks) await one.push(chunk);
  await one.end();
  return one;
}

/** The same bytes each time, and none that compress (the generator of Lehmer, with the constants of Park and Miller). */
function hardToCompress(length: number): Buffer {
  let state = 42;
  return Buffer.from(Array.from({ length }, () => (state = (state * 48_271) % 2_147_483_647) >> 8));
}

/** Cut into pieces of so many bytes. */
function cut(bytes: Buffer, size: number): Buffer[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
}

describe('a search over chunks', () => {
  it('finds a word once, wherever it is cut', async () => {
    await fc.assert(fc.asyncProperty(noise, noise, fc.integer({ min: 1, max: 60 }), async (before, after, size) => {
      const { hits, bytes } = await search(...cut(Buffer.concat([before, WORD, after]), size));
      expect([...hits]).toEqual([['utf-8', 1]]);
      expect(bytes).toBe(before.length + WORD.length + after.length);
    }));
  });

  it('finds a word once inside gzip, wherever it is cut', async () => {
    await fc.assert(fc.asyncProperty(noise, noise, noise, fc.integer({ min: 1, max: 60 }), async (before, inside, after, size) => {
      const { hits } = await search(...cut(Buffer.concat([before, gzipSync(Buffer.concat([inside, WORD])), after]), size));
      expect(hits.get('gzip: utf-8')).toBe(1);
    }), { numRuns: 50 });
  });

  it('does not take the end of one thing and the beginning of the next for a word', async () => {
    const one = new ByteSearch(patternsOf(PREFIX));
    await one.push(WORD.subarray(0, 9));
    await one.end();
    await one.push(WORD.subarray(9));
    await one.end();
    expect(one.found).toBe(0);
  });

  it('lets the caller use its buffer again', async () => {
    const one = new ByteSearch(patternsOf(PREFIX));
    const buffer = Buffer.from(WORD.subarray(0, 10));
    await one.push(buffer);
    buffer.fill(0);
    await one.push(WORD.subarray(10));
    await one.end();
    expect(one.found).toBe(1);
  });
});

describe('gzip', () => {
  const long = Buffer.concat([WORD, hardToCompress(50_000)]);

  it('is looked into twice and no deeper', async () => {
    expect([...(await search(gzipSync(gzipSync(WORD)))).hits.keys()]).toEqual(['gzip: gzip: utf-8']);
    expect((await search(gzipSync(gzipSync(gzipSync(gzipSync(WORD)))))).found).toBe(0);
  });

  it('that is cut off shows what came before the cut', async () => {
    const member = gzipSync(long);
    expect((await search(member.subarray(0, member.length / 2))).hits.get('gzip: utf-8')).toBe(1);
  });

  it('that is broken further on shows what came before the damage', async () => {
    const member = gzipSync(long);
    const broken = Buffer.concat([member.subarray(0, member.length - 2_000), Buffer.alloc(2_000, 0xff)]);
    expect((await search(broken)).hits.get('gzip: utf-8')).toBe(1);
  });

  it('with a name in its header is read behind that', async () => {
    const member = gzipSync(WORD);
    const named = Buffer.concat([member.subarray(0, 3), Buffer.of(0x08), member.subarray(4, 10), Buffer.from('a name\0'), member.subarray(10)]);
    expect([...(await search(named)).hits]).toEqual([['gzip: utf-8', 1]]);
  });

  it('that only looks like it hides nothing that stands beside it', async () => {
    expect((await search(Buffer.from([0x1f, 0x8b, 0x08, 0, 1, 2, 3]), WORD)).hits.get('utf-8')).toBe(1);
  });

  it('that would become endless is left after a while', async () => {
    const bomb = gzipSync(Buffer.concat([Buffer.alloc(40 * 1024 * 1024), WORD]));
    expect((await search(bomb)).found).toBe(0);
  });
});
