import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { RoundPlan } from '../case/plan.js';
import { planRound } from '../case/plan-round.js';
import { readCase, type ReadCase } from '../case/read-case.js';
import { spanOf } from '../round/timeline.js';

/** One case of a folder of cases, ready to be played beside others. */
export interface LibraryCase {
  /** The file's name, without its ending. */
  name: string;
  read: ReadCase;
  plan: RoundPlan;
}

/** Every case of a folder, by name. Throws an UnplayableCase where one cannot be read. */
export async function readLibrary(folder: string): Promise<LibraryCase[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json') && !file.endsWith('.schema.json')).sort();
  // Agencies of one kind are not the same agency in two cases: each case has its own.
  return Promise.all(files.map(async (file, i) => {
    const read = await readCase(join(folder, file));
    return { name: file.replace(/\.json$/u, ''), read, plan: planRound(read, `k${i + 1}-`) };
  }));
}

/**
 * Cases that one installation can play one after another, in lanes: the clock of an installation never goes back and due times are
 * exact to the minute, so no two cases of a lane overlap. Greedy, in the order in which they begin: as few lanes as there can be.
 */
export function lanesOf<T extends Pick<LibraryCase, 'plan'>>(cases: readonly T[]): T[][] {
  const lanes: { until: Date; cases: T[] }[] = [];
  for (const each of cases.toSorted((a, b) => a.plan.startsAt.getTime() - b.plan.startsAt.getTime())) {
    const { from, to } = spanOf(each.plan);
    const free = lanes.find(({ until }) => until <= from);
    if (free === undefined) lanes.push({ until: to, cases: [each] });
    else {
      free.until = to;
      free.cases.push(each);
    }
  }
  return lanes.map(({ cases: together }) => together);
}
