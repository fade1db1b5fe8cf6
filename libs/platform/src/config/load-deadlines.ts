import { basename, dirname, join, resolve } from 'node:path';
import { faultsOfCalendar, faultsOfPolicy, type Calendar, type DeadlinePolicy, type Fault } from '@lateral/domain/deadlines';
import { ConfigFault } from './config-fault.js';
import type { FaultPlace } from './config-fault.js';
import type { KnownConfig } from './known-config.js';
import { pointerOf } from './pointer.js';
import { allOrFaults, readConfigFile, readConfigFolder, readConfigSchema, type ConfigFile } from './read-config.js';

/**
 * Reads a partnership's deadline policy and the calendar that it counts by. `config` is the folder of configuration (calendars, policies
 * and schemas), `policyFile` the policy, wherever the partnership keeps it. Throws a ConfigFault that names file, line and field, for a
 * policy that nobody keeps yet too: the day on which it is taken up is a bad day to find out.
 */
export async function loadDeadlines(config: string, policyFile: string, known?: KnownConfig): Promise<{ policy: DeadlinePolicy; calendar: Calendar }> {
  const folder = join(config, 'deadlines');
  const schema = await readConfigSchema(join(folder, 'deadline-policy.schema.json'));
  // Its faults are told once, where it is one of those that are shipped.
  const leavingOut = resolve(dirname(policyFile)) === resolve(folder) ? [basename(policyFile)] : [];
  const reading = [loadCalendars(join(config, 'calendars'), known), readConfigFile<DeadlinePolicy>(policyFile, schema, known), readConfigFolder<DeadlinePolicy>(folder, schema, { known, leavingOut })] as const;
  await allOrFaults<unknown>(reading);
  const [calendars, policy, shipped] = await Promise.all(reading);
  const codes = calendars.map(({ code }) => code);
  const faults = (await Promise.all([policy, ...shipped].map((each) => placesOf(each, faultsOfPolicy(each.value, codes))))).flat();
  if (faults.length > 0) throw new ConfigFault(faults);
  // faultsOfPolicy has held its calendar against those that are there.
  return { policy: policy.value, calendar: calendars.find(({ code }) => code === policy.value.calendar)! };
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
