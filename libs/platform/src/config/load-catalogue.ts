import { join } from 'node:path';
import { faultsOfCatalogue } from '@lateral/domain/catalogue';
import type { CatalogueDocument, CatalogueRow, DefaultStack, Family } from '@lateral/domain/catalogue';
import { ConfigFault } from './config-fault.js';
import type { FaultPlace, Pointer } from './config-fault.js';
import type { KnownConfig } from './known-config.js';
import { allOrFaults, readConfigFile, readConfigFolder, readConfigSchema } from './read-config.js';
import type { ConfigFile } from './read-config.js';

interface RowsFile { family: Family; rows: Omit<CatalogueRow, 'family'>[] }
interface StacksFile { stacks: DefaultStack[] }
interface VersionFile { version: string }

const SCHEMA = 'catalogue.schema.json';
const STACKS = 'default-stacks.yaml';
const VERSION = 'version.yaml';

/**
 * Reads the whole law from `config/catalogue`: rows in the order of their files' names, then of the file. Throws one ConfigFault
 * that names file, line and field of everything that is wrong, references between files included.
 */
export async function loadCatalogue(folder: string, known?: KnownConfig): Promise<CatalogueDocument> {
  const schema = join(folder, SCHEMA);
  const [rowsSchema, stacksSchema, versionSchema] = await Promise.all(['rowsFile', 'stacksFile', 'versionFile'].map((part) => readConfigSchema(schema, part)));
  const reading = await allOrFaults<unknown>([
    readConfigFolder<RowsFile>(folder, rowsSchema!, { known, leavingOut: [STACKS, VERSION] }),
    readConfigFile<StacksFile>(join(folder, STACKS), stacksSchema!, known),
    readConfigFile<VersionFile>(join(folder, VERSION), versionSchema!, known),
  ]);
  const [families, stacks, version] = reading as [ConfigFile<RowsFile>[], ConfigFile<StacksFile>, ConfigFile<VersionFile>];
  const rows = families.flatMap((family) => family.value.rows.map((row, index) => ({ row: { ...row, family: family.value.family }, home: family, index })));
  const document: CatalogueDocument = { version: version.value.version, rows: rows.map(({ row }) => row), stacks: stacks.value.stacks };
  const faults = await Promise.all(faultsOfCatalogue(document).map(({ at, says }) => placeOf(at, says, rows, stacks)));
  if (faults.length > 0) throw new ConfigFault(faults);
  return document;
}

/** A fault of the whole, in the file that holds it. */
async function placeOf([list, number, ...rest]: Pointer, says: string, rows: readonly { home: ConfigFile<RowsFile>; index: number }[], stacks: ConfigFile<StacksFile>): Promise<FaultPlace> {
  if (list !== 'rows') return stacks.faultAt([list ?? 'stacks', number ?? 0, ...rest], says);
  const { home, index } = rows[Number(number)]!;
  return home.faultAt(['rows', index, ...rest], says);
}
