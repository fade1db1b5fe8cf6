import { describe, expect, it } from 'vitest';
import { attestWords, BLOCKING_CODES, type WordingCode } from '../wording/index.js';
import { LINTER_CODES } from './codes.js';

// Neither list has a code that the other lacks: this file does not compile where one does.
type Only<A, B> = [Exclude<A, B>, Exclude<B, A>];
const NEITHER: Only<WordingCode, (typeof LINTER_CODES)[number]> extends [never, never] ? true : false = true;

describe('codes of the wording linter in a record', () => {
  it('are those that the linter has', () => {
    expect(NEITHER).toBe(true);
    expect(BLOCKING_CODES.filter((code) => !LINTER_CODES.includes(code))).toEqual([]);
    expect(new Set(LINTER_CODES).size).toBe(LINTER_CODES.length);
  });

  it('hold whatever is attested', () => {
    const context = { names: ['Otto Nowak'], language: 'en', recent: ['Info needed to assess risk.'] } as const;
    for (const text of ['Info needed to assess risk.', 'Otto, otto@mail.example.org, SW99 0AA, 01632 960001', 'The mother is chaotic.', 's47.', 'May was there.']) {
      expect(attestWords('necessity', text, context).linter.filter((code) => !LINTER_CODES.some((known) => known === code))).toEqual([]);
    }
  });
});
