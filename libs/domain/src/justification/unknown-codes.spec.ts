import { describe, expect, it } from 'vitest';
import { missingBasis } from './missing-basis.js';
import { answering, asking, EXAMPLE_LAW, PART_THREE, SAFEGUARDING } from './rules/ordinary.examples.js';
import type { CodedShare } from './share.js';
import { unknownCodes } from './unknown-codes.js';

const PACKS = new Set(['edu.on_roll', 'edu.attendance']);
const unknown = (share: CodedShare): string[] => unknownCodes(share, EXAMPLE_LAW, PACKS).map(({ code, field }) => `${field} ${code}`);

describe('unknown codes', () => {
  it('knows the ordinary request and answer', () => expect([...unknown(asking().share), ...unknown(answering().share)]).toEqual([]));

  it('names every one with its place', () => {
    const share = asking({ categories: ['edu.on_roll', 'edu.nonsense'], stack: { defaultStack: 'ST-99', regime: 'REG-X', art6: ['A6-E', 'A6-Z'], gateway: ['CA1989-17', 'CA1989-99'], s36Authority: 'NO-LAW', hra: ['HRA-8'] } }).share;
    expect(unknown(share)).toEqual(['/stack/defaultStack ST-99', '/stack/regime REG-X', '/stack/s36Authority NO-LAW', '/stack/art6/1 A6-Z', '/stack/gateway/1 CA1989-99', '/categories/1 edu.nonsense']);
  });

  it('reads what an answer gave and held back', () => {
    const share = answering({ response: { given: ['edu.on_roll', 'a'], withheld: { withheld: true, categories: ['b'] } } }).share;
    expect(unknown(share)).toEqual(['/response/given/1 a', '/response/withheld/categories/0 b']);
  });

  it('a code is unknown in a list that is not its own: it would slip past the rules there', () => {
    expect(unknown(asking({ stack: { hra: ['CA2004-16LA'], confidentiality: ['A6-F'], gateway: ['A6-E'] } }).share)).toEqual(['/stack/gateway/0 A6-E', '/stack/confidentiality/0 A6-F', '/stack/hra/0 CA2004-16LA']);
  });

  it('a condition for offences may stand with Schedule 1 or with Article 10', () => {
    expect(unknown(asking({ stack: { ...SAFEGUARDING, sch1: ['S1-18', 'S1-36'], art10: ['S1-36', 'S1-18'] } }).share)).toEqual([]);
  });
});

describe('a stack without its basis', () => {
  it.each([
    ['Part 2 with one', asking().share.stack, []],
    ['Part 2 without', asking({ stack: { art6: [] } }).share.stack, ['/stack/art6']],
    ['Part 3 with one', asking({ stack: PART_THREE }).share.stack, []],
    ['Part 3 without', asking({ stack: { ...PART_THREE, p3: ['P3-SENS'] } }).share.stack, ['/stack/p3']],
    ['towards the police under Part 2', asking({ stack: { regime: 'REG-2to3', art6: [] } }).share.stack, ['/stack/art6']],
  ])('%s', (_name, stack, missing) => expect(missingBasis(stack)).toEqual(missing));
});
