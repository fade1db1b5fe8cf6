import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { fromPaper, toPaper } from './paper-text.js';

describe('bytes on paper', () => {
  it('come back from what was printed, however it is typed', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 1, maxLength: 80 }), (bytes) => {
      const printed = toPaper(bytes, 'test');
      expect(printed).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-)*[0-9A-HJKMNP-TV-Z]{1,4}$/);
      expect(fromPaper(printed, 'test')).toEqual(bytes);
      expect(fromPaper(` ${printed.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `, 'test')).toEqual(bytes);
    }));
  });

  it('are refused with one wrong letter, two letters exchanged, a group left out, or as something else', () => {
    const printed = toPaper(new Uint8Array(16).map((_, i) => i * 13), 'test');
    const letters = printed.split('');
    for (const [i, letter] of letters.entries()) {
      if (letter === '-') continue;
      expect(fromPaper(letters.with(i, letter === 'A' ? 'B' : 'A').join(''), 'test')).toBeNull();
      const [next, at] = [letters.findIndex((each, j) => j > i && each !== '-'), i];
      if (next > 0 && letters[next] !== letter) expect(fromPaper(letters.with(at, letters[next]!).with(next, letter).join(''), 'test')).toBeNull();
    }
    for (const text of [printed.slice(5), printed.slice(0, -1), `${printed}0`, `${printed}-0000`, '', '!', 'Ŵ', printed.replace(/.$/, 'U')]) expect(fromPaper(text, 'test')).toBeNull();
    expect(fromPaper(printed, 'other')).toBeNull();
  });

  it('never throw at a reader', () => {
    fc.assert(fc.property(fc.string(), (text) => { fromPaper(text, 'test'); }));
  });
});
