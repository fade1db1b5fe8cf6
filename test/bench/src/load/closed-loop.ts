import { hrMs } from '@lateral/platform';
import { percentile } from '../measure/statistics.js';

export interface ClosedLoop {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
}

/** A number of workers take operations off one list, each starting its next when its last has ended, until the list is empty. */
export async function closedLoop(workers: number, operations: readonly ((worker: number) => Promise<unknown>)[]): Promise<ClosedLoop> {
  const times: number[] = [];
  let next = 0;
  const work = async (worker: number): Promise<void> => {
    for (let operation = operations[next++]; operation !== undefined; operation = operations[next++]) {
      const began = hrMs();
      await operation(worker);
      times.push(hrMs() - began);
    }
  };
  const began = hrMs();
  await Promise.all(Array.from({ length: workers }, (_, worker) => work(worker)));
  return { perSecond: (times.length / (hrMs() - began)) * 1_000, p50Ms: percentile(times, 0.5), p99Ms: percentile(times, 0.99) };
}
