// What the walls are checked against: every workspace with its manifest, its references and the imports its files really make.
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import ts from 'typescript';

export const checkout = resolve(import.meta.dirname, '../..');

export interface Import {
  /** File, from the root of the checkout. */
  readonly file: string;
  /** The specifier as written. */
  readonly specifier: string;
  /** The package it names (`@lateral/envelope` of `@lateral/envelope/inspect`); empty for a relative import. */
  readonly packageName: string;
  readonly isBuiltIn: boolean;
  readonly inSpec: boolean;
  /** Nothing of it is there when the program runs. */
  readonly isTypeOnly: boolean;
}

export interface Workspace {
  /** Folder from the root, for instance `libs/domain`. */
  readonly folder: string;
  readonly name: string;
  readonly dependencies: ReadonlySet<string>;
  /** What builds it and is in no product. */
  readonly buildDependencies: ReadonlySet<string>;
  readonly doors: ReadonlySet<string>;
  /** Folders that its tsconfig.build.json refers to; undefined where it has none (plain JavaScript). */
  readonly references: ReadonlySet<string> | undefined;
  readonly imports: readonly Import[];
}

const unread = new Set(['node_modules', 'dist', '.git', '.services', 'coverage']);
/** What the compiler says of the desk, whose `dist` is what a browser gets. */
const unreadPaths = new Set(['apps/desk/types']);

/** Every file below a folder, as paths from the root; generated and installed ones left out. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(join(checkout, folder))) return [];
  return readdirSync(join(checkout, folder), { withFileTypes: true })
    .filter((entry) => !unread.has(entry.name) && !unreadPaths.has(join(folder, entry.name)))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : entry.isFile() ? [join(folder, entry.name)] : []));
}

export const isSpec = (file: string): boolean => /\.(?:int-)?spec\.tsx?$/u.test(file);

/** What files and everything below folders say, tests apart: where documents look names up. */
export function sourceText(...places: string[]): string {
  return places.flatMap((place) => (/\.ts$/u.test(place) ? [place] : filesBelow(place))).filter((file) => /\.(?:ts|tsx|yaml)$/u.test(file) && !isSpec(file))
    .map((file) => readFileSync(join(checkout, file), 'utf8')).join('\n');
}

/** All imports of a source text, `import type`, `export from` and `import()` included; words in comments and strings are none. */
export function importsOf(file: string, text: string): Import[] {
  const builtIn = /^node:/u;
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName: specifier, pos }) => ({
    file,
    specifier,
    packageName: packageOf(specifier),
    isBuiltIn: builtIn.test(specifier),
    inSpec: isSpec(file),
    isTypeOnly: /(?:^|\n)(?:import|export) type (?:(?!\n(?:import|export) ).)*$/su.test(text.slice(0, pos)),
  }));
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('.') || specifier.startsWith('node:')) return '';
  const [first = '', second = ''] = specifier.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

export function readWorkspaces(): Workspace[] {
  return ['libs', 'apps', 'tools'].flatMap((group) => readdirSync(join(checkout, group)).map((name) => join(group, name)))
    .filter((folder) => existsSync(join(checkout, folder, 'package.json')))
    .map(readWorkspace);
}

function readWorkspace(folder: string): Workspace {
  const manifest = readJson(join(folder, 'package.json')) as { name: string; dependencies?: object; devDependencies?: object; exports?: object };
  const sources = filesBelow(folder).filter((file) => /\.(?:ts|tsx|mjs)$/u.test(file));
  return {
    folder,
    name: manifest.name,
    dependencies: new Set(Object.keys(manifest.dependencies ?? {})),
    buildDependencies: new Set(Object.keys(manifest.devDependencies ?? {})),
    doors: new Set(Object.keys(manifest.exports ?? {}).map((door) => join(manifest.name, door))),
    references: referencesOf(folder),
    imports: sources.flatMap((file) => importsOf(file, readFileSync(join(checkout, file), 'utf8'))),
  };
}

function referencesOf(folder: string): Set<string> | undefined {
  const path = join(folder, 'tsconfig.build.json');
  if (!existsSync(join(checkout, path))) return undefined;
  const { references = [] } = readJson(path) as { references?: { path: string }[] };
  return new Set(references.map((reference) => relative(checkout, resolve(checkout, folder, reference.path)).replace(/\/tsconfig\.build\.json$/u, '')));
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(checkout, path), 'utf8'));
}
