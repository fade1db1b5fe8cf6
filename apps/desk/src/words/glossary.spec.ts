import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cy } from './cy/index.js';
import { GLOSSARY, welshDocument } from './glossary.js';

describe('the list for a translator', () => {
  it('is docs/welsh.md', () => {
    expect(readFileSync(join(import.meta.dirname, '../../../../docs/welsh.md'), 'utf8')).toBe(welshDocument());
  });

  it('names no term that the desk does not use', () => {
    const said = JSON.stringify(cy).toLowerCase();
    const unused = Object.values(GLOSSARY).flat().filter(({ cy: term, forms = [] }) => ![term, ...forms].some((form) => said.includes(form.toLowerCase())));
    expect(unused.map(({ en }) => en)).toEqual([]);
  });

  it('names each term once', () => {
    const terms = Object.values(GLOSSARY).flat().map(({ en }) => en);
    expect(terms.filter((en, index) => terms.indexOf(en) !== index)).toEqual([]);
  });
});
