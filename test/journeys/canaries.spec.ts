import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Canaries, canaryPlaces, controlRun, ENCODINGS, searchPlaces, type CanaryPlaces } from '@lateral/play';
import { SystemRandom } from '@lateral/platform';
import { RoundWorld } from '../world/round-world.js';

const LIMIT_MS = 180_000;
/** Each encoding twice: as it is, and inside gzip. */
const SPELLINGS = 2 * ENCODINGS.length;

describe('canaries', () => {
  let world: RoundWorld;
  let folder: string;
  let places: CanaryPlaces;

  beforeAll(async () => {
    world = await RoundWorld.start();
    folder = await mkdtemp(join(tmpdir(), 'lateral-canaries-'));
    places = canaryPlaces(world.settings, join(folder, 'recorded-http'));
  }, LIMIT_MS);
  afterAll(async () => {
    await world.end();
    await rm(folder, { recursive: true, force: true });
  }, LIMIT_MS);

  it('that are planted in clear are found: in every place, in every encoding', async () => {
    const { planted, missed, notSearched } = await controlRun(places, new SystemRandom());
    expect(missed).toEqual([]);
    const withRedis = world.settings.LATERAL_QUEUE_BACKEND === 'redis';
    expect(notSearched).toEqual(withRedis ? [] : ['Redis keys', 'Redis append-only files']);
    expect(planted).toBe((withRedis ? 9 : 7) * SPELLINGS);
  }, LIMIT_MS);

  it('that are sealed in a round are found nowhere, and the report says where they were looked for', async () => {
    const { canaries, ok } = await world.play();
    expect(ok).toBe(true);
    expect(canaries.found).toBe(0);
    expect(canaries.planted).toBeGreaterThan(100);
    const looked = canaries.searched.filter(({ bytes }) => bytes > 0).map(({ place }) => place);
    expect(looked).toEqual(expect.arrayContaining(['hub database', 'ledger database', 'Postgres data files', 'Postgres write-ahead log', 'logs', 'mail', 'recorded HTTP']));
    expect(world.told.join('\n')).toContain('none was found');
  }, LIMIT_MS);

  it('are reported as not looked for in the files of a service that is somebody else\'s', async () => {
    const found = await searchPlaces({ ...places, recording: folder, redisUrl: '', folders: { ...places.folders, postgres: null, mail: null } }, 'qzkxjvwqphgbtyfd');
    const unlooked = found.filter(({ searched }) => searched === null).map(({ place }) => place);
    expect(unlooked).toEqual(['Postgres data files', 'Postgres write-ahead log', 'Redis keys', 'Redis append-only files', 'mail']);
  }, LIMIT_MS);

  it('that get out are counted, and the sentence says where they were seen', async () => {
    const canaries = await Canaries.start(world.settings, { hubUrl: world.installation.hubUrl, folder });
    const log = join(world.installation.logFolder, 'leaky.log');
    await appendFile(log, JSON.stringify({ event: 'request.opened', note: Buffer.from(`a note ${canaries.planter.word()}`).toString('base64') }));
    try {
      const { report, sentence } = await canaries.search();
      expect(report).toMatchObject({ planted: 1, found: 1 });
      expect(sentence).toMatch(/FOUND: 1 in logs \(base64 at [012]\)/);
    } finally {
      await canaries.stop();
      await rm(log);
    }
  }, LIMIT_MS);
});
