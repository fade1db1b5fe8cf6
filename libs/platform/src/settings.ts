import { readFileSync } from 'node:fs';
import 'reflect-metadata';
import { getMetadataStorage, validateSync } from 'class-validator';
import { Secret } from './secret.js';

export type Environment = Readonly<Record<string, string | undefined>>;
type Reading = 'number' | 'flag' | 'list' | 'secret' | 'file' | 'secret-bytes';
type ReadFile = (path: string) => Uint8Array | string;

const READINGS = Symbol('lateral settings readings');
/** Which file each setting of a loaded instance came from. */
const FILES = new WeakMap<object, ReadonlyMap<string, string>>();

/** Names of settings that are missing or wrong, and what each must be. Never a value: settings hold secrets. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly code = 'settings-invalid';

  constructor(readonly settings: readonly string[], explanation: string) {
    super(explanation);
  }
}

function reading(kind: Reading): () => PropertyDecorator {
  return () => (target, property) => {
    const known = (Reflect.getMetadata(READINGS, target) ?? {}) as Record<string, Reading>;
    Reflect.defineMetadata(READINGS, { ...known, [String(property)]: kind }, target);
  };
}

/** Reads the setting as a number; the property's validators say which numbers. */
export const NumberSetting = reading('number');
/** Reads `true` and `false`; anything else stays text and fails the property's `@IsBoolean()`. */
export const FlagSetting = reading('flag');
/** Reads a list, one item a line or parted by commas (an item has no comma). */
export const ListSetting = reading('list');
/** Text that may be given as `NAME` or as a path in `NAME_FILE`, such as a certificate. */
export const FileSetting = reading('file');
/** As `FileSetting`, and the property becomes a `Secret<string>`; its validators see the text. */
export const SecretSetting = reading('secret');
/** A secret that need not be text, such as a raw key: `NAME_FILE` gives the file's bytes as they are, `NAME` base64. The property becomes a `Secret<Uint8Array>`. */
export const SecretBytesSetting = reading('secret-bytes');

const FROM_FILES: readonly (Reading | undefined)[] = ['secret', 'file', 'secret-bytes'];
const SECRETS: readonly (Reading | undefined)[] = ['secret', 'secret-bytes'];

/**
 * Parses settings once into a frozen instance. A property is named as its environment variable and says by class-validator
 * what it must be; its initialiser is its default, and without one it is required unless `@IsOptional()`.
 * An empty variable counts as absent. Throws a SettingsError that names every wrong setting and shows none.
 */
export function loadSettings<T extends object>(SettingsClass: new () => T, env: Environment = process.env, readFile: ReadFile = (path) => readFileSync(path)): Readonly<T> {
  const settings = new SettingsClass();
  const fields = settings as Record<string, unknown>;
  const readings = (Reflect.getMetadata(READINGS, SettingsClass.prototype as object) ?? {}) as Record<string, Reading>;
  const wrong = new Map<string, string>();
  FILES.set(settings, filesOf(env, readings));
  for (const name of declaredNames(SettingsClass, readings)) {
    const kind = readings[name];
    try {
      const given = givenFor(name, kind, env, readFile);
      if (given !== null) fields[name] = parsed(given, kind);
    } catch (error) {
      wrong.set(name, error instanceof SettingsError ? error.message : 'cannot be read');
    }
  }
  for (const failure of validateSync(settings, { forbidUnknownValues: false, validationError: { target: false, value: false } })) {
    if (wrong.has(failure.property)) continue;
    wrong.set(failure.property, explanationOf(failure.constraints ?? {}, fields[failure.property]));
  }
  if (wrong.size > 0) {
    const sentences = [...wrong].map(([name, why]) => `${name}: ${why}`);
    throw new SettingsError([...wrong.keys()], `wrong settings: ${sentences.join('; ')}`);
  }
  for (const [name, kind] of Object.entries(readings)) {
    if (SECRETS.includes(kind) && fields[name] !== undefined) fields[name] = new Secret(fields[name]);
    if (kind === 'list' && Array.isArray(fields[name])) Object.freeze(fields[name]);
  }
  return Object.freeze(settings);
}

/** The file that a setting of loaded settings came from, or null where it was given itself: for what is renewed while a process runs. */
export function fileOf(settings: object, name: string): string | null {
  return FILES.get(settings)?.get(name) ?? null;
}

function filesOf(env: Environment, readings: Record<string, Reading>): ReadonlyMap<string, string> {
  return new Map(Object.entries(readings).flatMap(([name, kind]) => (FROM_FILES.includes(kind) && (env[`${name}_FILE`] ?? '') !== '' ? [[name, env[`${name}_FILE`]!]] : [])));
}

function declaredNames(SettingsClass: new () => object, readings: Record<string, Reading>): string[] {
  const validated = getMetadataStorage().getTargetValidationMetadatas(SettingsClass, '', true, false).map((rule) => rule.propertyName);
  return [...new Set([...validated, ...Object.keys(readings)])];
}

function givenFor(name: string, kind: Reading | undefined, env: Environment, readFile: ReadFile): string | Uint8Array | null {
  const direct = env[name] ?? '';
  const path = FROM_FILES.includes(kind) ? (env[`${name}_FILE`] ?? '') : '';
  if (direct !== '' && path !== '') throw new SettingsError([name], `give ${name} or ${name}_FILE, not both`);
  if (path === '') return direct === '' ? null : direct;
  const bytes = contentOf(name, path, readFile);
  const content = kind === 'secret-bytes' ? bytes : Buffer.from(bytes).toString('utf8').trim();
  if (content.length === 0) throw new SettingsError([name], `the file named by ${name}_FILE is empty`);
  return content;
}

function contentOf(name: string, path: string, readFile: ReadFile): Uint8Array {
  try {
    const content = readFile(path);
    return typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  } catch {
    throw new SettingsError([name], `the file named by ${name}_FILE cannot be read`);
  }
}

function parsed(given: string | Uint8Array, kind: Reading | undefined): unknown {
  if (kind === 'secret-bytes') return typeof given === 'string' ? Buffer.from(given, 'base64') : given;
  const text = given as string;
  if (kind === 'number') return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  if (kind === 'flag') return text === 'true' ? true : text === 'false' ? false : text;
  if (kind === 'list') return text.split(/[\n,]/).map((item) => item.trim()).filter((item) => item !== '');
  return text;
}

// A rule's own sentence might quote the value; then only the rule's name is shown.
function explanationOf(constraints: Record<string, string>, value: unknown): string {
  if (value === undefined) return 'is required';
  const quoted = typeof value === 'string' || typeof value === 'number' ? String(value) : null;
  const shown = Object.entries(constraints).map(([rule, sentence]) => (quoted !== null && sentence.includes(quoted) ? rule : sentence));
  return shown.join(', ');
}
