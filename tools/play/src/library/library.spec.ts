import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { PlannedCheck, RoundPlan } from '../case/plan.js';
import { spanOf } from '../round/timeline.js';
import { lanesOf, readLibrary } from './library.js';

const DEMO = join(import.meta.dirname, '../../../../config/demo/case.json');
const HOUR_MS = 3_600_000;

let made = 0;

/** A case that is received at one hour and decided at another; the check is closed an hour after that. */
function lasting(from: number, hours: number, reference = `SA-${(made += 1)}`): { plan: RoundPlan } {
  const at = (hour: number): Date => new Date(hour * HOUR_MS);
  const request = { id: 'r1', sent: true, record: { urgency: 'red' }, postedAt: at(from), answers: [], correction: null, override: null };
  const check = { postedAt: at(from), decided: { at: at(from + hours) }, withdrawnAt: null, ratings: [], requests: [request] } as unknown as PlannedCheck;
  return { plan: { startsAt: at(from), agreement: { reference }, checks: [check] } as unknown as RoundPlan };
}

describe('a folder of cases', () => {
  it('is read but for the files that cannot be played, each of which is named with what is wrong in it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lateral-cases-'));
    try {
      const good = await readFile(DEMO, 'utf8');
      const bad = { ...(JSON.parse(good) as object), brag: 'purple' };
      for (const [name, text] of [['a.json', good], ['b.json', JSON.stringify(bad)], ['c.json', '{'], ['d.json', good], ['case.schema.json', '{}']] as const) await writeFile(join(folder, name), text);
      const { cases, unplayable } = await readLibrary(folder);
      expect(cases.map(({ name }) => name)).toEqual(['a', 'd']);
      expect(unplayable.map(({ name, failure }) => [name, failure.message])).toEqual([
        ['b', 'The case file b.json cannot be played: brag must be one of red, amber, green, blue.'],
        ['c', 'The case file c.json cannot be played: the file is not JSON that can be read.'],
      ]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('lanes of cases', () => {
  it('put a case behind another that has ended, and beside one that has not', () => {
    const [a, b, c] = [lasting(0, 4), lasting(5, 1), lasting(4, 1)];
    expect(lanesOf([a, b, c])).toEqual([[a, b], [c]]);
  });

  it('keep cases apart that go by an agreement of the same name: an installation has one of a name', () => {
    const [a, b, c] = [lasting(0, 1, 'SA-X'), lasting(5, 1, 'SA-X'), lasting(10, 1, 'SA-Y')];
    expect(lanesOf([a, b, c])).toEqual([[a, c], [b]]);
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
