import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PlannedCheck, RoundPlan } from '../case/plan.js';
import { spanOf } from '../round/timeline.js';
import { lanesOf } from './library.js';

const HOUR_MS = 3_600_000;

/** A case that is received at one hour and decided at another; the check is closed an hour after that. */
function lasting(from: number, hours: number): { plan: RoundPlan } {
  const at = (hour: number): Date => new Date(hour * HOUR_MS);
  const request = { id: 'r1', sent: true, postedAt: at(from), answers: [], correction: null, override: null };
  const check = { postedAt: at(from), decidedAt: at(from + hours), withdrawnAt: null, ratings: [], requests: [request] } as unknown as PlannedCheck;
  return { plan: { startsAt: at(from), checks: [check] } as unknown as RoundPlan };
}

describe('lanes of cases', () => {
  it('put a case behind another that has ended, and beside one that has not', () => {
    const [a, b, c] = [lasting(0, 4), lasting(5, 1), lasting(4, 1)];
    expect(lanesOf([a, b, c])).toEqual([[a, b], [c]]);
  });

  it('hold every case once, in the order in which they begin, and no two that overlap; and are as few as can be', () => {
    const cases = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 12 })), { minLength: 1, maxLength: 20 });
    fc.assert(fc.property(cases, (drawn) => {
      const all = drawn.map(([from, hours]) => lasting(from, hours));
      const lanes = lanesOf(all);
      expect(lanes.flat()).toHaveLength(all.length);
      expect(new Set(lanes.flat())).toEqual(new Set(all));
      for (const lane of lanes) {
        for (const [i, each] of lane.entries()) if (i > 0) expect(spanOf(lane[i - 1]!.plan).to <= spanOf(each.plan).from).toBe(true);
      }
      const atOnce = all.map(({ plan }) => all.filter((other) => spanOf(other.plan).from <= spanOf(plan).from && spanOf(other.plan).to > spanOf(plan).from).length);
      expect(lanes.length).toBe(Math.max(...atOnce));
    }));
  });
});
