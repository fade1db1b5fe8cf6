/** Where time comes from: an argument everywhere, this function only at the very top of a process. */
export type Clock = () => Date;

/** The machine's time. The only place in the product that reads it. */
export const systemNow: Clock = () => new Date();

/** Milliseconds of a clock that never steps back; for measuring how long, never for when. */
export function hrMs(): number {
  return performance.now();
}

/** A deadline of this many milliseconds as a signal, for waiting on networks. Does not hold the process up. */
export function timeLimit(ms: number): AbortSignal {
  return AbortSignal.timeout(ms);
}
