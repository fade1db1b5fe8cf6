import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SystemRandom } from '@lateral/platform';
import { patternsOf } from './encodings.js';
import { Planter } from './planter.js';
import { RedisLine, RedisRefused } from './redis-line.js';
import { searchRedis } from './search-redis.js';

const url = process.env['LATERAL_TEST_REDIS_URL'] ?? '';

// Named by what is missing, so that the run says how to mend it.
(url === '' ? describe.skip : describe)(`Redis${url === '' ? ' (needs LATERAL_TEST_REDIS_URL)' : ''}`, () => {
  let line: RedisLine;
  beforeAll(async () => {
    line = await RedisLine.open(url);
  });
  afterAll(() => { line.close(); });

  const key = (): string => `canary-spec:${randomUUID()}`;
  const CASES: [string, (key: string, word: string) => string[]][] = [
    ['a key itself', (name, word) => ['SET', `${name}:${word}`, '1']],
    ['a string', (name, word) => ['SET', name, `a ${word}`]],
    ['a field of a hash', (name, word) => ['HSET', name, word, '1']],
    ['a value of a hash', (name, word) => ['HSET', name, 'field', word]],
    ['a list', (name, word) => ['RPUSH', name, 'x', word]],
    ['a set', (name, word) => ['SADD', name, word]],
    ['a sorted set', (name, word) => ['ZADD', name, '1', word]],
    ['a stream', (name, word) => ['XADD', name, '*', 'field', word]],
  ];

  it.each(CASES)('shows a word in %s', async (_where, write) => {
    const planter = new Planter(new SystemRandom());
    const words = write(key(), planter.word());
    await line.ask(...words);
    try {
      const { hits, bytes } = await searchRedis(url, patternsOf(planter.prefix));
      expect([...hits]).toEqual([['utf-8', 1]]);
      expect(bytes).toBeGreaterThan(0);
    } finally {
      await line.ask('DEL', words[1] ?? '');
    }
  });

  it('carries bytes as they are, also where an answer comes in pieces', async () => {
    const name = key();
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, i) => i % 256));
    await line.ask('SET', name, bytes);
    expect(await line.ask('GET', name)).toEqual(bytes);
    await line.ask('DEL', name);
    expect(await line.ask('GET', name)).toBeNull();
  });

  it('says what it refuses, without repeating what was asked', async () => {
    await expect(line.ask('NONSENSE', 'a word')).rejects.toThrow(new RedisRefused('Redis refused: ERR'));
  });
});
