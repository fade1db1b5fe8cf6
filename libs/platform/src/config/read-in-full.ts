import { ConfigFault } from './config-fault.js';
import { complaintOf, compiled } from './schema-check.js';
import type { ConfigSchema } from './schema-check.js';
import { readYaml } from './yaml-file.js';
import type { YamlFile } from './yaml-file.js';

export { readYaml };

/** Reads a file's bytes as YAML and holds them against its schema, whose defaults are filled in. Throws a ConfigFault with every fault. */
export function readInFull(file: string, bytes: Uint8Array, schema: ConfigSchema): YamlFile {
  const read = readYaml(file, bytes);
  const check = compiled(schema);
  if (!check(read.value)) throw new ConfigFault((check.errors ?? []).map(complaintOf).map(({ pointer, says }) => read.faultAt(pointer, says)));
  return read;
}
