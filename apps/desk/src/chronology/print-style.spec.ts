import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { cssString, pageRule } from './print-style.js';

describe('what stands in the margins of a page', () => {
  it('is a text and never a rule', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(cssString(text)).toMatch(/^"(?:[A-Za-z0-9 ]|\\[0-9a-f]{1,6} )*"$/u);
    }));
  });

  it('is the marking, the reference, who printed it and the page', () => {
    expect(pageRule({ marking: 'OFFICIAL-SENSITIVE', reference: 'LAT-7F3K-92', printedBy: 'Printed by Ŵyn "x"; }', page: ['Page ', ' of '] })).toBe(
      '@page { size: A4 landscape; margin: 18mm 12mm; @top-left { content: "OFFICIAL\\2d SENSITIVE"; font-family: Arial, sans-serif; font-size: 9pt; } @top-right { content: "LAT\\2d 7F3K\\2d 92"; font-family: Arial, sans-serif; font-size: 9pt; } '
      + '@bottom-left { content: "Printed by \\174 yn \\22 x\\22 \\3b  \\7d "; font-family: Arial, sans-serif; font-size: 9pt; } @bottom-right { content: "Page " counter(page) " of " counter(pages); font-family: Arial, sans-serif; font-size: 9pt; } }',
    );
  });
});
