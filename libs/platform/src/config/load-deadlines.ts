import { join } from 'node:path';
import { faultsOfCalendar, faultsOfPolicy, type Calendar, type DeadlinePolicy, type Fault } from '@lateral/domain/deadlines';
import { ConfigFault } from './config-fault.js';
import type { FaultPlace } from './config-fault.js';
import type { KnownConfig } from './known-config.js';
import { pointerOf } from './pointer.js';
import { readConfigFile, readConfigFolder, readConfigSchema, type ConfigFile } from './read-config.js';

/**
 * Reads a partnership's deadline policy and the calendar that it counts by. `config` is the folder of configuration (calendars and
 * schemas), `policyFile` the policy, wherever the partnership keeps it. Throws a ConfigFault that names file, line and field.
 */
export async function loadDeadlines(config: string, policyFile: string, known?: KnownConfig): Promise<{ policy: DeadlinePolicy; calendar: Calendar }> {
  const [calendars, policy] = await Promise.all([loadCalendars(join(config, 'calendars'), known), readPolicy(policyFile, join(config, 'deadlines'), known)]);
  const faults = await placesOf(policy, faultsOfPolicy(policy.value, calendars.map(({ code }) => code)));
  if (faults.length > 0) throw new ConfigFault(faults);
  // faultsOfPolicy has held its calendar against those that are there.
  return { policy: policy.value, calendar: calendars.find(({ code }) => code === policy.value.calendar)! };
}

async function readPolicy(file: string, schemas: string, known?: KnownConfig): Promise<ConfigFile<DeadlinePolicy>> {
  return readConfigFile<DeadlinePolicy>(file, await readConfigSchema(join(schemas, 'deadline-policy.schema.json')), known);
}

async function loadCalendars(folder: string, known?: KnownConfig): Promise<Calendar[]> {
  const files = await readConfigFolder<Calendar>(folder, await readConfigSchema(join(folder, 'calendar.schema.json')), { known });
  const faults = (await Promise.all(files.map((file) => placesOf(file, faultsOfCalendar(file.value))))).flat();
  if (faults.length > 0) throw new ConfigFault(faults);
  return files.map(({ value }) => value);
}

function placesOf<T>(file: ConfigFile<T>, faults: readonly Fault[]): Promise<FaultPlace[]> {
  return Promise.all(faults.map(({ field, fault }) => file.faultAt(pointerOf(field), fault)));
}
