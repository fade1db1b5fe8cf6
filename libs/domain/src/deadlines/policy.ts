import type { AgencyType, Urgency } from '../codes.js';

/** What runs while a clock runs: `calendar` is elapsed time, right across a clock change; `working` only the hours of a week. */
export const CLOCKS = ['calendar', 'working'] as const;
export type ClockKind = (typeof CLOCKS)[number];

/** From which moment the hours are counted. */
export const CLOCK_STARTS = ['posted_at', 'received_at'] as const;
export type ClockStart = (typeof CLOCK_STARTS)[number];

/** How long for one rating. `value` is in hours, above nought, and may have a fraction. */
export interface Hours { value: number; clock: ClockKind }

/** Opening hours. Days are ISO weekdays (1 is Monday); times are London wall time as `HH:MM`, and `to` may be `24:00`. */
export interface WorkingWeek { days: number[]; from: string; to: string }

/** Something that a kind of agency, or one agency, has of its own. Keys are agency types or agency ids; an agency's own wins over its kind's. */
export type OfAgencies<T> = Partial<Record<AgencyType, T>> & Partial<Record<string, T>>;

/** A partnership's deadlines for answers (fact file 3.3). Blue is not sent and has none. */
export interface DeadlinePolicy {
  code: string;
  name: { en: string; cy: string };
  clockStart: ClockStart;
  hours: Record<Urgency, Hours>;
  /** The partnership's week, for every agency that has none of its own. */
  workingWeek: WorkingWeek;
  agencyWeeks: OfAgencies<WorkingWeek>;
  /** Instead of `hours`, for the ratings that are named. */
  agencyHours: OfAgencies<Partial<Record<Urgency, Hours>>>;
  /** Code of the calendar whose holidays working clocks leave out. */
  calendar: string;
  source: string[];
  /** `check`: own knowledge or this library's choice; a partnership confirms it before it relies on it. Screens and exports show it. */
  status: 'sourced' | 'check';
}
