import { monthsBefore } from '../agreements/days.js';

/** The period from so many months before a day up to it; calendar days. */
export function windowBack(months: number, on: string): { from: string; to: string } {
  return { from: monthsBefore(on, months), to: on };
}
