import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkout, filesBelow } from './house.js';

const folders = ['libs', 'apps', 'tools', 'test', 'config', 'docker', 'docs'];
const files = folders.flatMap(filesBelow);
const code = files.filter((file) => /\.(?:ts|tsx|mjs|cjs)$/u.test(file));

const sayNothing = new Set(['common', 'shared', 'core', 'utils', 'util', 'helpers', 'helper', 'misc', 'lib']);
const kebab = /^\.?[a-z0-9]+(?:[-_][a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/u;
const fixedByOthers = /^(?:README\.md|LICENSE|[a-z-]+\.Dockerfile(?:\.dockerignore)?)$/u;
// Vectors keep the names under which they were published.
const isOurs = (file: string): boolean => !file.startsWith('test/vectors/') && !file.includes('/__snapshots__/');
const limit = 250;

describe('names', () => {
  it('no folder or file is called by a word that says nothing', () => {
    expect(files.filter((file) => [...dirname(file).split('/'), basename(file).replace(/\..*$/u, '')].some((part) => sayNothing.has(part)))).toEqual([]);
  });

  it('folders and files are in kebab-case, their role after a dot', () => {
    const odd = files.filter(isOurs).filter((file) => !fixedByOthers.test(basename(file)) && !file.split('/').every((part) => kebab.test(part)));
    expect(odd).toEqual([]);
  });

  it('there are at most ten libraries', () => {
    expect(new Set(filesBelow('libs').map((file) => file.split('/')[1])).size).toBeLessThanOrEqual(10);
  });
});

describe('size', () => {
  it(`no file has more than ${limit} lines of code, unless its first lines say "Long because"`, () => {
    const long = code.map((file) => ({ file, lines: linesOfCode(readFileSync(join(checkout, file), 'utf8')) })).filter(({ lines }) => lines > limit);
    expect(long.filter(({ file }) => !saysWhy(file))).toEqual([]);
  });

  it('counts neither blank lines nor comments', () => {
    expect(linesOfCode('// a\n\n/** b\n * c\n */\nconst d = 1;\n')).toBe(1);
  });
});

function linesOfCode(text: string): number {
  return text.split('\n').filter((line) => !/^\s*(?:$|\/\/|\/?\*)/u.test(line)).length;
}

const saysWhy = (file: string): boolean => readFileSync(join(checkout, file), 'utf8').split('\n').slice(0, 5).some((line) => line.includes('Long because'));
