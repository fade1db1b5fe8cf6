/** How much of everything is done. The quick run shows that the harness works; its figures mean nothing. */
export interface Amounts {
  rounds: number;
  /** Posts in one cell, by the number of clients. */
  posts: Record<Clients, number>;
  /** Seconds that checks arrive at each rate. */
  arrivalSeconds: Record<Rate, number>;
  wholeRounds: number;
  envelopes: number;
  records: number;
  headLooks: number;
  outboxRows: number;
  /** Shares judged in one round. */
  judgements: number;
  /** Rounds in a browser, each about half a minute. */
  deskRounds: number;
}

export const CLIENTS = ['1', '16', '64'] as const;
export type Clients = (typeof CLIENTS)[number];
/** Checks a second. */
export const RATES = ['20', '100', '300'] as const;
export type Rate = (typeof RATES)[number];

export const FULL: Amounts = {
  rounds: 5, posts: { 1: 300, 16: 1_200, 64: 1_600 }, arrivalSeconds: { 20: 4, 100: 3, 300: 2 },
  wholeRounds: 9, envelopes: 100, records: 10_000, headLooks: 6, outboxRows: 6_000, judgements: 4_000, deskRounds: 3,
};
export const QUICK: Amounts = {
  rounds: 1, posts: { 1: 20, 16: 64, 64: 128 }, arrivalSeconds: { 20: 1, 100: 0.3, 300: 0.2 },
  wholeRounds: 2, envelopes: 5, records: 1_000, headLooks: 1, outboxRows: 500, judgements: 200, deskRounds: 1,
};

/** Whether another round may begin: a column that takes too long on a busy machine ends with fewer rounds, and says so. */
export class Patience {
  constructor(private readonly elapsedMs: () => number, private readonly untilMs: number) {}

  get isOver(): boolean {
    return this.elapsedMs() > this.untilMs;
  }

  /** Runs rounds until all are done or time is up; at least one. */
  async rounds<T>(count: number, round: (n: number) => Promise<T>): Promise<T[]> {
    const results: T[] = [];
    for (let n = 0; n < count && (n === 0 || !this.isOver); n += 1) results.push(await round(n));
    return results;
  }
}
