import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigFault, shownPath } from './config-fault.js';
import type { FaultPlace, Pointer } from './config-fault.js';
import { KnownConfig } from './known-config.js';
import type * as ReadInFull from './read-in-full.js';
import type { ConfigSchema } from './schema-check.js';

/** One file, read and in the shape of its schema, defaults filled in. `faultAt` places a fault that only a later check sees. */
export interface ConfigFile<T> {
  readonly file: string;
  readonly value: T;
  readonly faultAt: (pointer: Pointer, says: string) => Promise<FaultPlace>;
}

/**
 * Reads one YAML file against a JSON Schema. `T` is what the schema promises. Throws one ConfigFault with every fault:
 * a file that cannot be read, an unknown field, a wrong type, a missing field.
 */
export async function readConfigFile<T>(path: string, schema: ConfigSchema, known = KnownConfig.NONE): Promise<ConfigFile<T>> {
  const file = shownPath(path);
  const bytes = await readFile(path).catch(() => { throw new ConfigFault([{ file, line: 1, field: '', says: 'cannot be read' }]); });
  const found = known.find(schema, bytes);
  let read = found === null ? (await inFull()).readInFull(file, bytes, schema) : undefined;
  if (read !== undefined) known.keep(schema, bytes, read.value);
  const faultAt = async (pointer: Pointer, says: string): Promise<FaultPlace> => {
    read ??= (await inFull()).readYaml(file, bytes);
    return read.faultAt(pointer, says);
  };
  return { file, value: (found ?? read)?.value as T, faultAt };
}

let reading: Promise<typeof ReadInFull> | undefined;

/** What reads YAML and checks schemas takes a while to load, and a start that knows every file does without. */
function inFull(): Promise<typeof ReadInFull> {
  reading ??= import('./read-in-full.js');
  return reading;
}

/**
 * Reads every `*.yaml` of a folder, by name. Throws one ConfigFault with the faults of all of them, and of files that nobody would read:
 * whoever wrote one believes that it counts.
 */
export async function readConfigFolder<T>(folder: string, schema: ConfigSchema, { known = KnownConfig.NONE, leavingOut = [] }: { known?: KnownConfig | undefined; leavingOut?: readonly string[] } = {}): Promise<ConfigFile<T>[]> {
  const all = (await namesIn(folder)).toSorted();
  const unread = all.filter((name) => !name.endsWith('.yaml') && !name.endsWith('.schema.json'));
  if (unread.length > 0) throw new ConfigFault(unread.map((name) => ({ file: shownPath(join(folder, name)), line: 1, field: '', says: 'is read by nobody: its name must end in .yaml' })));
  const names = all.filter((name) => name.endsWith('.yaml') && !leavingOut.includes(name));
  return allOrFaults(names.map((name) => readConfigFile<T>(join(folder, name), schema, known)));
}

/** Waits for every reading, so that one start names every fault and not only the first. */
export async function allOrFaults<T>(readings: readonly Promise<T>[]): Promise<T[]> {
  const settled = await Promise.allSettled(readings);
  const faults: FaultPlace[] = [];
  for (const reading of settled) {
    if (reading.status === 'fulfilled') continue;
    if (!(reading.reason instanceof ConfigFault)) throw reading.reason;
    faults.push(...reading.reason.faults);
  }
  if (faults.length > 0) throw new ConfigFault(faults);
  return settled.flatMap((reading) => (reading.status === 'fulfilled' ? [reading.value] : []));
}

/**
 * Reads a JSON Schema (2020-12). `part` names one of its `$defs`, where a schema has one for each kind of file.
 * Throws a ConfigFault where it cannot be read or has no such part.
 */
export async function readConfigSchema(path: string, part?: string): Promise<ConfigSchema> {
  const fault = (says: string) => new ConfigFault([{ file: shownPath(path), line: 1, field: part ?? '', says }]);
  const text = await readFile(path, 'utf8').catch(() => { throw fault('cannot be read'); });
  let schema: ConfigSchema;
  try {
    schema = JSON.parse(text) as ConfigSchema;
  } catch {
    throw fault('cannot be read as JSON');
  }
  if (part === undefined) return schema;
  if (schema.$defs?.[part] === undefined) throw fault('the schema has no such part');
  return { $ref: `#/$defs/${part}`, $defs: schema.$defs };
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => { throw new ConfigFault([{ file: shownPath(folder), line: 1, field: '', says: 'the folder cannot be read' }]); });
}
