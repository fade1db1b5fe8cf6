import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConfigFault } from './config-fault.js';
import { loadAgreementTemplates, loadCatalogue, loadDeadlines, loadPacks, loadRetention } from './index.js';

const SHIPPED = join(import.meta.dirname, '../../../../config');
const FOLDERS = ['catalogue', 'packs', 'agreements', 'calendars', 'deadlines', 'retention'];
const files = (await Promise.all(FOLDERS.map(async (folder) => (await readdir(join(SHIPPED, folder))).filter((name) => name.endsWith('.yaml')).map((name) => `${folder}/${name}`)))).flat();

let config: string;
beforeAll(async () => {
  config = await mkdtemp(join(tmpdir(), 'config-'));
  await cp(SHIPPED, config, { recursive: true });
});
afterAll(() => rm(config, { recursive: true }));

/** What a start says of the folder as it lies there now; nothing where it would start. */
async function faults(): Promise<string[]> {
  const readings = [loadCatalogue(join(config, 'catalogue')), loadPacks(join(config, 'packs')), loadAgreementTemplates(join(config, 'agreements'), null), loadDeadlines(config, join(config, 'deadlines/pol-cal-4-24-72.yaml')), loadRetention(join(config, 'retention'))];
  const settled = await Promise.allSettled<unknown>(readings);
  return settled.flatMap((each) => {
    if (each.status === 'fulfilled') return [];
    expect(each.reason).toBeInstanceOf(ConfigFault);
    return (each.reason as ConfigFault).message.replaceAll(`${config}/`, '').split('\n');
  });
}

describe('a start', () => {
  it('has nothing to say of the files as they are shipped, of which there are some in each folder', async () => {
    expect(await faults()).toEqual([]);
    expect(new Set(files.map((file) => file.split('/')[0]))).toEqual(new Set(FOLDERS));
  });

  it.each(files)('refuses a field that nobody knows in %s, by file, line and field', async (file) => {
    const path = join(config, file);
    const whole = await readFile(path, 'utf8');
    await writeFile(path, `${whole.trimEnd()}\nnobodyKnows: 1\n`);
    const found = await faults();
    await writeFile(path, whole);
    expect(found).toEqual([`${file}:${whole.trimEnd().split('\n').length + 1} nobodyKnows: is not a known field`]);
  });

  it.each(FOLDERS)('refuses a file of %s that nobody would read', async (folder) => {
    const path = join(config, folder, 'new.yml');
    await writeFile(path, 'rows: []\n');
    const found = await faults();
    await rm(path);
    expect(found).toEqual([`${folder}/new.yml:1: is read by nobody: its name must end in .yaml`]);
  });
});
