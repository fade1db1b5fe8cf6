import type { RetentionClass } from '../agreements/agreement.js';
import type { Months, RetentionRule, RetentionSchedule } from './schedule.js';

export function rule(code: RetentionClass, contentMonths: Months, recordMonths: Months): RetentionRule {
  return { code, name: { en: code, cy: code }, contentMonths, recordMonths, source: ['example'], status: 'check' };
}

export const SCHEDULE: RetentionSchedule = [
  rule('RET-NFA', 6, 24), rule('RET-EH', 18, 72), rule('RET-SAFE-C', 12, 312), rule('RET-SAFE-A', 12, 84), rule('RET-LEDGER', null, null), rule('RET-HOLD', null, null),
];
