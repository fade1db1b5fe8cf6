import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkout, sourceText } from './house.js';

const code = sourceText('apps', 'libs', 'config');

/** What the tables of docs/vocabulary.md that have a column "in code" name there, with the word before it. */
function named(): { name: string; after: string }[] {
  let inCode = false;
  return readFileSync(join(checkout, 'docs/vocabulary.md'), 'utf8').split('\n').flatMap((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    if (cells[1] === 'word') inCode = cells[3] === 'in code';
    return line.startsWith('|') && inCode ? [...(cells[3] ?? '').matchAll(/(\w*) ?`([^`]+)`/gu)].map(([, after = '', name = '']) => ({ name, after })) : [];
  });
}

function isThere({ name, after }: { name: string; after: string }): boolean {
  if (after === 'table') return new RegExp(`create table ${name}\\b`, 'iu').test(code);
  if (name.includes('/')) return existsSync(join(checkout, name));
  if (/^[A-Z][a-z]\w*$/u.test(name)) return new RegExp(`\\b(?:class|const|interface|type) ${name}\\b`, 'u').test(code);
  return code.includes(name.replace(/\.{3}$/u, '').replace(/^[A-Z][a-z]\w*\./u, ''));
}

describe('docs/vocabulary.md', () => {
  it('names in its column of code what the code has under that name', () => {
    const all = named();
    expect(all.length).toBeGreaterThan(50);
    expect(all.filter((each) => !isThere(each))).toEqual([]);
  });
});
