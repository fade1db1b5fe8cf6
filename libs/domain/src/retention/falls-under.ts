import type { RetentionClass } from '../agreements/agreement.js';
import type { SubjectKind } from '../justification/codes.js';
import { isLonger, longer, type RetentionRule, type RetentionSchedule, type Terms } from './schedule.js';

/** One share as retention sees it. */
export interface KeptShare {
  /** Class of the clause that covered it; null where none did. */
  agreed: RetentionClass | null;
  subjectKind: SubjectKind;
}

/** What a check is kept as: the class whose coded records are kept longest, and the longest terms of all its shares. */
export interface KeptAs extends Terms {
  code: RetentionClass;
}

/** A share that no agreement covers is kept as what it is about; of a household, children may be in it and adults. */
const UNCOVERED: Record<SubjectKind, readonly RetentionClass[]> = { child: ['RET-SAFE-C'], adult: ['RET-SAFE-A'], household: ['RET-SAFE-C', 'RET-SAFE-A'] };

/**
 * The longest of its shares' classes (fact file 5.4), each of the two terms by itself: no share is kept for less than its own class
 * says because of another. A check without any share is kept as one about a household. Throws a TypeError on a schedule with a gap.
 */
export function fallsUnder(shares: readonly KeptShare[], schedule: RetentionSchedule): KeptAs {
  const classes = shares.length === 0 ? UNCOVERED.household : shares.flatMap(({ agreed, subjectKind }) => agreed ?? UNCOVERED[subjectKind]);
  const rules = classes.map((code) => ruleOf(code, schedule));
  const { code } = rules.reduce((kept, rule) => (isKeptLonger(rule, kept) ? rule : kept));
  const terms = rules.reduce<Terms>((all, { contentMonths, recordMonths }) => ({ contentMonths: longer(all.contentMonths, contentMonths), recordMonths: longer(all.recordMonths, recordMonths) }), rules[0]!);
  return { code, contentMonths: terms.contentMonths, recordMonths: terms.recordMonths };
}

/** A hold is said of a check before any other class that is kept for ever. */
function isKeptLonger(rule: RetentionRule, than: RetentionRule): boolean {
  if (rule.recordMonths !== than.recordMonths) return isLonger(rule.recordMonths, than.recordMonths);
  return rule.code === 'RET-HOLD' || isLonger(rule.contentMonths, than.contentMonths);
}

function ruleOf(code: RetentionClass, schedule: RetentionSchedule): RetentionRule {
  const rule = schedule.find((each) => each.code === code);
  if (rule === undefined) throw new TypeError(`the retention schedule has no rule for ${code}`);
  return rule;
}
