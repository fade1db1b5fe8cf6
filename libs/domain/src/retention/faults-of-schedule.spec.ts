import { describe, expect, it } from 'vitest';
import { faultsOfSchedule } from './faults-of-schedule.js';
import { rule, SCHEDULE } from './retention.examples.js';
import type { RetentionRule } from './schedule.js';

/** What is found once the rule at an index differs. */
const found = (index: number, differing: Partial<RetentionRule>): string[] =>
  faultsOfSchedule(SCHEDULE.map((each, at) => (at === index ? { ...each, ...differing } : each))).map(({ rule: at, field, says }) => `${at} ${field}: ${says}`);

describe('faults of a retention schedule', () => {
  it('are none in a good one, and none where both terms are as long', () => {
    expect(faultsOfSchedule(SCHEDULE)).toEqual([]);
    expect(found(0, { contentMonths: 24 })).toEqual([]);
    expect(found(2, { contentMonths: 1200, recordMonths: 1200 })).toEqual([]);
    expect(found(1, { recordMonths: null })).toEqual([]);
  });

  it.each<[string, number, Partial<RetentionRule>]>([
    ['0 recordMonths: must not be shorter than contentMonths', 0, { contentMonths: 25 }],
    ['0 recordMonths: must not be shorter than contentMonths', 0, { contentMonths: null }],
    ['1 contentMonths: must be a whole number from 1 to 1200, or null for ever', 1, { contentMonths: 0 }],
    ['1 contentMonths: must be a whole number from 1 to 1200, or null for ever', 1, { contentMonths: 1.5 }],
    ['1 recordMonths: must be a whole number from 1 to 1200, or null for ever', 1, { recordMonths: 1201 }],
    ['1 recordMonths: must be a whole number from 1 to 1200, or null for ever', 1, { recordMonths: Number.NaN }],
    ['2 name: must be there in both languages', 2, { name: { en: 'Child', cy: ' ' } }],
    ['4 contentMonths: must be null: this class is never deleted by the hub', 4, { contentMonths: 12 }],
    ['5 recordMonths: must be null: this class is never deleted by the hub', 5, { contentMonths: null, recordMonths: 12 }],
  ])('%s', (expected, index, differing) => {
    expect(found(index, differing)).toContain(expected);
  });

  it('are a class that has two rules, and one that has none', () => {
    expect(faultsOfSchedule([...SCHEDULE.slice(0, -1), rule('RET-NFA', 6, 24)])).toEqual([
      { rule: 5, field: 'code', says: 'has a rule already' }, { rule: null, field: null, says: 'there is no rule for RET-HOLD' },
    ]);
  });
});
