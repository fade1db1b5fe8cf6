import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import pg from 'pg';
import type { Randomness } from '@lateral/platform';
import { ENCODINGS, patternsOf } from './encodings.js';
import { HubRecorder } from './hub-recorder.js';
import { searchPlaces, type CanaryPlaces, type PlaceName } from './places.js';
import { Planter } from './planter.js';
import { RedisLine } from './redis-line.js';

/** A word that was planted in clear and not found again: the search is blind there. */
export interface Missed {
  place: PlaceName;
  encoding: string;
}

export interface ControlResult {
  /** Words that were planted, over all places and encodings. */
  planted: number;
  missed: Missed[];
  /** Places that could not be looked at. */
  notSearched: PlaceName[];
}

/** One spelling of the word, and the name under which the search counts it. */
interface Spelling {
  encoding: string;
  bytes: Buffer;
}

/** What takes a planted word away again. */
type Uproot = () => Promise<void>;

/**
 * Plants a word in clear in each place, in each encoding, plain and inside gzip, searches as a round does, and says what was not found.
 * A search that finds nothing shows something only if this finds everything. Takes away what it planted.
 */
export async function controlRun(places: CanaryPlaces, random: Randomness): Promise<ControlResult> {
  const planter = new Planter(random);
  const spellings = spellingsOf(planter);
  const uproot: Uproot[] = [];
  try {
    for (const plant of [plantInDatabases, plantInRedis, plantInFiles, plantOnTheWire]) uproot.push(...(await plant(places, spellings)));
    const found = await searchPlaces(places, planter.prefix);
    const looked = found.flatMap(({ place, searched }) => (searched === null ? [] : [{ place, hits: searched.hits }]));
    const missed = looked.flatMap(({ place, hits }) => wanted(spellings).filter(([encoding, count]) => (hits.get(encoding) ?? 0) < count).map(([encoding]) => ({ place, encoding })));
    return { planted: spellings.length * looked.length, missed, notSearched: found.filter(({ searched }) => searched === null).map(({ place }) => place) };
  } finally {
    for (const each of uproot) await each();
  }
}

function spellingsOf(planter: Planter): Spelling[] {
  const patterns = patternsOf(planter.prefix);
  const plain = ENCODINGS.map(({ name, pattern, spell }) => {
    const bytes = pattern(planter.prefix);
    return { encoding: patterns.find((known) => known.bytes.equals(bytes))?.encoding ?? name, bytes: spell(planter.word()) };
  });
  return [...plain, ...plain.map(({ encoding, bytes }) => ({ encoding: `gzip: ${encoding}`, bytes: gzipSync(bytes) }))];
}

/** Two encodings that spell alike share a name and must be found twice. */
function wanted(spellings: readonly Spelling[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { encoding } of spellings) counts.set(encoding, (counts.get(encoding) ?? 0) + 1);
  return [...counts];
}

/** A table of its own, through which the words reach the data files and the write-ahead log as anything else would. */
async function plantInDatabases({ hubDatabaseUrl, ledgerDatabaseUrl }: CanaryPlaces, spellings: readonly Spelling[]): Promise<Uproot[]> {
  return Promise.all([hubDatabaseUrl, ledgerDatabaseUrl].map(async (url) => {
    const table = `canary_control_${randomUUID().replaceAll('-', '')}`;
    await withDatabase(url, async (client) => {
      await client.query(`create table ${table} (spelled bytea not null)`);
      for (const { bytes } of spellings) await client.query(`insert into ${table} (spelled) values ($1)`, [bytes]);
    });
    return () => withDatabase(url, async (client) => { await client.query(`drop table ${table}`); });
  }));
}

async function plantInRedis({ redisUrl }: CanaryPlaces, spellings: readonly Spelling[]): Promise<Uproot[]> {
  if (redisUrl === '') return [];
  const keys = spellings.map(() => `canary-control:${randomUUID()}`);
  const ask = async (words: (key: string, i: number) => (string | Buffer)[]): Promise<void> => {
    const line = await RedisLine.open(redisUrl);
    for (const [i, key] of keys.entries()) await line.ask(...words(key, i));
    line.close();
  };
  await ask((key, i) => ['SET', key, spellings[i]?.bytes ?? '']);
  return [() => ask((key) => ['DEL', key])];
}

async function plantInFiles({ folders }: CanaryPlaces, spellings: readonly Spelling[]): Promise<Uproot[]> {
  const lines = Buffer.concat(spellings.flatMap(({ bytes }) => [Buffer.from('control: '), bytes, Buffer.from('\n')]));
  const files = [join(folders.logs, `canary-control-${randomUUID()}.log`), ...(folders.mail === null ? [] : [join(folders.mail, `canary-control-${randomUUID()}.eml`)])];
  for (const file of files) await writeFile(file, lines, { mode: 0o600 });
  return files.map((file) => () => rm(file));
}

/** Says each word to a server that says it back, through a recorder: both directions must show it. */
async function plantOnTheWire({ recording }: CanaryPlaces, spellings: readonly Spelling[]): Promise<Uproot[]> {
  const echo = createServer((request, response) => { request.pipe(response); });
  await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve));
  const recorder = await HubRecorder.start(`http://127.0.0.1:${(echo.address() as AddressInfo).port}`, recording);
  for (const { bytes } of spellings) await (await fetch(recorder.url, { method: 'POST', body: new Uint8Array(bytes), headers: { connection: 'close' } })).arrayBuffer();
  await recorder.stop();
  await closed(echo);
  return [() => rm(recording, { recursive: true, force: true })];
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => { resolve(); }));
}

async function withDatabase(url: string, act: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await act(client);
  } finally {
    await client.end();
  }
}
