import type { Column } from '../measure-column.js';

/** What `--json` writes. */
export interface Figures {
  takenAt: string;
  /** A quick run shows that the harness works; its figures mean nothing. */
  quick: boolean;
  seconds: number;
  /** The disk as it is, and the same with 1 ms added to each fsync; null where no C compiler is at hand. */
  columns: { asIs: Column; slow: Column | null };
  bars: Verdict[];
}

export interface Verdict {
  part: string;
  what: string;
  unit: string;
  value: number;
  bar: number;
  goal: number | null;
  /** Whether less is better. */
  least: boolean;
  barMet: boolean;
  goalMet: boolean | null;
}

export const COLUMN_NAMES = { asIs: 'disk as it is', slow: 'fsync slowed by 1 ms' } as const;
