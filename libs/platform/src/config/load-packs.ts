import { join } from 'node:path';
import { faultsOfPacks, type PackFault, type QuestionPack } from '@lateral/domain/packs';
import { ConfigFault, shownPath } from './config-fault.js';
import type { FaultPlace } from './config-fault.js';
import type { KnownConfig } from './known-config.js';
import { pointerOf } from './pointer.js';
import { readConfigFolder, readConfigSchema, type ConfigFile } from './read-config.js';

/** Reads every question pack. Throws a ConfigFault that names file, line and field of all that is wrong, between packs included. */
export async function loadPacks(folder: string, known?: KnownConfig): Promise<QuestionPack[]> {
  const files = await readConfigFolder<QuestionPack>(folder, await readConfigSchema(join(folder, 'question-pack.schema.json')), { known });
  const faults = await Promise.all(faultsOfPacks(files.map(({ value }) => value)).map((fault) => placeOf(fault, files, folder)));
  if (faults.length > 0) throw new ConfigFault(faults);
  return files.map(({ value }) => value);
}

async function placeOf({ pack, field, reason }: PackFault, files: readonly ConfigFile<QuestionPack>[], folder: string): Promise<FaultPlace> {
  const home = files.findLast(({ value }) => value.code === pack);
  return home === undefined ? { file: shownPath(folder), line: 1, field: field.slice(1), says: reason } : home.faultAt(pointerOf(field), reason);
}
