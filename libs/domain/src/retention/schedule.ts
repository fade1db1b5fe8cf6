import type { RetentionClass } from '../agreements/agreement.js';
import type { BothLanguages } from '../justification/judgement.js';

/** Whole calendar months after the end of a check; null: for ever, as far as the hub is concerned. */
export type Months = number | null;

/** How long the hub keeps the two halves of what was shared. */
export interface Terms {
  /** What was sealed: messages and attachments. */
  contentMonths: Months;
  /** The coded record of each share, with what the hub made of it. Never shorter than what was sealed. */
  recordMonths: Months;
}

/** One class of the fact file (5.4). The hub's copy is short; the case file of each agency is the long record. */
export interface RetentionRule extends Terms {
  code: RetentionClass;
  name: BothLanguages;
  source: string[];
  /** `check`: own knowledge or a choice made here; a partnership confirms it before it relies on it. */
  status: 'sourced' | 'check';
}

/** A rule for every class, each once. */
export type RetentionSchedule = readonly RetentionRule[];

/** Whether the first is kept longer; what is kept for ever is kept longer than anything that is not. */
export function isLonger(months: Months, than: Months): boolean {
  return than !== null && (months === null || months > than);
}

export function longer(a: Months, b: Months): Months {
  return isLonger(b, a) ? b : a;
}
