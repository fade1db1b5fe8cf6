import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkout, filesBelow } from './house.js';

const read = (file: string): string => readFileSync(join(checkout, file), 'utf8');
const pages = ['README.md', ...filesBelow('docs').filter((file) => file.endsWith('.md'))];
const decisions = pages.filter((file) => /^docs\/adr\/\d/u.test(file)).map((file) => file.slice('docs/adr/'.length));

describe('the written side', () => {
  it.each(pages)('%s: every file that it links to is there', (page) => {
    const links = [...read(page).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/gu)].map(([, target = '']) => target);
    expect(links.filter((target) => !existsSync(join(checkout, dirname(page), target)))).toEqual([]);
  });

  it('decisions are numbered, each number once', () => {
    const numbers = decisions.map((name) => name.slice(0, 4));
    expect(numbers.filter((number) => !/^\d{4}$/u.test(number))).toEqual([]);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('docs/adr/README.md lists every decision by its title', () => {
    const index = read('docs/adr/README.md');
    expect(decisions.filter((name) => !index.includes(`[${read(`docs/adr/${name}`).split('\n')[0]?.slice(2) ?? ''}](${name})`))).toEqual([]);
  });

  it('each decision has a date and says how it stands', () => {
    expect(decisions.filter((name) => !/\b20\d\d-\d\d-\d\d\b/u.test(read(`docs/adr/${name}`)) || !/\b(?:Accepted|Overturned|Proposed)\b/iu.test(read(`docs/adr/${name}`)))).toEqual([]);
  });
});
