import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Finding } from './judgement.js';
import { judge, verdictOf } from './judge.js';
import { mayGo } from './may-go.js';
import type { ShareToJudge } from './rule.js';
import { answering, asking, EXAMPLE_LAW, NO_WORDS, noted, party, SAFEGUARDING, words, type Change } from './rules/ordinary.examples.js';
import type { CodedShare } from './share.js';

const OVERRIDE: Change = { urgency: 'red', override: { reason: 'life_at_risk' } };
const leave = (toJudge: ShareToJudge): ReturnType<typeof mayGo> => mayGo(judge(toJudge, EXAMPLE_LAW), toJudge.share);
const codes = (findings: readonly Finding[]): string[] => findings.map(({ code }) => code);
const empty = words({ proportionality: NO_WORDS });

describe('whether a share may go', () => {
  it('goes where nothing is found', () => expect(leave(asking())).toEqual({ goes: true, overridden: [], acknowledged: [] }));

  it('a note stops nothing', () => {
    const noting = asking({ window: { from: '2026-11-15', to: '2026-11-16' } });
    expect(judge(noting, EXAMPLE_LAW).findings).toHaveLength(1);
    expect(leave(noting)).toEqual({ goes: true, overridden: [], acknowledged: [] });
  });

  it('a warning waits until it is acknowledged, each by its own code', () => {
    const warned: Change = { stack: { gateway: ['CARE-45'] }, thirdParties: [{ relevanceTicked: false }] };
    expect(leave(asking(warned))).toMatchObject({ goes: false, blocked: [], unacknowledged: [{ code: 'T1' }, { code: 'T12' }], overrideRefused: false });
    const one = [{ finding: 'T1', reason: 'no_other_route' as const }];
    expect(leave(asking({ ...warned, acknowledgements: one }))).toMatchObject({ goes: false, unacknowledged: [{ code: 'T12' }] });
    expect(leave(asking({ ...warned, acknowledgements: [...one, { finding: 'T12', reason: 'risk_outweighs' }] }))).toMatchObject({ goes: true, acknowledged: [{ code: 'T1' }, { code: 'T12' }] });
  });

  it('no acknowledgement goes past a block', () => {
    expect(leave(asking({ words: empty, acknowledgements: [{ finding: 'proportionality_why', reason: 'risk_outweighs' }] }))).toMatchObject({ goes: false, blocked: [{ code: 'proportionality_why' }], overrideRefused: false });
  });
});

describe('the emergency override', () => {
  it.each([
    ['a missing field', asking({ ...OVERRIDE, words: empty }), ['proportionality_why']],
    ['T5', answering({ ...OVERRIDE, specialCategory: true }), ['T5']],
    ['T5 with the overdue document that D-02 tells of too', asking({ ...OVERRIDE, stack: { ...SAFEGUARDING, policyDocument: { id: 'A', version: '1', reviewDate: '2026-01-01' } } }), ['T5', 'D-02']],
    ['T6', asking({ ...OVERRIDE, criminalOffence: true }), ['T6']],
    ['T10', asking({ ...OVERRIDE, threshold: 's47', words: words({ threshold_rationale: NO_WORDS }) }), ['T10']],
    ['T11', asking({ ...OVERRIDE, subjectKind: 'adult', consent: { sought: 'yes', outcome: 'refused', notSoughtReason: null, informed: 'yes', capacity: 'has', overrideGround: null } }), ['T11']],
    ['T12', asking({ ...OVERRIDE, thirdParties: [{ relevanceTicked: false }] }), ['T12']],
  ])('goes past %s', (_name, toJudge, overridden) => {
    const left = leave(toJudge);
    expect(left.goes && codes(left.overridden)).toEqual(overridden);
  });

  const refusal = { type: 'DECLINED', decision: 'decline', refusalGround: 'consent_limit', systems: [], items: [] } as const;
  it.each([
    ['T2', asking({ ...OVERRIDE, stack: { gateway: ['CA2004-16LA', 'PCSCA-16'] } }), ['T2']],
    ['T3', asking({ ...OVERRIDE, stack: { art6: ['A6-F'] } }), ['T3']],
    ['T8', asking({ ...OVERRIDE, subjectKind: 'adult', stack: { gateway: ['CA2004-16LA'] } }), ['T8']],
    ['T13', asking({ ...OVERRIDE, stack: { gateway: ['CA1989-47', 'CA2004-16LA'] } }, { on: '2026-09-29' }), ['T13']],
    ['T13 beside what it could carry', asking({ ...OVERRIDE, words: empty, stack: { gateway: ['CA1989-47', 'CA2004-16LA'] } }, { on: '2026-09-29' }), ['T13']],
    ['an unlawful refusal', answering({ ...OVERRIDE, response: { ...refusal, items: [], systems: [] }, words: words({ written_reasons: NO_WORDS }) }, { owner: party({ type: 'LHB', nation: 'W' }), request: asking({ stack: { gateway: ['SSWBA-164-2'] } }).share }), ['D-08', 'refusal_ground', 'written_reasons']],
    ['a refusal without a ground, under any law', answering({ ...OVERRIDE, response: { ...refusal, refusalGround: null, items: [], systems: [] } }), ['refusal_ground']],
    ['a refusal without a ground beside what it could carry', answering({ ...OVERRIDE, words: empty, response: { ...refusal, refusalGround: null, items: [], systems: [] } }), ['refusal_ground']],
  ])('is refused whole before %s', (_name, toJudge, blocked) => {
    const left = leave(toJudge);
    expect(left).toMatchObject({ goes: false, overrideRefused: true });
    expect(!left.goes && codes(left.blocked)).toEqual(blocked);
  });

  it.each([
    ['nothing is found', asking(OVERRIDE)],
    ['there is but a note', asking({ ...OVERRIDE, window: { from: '2026-11-15', to: '2026-11-16' } })],
    ['every warning was acknowledged', asking({ ...OVERRIDE, thirdParties: [{ relevanceTicked: false }], acknowledgements: [{ finding: 'T12', reason: 'risk_outweighs' }] })],
    ['nothing is found in an answer', answering(OVERRIDE)],
  ])('is refused where %s: it would be reviewed by nobody', (_name, toJudge) => {
    expect(leave(toJudge)).toEqual({ goes: false, blocked: [], unacknowledged: [], overrideRefused: true });
    expect(leave({ ...toJudge, share: { ...toJudge.share, override: null } })).toMatchObject({ goes: true, overridden: [] });
  });

  it.each([
    ['amber', asking({ ...OVERRIDE, urgency: 'amber', words: empty })],
    ['an outcome', noted('telling', { ...OVERRIDE, specialCategory: true })],
    ['a record only', noted('record_only', { ...OVERRIDE, words: words({ necessity: NO_WORDS }) })],
  ])('is not for %s', (_name, toJudge) => expect(leave(toJudge)).toMatchObject({ goes: false, overrideRefused: true, blocked: [{ level: 'block' }] }));

  it('a warning outside its reach still wants its reason', () => {
    const warned: Change = { ...OVERRIDE, words: empty, stack: { gateway: ['CARE-45'] } };
    expect(leave(asking(warned))).toMatchObject({ goes: false, blocked: [], unacknowledged: [{ code: 'T1' }], overrideRefused: false });
    expect(leave(asking({ ...warned, acknowledgements: [{ finding: 'T1', reason: 'no_other_route' }] }))).toMatchObject({ goes: true, overridden: [{ code: 'proportionality_why' }], acknowledged: [{ code: 'T1' }] });
  });

  it('never carries T2, T3, T8, T13 or what a refusal lacks, whatever stands beside them, and never goes by with nothing to carry', () => {
    const finding = (code: Finding['code'], kind: Finding['kind'], level: Finding['level']): Finding => ({ code, kind, level, field: '', about: [], sentence: { en: '', cy: '' }, mend: { en: '', cy: '' } });
    const any = fc.constantFrom(
      ...(['T2', 'T3', 'T5', 'T6', 'T8', 'T11', 'T13'] as const).map((code) => finding(code, 'rule', 'block')), finding('T10', 'rule', 'warn'), finding('T1', 'rule', 'warn'),
      finding('D-02', 'officer_check', 'block'), finding('D-08', 'officer_check', 'block'), finding('necessity_why', 'field', 'block'), finding('refusal_ground', 'field', 'block'), finding('written_reasons', 'field', 'block'), finding('thin-window', 'other', 'note'),
    );
    const never = new Set<string>(['T2', 'T3', 'T8', 'T13', 'D-08', 'refusal_ground', 'written_reasons']);
    fc.assert(fc.property(fc.array(any), fc.constantFrom('red', 'amber', 'green'), fc.boolean(), (findings, urgency, overrides) => {
      const share: CodedShare = { ...asking().share, urgency, override: overrides ? { reason: 'life_at_risk' } : null };
      const left = mayGo({ verdict: verdictOf(findings), findings }, share);
      if (!left.goes) return;
      expect(codes(findings).filter((code) => never.has(code))).toEqual([]);
      expect(left.overridden.length > 0).toBe(overrides);
      if (overrides) expect(urgency).toBe('red');
    }));
  });
});
