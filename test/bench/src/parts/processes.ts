import { hrMs } from '@lateral/platform';
import type { BenchWorld } from '../bench-world.js';
import { memoryOf, type Memory } from '../measure/processor-time.js';
import { median } from '../measure/statistics.js';
import type { Amounts, Patience } from '../run-options.js';

const APPS = ['hub', 'courier', 'ledger'] as const;
type App = (typeof APPS)[number];

/** Resident memory of the three processes. */
export type Footprint = Record<App, Memory>;
export interface Starting { rounds: number; readyMs: Record<App, number>; freshMb: Record<App, number> }

export function footprintOf(world: BenchWorld, apps: readonly App[] = APPS): Partial<Footprint> {
  return Object.fromEntries(apps.flatMap((app) => {
    const pid = world.installation.processes.get(app)?.pid;
    return pid === undefined ? [] : [[app, memoryOf(pid)]];
  }));
}

/** (g): each process is ended and started again; ready is when it logs that it is, which is when its health check says so. */
export async function measureStarts(world: BenchWorld, { rounds }: Amounts, patience: Patience): Promise<Starting> {
  const measured = await patience.rounds(rounds, async () => {
    const readyMs = {} as Record<App, number>;
    const freshMb = {} as Record<App, number>;
    for (const app of APPS) {
      await world.installation.processes.get(app)?.stop();
      const began = hrMs();
      await world.installation.startOne(app);
      readyMs[app] = hrMs() - began;
      freshMb[app] = footprintOf(world, [app])[app]?.nowMb ?? Number.NaN;
    }
    return { readyMs, freshMb };
  });
  const middle = (name: 'readyMs' | 'freshMb') => Object.fromEntries(APPS.map((app) => [app, median(measured.map((round) => round[name][app]))])) as Record<App, number>;
  return { rounds: measured.length, readyMs: middle('readyMs'), freshMb: middle('freshMb') };
}
