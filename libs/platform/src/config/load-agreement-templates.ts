import { join } from 'node:path';
import { templateFaults, type AgreementTemplate, type KnownCodes } from '@lateral/domain/agreements';
import { ConfigFault } from './config-fault.js';
import type { KnownConfig } from './known-config.js';
import { pointerOf } from './pointer.js';
import { readConfigFolder, readConfigSchema } from './read-config.js';

/**
 * Reads what agreements are made from, and holds its codes against those that are there, where these could be read. Throws a
 * ConfigFault that names file, line and field of all that is wrong.
 */
export async function loadAgreementTemplates(folder: string, codes: KnownCodes | null = null, known?: KnownConfig): Promise<AgreementTemplate[]> {
  const files = await readConfigFolder<AgreementTemplate>(folder, await readConfigSchema(join(folder, 'agreement-template.schema.json')), { known });
  const faults = codes === null ? [] : await Promise.all(files.flatMap((file) => templateFaults(file.value, codes).map(({ field, reason }) => file.faultAt(pointerOf(field), reason))));
  if (faults.length > 0) throw new ConfigFault(faults);
  return files.map(({ value }) => value);
}
