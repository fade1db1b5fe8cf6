import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import Papa from 'papaparse';
import { csvOf, tabbedOf } from './copied.js';

const read = (csv: string): string[][] => Papa.parse<string[]>(csv.replace(/^\uFEFF/u, '')).data;

describe('a table that goes to a file', () => {
  it('has its mark, its head and its rows', () => {
    expect(csvOf(['Date', 'What'], [['3 March', 'Seen, with "bruises"\nat home']])).toBe('\uFEFF"Date","What"\r\n"3 March","Seen, with ""bruises""\nat home"');
  });

  it.each(['=cmd|\' /C calc\'!A0', '+1+1', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '=1+1\nmore'])('runs nothing in a spreadsheet: %j', (cell) => {
    expect(read(csvOf(['A'], [[cell]]))[1]).toEqual([`'${cell}`]);
  });

  it('is read again as it was, but for a mark before what would be run', () => {
    const cell = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '"', ',', '\n', '\r', '\t', ';', 'ŵ', 'a', '1', ' ', '\'') });
    fc.assert(fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
      const again = read(csvOf(['A', 'B'], rows)).slice(1);
      expect(again).toEqual(rows.map((row) => row.map((each) => (/^[=+\-@\t\r\n]/u.test(each) ? `'${each}` : each))));
    }));
  });

  it('is one line a row for a word processor', () => {
    const text = fc.string({ unit: fc.constantFrom('\t', '\n', '\r', 'a', ' ', 'ŷ') });
    fc.assert(fc.property(fc.array(fc.tuple(text, text), { maxLength: 5 }), (rows) => {
      const lines = tabbedOf(['A', 'B'], rows).split('\n');
      expect([lines.length, new Set(lines.map((line) => line.split('\t').length))]).toEqual([rows.length + 1, new Set([2])]);
    }));
  });
});
