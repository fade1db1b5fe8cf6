import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Catalogue } from '@lateral/domain/catalogue';
import type { CatalogueDocument } from '@lateral/domain/catalogue';
import { SEALED_FIELDS } from '@lateral/domain/justification';
import { AGENCY_TYPES, REFUSAL_GROUNDS, THRESHOLDS } from '@lateral/domain';
import { loadCatalogue } from './load-catalogue.js';

const SHIPPED = resolve(import.meta.dirname, '../../../../config/catalogue');
const words = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '');

/** Every row of the fact file, by its section. Rows that it prints together under one line stand apart where the cases write them apart. */
const ROWS_OF_FACTS: Record<string, string> = {
  '1.1': 'REG-P2 REG-P3 REG-P3to2 REG-2to3',
  '1.2': 'A6-A A6-B A6-C A6-D A6-E A6-EA1 A6-EA2 A6-EA3 A6-EA5 A6-EA6 A6-F',
  '1.3': 'A9-A A9-B A9-C A9-E A9-F A9-G A9-H A9-I A9-J',
  '1.4': 'A10-OA S1-1 S1-2 S1-6 S1-7 S1-10 S1-11 S1-17 S1-18 S1-18-AR S1-19 S1-29 S1-30 S1-32 S1-33 S1-36 S1-39',
  '1.5': 'P3-30 P3-35 P3-SENS P3-S8-1 P3-S8-2 P3-S8-3 P3-S8-4 P3-S8-5 P3-S8-6 P3-S8-7 P3-S8-8 P3-S8-9 P3-36-4 P3-38-2 P3-38-3 P3-62 P3-80',
  '1.6': 'CLC-CONS CLC-LAW CLC-PI CLC-BI CLC-251 HRA-8 HRA-2-3 PROP-4 CASE-CI CASE-HARINGEY CASE-SUSSEX CALD GMC',
  '1.7': 'CA1989-17 CA1989-27 CA1989-47 CA1989-47-9 CA2004-10 CA2004-11 CA2004-14B CA2004-16E CA2004-16H CA2004-16LA CA2004-16LC CA2004-16EA EA2002-175 KCSIE CARE-6/7 CARE-42 CARE-45 HA1996-213 DUAA-none CPA2026-MR',
  '1.9': 'SSWBA-21/37 SSWBA-126 SSWBA-127 SSWBA-128 SSWBA-130 SSWBA-137 SSWBA-162 CA2004-25 CA2004-28 SSWBA-164-1 SSWBA-164-2 SSWBA-164A CA1989-47-W HWA2014-95 VAWDASV WBFG RPW2020',
  '1.10': 'CDA-17 CDA-115 CDA-37-39 CJA-325 OMA-14 PCSCA-16 PCSCA-17 CTSA-26 CTSA-36/38 DAA-2021 CLPD DVDS/CSODS FGM-5B MSA-52 SVGA-DBS BA2009-55 DEA-35 VPA-VIR MCA GPOC',
};
/** Rows that the fact file sources without its mark of own knowledge; every other row is to be checked. */
const SOURCED = words(`REG-P2 A6-EA1 A6-EA2 A6-EA3 A6-EA5 A6-EA6 A6-F A9-B A9-G A9-H A9-I S1-1 S1-2 P3-S8-1 P3-S8-2 P3-S8-3 P3-S8-4
  CLC-LAW CASE-HARINGEY CA1989-47 CA2004-10 CA2004-11 CA2004-16E CA2004-16LA CA2004-16LC CA2004-16EA KCSIE CARE-42 DUAA-none CPA2026-MR
  SSWBA-126 SSWBA-127 SSWBA-128 SSWBA-162 CA2004-25 CA2004-28 SSWBA-164-1 SSWBA-164-2 CA1989-47-W WBFG
  CDA-17 CDA-115 CJA-325 PCSCA-16 PCSCA-17 FGM-5B MCA`);
/** Codes that the synthetic cases rely on, as first submitted or once mended. */
const CODES_OF_CASES = words(`REG-P2 REG-P3to2 A6-A A6-C A6-D A6-E A6-EA1 A6-EA6 A6-F A9-C A9-G A9-H S1-18 S1-2 A10-OA S1-36
  P3-35 P3-36-4 P3-38-2 P3-38-3 P3-S8-4 P3-SENS CLC-BI CLC-CONS CLC-LAW CLC-PI HRA-2-3 HRA-8 PROP-4
  CA1989-17 CA1989-27 CA1989-47 CA1989-47-9 CA1989-47-W CA2004-10 CA2004-11 CA2004-14B CA2004-16LA CA2004-16LC CA2004-28 CARE-42 CARE-45 CARE-6/7
  CDA-115 CLPD CTSA-26 CTSA-36/38 EA2002-175 HWA2014-95 MSA-52 OMA-14 PCSCA-16 SSWBA-126 SSWBA-128 SSWBA-164-2 SSWBA-21/37`);
const DUTIES_WITHOUT_AGREEMENT = words(`CA1989-27 CA1989-47 CA1989-47-9 CA1989-47-W CA2004-16LA CARE-42 CARE-6/7 SSWBA-21/37 SSWBA-126 SSWBA-128 SSWBA-130
  SSWBA-162 SSWBA-164-1 SSWBA-164-2 HWA2014-95 FGM-5B CTSA-36/38`);

let document: CatalogueDocument;
let law: Catalogue;
// The whole law on a busy machine takes its time.
beforeAll(async () => {
  document = await loadCatalogue(SHIPPED);
  law = new Catalogue(document);
}, 30_000);
const codesWhere = (wanted: (row: CatalogueDocument['rows'][number]) => boolean) => document.rows.filter(wanted).map(({ code }) => code).toSorted();

describe('the shipped catalogue', () => {
  it.each(Object.entries(ROWS_OF_FACTS))('has every row of section %s of the fact file', (_section, codes) => {
    expect(words(codes).filter((code) => !law.has(code))).toEqual([]);
  });

  it('has no row that is not of the fact file, but the two conditions that its rows name', () => {
    const known = new Set([...Object.values(ROWS_OF_FACTS).flatMap(words), 'S1-3', 'S1-4']);
    expect(codesWhere(({ code }) => !known.has(code))).toEqual([]);
  });

  it('has every code that the cases rely on, and the fourteen stacks', () => {
    expect(CODES_OF_CASES.filter((code) => !law.has(code))).toEqual([]);
    expect(document.stacks.map(({ code }) => code)).toEqual(Array.from({ length: 14 }, (_, index) => `ST-${String(index + 1).padStart(2, '0')}`));
    expect(document.version).toBe('facts-2026-11-21');
  });

  it('marks rows of own knowledge to be checked, and no others', () => {
    expect(codesWhere(({ status }) => status === 'sourced')).toEqual(SOURCED.toSorted());
    expect(document.stacks.every(({ status }) => status === 'check')).toBe(true);
  });

  it.each([
    ['A6-EA6', 'E', '2026-02-04', 'not_begun'], ['A6-EA6', 'E', '2026-02-05', 'in_force'], ['A6-EA1', 'W', '2026-02-05', 'in_force'],
    ['CA2004-16LA', 'E', '2026-09-29', 'not_begun'], ['CA2004-16LA', 'E', '2026-09-30', 'in_force'], ['CA2004-16LA', 'W', '2026-11-21', 'not_in_nation'],
    ['PCSCA-16', 'W', '2023-01-30', 'not_begun'], ['PCSCA-16', 'E', '2023-01-31', 'in_force'],
    ['CA2004-14B', 'E', '2019-09-29', 'in_force'], ['CA2004-14B', 'E', '2019-09-30', 'ended'],
    ['CA1989-17', 'W', '2016-04-05', 'in_force'], ['CA1989-17', 'W', '2016-04-06', 'ended'], ['CA1989-17', 'E', '2026-11-21', 'in_force'],
    ['CA1989-27', 'W', '2016-04-06', 'ended'], ['CA1989-47-W', 'E', '2026-11-21', 'not_in_nation'],
    ['CA2004-16LC', 'E', '2099-01-01', 'not_begun'], ['CA2004-16EA', 'E', '2099-01-01', 'not_begun'], ['CPA2026-MR', 'E', '2099-01-01', 'not_begun'],
  ] as const)('knows that %s in %s on %s is %s', (code, nation, day, standing) => {
    expect(law.standing(code, nation, day)).toBe(standing);
  });

  it('says what needs a policy document', () => {
    expect(codesWhere(({ policyDocument }) => policyDocument === 'always')).toEqual(words('A9-B P3-S8-1 P3-S8-2 P3-S8-3 P3-S8-4 P3-S8-5 P3-S8-6 P3-S8-7 P3-S8-8 P3-S8-9 P3-SENS S1-1 S1-11 S1-17 S1-18 S1-19 S1-36 S1-6 S1-7'));
    expect(codesWhere(({ policyDocument }) => policyDocument === 'unless_to_competent_authority')).toEqual(['S1-10']);
  });

  it('tells rows for a board, duties that stand without agreement and bodies that are barred', () => {
    expect(codesWhere(({ marks }) => marks.includes('board_only'))).toEqual(['CA2004-14B', 'CA2004-16H', 'CARE-45', 'SSWBA-137']);
    expect(codesWhere(({ marks }) => marks.includes('stands_without_agreement'))).toEqual(DUTIES_WITHOUT_AGREEMENT.toSorted());
    expect(law.row('PCSCA-16')?.barredSharers.toSorted()).toEqual(words('AMB AMH CAMHS GP HV_SN ICB LA_ASC LA_CSC LHB MID NHST'));
  });

  it('gives the two grounds of section 164 and its written reasons', () => {
    for (const code of ['SSWBA-164-1', 'SSWBA-164-2']) expect(law.row(code)?.refusalGrounds).toEqual(['incompatible_with_own_duties', 'adverse_effect_on_own_functions']);
    expect(codesWhere(({ refusalNeedsWrittenReasons }) => refusalNeedsWrittenReasons)).toEqual(['CARE-6/7', 'SSWBA-164-2']);
    expect(law.row('CA2004-16LA')?.refusalGrounds).toEqual(['more_detrimental_to_child']);
  });

  it('offers no historic, board, contract or limiting row', () => {
    const kept = words('CA2004-14B SSWBA-137 CARE-45 CA2004-16H A6-B VPA-VIR CASE-CI CASE-HARINGEY CASE-SUSSEX');
    expect(kept.filter((code) => law.row(code)?.offered !== false)).toEqual([]);
  });

  it('names every row in two languages', () => {
    const bare = [...document.rows, ...document.stacks].filter(({ name }) => name.en.trim() === '' || name.cy.trim() === '');
    expect(bare).toEqual([]);
  });
});

describe('the catalogue\'s schema', () => {
  it('knows the same codes as the domain', async () => {
    const schema = JSON.parse(await readFile(join(SHIPPED, 'catalogue.schema.json'), 'utf8')) as { $defs: Record<string, { enum?: string[]; properties?: Record<string, { items?: { enum?: string[] } }> }> };
    const { agencyType, row, stack } = schema.$defs;
    expect(agencyType?.enum).toEqual([...AGENCY_TYPES]);
    expect(row?.properties?.['refusalGrounds']?.items?.enum).toEqual([...REFUSAL_GROUNDS]);
    expect(row?.properties?.['needsFreeText']?.items?.enum).toEqual([...SEALED_FIELDS]);
    expect(stack?.properties?.['thresholds']?.items?.enum).toEqual([...THRESHOLDS]);
  });
});

const ROW = `kind: condition
    name: { en: Row, cy: Rhes }
    citation: An Act s1
    inForce:
      E: { from: 2026-09-30, to: null }
    subject: both
    consentRole: not_needed
    source: [OKC]
    status: check`;
const SMALL: Record<string, string> = {
  'article-9.yaml': `family: ART9\nrows:\n  - code: A9-1\n    ${ROW}\n    requiresAll: [S1-1]\n    sharers: [POLICE, BTP]\n    offered: false\n`,
  'gateways.yaml': `family: GATEWAY\nrows:\n  - code: G-E\n    ${ROW}\n\n  - code: G-W\n    ${ROW.replace('E: {', 'W: {')}\n`,
  'schedule-1.yaml': `family: SCH1\nrows:\n  - code: REG-1\n    ${ROW}\n  - code: S1-1\n    ${ROW}\n`,
  'default-stacks.yaml': `stacks:
  - code: ST-1
    name: { en: Stack, cy: Pentwr }
    nations: [E]
    subject: child
    direction: asking
    regime: REG-2
    art6: []
    art9: [A9-1]
    sch1: [S1-1]
    art10: []
    p3: []
    gateway: { E: [G-E] }
    confidentiality: []
    hra: []
    source: [OKC]
    status: check
`,
  'regimes.yaml': `family: REG\nrows:\n  - code: REG-2\n    ${ROW}\n`,
  'version.yaml': '# As a whole.\nversion: facts-1\n',
};

describe('a catalogue in another folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'catalogue-'));
    await copyFile(join(SHIPPED, 'catalogue.schema.json'), join(folder, 'catalogue.schema.json'));
    for (const [name, text] of Object.entries(SMALL)) await writeFile(join(folder, name), text);
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function faultAfter(file: string, from: string, to: string): Promise<string> {
    const text = SMALL[file] ?? '';
    expect(text).toContain(from);
    await writeFile(join(folder, file), text.replace(from, to));
    return loadCatalogue(folder).then(() => 'no fault', (fault: unknown) => (fault as Error).message.replaceAll(`${folder}/`, ''));
  }

  it('is read in the order of its files, with what was left out filled in', async () => {
    const { rows, stacks, version } = await loadCatalogue(folder);
    expect(rows.map(({ code, family }) => [code, family])).toEqual([['A9-1', 'ART9'], ['G-E', 'GATEWAY'], ['G-W', 'GATEWAY'], ['REG-2', 'REG'], ['REG-1', 'SCH1'], ['S1-1', 'SCH1']]);
    expect(rows[1]).toMatchObject({ sharers: null, offered: true, policyDocument: 'never', requiresAny: [], note: null, reviewedOn: null });
    expect([stacks[0]?.alternatives, stacks[0]?.s36Authority, version]).toEqual([[], {}, 'facts-1']);
  });

  it.each([
    ['a day that is none', 'gateways.yaml', 'from: 2026-09-30', 'from: 2026-09-31', 'gateways.yaml:8 rows[0].inForce.E.from: must be a date (YYYY-MM-DD)'],
    ['an unknown field', 'article-9.yaml', 'subject: both', 'subjekt: both\n    subject: both', 'article-9.yaml:9 rows[0].subjekt: is not a known field'],
    ['a missing field', 'article-9.yaml', '    consentRole: not_needed\n', '', 'article-9.yaml:3 rows[0].consentRole: is required'],
    ['a wrong type', 'article-9.yaml', 'offered: false', 'offered: maybe', 'article-9.yaml:15 rows[0].offered: must be true or false'],
    ['a list of nothing known', 'article-9.yaml', 'E: { from: 2026-09-30, to: null }', 'S: { from: null, to: null }', 'article-9.yaml:8 rows[0].inForce.S: is not a known field'],
    ['a code that is used twice in two files', 'schedule-1.yaml', 'code: REG-1', 'code: G-W', 'schedule-1.yaml:3 rows[0].code: G-W is used twice'],
    ['a row that is required and is not there', 'article-9.yaml', '[S1-1]', '[S1-99]', 'article-9.yaml:13 rows[0].requiresAll[0]: there is no row S1-99'],
    ['a stack with a row of the other nation', 'default-stacks.yaml', '[G-E]', '[G-W]', 'default-stacks.yaml:13 stacks[0].gateway.E[0]: G-W is not law in E'],
    ['a row of own knowledge that says sourced', 'gateways.yaml', 'status: check', 'status: sourced', 'gateways.yaml:12 rows[0].status: must be check, because a source is OKC'],
    ['a version that is none', 'version.yaml', 'facts-1', '[]', 'version.yaml:2 version: must be text'],
  ])('is refused for %s', async (_what, file, from, to, told) => {
    expect(await faultAfter(file, from, to)).toBe(told);
  });

  it('names an agency type that nobody knows', async () => {
    expect(await faultAfter('article-9.yaml', 'BTP', 'BTB')).toMatch(/^article-9\.yaml:14 rows\[0\]\.sharers\[1\]: must be one of LA_CSC/u);
  });

  it('names the faults of every file at once', async () => {
    await writeFile(join(folder, 'version.yaml'), 'version: 1\n');
    expect((await faultAfter('regimes.yaml', 'kind: condition', 'kind: law')).split('\n')).toHaveLength(2);
  });
});
