import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConfigFault } from './config-fault.js';
import { KNOWN_CONFIG_FILE, KnownConfig } from './known-config.js';
import { loadCatalogue } from './load-catalogue.js';
import { loadDeadlines } from './load-deadlines.js';
import { readConfigFile, readConfigSchema } from './read-config.js';
import { recordKnownConfig } from './record-known-config.js';

const SHIPPED = resolve(import.meta.dirname, '../../../../config');
const CATALOGUE = join(SHIPPED, 'catalogue');

describe('what a build found right', () => {
  let folder: string;
  let config: string;
  let recorded: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'known-'));
    config = join(folder, 'config');
    recorded = await recordKnownConfig(SHIPPED);
  }, 30_000);
  afterAll(() => rm(folder, { recursive: true }));

  async function knowing(content: string): Promise<KnownConfig> {
    await writeFile(join(folder, KNOWN_CONFIG_FILE), content);
    return KnownConfig.beside(folder);
  }
  /** The same keys, with another value: shows which files are taken from it. */
  const withValue = (value: string): string => JSON.stringify(Object.fromEntries(Object.keys(JSON.parse(recorded) as object).map((key) => [key, value])));
  const versionOf = async (known: KnownConfig, file = join(CATALOGUE, 'version.yaml')): Promise<unknown> => (
    (await readConfigFile(file, await readConfigSchema(join(CATALOGUE, 'catalogue.schema.json'), 'versionFile'), known)).value);
  const faultOf = (reading: Promise<unknown>): Promise<string> => reading.then(() => 'no fault', (fault: unknown) => {
    expect(fault).toBeInstanceOf(ConfigFault);
    return (fault as Error).message.replaceAll(`${config}/`, '');
  });

  it('is every file of config/ that a start reads, and gives what reading it gives', async () => {
    const known = await knowing(recorded);
    expect(await loadCatalogue(CATALOGUE, known)).toEqual(await loadCatalogue(CATALOGUE));
    const names = await readdir(SHIPPED, { recursive: true });
    expect(Object.keys(JSON.parse(recorded) as object)).toHaveLength(names.filter((name) => name.endsWith('.yaml')).length);
  }, 30_000);

  it('is taken for the very bytes, without reading them, and each time anew', async () => {
    const known = await knowing(withValue('{"version":"as known"}'));
    const [first, second] = [await versionOf(known), await versionOf(known)];
    expect(first).toEqual({ version: 'as known' });
    expect(second).not.toBe(first);
  });

  it('is not taken for one changed byte, nor under another schema', async () => {
    const known = await knowing(withValue('{"version":"as known"}'));
    const file = join(folder, 'version.yaml');
    const text = await readFile(join(CATALOGUE, 'version.yaml'), 'utf8');
    await writeFile(file, `${text.trimEnd()}1\n`);
    expect(await versionOf(known, file)).not.toEqual({ version: 'as known' });
    const stricter = { type: 'object', properties: { version: { const: 'another' } } };
    expect(await faultOf(readConfigFile(join(CATALOGUE, 'version.yaml'), stricter, known))).toMatch(/version: must be another/u);
  });

  it('leaves faults in what was changed to be placed, in that file and between files', async () => {
    const known = await knowing(recorded);
    await cp(SHIPPED, config, { recursive: true });
    const file = join(config, 'catalogue/version.yaml');
    await writeFile(file, `${await readFile(file, 'utf8')}edition: 2\n`);
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\n').length;
    expect(await faultOf(loadCatalogue(join(config, 'catalogue'), known))).toBe(`catalogue/version.yaml:${lines} edition: is not a known field`);

    // The policies are as they were known; that their calendar is gone is said of them, by line.
    const calendar = join(config, 'calendars/england-and-wales.yaml');
    await writeFile(calendar, (await readFile(calendar, 'utf8')).replace(/^code: .*$/mu, 'code: another'));
    const policy = await readFile(join(config, 'deadlines/pol-w-4-8w-24w.yaml'), 'utf8');
    const line = policy.split('\n').findIndex((text) => text.startsWith('calendar:')) + 1;
    expect(await faultOf(loadDeadlines(config, join(config, 'deadlines/pol-w-4-8w-24w.yaml'), known))).toMatch(new RegExp(`^deadlines/pol-w-4-8w-24w\\.yaml:${line} calendar: `, 'u'));
  }, 30_000);

  it('is nothing where its file is missing or broken: files are then read in full, and nothing is refused', async () => {
    const whole = await versionOf(KnownConfig.NONE);
    expect(await versionOf(await KnownConfig.beside(join(folder, 'nowhere')))).toEqual(whole);
    for (const content of ['', recorded.slice(0, 100), 'null', '[]', '7', JSON.stringify({ key: 7 }), withValue('{"version":'), JSON.stringify(Object.fromEntries(Object.keys(JSON.parse(recorded) as object).map((key) => [key, { version: 'x' }])))]) {
      expect(await versionOf(await knowing(content))).toEqual(whole);
    }
  });

  it('is not recorded of a folder in which something is wrong', async () => {
    await cp(SHIPPED, config, { recursive: true });
    await writeFile(join(config, 'packs/other.yaml'), 'code: [\n');
    await expect(recordKnownConfig(config)).rejects.toBeInstanceOf(ConfigFault);
  }, 30_000);
});
