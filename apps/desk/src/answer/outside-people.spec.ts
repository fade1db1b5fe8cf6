import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { peopleOutside } from './outside-people.js';

const KNOWN = ['Corey Ashdown', 'Leanne Ashdown', 'Siôn ap Rhys'];
const outside = (text: string, dismissed: string[] = []): string[] => peopleOutside(text, KNOWN, dismissed);

describe('people of an item', () => {
  it.each([
    ['A neighbour, Karen Tudor-Price, rang.', ['Karen Tudor-Price']],
    ['Called by Mr Okafor about noise.', ['Mr Okafor']],
    ['Corey Ashdown was with his cousin Kyle Ashdown.', ['Kyle Ashdown']],
    ['Roedd Lowri Bevan yno. Gwelwyd Lowri Bevan eto.', ['Lowri Bevan']],
    ['Mother’s partner is Daniel Reece’s brother.', ['Daniel Reece']],
  ])('who are nobody of the check: %s', (text, names) => {
    expect(outside(text)).toEqual(names);
  });

  it.each([
    'Leanne Ashdown rang; Corey was asleep. Ashdown family home.', 'Seen at Prince Charles Hospital by PC Jones and Dr Patel.', 'South Wales Police were called on Monday 3 March.', 'Stopped in Merthyr Tydfil at night.', 'Told Leanne Ashdown to leave.',
    'MARAC AND MAPPA checked.', 'Sion ap Rhys was there.', 'Neighbour Leanne rang.', 'DASH standard, no offences.', '14 Tallowgate Row at 23:40.', 'Section Forty Seven', '',
  ])('who are of it, or no people at all: %s', (text) => {
    expect(outside(text)).toEqual([]);
  });

  it('are asked about no more once it is said that they are none', () => {
    expect(outside('Found at the Golden Lion by staff.')).toEqual(['Golden Lion']);
    expect(outside('Found at the Golden Lion by staff.', ['golden lion'])).toEqual([]);
  });

  it('are found again in the text, each once', () => {
    const word = fc.constantFrom('Karen', 'Leanne', 'Ashdown', 'Price', 'Mrs', 'in', 'rang', '.', 'Called', 'the', "O'Neill");
    fc.assert(fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      const text = words.join(' ');
      const found = outside(text);
      expect(new Set(found).size).toBe(found.length);
      for (const name of found) expect([text, text.includes(name)]).toEqual([text, true]);
      expect(outside(text, found)).toEqual([]);
    }));
  });
});
