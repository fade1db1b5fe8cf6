import { describe, expect, it } from 'vitest';
import { judge, verdictOf } from './judge.js';
import type { Finding } from './judgement.js';
import type { Rule } from './rule.js';
import { asking, EXAMPLE_LAW, noted } from './rules/ordinary.examples.js';

const finding = (level: Finding['level']): Finding => ({ code: 'T1', kind: 'rule', level, field: '', about: [], sentence: { en: '', cy: '' }, mend: { en: '', cy: '' } });

describe('a judgement', () => {
  it.each([
    [[], 'accept'], [['note'], 'accept'], [['note', 'warn'], 'warn'], [['warn', 'block', 'note'], 'block'], [['block'], 'block'],
  ] as const)('%j is %s: the worst wins and a note changes nothing', (levels, verdict) => expect(verdictOf(levels.map(finding))).toBe(verdict));

  it('asks only rules of the direction, in their order', () => {
    const rule = (about: string, directions: Rule['directions']): Rule => ({ code: 'T1', directions, find: () => [{ ...finding('warn'), about: [about] }] });
    const rules = [rule('a', ['asking']), rule('b', ['telling']), rule('c', ['asking', 'telling'])];
    expect(judge(asking(), EXAMPLE_LAW, rules).findings.map(({ about }) => about[0])).toEqual(['a', 'c']);
    expect(judge(noted('telling'), EXAMPLE_LAW, rules).findings.map(({ about }) => about[0])).toEqual(['b', 'c']);
  });

  it('comes to the same twice and changes nothing of what it read', () => {
    const toJudge = asking({ specialCategory: true, stack: { gateway: ['CARE-45', 'CA2004-14B'] } });
    const before = structuredClone(toJudge);
    expect(judge(toJudge, EXAMPLE_LAW)).toEqual(judge(toJudge, EXAMPLE_LAW));
    expect(toJudge).toEqual(before);
  });
});
