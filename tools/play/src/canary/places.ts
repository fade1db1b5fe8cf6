import { join } from 'node:path';
import { patternsOf } from './encodings.js';
import type { Pattern } from './pattern-scanner.js';
import { checkpoint, searchDatabase } from './search-database.js';
import { searchFiles, searchMail, type Searched } from './search-files.js';
import { searchRedis } from './search-redis.js';

/** Where a word could lie that should lie nowhere. A folder is null where the service is somebody else's. */
export interface CanaryPlaces {
  hubDatabaseUrl: string;
  ledgerDatabaseUrl: string;
  /** An identity that may order a checkpoint; without that right its request is refused and the search goes on. */
  adminDatabaseUrl: string;
  /** Empty where queues run on Postgres. */
  redisUrl: string;
  folders: { postgres: string | null; redis: string | null; mail: string | null; logs: string };
  /** What the recorder wrote. */
  recording: string;
}

export type PlaceName = 'hub database' | 'ledger database' | 'Postgres data files' | 'Postgres write-ahead log' | 'Redis keys' | 'Redis append-only files' | 'logs' | 'mail' | 'recorded HTTP';

export interface PlaceSearched {
  place: PlaceName;
  /** Null where the place could not be looked at, because it is somebody else's or is not in use. */
  searched: Searched | null;
}

/** Null where there is nothing to look at. */
type Search = (() => Promise<Searched>) | null;

const WRITE_AHEAD_LOG = 'pg_wal';
const inWriteAheadLog = (path: string): boolean => path.startsWith(join(WRITE_AHEAD_LOG, '/'));

/** Looks everywhere for words that begin with `prefix`, in every encoding. */
export async function searchPlaces(places: CanaryPlaces, prefix: string): Promise<PlaceSearched[]> {
  const patterns: readonly Pattern[] = patternsOf(prefix);
  const { folders, redisUrl } = places;
  if (folders.postgres !== null) await checkpoint(places.adminDatabaseUrl);
  const inFolder = (folder: string | null, search: (folder: string) => Promise<Searched>): Search => (folder === null ? null : () => search(folder));
  const searches: [PlaceName, Search][] = [
    ['hub database', () => searchDatabase(places.hubDatabaseUrl, patterns)],
    ['ledger database', () => searchDatabase(places.ledgerDatabaseUrl, patterns)],
    ['Postgres data files', inFolder(folders.postgres, (folder) => searchFiles(folder, patterns, inWriteAheadLog))],
    ['Postgres write-ahead log', inFolder(folders.postgres, (folder) => searchFiles(join(folder, WRITE_AHEAD_LOG), patterns))],
    ['Redis keys', redisUrl === '' ? null : () => searchRedis(redisUrl, patterns)],
    ['Redis append-only files', redisUrl === '' ? null : inFolder(folders.redis, (folder) => searchFiles(folder, patterns))],
    ['logs', inFolder(folders.logs, (folder) => searchFiles(folder, patterns))],
    ['mail', inFolder(folders.mail, (folder) => searchMail(folder, patterns))],
    ['recorded HTTP', inFolder(places.recording, (folder) => searchFiles(folder, patterns))],
  ];
  const found: PlaceSearched[] = [];
  for (const [place, search] of searches) found.push({ place, searched: search === null ? null : await search() });
  return found;
}

/** Everything under the names by which the report has it. */
export function canaryReport(planted: number, found: readonly PlaceSearched[]): { planted: number; found: number; searched: { place: string; bytes: number }[] } {
  return {
    planted,
    found: found.reduce((sum, { searched }) => sum + hitsIn(searched), 0),
    searched: found.map(({ place, searched }) => (searched === null ? { place: `${place} (not searched: not ours or not in use)`, bytes: 0 } : { place, bytes: searched.bytes })),
  };
}

/** One sentence for whoever sits at the terminal. */
export function canarySentence(planted: number, found: readonly PlaceSearched[]): string {
  const looked = found.filter(({ searched }) => searched !== null);
  const missed = found.filter(({ searched }) => searched === null).map(({ place }) => place);
  const hits = looked.filter(({ searched }) => hitsIn(searched) > 0).map(({ place, searched }) => `${hitsIn(searched)} in ${place} (${[...(searched?.hits.keys() ?? [])].join(', ')})`);
  const megabytes = looked.reduce((sum, { searched }) => sum + (searched?.bytes ?? 0), 0) / 1e6;
  const where = looked.map(({ place }) => place).join(', ');
  const result = hits.length === 0 ? 'none was found' : `FOUND: ${hits.join('; ')}`;
  const unlooked = missed.length === 0 ? '' : ` Not looked at, being somebody else's or not in use: ${missed.join(', ')}.`;
  return `Canaries: ${planted} random words were sealed in this round and looked for in ${where} (${megabytes.toFixed(0)} MB, every usual encoding): ${result}.${unlooked}`;
}

function hitsIn(searched: Searched | null): number {
  return searched === null ? 0 : [...searched.hits.values()].reduce((sum, count) => sum + count, 0);
}
