import { RETENTION_CLASSES, type RetentionClass } from '../agreements/agreement.js';
import { isLonger, type Months, type RetentionRule } from './schedule.js';

/** Classes of what this schedule never deletes: what is held for a court or an inquiry, and the audit records and ledger. */
const FOR_EVER: readonly RetentionClass[] = ['RET-HOLD', 'RET-LEDGER'];
const MOST_MONTHS = 1200;

/** What is wrong with one rule of the right shape, or, where `rule` is null, with all of them together. */
export interface ScheduleFault {
  /** Index of the rule. */
  rule: number | null;
  /** Name of its field. */
  field: keyof RetentionRule | null;
  says: string;
}

/** Everything that makes rules impossible to keep by. Empty where there is one good rule for every class. */
export function faultsOfSchedule(rules: readonly RetentionRule[]): ScheduleFault[] {
  const missing = RETENTION_CLASSES.filter((code) => !rules.some((rule) => rule.code === code));
  return [...rules.flatMap((rule, index) => faultsOfRule(rule, index, rules)), ...missing.map((code) => ({ rule: null, field: null, says: `there is no rule for ${code}` }))];
}

function faultsOfRule(rule: RetentionRule, index: number, rules: readonly RetentionRule[]): ScheduleFault[] {
  const { code, name, contentMonths, recordMonths } = rule;
  const when = (wrong: boolean, field: keyof RetentionRule, says: string): ScheduleFault[] => (wrong ? [{ rule: index, field, says }] : []);
  const mustStay = FOR_EVER.includes(code);
  return [
    ...when(!RETENTION_CLASSES.includes(code), 'code', `must be one of ${RETENTION_CLASSES.join(', ')}`),
    ...when(rules.findIndex((other) => other.code === code) < index, 'code', 'has a rule already'),
    ...when(name.en.trim() === '' || name.cy.trim() === '', 'name', 'must be there in both languages'),
    ...when(!isMonths(contentMonths), 'contentMonths', `must be a whole number from 1 to ${MOST_MONTHS}, or null for ever`),
    ...when(!isMonths(recordMonths), 'recordMonths', `must be a whole number from 1 to ${MOST_MONTHS}, or null for ever`),
    ...when(isLonger(contentMonths, recordMonths), 'recordMonths', 'must not be shorter than contentMonths'),
    ...when(mustStay && contentMonths !== null, 'contentMonths', 'must be null: this class is never deleted by the hub'),
    ...when(mustStay && recordMonths !== null, 'recordMonths', 'must be null: this class is never deleted by the hub'),
  ];
}

function isMonths(months: Months): boolean {
  return months === null || (Number.isInteger(months) && months >= 1 && months <= MOST_MONTHS);
}
