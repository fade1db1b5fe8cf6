import { describe, expect, it } from 'vitest';
import { emergencyStack } from './emergency-stack.js';
import { judge } from './judge.js';
import type { LawBook, ShareToJudge } from './rule.js';
import { answering, asking, EXAMPLE_LAW, noted, party, PART_THREE, SAFEGUARDING, TODAY } from './rules/ordinary.examples.js';
import type { LawfulStack } from './share.js';

const offered = ({ share, owner, on }: ShareToJudge, law: LawBook = EXAMPLE_LAW): LawfulStack | null => emergencyStack(share, owner, law, on);
const lacking = (...codes: string[]): LawBook => ({ ...EXAMPLE_LAW, standing: (code, nation, day) => (codes.includes(code) ? 'not_begun' : EXAMPLE_LAW.standing(code, nation, day)) });

describe('the stack for immediate danger', () => {
  it('puts vital interests beside the own basis and drops what does not stand', () => {
    const stack = offered(asking({ urgency: 'red', specialCategory: true, criminalOffence: true, stack: { art6: ['A6-F'], gateway: ['CA1989-47', 'CA2004-14B', 'PCSCA-16', 'CARE-45'] } }));
    expect(stack).toMatchObject({ defaultStack: 'ST-14', regime: 'REG-P2', art6: ['A6-D', 'A6-E'], art9: ['A9-C'], sch1: [], art10: ['S1-30'], gateway: ['CA1989-47'], confidentiality: ['CLC-PI'] });
  });

  it('keeps the own basis where it stands', () => {
    expect(offered(asking({ urgency: 'red', stack: { art6: ['A6-C', 'A6-A', 'A6-D'] } }))?.art6).toEqual(['A6-D', 'A6-C']);
  });

  it('gives a charity its own', () => {
    const charity = { owner: party({ type: 'TS', publicAuthority: false }) };
    expect(offered(answering({ urgency: 'red', stack: { art6: ['A6-A'] } }, charity))?.art6).toEqual(['A6-D', 'A6-EA6']);
    expect(offered(answering({ urgency: 'red', stack: { art6: ['A6-EA1'] } }, charity))?.art6).toEqual(['A6-D', 'A6-EA1']);
  });

  it('names a condition only for the data that are there', () => expect(offered(asking({ urgency: 'red' }))).toMatchObject({ art9: [], art10: [] }));

  it.each([
    ['T2', answering({ urgency: 'red', stack: { gateway: ['PCSCA-16'] } }, { owner: party({ type: 'NHST' }) })],
    ['T3', asking({ urgency: 'red', stack: { art6: ['A6-F', 'A6-EA1'] } })],
    ['T8 in Wales', answering({ urgency: 'red', stack: { ...PART_THREE, gateway: ['CA2004-16LA'], s36Authority: 'CA2004-16LA' } }, { owner: party({ type: 'POLICE', nation: 'W', competentAuthority: true }) })],
    ['T8 about an adult', asking({ urgency: 'red', subjectKind: 'adult', stack: { gateway: ['CA2004-16LA'] } })],
    ['T13', asking({ urgency: 'red', stack: { gateway: ['CA2004-16LA'] } }, { on: '2026-09-29' })],
    ['T5 and T6', answering({ urgency: 'red', specialCategory: true, criminalOffence: true })],
  ])('is judged without a block where %s stopped the listed one', (_name, toJudge) => {
    expect(judge(toJudge, EXAMPLE_LAW).verdict).toBe('block');
    const stack = offered(toJudge);
    expect(stack).not.toBeNull();
    expect(judge({ ...toJudge, share: { ...toJudge.share, stack: stack! } }, EXAMPLE_LAW).findings.filter(({ level }) => level === 'block')).toEqual([]);
  });

  it('falls back on safeguarding where vital interests do not carry health', () => {
    const red = asking({ urgency: 'red', specialCategory: true, stack: SAFEGUARDING });
    expect(offered(red, lacking('A9-C'))).toMatchObject({ art9: ['A9-G'], sch1: ['S1-18'], s118Reason: 'a' });
    expect(emergencyStack(red.share, red.owner, lacking('A9-C'), '2027-02-01')).toBeNull();
  });

  it.each([
    ['what is not red', asking({ urgency: 'amber' }), EXAMPLE_LAW],
    ['an outcome', noted('telling', { urgency: 'red' }), EXAMPLE_LAW],
    ['a day on which vital interests are no law', asking({ urgency: 'red' }), lacking('A6-D')],
    ['offence data that nothing carries', asking({ urgency: 'red', criminalOffence: true }), lacking('S1-30')],
  ])('is not offered for %s', (_name, toJudge, law) => expect(offered(toJudge, law)).toBeNull());

  it('leaves the record it was made from alone', () => {
    const { share, owner } = asking({ urgency: 'red', stack: { gateway: ['CA2004-14B'] } });
    emergencyStack(share, owner, EXAMPLE_LAW, TODAY);
    expect(share.stack.gateway).toEqual(['CA2004-14B']);
  });
});
