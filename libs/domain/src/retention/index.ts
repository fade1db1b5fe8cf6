export { fallsUnder } from './falls-under.js';
export type { KeptShare } from './falls-under.js';
export { faultsOfSchedule } from './faults-of-schedule.js';
export { pastAt } from './past.js';
export type { RetentionRule, RetentionSchedule } from './schedule.js';
