import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeRootKey, publicKeyText } from '@lateral/envelope/keys';
import { openHubDatabase } from '@lateral/persistence/hub';
import { openKeyStore } from '@lateral/persistence/key-store';
import { createLogger, logRefusal, Secret, SystemRandom } from '@lateral/platform';
import { freshDatabase } from '@lateral/testing/hub';
import type { FreshDatabase } from '@lateral/testing/hub';
import { CONFIG, hubDoor } from '../../../test/world/hub-door.js';
import type { HubDoor } from '../../../test/world/hub-door.js';
import { migrateHub } from './migrate-hub.js';
import { assertDatabase, assertPartnership } from './refuse-to-start.js';
import { startHub } from './start-hub.js';
import type { StartHubOptions } from './start-hub.js';

const log = createLogger({ app: 'hub', write: () => undefined });
/** Each start reads the whole law. */
const LIMIT_MS = 60_000;
let door: HubDoor;
let fresh: FreshDatabase;
beforeAll(async () => {
  [door, fresh] = await Promise.all([hubDoor(), freshDatabase()]);
}, LIMIT_MS);
afterAll(async () => {
  await door.end();
  await fresh.drop();
});

const codeOfStart = async (change: object, options: Partial<StartHubOptions> = {}): Promise<string> => {
  try {
    const { steps } = await startHub({ ...door.settings, ...change }, { log, ...options });
    for (const step of steps) await step.stop();
    return 'started';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
};
const url = (database: FreshDatabase): { HUB_DATABASE_URL: Secret<string> } => ({ HUB_DATABASE_URL: new Secret(database.url) });

describe('the hub refuses to start', () => {
  it('on a database that is not at its tables, and then on one without a partnership', async () => {
    expect(await codeOfStart(url(fresh))).toBe('database-not-migrated');
    const database = await openHubDatabase({ url: fresh.url, poolSize: 2, applicationName: 'refuse-test' });
    await database.migrate();
    expect(await codeOfStart(url(fresh))).toBe('database-unmarked');
    expect(await migrateHub(database, 'test')).toEqual([]);
    await expect(migrateHub(database, 'production')).rejects.toMatchObject({ code: 'database-marked-otherwise' });
    await database.close();
    expect(await codeOfStart(url(fresh))).toBe('no-partnership');
  }, LIMIT_MS);

  it('on a database that was made for something else: play, a demo, production', async () => {
    expect(await codeOfStart({})).toBe('started');
    expect(await codeOfStart({ LATERAL_MODE: 'demo' })).toBe('database-marked-otherwise');
    expect(await codeOfStart({ LATERAL_MODE: 'production' })).toBe('authority-of-a-demo');
    const database = await openHubDatabase({ url: door.settings.HUB_DATABASE_URL.reveal(), poolSize: 2, applicationName: 'refuse-test' });
    await expect(assertDatabase(database, 'production')).rejects.toMatchObject({ code: 'database-marked-otherwise' });
    await database.close();
    const keyStore = await openKeyStore({ url: door.settings.HUB_KEY_STORE_URL.reveal(), poolSize: 1, randomness: new SystemRandom() });
    await expect(assertDatabase(keyStore, 'production')).rejects.toMatchObject({ code: 'database-marked-otherwise' });
    await keyStore.close();
    expect(await codeOfStart({}, { mark: 'play' })).toBe('database-marked-otherwise');
  }, LIMIT_MS);

  it('under a root that did not sign the registered partnership', async () => {
    expect(await codeOfStart({ ROOT_FINGERPRINT: 'A'.repeat(40) })).toBe('unpinned-root');
  }, LIMIT_MS);

  it('in production on what was made for a demo or a test', async () => {
    const { partnership } = door.made.registration;
    expect(() => { assertPartnership('test', partnership); }).not.toThrow();
    expect(() => { assertPartnership('production', partnership); }).toThrow('partnership-of-another-mode');
    const rootKey = publicKeyText(await makeRootKey({ name: 'Lateral demo partnership root', at: new Date('2026-11-01T09:00:00.000Z') }));
    expect(() => { assertPartnership('production', { ...partnership, document: { ...partnership.document, mode: 'production', rootKey } }); }).toThrow('root-of-a-demo');
    expect(() => { assertPartnership('production', { ...partnership, document: { ...partnership.document, mode: 'production' } }); }).not.toThrow();
  });
});

describe('a configuration with something wrong in it', () => {
  let config: string;
  beforeEach(async () => {
    config = join(await mkdtemp(join(tmpdir(), 'lateral-config-')), 'config');
    await cp(CONFIG, config, { recursive: true });
  });
  afterEach(() => rm(join(config, '..'), { recursive: true }));

  /** What a process says that is started on it: one line for each fault. */
  async function saidOfStart(policy = 'deadlines/pol-cal-4-24-72.yaml'): Promise<Record<string, unknown>[]> {
    const lines: string[] = [];
    const told = createLogger({ app: 'hub', write: (line) => lines.push(line) });
    try {
      const { steps } = await startHub({ ...door.settings, HUB_CONFIG: config, HUB_DEADLINE_POLICY: join(config, policy) }, { log: told });
      for (const step of steps) await step.stop();
    } catch (error) {
      logRefusal(told, error);
    }
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ event }) => event === 'process.refused-to-start');
  }

  async function change(file: string, from: string | RegExp, to: string): Promise<void> {
    const text = await readFile(join(config, file), 'utf8');
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`nothing was changed in ${file}`);
    await writeFile(join(config, file), changed);
  }

  it.each([
    ['an unknown field of the catalogue', 'catalogue/article-6.yaml', /^( +)(citation: .*)$/m, '$1$2\n$1surprise: 1', /rows\[0\]/],
    ['a date that is none', 'catalogue/gateways-england.yaml', 'from: 2026-09-30', 'from: 2026-13-30', /rows\[\d+\]\.inForce\.E\.from/],
    ['a reference to a row that is not there', 'catalogue/default-stacks.yaml', 'gateway: { E: [CA1989-47] }', 'gateway: { E: [CA1989-4700] }', /stacks\[0\]\.gateway\.E/],
    ['a default stack of an agreement that is not there', 'agreements/england-data-sharing-agreement.yaml', 'stack: ST-06', 'stack: ST-99', /clauses\[0\]\.defaultStacks/],
    ['a question pack without its name', 'packs/police.yaml', /^name:\n.*\n.*\n/m, '', /^$|name/],
    ['hours of a policy that are none', 'deadlines/pol-cal-4-24-72.yaml', 'red: { value: 4', 'red: { value: -4', /hours\.red\.value/],
    ['a retention class whose coded records go first', 'retention/classes.yaml', 'recordMonths: 312', 'recordMonths: 3', /classes\[2\]\.recordMonths/],
    ['a calendar with a day that is none', 'calendars/england-and-wales.yaml', /day: '(\d{4})-12-25'/, "day: '$1-12-35'", /holidays\[\d+\]\.day/],
  ])('%s: the hub does not start, and its log names file, line and field', async (_what, file, from, to, field) => {
    await change(file, from, to);
    const said = await saidOfStart();
    expect(said).toHaveLength(1);
    expect(said[0]).toMatchObject({ code: 'config-invalid', file: expect.stringMatching(new RegExp(`${file}$`)) as unknown, line: expect.any(Number) as unknown });
    expect(said[0]!['line']).toBeGreaterThan(0);
    expect(said[0]).toMatchObject({ field: expect.stringMatching(field) as unknown });
  }, LIMIT_MS);

  it('names a policy that is not there', async () => {
    const said = await saidOfStart('deadlines/pol-of-nobody.yaml');
    expect(said.map(({ code, file }) => [code, String(file).endsWith('deadlines/pol-of-nobody.yaml')])).toEqual([['config-invalid', true]]);
  }, LIMIT_MS);

  it('other rows under a version that shares were judged by: refused; under a version of their own: taken', async () => {
    await change('catalogue/article-6.yaml', /^( +en: ).*$/m, '$1Another name');
    expect(await saidOfStart()).toMatchObject([{ code: 'catalogue-changed-under-its-version' }]);
    await change('catalogue/version.yaml', /^version: .*$/m, 'version: facts-of-another-day');
    expect(await saidOfStart()).toEqual([]);
    const kept = await door.database.sql<{ version: string }>('select version from catalogue_version order by adopted_at');
    expect(kept.map(({ version }) => version)).toEqual([expect.stringMatching(/^facts-\d{4}/) as unknown, 'facts-of-another-day']);
    expect(await door.database.sql('select 1 from audit_record where event = $1', ['catalogue.adopted.v1'])).toHaveLength(2);
  }, LIMIT_MS);
});
