import { describe, expect, it } from 'vitest';
import { judge } from '../judge.js';
import { FIELD_ERRORS, OFFICER_CHECKS, OTHER_FINDINGS, RULE_CODES } from '../judgement.js';
import type { Rule } from '../rule.js';
import { EXAMPLES } from './every-rule.examples.js';
import { answering, asking, EXAMPLE_LAW, foundBy, noted, type Example } from './ordinary.examples.js';
import { RULES } from './rules.js';

const examplesOf = (rule: Rule): readonly Example[] => EXAMPLES.get(rule) ?? [];
const firing = (rule: Rule): Example[] => examplesOf(rule).filter(({ finds }) => finds.length > 0);
const foundByAll = (code: string, { toJudge }: Example, rules: readonly Rule[]): string[] =>
  judge(toJudge, EXAMPLE_LAW, rules).findings.filter((finding) => finding.code === code).map(({ field }) => field);

// Over the examples, not over the list: a rule that is taken from the list fails the tests that bear its name.
describe.each([...EXAMPLES.keys()].map((rule) => ({ code: rule.code, rule })))('$code among all rules', ({ code, rule }) => {
  it('has an accepting, a firing and a boundary example', () => {
    expect([...new Set(examplesOf(rule).map((example) => example.is))].sort()).toEqual(['accepting', 'boundary', 'firing']);
    expect(examplesOf(rule).filter((example) => (example.is === 'accepting' && example.finds.length > 0) || (example.is === 'firing' && example.finds.length === 0))).toEqual([]);
  });

  it.each(firing(rule))('is missed when it is taken away: $name', (example) => {
    expect(foundByAll(code, example, RULES)).toEqual(example.finds);
    expect(foundByAll(code, example, RULES.filter((each) => each !== rule))).toEqual([]);
  });

  it('says what it found and how to mend it in both languages, at a place that the share has', () => {
    const findings = firing(rule).flatMap(({ toJudge }) => rule.find(toJudge, EXAMPLE_LAW).map((finding) => ({ finding, toJudge })));
    for (const { finding, toJudge } of findings) {
      expect(finding.code).toBe(code);
      for (const text of [finding.sentence, finding.mend]) {
        expect(text.en).toMatch(/^[A-Z].*\.$/u);
        expect(text.cy).toMatch(/^[A-Z].*\.$/u);
      }
      expect(finding.sentence.en).not.toBe(finding.sentence.cy);
      expect(valueAt(toJudge.share, finding.field)).toBeDefined();
    }
  });
});

describe('the list of rules', () => {
  it('holds each code once', () => expect(new Set(RULES.map(({ code }) => code)).size).toBe(RULES.length));

  it('has examples for every rule', () => expect(RULES.filter((rule) => examplesOf(rule).length === 0).map(({ code }) => code)).toEqual([]));

  it('has a rule for every trap, officer\'s check and field of the fact file', () => {
    const codes = new Set<string>(RULES.map(({ code }) => code));
    expect([...RULE_CODES, ...OFFICER_CHECKS, ...FIELD_ERRORS].filter((code) => !codes.has(code))).toEqual([]);
  });

  it('has a rule for every further finding, but for those that agreements make', () => {
    const codes = new Set<string>(RULES.map(({ code }) => code));
    expect(OTHER_FINDINGS.filter((code) => !codes.has(code))).toEqual(['agreement-absent', 'agreement-expired', 'agreement-does-not-cover', 'agreement-near-expiry']);
  });

  it('gives every kind one level', () => {
    const levels = RULES.map((rule) => {
      const found = firing(rule).flatMap(({ toJudge }) => rule.find(toJudge, EXAMPLE_LAW));
      return [rule.code, [...new Set(found.map(({ kind, level }) => `${kind} ${level}`))].join()];
    });
    expect(Object.fromEntries(levels)).toMatchObject({
      T1: 'rule warn', T2: 'rule block', T3: 'rule block', T4: 'rule warn', T5: 'rule block', T6: 'rule block', T7: 'rule warn', T8: 'rule block', T9: 'rule warn', T10: 'rule warn', T11: 'rule block', T12: 'rule warn',
      T13: 'rule block', 'D-02': 'officer_check block', 'D-07': 'officer_check warn', 'D-08': 'officer_check block', 'D-17': 'officer_check warn', question_asked: 'field block', 'wrong-nation-gateway': 'other note', 'words-loaded': 'other note',
    });
  });

  it.each([
    ['an ordinary request', asking()], ['an ordinary answer', answering()], ['an outcome', noted('telling')], ['a decision', noted('deciding')], ['a record only', noted('record_only')],
  ])('finds nothing in %s', (_name, toJudge) => expect(judge(toJudge, EXAMPLE_LAW)).toEqual({ verdict: 'accept', findings: [] }));

  it.each([
    ['telling', ['T2', 'T3', 'T5', 'T8', 'T13', 'necessity_why']], ['deciding', ['T3', 'T8', 'T13']], ['record_only', ['T3', 'T8', 'T13', 'necessity_why']],
  ] as const)('%s is stopped by %j only', (direction, codes) => {
    const stopping = RULES.filter((rule) => rule.directions.includes(direction) && firing(rule).some(({ toJudge }) => rule.find(toJudge, EXAMPLE_LAW).some(({ level }) => level !== 'note')));
    expect(stopping.map(({ code }) => code)).toEqual(codes);
  });

  it('asks no rule outside its directions', () => expect(foundBy(RULES.find(({ code }) => code === 'T1')!, noted('telling', { stack: { gateway: ['CARE-45'] } }))).toEqual([]));
});

function valueAt(share: unknown, pointer: string): unknown {
  return pointer.split('/').slice(1).reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], share);
}
