import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigFault, readConfigFolder, readConfigSchema } from '@lateral/platform/config';
import { AGENCY_TYPES } from '../codes.js';
import { categoriesOf, faultsOfPacks, packFor, systemsOf, type QuestionPack } from './index.js';

const ROOT = resolve(import.meta.dirname, '../../../..');
const FOLDER = join(ROOT, 'config/packs');
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml')).sort();
const SCHEMA = await readConfigSchema(join(FOLDER, 'question-pack.schema.json'));
const packs = (await readConfigFolder<QuestionPack>(FOLDER, SCHEMA)).map(({ value }) => value);
const CASES = join(ROOT, '../shared/cases');

describe('the question packs', () => {
  it('have no faults', () => {
    expect(faultsOfPacks(packs)).toEqual([]);
  });

  it('are one a file, under their own code', () => {
    expect(packs.map(({ code }) => `${code}.yaml`)).toEqual(files);
  });

  it('have a pack for every kind of agency', () => {
    expect(AGENCY_TYPES.map((type) => packFor(packs, type).agencyTypes.includes(type))).toEqual(AGENCY_TYPES.map(() => true));
    expect(packFor(packs, 'DWP').code).toBe('other');
    expect(() => packFor([], 'DWP')).toThrow(new RangeError('no question pack for DWP'));
  });

  it('list categories and systems, those of several packs once', () => {
    expect(categoriesOf(packs).size).toBe(packs.flatMap(({ categories }) => categories).length);
    expect([categoriesOf(packs).has('police.weapons'), systemsOf(packs).has('pnc'), systemsOf(packs).has('other')]).toEqual([true, true, true]);
  });

  it('ask each in one sentence, in two languages that differ', () => {
    for (const { categories } of packs) for (const { prompt } of categories) expect([prompt.en.length > 20, prompt.cy.length > 20, prompt.en === prompt.cy]).toEqual([true, true, false]);
  });

  it.each(['config/packs/question-pack.schema.json', 'config/agreements/agreement-template.schema.json'])('are held to a schema that knows every field: %s', (path) => {
    const openOnes: string[] = [];
    const walk = (node: unknown, at: string): void => {
      if (node === null || typeof node !== 'object') return;
      if ('properties' in node && !('additionalProperties' in node && node.additionalProperties === false)) openOnes.push(at);
      for (const [key, inner] of Object.entries(node)) walk(inner, `${at}/${key}`);
    };
    walk(JSON.parse(readFileSync(join(ROOT, path), 'utf8')), '');
    expect(openOnes).toEqual([]);
  });

  it('are refused with file, line and field where one has a field too many, a word in one language, or an agency nobody knows', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'packs-'));
    const police = readFileSync(join(FOLDER, 'police.yaml'), 'utf8');
    writeFileSync(join(folder, 'police.yaml'), `${police.replace('  cy: "Yr heddlu"\n', '').replace('[POLICE, BTP]', '[POLICE, WIZARD]')}colour: blue\n`);
    const refused = (await readConfigFolder<QuestionPack>(folder, SCHEMA).catch((fault: unknown) => fault)) as ConfigFault;
    rmSync(folder, { recursive: true });
    expect(refused).toBeInstanceOf(ConfigFault);
    expect(refused.faults.map(({ line, field }) => [line, field]).sort()).toEqual([[2, 'name.cy'], [4, 'agencyTypes[1]'], [police.split('\n').length - 1, 'colour']].sort());
  });

  if (!existsSync(CASES)) it.skip('have every category of the cases: ../shared/cases is absent beside the project', () => undefined);
  else {
    it('have every category of the cases', () => {
      const asked = readdirSync(CASES).filter((name) => /^c\d\d-.*\.json$/u.test(name)).flatMap((name) => (JSON.parse(readFileSync(join(CASES, name), 'utf8')) as { requests: { data_categories: string[] }[] }).requests.flatMap(({ data_categories }) => data_categories));
      expect([...new Set(asked)].filter((category) => !categoriesOf(packs).has(category))).toEqual([]);
    });
  }
});

describe('faults of packs', () => {
  const [police] = packs.filter(({ code }) => code === 'police');
  const others = packs.filter(({ code }) => code !== 'police');
  const faults = (changes: Partial<QuestionPack>) => faultsOfPacks([...others, { ...police!, ...changes }]).map(({ pack, field, reason }) => `${String(pack)} ${field} ${reason}`);
  const [first, ...more] = police!.categories;

  it.each<[string, Partial<QuestionPack>, string[]]>([
    ['a code twice', { code: 'gp', categories: [{ ...first!, code: 'gp.x' }] }, ['gp /code repeated']],
    ['a kind of agency in two packs', { agencyTypes: ['POLICE', 'BTP', 'GP'] }, ['police /agencyTypes/2 repeated']],
    ['a kind of agency in none', { agencyTypes: ['POLICE'] }, ['null /agencyTypes/BTP no-pack']],
    ['a category of another pack', { categories: [{ ...first!, code: 'gp.identity' }, ...more] }, ['police /categories/0/code not-of-this-pack']],
    ['a category twice', { categories: [first!, first!] }, ['police /categories/1/code repeated']],
    ['a system twice', { systems: [...police!.systems, police!.systems[0]!] }, [`police /systems/${police!.systems.length}/code repeated`]],
    ['no other system', { systems: police!.systems.filter(({ code }) => code !== 'other') }, ['police /systems no-other-system']],
    ['a system under two names', { systems: [{ code: 'other', name: { en: 'Elsewhere', cy: 'Mewn man arall' } }] }, ['police /systems/0/name named-otherwise']],
  ])('tell of %s', (_what, changes, expected) => {
    expect(faults(changes)).toEqual(expected);
  });
});
