import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { Catalogue, type CatalogueRow } from '@lateral/domain/catalogue';
import { loadCatalogue } from '@lateral/platform/config';

/** The lists that the cases' README fixes in section 3: the rules read them from the catalogue, so the catalogue must say the same. */
describe('the catalogue as the cases read it', () => {
  let catalogue: Catalogue;
  beforeAll(async () => {
    catalogue = new Catalogue(await loadCatalogue(join(import.meta.dirname, '../../../../config/catalogue')));
  });
  const codesWhere = (holds: (row: CatalogueRow) => boolean): string[] => catalogue.document.rows.filter(holds).map(({ code }) => code).sort();

  it('T1: powers of boards', () => expect(codesWhere(({ marks }) => marks.includes('board_only'))).toEqual(['CA2004-14B', 'CA2004-16H', 'CARE-45', 'SSWBA-137']));

  it('T2: whom the Serious Violence Duty bars', () => {
    expect(codesWhere(({ barredSharers }) => barredSharers.length > 0)).toEqual(['PCSCA-16']);
    expect([...catalogue.row('PCSCA-16')!.barredSharers].sort()).toEqual(['AMB', 'AMH', 'CAMHS', 'GP', 'HV_SN', 'ICB', 'LA_ASC', 'LA_CSC', 'LHB', 'MID', 'NHST']);
  });

  it('D-07: duties that carry a question without agreement', () => expect(codesWhere(({ marks }) => marks.includes('stands_without_agreement'))).toEqual([
    'CA1989-27', 'CA1989-47', 'CA1989-47-9', 'CA1989-47-W', 'CA2004-16LA', 'CARE-42', 'CARE-6/7', 'CTSA-36/38', 'FGM-5B', 'HWA2014-95',
    'SSWBA-126', 'SSWBA-128', 'SSWBA-130', 'SSWBA-162', 'SSWBA-164-1', 'SSWBA-164-2', 'SSWBA-21/37',
  ]));

  it('T5: rows that need a policy document', () => {
    expect(codesWhere(({ code, policyDocument }) => /^S1-/u.test(code) && policyDocument === 'always')).toEqual(['S1-1', 'S1-11', 'S1-17', 'S1-18', 'S1-19', 'S1-36', 'S1-6', 'S1-7']);
    expect(codesWhere(({ policyDocument }) => policyDocument === 'unless_to_competent_authority')).toEqual(['S1-10']);
    expect(catalogue.row('P3-SENS')?.policyDocument).toBe('always');
  });

  it('section 164: its two grounds', () => expect([...catalogue.row('SSWBA-164-2')!.refusalGrounds].sort()).toEqual(['adverse_effect_on_own_functions', 'incompatible_with_own_duties']));

  it.each([
    ['A6-EA1', 'E', '2026-02-04', 'not_begun'], ['A6-EA1', 'W', '2026-02-05', 'in_force'], ['CA2004-16LA', 'E', '2026-09-29', 'not_begun'], ['CA2004-16LA', 'E', '2026-09-30', 'in_force'],
    ['CA2004-16LA', 'W', '2026-11-16', 'not_in_nation'], ['PCSCA-16', 'E', '2023-01-30', 'not_begun'], ['PCSCA-16', 'E', '2023-01-31', 'in_force'], ['CA2004-14B', 'E', '2019-09-29', 'in_force'], ['CA2004-14B', 'E', '2019-09-30', 'ended'],
    ['CA1989-17', 'W', '2016-04-05', 'in_force'], ['CA1989-17', 'W', '2016-04-06', 'ended'], ['CA1989-27', 'W', '2016-04-06', 'ended'], ['CA2004-16LC', 'E', '2026-11-16', 'not_begun'], ['CA2004-16EA', 'E', '2026-11-16', 'not_begun'], ['CPA2026-MR', 'E', '2026-11-16', 'not_begun'],
  ] as const)('T13: %s in %s on %s is %s', (code, nation, day, standing) => expect(catalogue.standing(code, nation, day)).toBe(standing));
});
