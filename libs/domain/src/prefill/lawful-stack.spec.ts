import { describe, expect, it } from 'vitest';
import { Catalogue, type CatalogueRow, type DefaultStack } from '../catalogue/index.js';
import { CONSENT_OUTCOMES, NOT_SOUGHT_REASONS, type Consent } from '../justification/index.js';
import { lawfulStackFrom, type FilledFor } from './lawful-stack.js';

const gateway = (code: string, change: Partial<CatalogueRow>): CatalogueRow => ({
  code, family: 'GATEWAY', kind: 'duty', name: { en: code, cy: code }, citation: '', url: null, inForce: { E: { from: null, to: null } }, subject: 'both', sharers: null, commissionedOnly: [], barredSharers: [],
  recipients: null, publicAuthority: null, requiresAll: [], requiresAny: [], excludes: [], policyDocument: 'never', consentRole: 'not_needed', refusalGrounds: [], refusalNeedsWrittenReasons: false, marks: [],
  dataClasses: [], needsFreeText: [], offered: true, note: null, source: ['S01'], status: 'sourced', reviewedBy: null, reviewedOn: null, ...change,
});
const OFFERED: DefaultStack = {
  code: 'ST-01', name: { en: 'One', cy: 'Un' }, nations: ['E', 'W'], subject: 'both', sharers: null, direction: 'both', thresholds: null, emergency: false, regime: 'REG-P2', art6: ['A6-E'], art9: ['A9-G'], sch1: ['S1-18'],
  art10: ['S1-36'], p3: [], confidentiality: ['CLC-LAW'], hra: ['HRA-8'], gateway: { E: ['G-COUNCIL', 'G-HEALTH'], W: ['G-WALES'] }, s36Authority: { W: 'CLPD' }, alternatives: [], source: ['OKC'], status: 'check',
};
const catalogue = new Catalogue({ version: 'v1', rows: [gateway('G-COUNCIL', { sharers: ['LA_CSC'] }), gateway('G-HEALTH', { recipients: ['LHB', 'NHST'] }), gateway('G-WALES', {})], stacks: [OFFERED] });
const filled = (change: Partial<FilledFor> = {}) => lawfulStackFrom(OFFERED, { nation: 'E', owner: 'LA_CSC', other: 'NHST', catalogue, specialCategory: true, criminalOffence: false, consent: null, policyDocument: null, ...change });
const unasked: Consent = { sought: 'no', outcome: null, notSoughtReason: null, informed: 'later', capacity: null, overrideGround: null };

describe('a stack filled from one that is offered', () => {
  it.each([
    [false, false, [], [], []], [true, false, ['A9-G'], ['S1-18'], []], [false, true, [], ['S1-18'], ['S1-36']], [true, true, ['A9-G'], ['S1-18'], ['S1-36']],
  ])('has conditions only for the data that it carries: special %s, offences %s', (specialCategory, criminalOffence, art9, sch1, art10) => {
    const stack = filled({ specialCategory, criminalOffence });
    expect([stack.art9, stack.sch1, stack.art10]).toEqual([art9, sch1, art10]);
    expect(stack.s118Reason === null).toBe(sch1.length === 0);
  });

  it('has the gateways of its nation that speak of both bodies, and all of them where none does', () => {
    expect(filled().gateway).toEqual(['G-COUNCIL', 'G-HEALTH']);
    expect(filled({ other: 'SCHOOL' }).gateway).toEqual(['G-COUNCIL']);
    expect(filled({ owner: 'POLICE' }).gateway).toEqual(['G-HEALTH']);
    expect(filled({ owner: 'POLICE', other: 'SCHOOL' }).gateway).toEqual(['G-COUNCIL', 'G-HEALTH']);
    expect([filled({ nation: 'W' }).gateway, filled({ nation: 'W' }).s36Authority, filled().s36Authority]).toEqual([['G-WALES'], 'CLPD', null]);
  });

  it('names the version and the stack that it was made from', () => expect(filled()).toMatchObject({ defaultStack: 'ST-01', catalogueVersion: 'v1', regime: 'REG-P2', wouldShareAnyway: null }));

  it('shares no list with the catalogue: what a person changes stays theirs', () => {
    filled({ owner: 'POLICE', other: 'SCHOOL' }).gateway.push('X');
    filled().art6.push('X');
    expect([OFFERED.gateway.E, OFFERED.art6]).toEqual([['G-COUNCIL', 'G-HEALTH'], ['A6-E']]);
  });
});

describe('why a share does not rest on consent', () => {
  it.each(NOT_SOUGHT_REASONS)('is as it was said, where it was not sought: %s', (notSoughtReason) => {
    const expected = { capacity: 'a', cannot_be_given_or_located: 'b', delay: 'b' }[notSoughtReason as string] ?? 'c';
    expect(filled({ consent: { ...unasked, notSoughtReason } }).s118Reason).toBe(expected);
  });

  it.each(CONSENT_OUTCOMES)('is never that asking would have done harm where the family was asked and agreed: %s', (outcome) => {
    const agreed = outcome === 'given' || outcome === 'limited';
    expect(filled({ consent: { ...unasked, sought: 'yes', outcome } }).s118Reason).toBe(agreed ? 'b' : 'c');
  });
});
