import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkout } from './house.js';
import { declaredClasses, defaultsOf, mayBeFile, namesOf, requiredOf, SETTINGS } from './settings-classes.js';

interface Row {
  name: string;
  file: boolean;
  standing: string;
  means: string;
}

/** The tables of docs/running.md that follow a line naming a settings class. */
function tables(): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  let rows: Row[] | null = null;
  for (const line of readFileSync(join(checkout, 'docs/running.md'), 'utf8').split('\n')) {
    const named = /^\*\*.*\(`(\w+Settings)`\)\*\*$/u.exec(line)?.[1];
    if (named !== undefined) found.set(named, (rows = []));
    else if (line.startsWith('#')) rows = null;
    const cells = line.split('|').map((cell) => cell.trim());
    const name = /^`([A-Z][A-Z0-9_]*)`$/u.exec(cells[1] ?? '')?.[1];
    if (rows !== null && name !== undefined) rows.push({ name, file: cells[2] === 'yes', standing: cells[3] ?? '', means: cells[4] ?? '' });
  }
  return found;
}

const written = tables();
const classes = Object.entries(SETTINGS).map(([name, settings]) => ({ name, settings, rows: written.get(name) ?? [] }));

describe('the settings in docs/running.md', () => {
  it('have a table for every settings class of the apps', () => {
    expect(Object.keys(SETTINGS).toSorted()).toEqual(declaredClasses());
    expect([...written.keys()].toSorted()).toEqual(declaredClasses());
  });

  it.each(classes)('$name: are exactly those that the class reads', ({ settings, rows }) => {
    expect(rows.map(({ name }) => name).toSorted()).toEqual(namesOf(settings));
  });

  it.each(classes)('$name: say what is required and what the defaults are', ({ settings, rows }) => {
    const required = new Set(requiredOf(settings));
    const defaults = defaultsOf(settings);
    const shown = (value: unknown): string => (Array.isArray(value) && value.length === 0 ? 'empty' : `\`${String(value)}\``);
    expect(rows.map(({ name, standing }) => [name, standing])).toEqual(rows.map(({ name }) => [name, required.has(name) ? 'required' : name in defaults ? shown(defaults[name]) : 'optional']));
  });

  it.each(classes)('$name: say which may be given as a file, and what each is', ({ settings, rows }) => {
    expect(rows.map(({ name, file }) => [name, file])).toEqual(rows.map(({ name }) => [name, mayBeFile(settings, name)]));
    expect(rows.filter(({ means }) => means === '')).toEqual([]);
  });
});
