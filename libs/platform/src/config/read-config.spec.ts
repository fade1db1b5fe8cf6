import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigFault, shownPath } from './config-fault.js';
import { readConfigFile, readConfigFolder, readConfigSchema } from './read-config.js';

const SCHEMA = {
  type: 'object', additionalProperties: false, required: ['opens'],
  properties: {
    opens: { type: 'string', format: 'time' },
    days: { type: 'array', items: { type: 'object', additionalProperties: false, required: ['on'], properties: { on: { type: 'string', format: 'date' } } } },
    page: { type: 'string', format: 'url' },
    note: { type: ['string', 'null'], default: null },
  },
};

let folder: string;
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'config-')); });
afterEach(() => rm(folder, { recursive: true }));

async function read(text: string | Uint8Array, schema: object = SCHEMA) {
  const path = join(folder, 'hours.yaml');
  await writeFile(path, text);
  return readConfigFile(path, schema as typeof SCHEMA);
}
const faultOf = (reading: Promise<unknown>): Promise<string> => reading.then(() => 'no fault', (fault: unknown) => {
  expect(fault).toBeInstanceOf(ConfigFault);
  return (fault as Error).message.replaceAll(`${folder}/`, '');
});

describe('reading a file of config/', () => {
  it('gives its values, with defaults filled in and days left as text', async () => {
    const { value } = await read('opens: "09:00"\ndays:\n  - on: 2026-12-25\n');
    expect(value).toEqual({ opens: '09:00', days: [{ on: '2026-12-25' }], note: null });
  });

  it.each([
    ['a day that is not in the calendar', 'opens: "09:00"\ndays:\n  - on: 2026-12-25\n  - on: 2026-02-29\n', 'hours.yaml:4 days[1].on: must be a date (YYYY-MM-DD)'],
    ['a time that is none', 'opens: "24:00"\n', 'hours.yaml:1 opens: must be a time of day (HH:MM)'],
    ['an address that is not https', 'opens: "09:00"\npage: http://example.org\n', 'hours.yaml:2 page: must be an https address'],
    ['an unknown field', 'opens: "09:00"\n\n# told\nshuts: "17:00"\n', 'hours.yaml:4 shuts: is not a known field'],
    ['a missing field', 'days:\n  - {}\n', 'hours.yaml:1 opens: is required\nhours.yaml:2 days[0].on: is required'],
    ['a wrong type', 'opens: 9\n', 'hours.yaml:1 opens: must be text'],
    ['nothing at all', '', 'hours.yaml:1: must be a group of fields'],
  ])('names %s', async (_what, text, told) => {
    expect(await faultOf(read(text))).toBe(told);
  });

  it.each([
    ['a key that stands twice', 'opens: "09:00"\nopens: "10:00"\n', /^hours\.yaml:2: cannot be read as YAML: Map keys must be unique/u],
    ['a bracket that stays open', 'opens: "09:00"\ndays: [\n', /^hours\.yaml:\d: cannot be read as YAML/u],
    ['two documents', 'opens: "09:00"\n---\nopens: "10:00"\n', /^hours\.yaml:\d: cannot be read as YAML/u],
    ['an alias', 'opens: &a "09:00"\nnote: *a\n', /^hours\.yaml:1: anchors, aliases and tags are not allowed\nhours\.yaml:2: anchors/u],
    ['a tag', 'opens: !!str 9\n', /^hours\.yaml:1: anchors, aliases and tags are not allowed$/u],
  ])('refuses %s', async (_what, text, told) => {
    expect(await faultOf(read(text))).toMatch(told);
  });

  it('refuses what is not UTF-8, and a file that is not there', async () => {
    expect(await faultOf(read(Uint8Array.of(0xff, 0xfe)))).toBe('hours.yaml:1: is not UTF-8 text');
    expect(await faultOf(readConfigFile(join(folder, 'none.yaml'), SCHEMA))).toBe('none.yaml:1: cannot be read');
  });

  it('finds the line of what a later check sees', async () => {
    const { faultAt } = await read('opens: "09:00"\ndays:\n  - on: 2026-12-25\n');
    expect(await faultAt(['days', 0, 'on'], 'is a Friday')).toEqual({ file: join(folder, 'hours.yaml'), line: 3, field: 'days[0].on', says: 'is a Friday' });
    expect((await faultAt(['days', 7], 'is not there')).line).toBe(2);
  });
});

describe('reading a folder of config/', () => {
  it('reads every YAML file by name, leaving out those that are told', async () => {
    for (const name of ['b', 'a', 'c']) await writeFile(join(folder, `${name}.yaml`), `opens: "09:00"\nnote: ${name}\n`);
    await writeFile(join(folder, 'hours.schema.json'), '{}');
    const files = await readConfigFolder<{ note: string }>(folder, SCHEMA, { leavingOut: ['c.yaml'] });
    expect(files.map(({ value }) => value.note)).toEqual(['a', 'b']);
    await writeFile(join(folder, 'd.yml'), '');
    expect(await faultOf(readConfigFolder(folder, SCHEMA))).toBe('d.yml:1: is read by nobody: its name must end in .yaml');
  });

  it('names the faults of all files, and a folder that is not there', async () => {
    for (const name of ['b', 'a']) await writeFile(join(folder, `${name}.yaml`), 'opens: 9\n');
    expect(await faultOf(readConfigFolder(folder, SCHEMA))).toBe('a.yaml:1 opens: must be text\nb.yaml:1 opens: must be text');
    expect(await faultOf(readConfigFolder(join(folder, 'none'), SCHEMA))).toBe('none:1: the folder cannot be read');
  });
});

describe('reading a schema', () => {
  it('gives one of its parts', async () => {
    const path = join(folder, 'schema.json');
    await writeFile(path, JSON.stringify({ $defs: { hours: SCHEMA } }));
    const { value } = await read('opens: "09:00"\n', await readConfigSchema(path, 'hours'));
    expect(value).toEqual({ opens: '09:00', note: null });
    expect(await faultOf(readConfigSchema(path, 'days'))).toBe('schema.json:1 days: the schema has no such part');
  });

  it('names one that cannot be read', async () => {
    const path = join(folder, 'schema.json');
    expect(await faultOf(readConfigSchema(path))).toBe('schema.json:1: cannot be read');
    await writeFile(path, '{');
    expect(await faultOf(readConfigSchema(path))).toBe('schema.json:1: cannot be read as JSON');
  });
});

describe('the name of a file in a message', () => {
  it('is told from the working folder where it lies below it', () => {
    expect(shownPath(join(process.cwd(), 'config/catalogue/version.yaml'))).toBe('config/catalogue/version.yaml');
    expect(shownPath('/elsewhere/version.yaml')).toBe('/elsewhere/version.yaml');
  });
});
