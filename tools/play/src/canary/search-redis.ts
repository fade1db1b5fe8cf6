import { ByteSearch } from './byte-search.js';
import type { Pattern } from './pattern-scanner.js';
import { RedisLine, type RedisReply } from './redis-line.js';
import type { Searched } from './search-files.js';

const KEYS_AT_ONCE = '512';
const GAP = Buffer.from('\n\n');

/** How a value of each type is read whole. */
const READERS: Readonly<Record<string, (key: Buffer) => (string | Buffer)[]>> = {
  string: (key) => ['GET', key],
  hash: (key) => ['HGETALL', key],
  list: (key) => ['LRANGE', key, '0', '-1'],
  set: (key) => ['SMEMBERS', key],
  zset: (key) => ['ZRANGE', key, '0', '-1'],
  stream: (key) => ['XRANGE', key, '-', '+'],
};

/**
 * Searches every key and its value. The files alone would not do: after a rewrite Redis keeps a snapshot in them whose longer values are
 * compressed.
 */
export async function searchRedis(url: string, patterns: readonly Pattern[]): Promise<Searched> {
  const search = new ByteSearch(patterns);
  const line = await RedisLine.open(url);
  try {
    let cursor = '0';
    do {
      const [next, keys] = (await line.ask('SCAN', cursor, 'COUNT', KEYS_AT_ONCE)) as [Buffer, Buffer[]];
      for (const key of keys) await searchKey(line, key, search);
      cursor = next.toString();
    } while (cursor !== '0');
  } finally {
    line.close();
  }
  return search;
}

async function searchKey(line: RedisLine, key: Buffer, search: ByteSearch): Promise<void> {
  const type = String(await line.ask('TYPE', key));
  if (type === 'none') return; // It ran out between the scan and now.
  const read = READERS[type];
  if (read === undefined) throw new Error(`a Redis value of type ${type} cannot be searched`);
  await search.push(Buffer.concat([key, GAP, ...leavesOf(await line.ask(...read(key)))]));
  await search.end();
}

function leavesOf(reply: RedisReply): Buffer[] {
  if (Array.isArray(reply)) return reply.flatMap(leavesOf);
  if (reply === null) return [];
  return [typeof reply === 'number' ? Buffer.from(String(reply)) : reply, GAP];
}
