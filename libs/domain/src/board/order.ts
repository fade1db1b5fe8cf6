import type { Clock, ClockInput } from './clock.js';
import { clockOf, shareGone } from './clock.js';

/** One agency that was asked, as far as its place on the board depends on it. */
export interface BoardRow extends Omit<ClockInput, 'now' | 'workingHours'> {
  reference: string;
  agency: string;
}

/** Groups of a board from top to bottom. */
const RANKS: Record<Clock['kind'], number> = { overdue: 0, left: 1, 'working-left': 1, paused: 2, none: 3, 'answered-in': 4, ended: 4 };

interface Placed<T> { row: T; rank: number; weight: number }

/**
 * Rows as a board has them: overdue ones first, by how far they are over in parts of their target (a red one ten minutes late stands
 * before a green one two hours late); then by least time left; then paused ones by when they would be due, those without a deadline
 * by how long they wait, and answered or ended ones, latest first. Equal ones stand by reference and agency, so the order is always the same.
 */
export function inBoardOrder<T extends BoardRow>(rows: readonly T[], now: Date): T[] {
  return rows.map((row) => placeOf(row, now)).sort(compare).map(({ row }) => row);
}

function placeOf<T extends BoardRow>(row: T, now: Date): Placed<T> {
  const { kind } = clockOf({ ...row, now });
  return { row, rank: RANKS[kind], weight: weightOf(row, kind, now) };
}

/** Less is higher up, within a group. */
function weightOf({ dueAt, sentAt, endedAt }: BoardRow, kind: Clock['kind'], now: Date): number {
  if (endedAt !== null) return -endedAt.getTime();
  if (dueAt === null) return sentAt.getTime();
  return kind === 'overdue' ? -(shareGone(sentAt, dueAt, now) - 1) : dueAt.getTime();
}

function compare(a: Placed<BoardRow>, b: Placed<BoardRow>): number {
  return a.rank - b.rank || a.weight - b.weight || compareText(a.row.reference, b.row.reference) || compareText(a.row.agency, b.row.agency);
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
