import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { ConfigSchema } from './schema-check.js';

/** The file beside an app's bundle. */
export const KNOWN_CONFIG_FILE = 'known-config.json';
const KEY = /^[0-9a-f]{64}$/u;

/**
 * What files of config/ say that were read and found right when the app was built, each by the digest of its schema and its bytes. A
 * start that finds the very same bytes need not parse and check them again, which takes longer than all the rest of it; any other
 * bytes are read in full.
 *
 * The values are believed as they stand. They lie in the bundle's own folder, were written by the build that wrote the bundle and
 * belong to whoever owns that: one who could change them could as well change the code that would have checked them.
 */
export class KnownConfig {
  /** Knows nothing: every file is read in full. */
  static readonly NONE = new KnownConfig(new Map());

  /** Values as JSON, so that each reading has its own. */
  private constructor(private readonly values: Map<string, string>, private readonly isRecording = false) {}

  /** What lies in `folder`. A file that is missing, or that a build did not write, comes to nothing known; nothing is refused for it. */
  static async beside(folder: string): Promise<KnownConfig> {
    try {
      const known = JSON.parse(await readFile(join(folder, KNOWN_CONFIG_FILE), 'utf8')) as unknown;
      if (typeof known !== 'object' || known === null) return KnownConfig.NONE;
      return new KnownConfig(new Map(Object.entries(known).filter((entry): entry is [string, string] => KEY.test(entry[0]) && typeof entry[1] === 'string')));
    } catch {
      return KnownConfig.NONE;
    }
  }

  static recording(): KnownConfig {
    return new KnownConfig(new Map(), true);
  }

  /** The value of a file with these bytes, or null where it is not known. A file of config/ is never null: its schema wants a group of fields. */
  find(schema: ConfigSchema, bytes: Uint8Array): { value: unknown } | null {
    const text = this.isRecording ? undefined : this.values.get(keyOf(schema, bytes));
    if (text === undefined) return null;
    try {
      return { value: JSON.parse(text) as unknown };
    } catch {
      return null;
    }
  }

  /** Keeps what was read in full, where it is being recorded and JSON can say it. */
  keep(schema: ConfigSchema, bytes: Uint8Array, value: unknown): void {
    if (!this.isRecording) return;
    const text = JSON.stringify(value);
    if (isDeepStrictEqual(JSON.parse(text), value)) this.values.set(keyOf(schema, bytes), text);
  }

  written(): string {
    return JSON.stringify(Object.fromEntries(this.values));
  }
}

const schemaDigests = new WeakMap<ConfigSchema, Buffer>();

// The schema's digest has one length, so no two pairs of schema and file run into the same bytes.
function keyOf(schema: ConfigSchema, bytes: Uint8Array): string {
  const digest = schemaDigests.get(schema) ?? createHash('sha256').update(JSON.stringify(schema)).digest();
  schemaDigests.set(schema, digest);
  return createHash('sha256').update(digest).update(bytes).digest('hex');
}
