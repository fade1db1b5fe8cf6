import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { NATIONS } from '../codes.js';
import type { CatalogueDocument, CatalogueRow, DefaultStack, InForce } from './catalogue.js';
import { faultsOfCatalogue } from './faults.js';
import { Catalogue } from './lookup.js';
import type { SideOfLaw } from './lookup.js';

const OPEN: InForce = { from: null, to: null };
const rowOf = (code: string, given: Partial<CatalogueRow> = {}): CatalogueRow => ({
  code, family: 'GATEWAY', kind: 'duty', name: { en: code, cy: code }, citation: code, url: null, inForce: { E: OPEN, W: OPEN }, subject: 'both',
  sharers: null, commissionedOnly: [], barredSharers: [], recipients: null, publicAuthority: null, requiresAll: [], requiresAny: [], excludes: [],
  policyDocument: 'never', consentRole: 'not_needed', refusalGrounds: [], refusalNeedsWrittenReasons: false, marks: [], dataClasses: [], needsFreeText: [],
  offered: true, note: null, source: ['S01'], status: 'sourced', reviewedBy: null, reviewedOn: null, ...given,
});
const stackOf = (code: string, given: Partial<DefaultStack> = {}): DefaultStack => ({
  code, name: { en: code, cy: code }, nations: ['E'], subject: 'child', sharers: ['LA_CSC'], direction: 'asking', thresholds: null, emergency: false, regime: 'REG-1',
  art6: [], art9: [], sch1: [], art10: [], p3: [], confidentiality: [], hra: [], gateway: {}, s36Authority: {}, alternatives: [], source: ['OKC'], status: 'check', ...given,
});
const lawOf = (rows: CatalogueRow[], stacks: DefaultStack[] = []): Catalogue => new Catalogue({ version: 'v1', rows, stacks });

const DAY = 86_400_000;
const dayOf = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10);
// From 1990 to 2090.
const days = fc.integer({ min: 7305, max: 43_829 });

describe('how a row stands', () => {
  it('is not begun the day before its first, and in force on it and the day after', () => {
    fc.assert(fc.property(days, fc.constantFrom(...NATIONS), (first, nation) => {
      const law = lawOf([rowOf('X', { inForce: { [nation]: { from: dayOf(first), to: null } } })]);
      expect([-1, 0, 1].map((shift) => law.standing('X', nation, dayOf(first + shift)))).toEqual(['not_begun', 'in_force', 'in_force']);
    }));
  });

  it('is in force the day before its last and on it, and ended the day after', () => {
    fc.assert(fc.property(days, fc.constantFrom(...NATIONS), (last, nation) => {
      const law = lawOf([rowOf('X', { inForce: { [nation]: { from: null, to: dayOf(last) } } })]);
      expect([-1, 0, 1].map((shift) => law.standing('X', nation, dayOf(last + shift)))).toEqual(['in_force', 'in_force', 'ended']);
    }));
  });

  it('never comes back: from not begun to in force to ended', () => {
    const order = { not_begun: 0, in_force: 1, ended: 2, not_in_nation: 3, unknown: 4 };
    fc.assert(fc.property(days, fc.nat({ max: 3000 }), days, fc.nat({ max: 3000 }), (first, length, earlier, later) => {
      const law = lawOf([rowOf('X', { inForce: { E: { from: dayOf(first), to: dayOf(first + length) } } })]);
      expect(order[law.standing('X', 'E', dayOf(earlier))]).toBeLessThanOrEqual(order[law.standing('X', 'E', dayOf(earlier + later))]);
    }));
  });

  it('is never begun where it has no day on which it begins', () => {
    const law = lawOf([rowOf('X', { inForce: { E: { from: null, to: null, begun: false } } })]);
    fc.assert(fc.property(days, (day) => { expect(law.standing('X', 'E', dayOf(day))).toBe('not_begun'); }));
  });

  it('tells a row of the other nation from a row whose day is wrong, and from no row', () => {
    const law = lawOf([rowOf('X', { inForce: { E: { from: '2026-09-30', to: null, announced: true } } })]);
    expect([law.standing('X', 'W', '2026-01-01'), law.standing('X', 'E', '2026-01-01'), law.standing('Y', 'E', '2026-01-01')]).toEqual(['not_in_nation', 'not_begun', 'unknown']);
    expect([law.has('X'), law.has('Y'), law.row('Y')]).toEqual([true, false, null]);
    expect([law.codesInForce('E', '2026-09-29'), law.codesInForce('E', '2026-09-30'), law.codesInForce('W', '2026-09-30')]).toEqual([[], ['X'], []]);
  });
});

describe('what is offered', () => {
  const council: SideOfLaw = { type: 'LA_CSC', publicAuthority: true, commissionedProvider: false };
  const charity: SideOfLaw = { type: 'TS', publicAuthority: false, commissionedProvider: false };
  const offered = (given: Partial<CatalogueRow>, sharer = council, recipient = charity, subject: 'child' | 'adult' | 'household' = 'child') => lawOf([rowOf('X', given)]).offered({ nation: 'E', day: '2026-11-21', sharer, recipient, subject }).length === 1;

  it.each<[string, Partial<CatalogueRow>, boolean]>([
    ['a row for anybody', {}, true],
    ['a row that is only read', { offered: false }, false],
    ['a row that has not begun', { inForce: { E: { from: '2026-11-22', to: null } } }, false],
    ['a row that has ended', { inForce: { E: { from: null, to: '2026-11-20' } } }, false],
    ['a row of the other nation', { inForce: { W: OPEN } }, false],
    ['a row for this sharer', { sharers: ['LA_CSC'] }, true],
    ['a row for other sharers', { sharers: ['POLICE'] }, false],
    ['a row that bars this sharer', { barredSharers: ['LA_CSC'] }, false],
    ['a row for other recipients', { recipients: ['POLICE'] }, false],
    ['a row for bodies that are no public authorities', { publicAuthority: false }, false],
    ['a row for public authorities', { publicAuthority: true }, true],
    ['a row about adults', { subject: 'adult' }, false],
  ])('%s', (_what, given, expected) => {
    expect(offered(given)).toBe(expected);
  });

  it('leaves out no subject for a household', () => {
    expect(offered({ subject: 'adult' }, council, charity, 'household')).toBe(true);
  });

  it('counts a provider only while it is commissioned', () => {
    const listed: Partial<CatalogueRow> = { sharers: ['LA_CSC', 'TS'], recipients: ['LA_CSC', 'TS'], commissionedOnly: ['TS'] };
    const commissioned = { ...charity, commissionedProvider: true };
    expect([offered(listed, charity, council), offered(listed, commissioned, council), offered(listed, council, charity), offered(listed, council, commissioned)]).toEqual([false, true, false, true]);
  });
});

describe('stacks that are offered', () => {
  const law = lawOf([], [
    stackOf('ST-E', { emergency: true, sharers: null, direction: 'both', subject: 'both', nations: ['E', 'W'] }),
    stackOf('ST-A', { thresholds: ['s47'] }), stackOf('ST-B', { thresholds: ['early_help'] }), stackOf('ST-C', { subject: 'adult' }), stackOf('ST-D', { direction: 'sharing' }),
  ]);
  const question = { nation: 'E', sharer: { type: 'LA_CSC' }, direction: 'asking', subject: 'child', threshold: 's47', emergency: false } as const;
  const codes = (given: object) => law.stacksFor({ ...question, ...given }).map(({ code }) => code);

  it('are those of nation, sharer, direction, subject and threshold', () => {
    expect(codes({})).toEqual(['ST-A']);
    expect(codes({ threshold: null })).toEqual(['ST-A', 'ST-B']);
    expect(codes({ subject: 'household', threshold: 'early_help' })).toEqual(['ST-B', 'ST-C']);
    expect(codes({ direction: 'sharing' })).toEqual(['ST-D']);
    expect([codes({ nation: 'W' }), codes({ sharer: { type: 'POLICE' } })]).toEqual([[], []]);
  });

  it('end with that for immediate danger where the rating is red', () => {
    expect(codes({ emergency: true })).toEqual(['ST-A', 'ST-E']);
    expect([law.stack('ST-E')?.code, law.stack('ST-Z'), law.has('ST-E')]).toEqual(['ST-E', null, false]);
  });
});

describe('faults of a catalogue as a whole', () => {
  const REG = rowOf('REG-1', { family: 'REG' });
  const faults = (rows: CatalogueRow[], stacks: DefaultStack[] = []) => faultsOfCatalogue({ version: 'v1', rows: [REG, ...rows], stacks } satisfies CatalogueDocument).map(({ at, says }) => `${at.join('.')}: ${says}`);

  it('are none in one that is whole', () => {
    expect(faults([rowOf('X', { requiresAll: ['REG-1'] })], [stackOf('ST-1', { gateway: { E: ['X'] }, s36Authority: { E: 'X' } })])).toEqual([]);
  });

  it('are codes used twice, by rows and by stacks', () => {
    expect(faults([rowOf('X'), rowOf('X')], [stackOf('X')])).toEqual(['rows.2.code: X is used twice', 'stacks.0.code: X is used twice']);
  });

  it.each(['requiresAll', 'requiresAny', 'excludes'] as const)('are codes that %s names and no row has', (list) => {
    expect(faults([rowOf('X', { [list]: ['REG-1', 'Y', 'X'] })])).toEqual([`rows.1.${list}.1: there is no row Y`, `rows.1.${list}.2: a row cannot name itself`]);
  });

  it('are days that end before they begin, and law without a day that has some', () => {
    fc.assert(fc.property(days, fc.integer({ min: -2, max: 2 }), (first, length) => {
      const found = faults([rowOf('X', { inForce: { W: { from: dayOf(first), to: dayOf(first + length) } } })]);
      expect(found).toEqual(length < 0 ? [`rows.1.inForce.W.from: must not be after to (${dayOf(first + length)})`] : []);
    }));
    expect(faults([rowOf('X', { inForce: { E: { from: '2026-01-01', to: null, begun: false } } })])).toEqual(['rows.1.inForce.E.begun: law that has not begun has no days']);
    expect(faults([rowOf('X', { inForce: { E: { from: null, to: null, announced: true } } })])).toEqual(['rows.1.inForce.E.announced: needs the day that was announced']);
  });

  it('are own knowledge that does not say so, and half a review', () => {
    expect(faults([rowOf('X', { source: ['S01', 'OKC'] }), rowOf('Y', { reviewedOn: '2026-11-21' })])).toEqual(['rows.1.status: must be check, because a source is OKC', 'rows.2.reviewedBy: goes with reviewedOn']);
  });

  it('are stacks that name no row, a row of another family or of the other nation', () => {
    const rows = [rowOf('A6-1', { family: 'ART6' }), rowOf('G-W', { inForce: { W: OPEN } })];
    const alternative = { name: { en: 'a', cy: 'a' }, publicAuthority: null, commissionedOnly: false, art9: ['A6-1'] };
    expect(faults(rows, [stackOf('ST-1', { regime: 'REG-2', art6: ['A6-1', 'G-W'], gateway: { E: ['G-W'], W: ['G-W'] }, s36Authority: { E: 'A6-1' }, alternatives: [alternative] })])).toEqual([
      'stacks.0.regime: there is no row REG-2', 'stacks.0.art6.1: G-W is of family GATEWAY', 'stacks.0.gateway.E.0: G-W is not law in E',
      'stacks.0.s36Authority.E: A6-1 is of family ART6', 'stacks.0.alternatives.0.art9.0: A6-1 is of family ART6',
    ]);
  });
});
