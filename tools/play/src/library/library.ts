import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { RoundPlan } from '../case/plan.js';
import { planRound } from '../case/plan-round.js';
import { readCase, type ReadCase } from '../case/read-case.js';
import { UnplayableCase } from '../case/unplayable-case.js';
import { spanOf } from '../round/timeline.js';

/** One case of a folder of cases, ready to be played beside others. */
export interface LibraryCase {
  /** The file's name, without its ending. */
  name: string;
  read: ReadCase;
  plan: RoundPlan;
}

/** A file of the folder that holds no case to play. */
export interface UnplayableFile {
  name: string;
  failure: UnplayableCase;
}

export interface Library {
  cases: LibraryCase[];
  unplayable: UnplayableFile[];
}

/** Every case of a folder, by name, and what cannot be played of it: one bad file is no reason to leave the others. */
export async function readLibrary(folder: string): Promise<Library> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json') && !file.endsWith('.schema.json')).sort();
  const library: Library = { cases: [], unplayable: [] };
  for (const [i, file] of files.entries()) {
    const name = file.replace(/\.json$/u, '');
    try {
      const read = await readCase(join(folder, file));
      // Agencies of one kind are not the same agency in two cases: each case has its own.
      library.cases.push({ name, read, plan: planRound(read, `k${i + 1}-`) });
    } catch (failure) {
      if (!(failure instanceof UnplayableCase)) throw failure;
      library.unplayable.push({ name, failure });
    }
  }
  return library;
}

/**
 * Cases that one installation can play one after another, in lanes: the clock of an installation never goes back and due times are
 * exact to the minute, so no two cases of a lane overlap; and its hub has one agreement of a name, so no two of a lane go by the same.
 * Greedy, in the order in which they begin.
 */
export function lanesOf<T extends Pick<LibraryCase, 'plan'>>(cases: readonly T[]): T[][] {
  const lanes: { until: Date; cases: T[]; agreements: Set<string> }[] = [];
  for (const each of cases.toSorted((a, b) => a.plan.startsAt.getTime() - b.plan.startsAt.getTime())) {
    const { from, to } = spanOf(each.plan);
    const { reference } = each.plan.agreement;
    const free = lanes.find(({ until, agreements }) => until <= from && !agreements.has(reference));
    if (free === undefined) lanes.push({ until: to, cases: [each], agreements: new Set([reference]) });
    else {
      free.until = to;
      free.cases.push(each);
      free.agreements.add(reference);
    }
  }
  return lanes.map(({ cases: together }) => together);
}
