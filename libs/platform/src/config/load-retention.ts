import { join } from 'node:path';
import { faultsOfSchedule, type RetentionRule, type RetentionSchedule } from '@lateral/domain/retention';
import { ConfigFault, shownPath } from './config-fault.js';
import type { FaultPlace } from './config-fault.js';
import type { KnownConfig } from './known-config.js';
import { readConfigFolder, readConfigSchema } from './read-config.js';

/**
 * Reads how long the hub keeps what: a rule for every class, in one file or several. Throws a ConfigFault that names file, line and field
 * of all that is wrong.
 */
export async function loadRetention(folder: string, known?: KnownConfig): Promise<RetentionSchedule> {
  const files = await readConfigFolder<{ classes: RetentionRule[] }>(folder, await readConfigSchema(join(folder, 'retention.schema.json')), { known });
  const rules = files.flatMap((home) => home.value.classes.map((rule, index) => ({ rule, home, index })));
  const faults = await Promise.all(faultsOfSchedule(rules.map(({ rule }) => rule)).map(async ({ rule, field, says }): Promise<FaultPlace> => {
    const found = rule === null || field === null ? undefined : rules[rule];
    return found === undefined ? { file: shownPath(folder), line: 1, field: 'classes', says } : found.home.faultAt(['classes', found.index, field!], says);
  }));
  if (faults.length > 0) throw new ConfigFault(faults);
  return rules.map(({ rule }) => rule);
}
