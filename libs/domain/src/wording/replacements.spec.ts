import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { SubjectRole } from '../codes.js';
import { SUBJECT_ROLES } from '../codes.js';
import type { WordingContext } from './finding.js';
import { lint } from './lint.js';
import { replacementOf, withReplacements } from './replacements.js';

const NAMES = ['Otto Lindqvist', 'Vera Lindqvist', 'Grace Hill', 'Lowri Crwys'];
const ROLES: (SubjectRole | null)[] = ['child', 'parent', 'adult_at_risk', 'child'];

function mended(text: string, language: 'en' | 'cy' = 'en', roles = ROLES, names = NAMES): string {
  return withReplacements(text, lint(text, { names, language }).flatMap((found) => replacementOf(text, found, language, roles) ?? []));
}

describe('what one press writes instead', () => {
  it.each([
    ['School saw Otto today.', 'School saw the child today.'],
    ['Otto’s account differs.', 'The child’s account differs.'],
    ['We rang. Vera Lindqvist’s phone is off.', 'We rang. The parent’s phone is off.'],
    ['Then Mrs Hill left.', 'Then the adult at risk left.'],
    ['Is Grace safe?', 'Is the adult at risk safe?'],
    ['The Lindqvists have moved.', 'The family have moved.'],
    ['Ask Lindqvist.', 'Ask the person.'],
    ['Ring 07700 900461 at noon.', 'Ring at noon.'],
    ['NHS number 999 204 8719.', 'NHS number.'],
  ])('for %j is %j', (text, expected) => {
    expect(mended(text)).toBe(expected);
  });

  it.each([
    ['Gwelwyd Otto ddoe.', 'Gwelwyd y plentyn ddoe.'],
    ['Mae Otto yn yr ysgol.', 'Mae’r plentyn yn yr ysgol.'],
    ['Siaradwyd gyda Vera Lindqvist.', 'Siaradwyd gyda’r rhiant.'],
    ['Lowri’n dweud.', 'Y plentyn yn dweud.'],
    ['Holwyd Grace Hill eto.', 'Holwyd yr oedolyn sy’n wynebu risg eto.'],
  ])('in Welsh for %j is %j', (text, expected) => {
    expect(mended(text, 'cy')).toBe(expected);
  });

  it('is nobody’s role where two people of different roles have the name, and is never guessed for an age or a reason', () => {
    expect(mended('Ask Lindqvist.', 'en', ['child', 'child'])).toBe('Ask the child.');
    expect(mended('Ask Otto.', 'en', [])).toBe('Ask the person.');
    for (const text of ['She was born on 2 May 2019, we heard.', 'Public task.', 'The mother is a liar, the neighbour told us.']) {
      expect(lint(text, { names: [], language: 'en' }).map((found) => replacementOf(text, found, 'en'))).toEqual([null]);
    }
  });

  it('leaves no name of the check, whatever the words around it', () => {
    const language = fc.constantFrom('en' as const, 'cy' as const);
    const word = fc.oneof({ weight: 2, arbitrary: fc.constantFrom('Otto', 'Vera', 'Lindqvist', 'Lindqvist’s', 'Lowri', 'Lowri’n', 'OTTO', 'Miss') }, { weight: 3, arbitrary: fc.constantFrom('saw', 'the', 'at', 'a', 'i', 'home.', 'gyda', 'y', 'yn', '—') });
    fc.assert(fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), language, fc.array(fc.option(fc.constantFrom(...SUBJECT_ROLES)), { maxLength: 4 }), (words, inLanguage, roles) => {
      const text = mended(words.join(' '), inLanguage, roles);
      expect(lint(text, { names: NAMES, language: inLanguage }).filter(({ code }) => code === 'name-of-person')).toEqual([]);
    }));
  });

  it('stays inside the text and leaves the rest as it was', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (text, names) => {
      const context: WordingContext = { names, language: 'cy' };
      for (const found of lint(text, context)) {
        const instead = replacementOf(text, found, 'cy');
        if (instead === null) continue;
        expect(instead.start >= 0 && instead.start <= found.start && instead.end >= found.end && instead.end <= text.length).toBe(true);
        expect(withReplacements(text, [instead])).toBe(text.slice(0, instead.start) + instead.text + text.slice(instead.end));
      }
    }));
  });
});

it('says which recent text is nearly the same, and whom a name may be', () => {
  const recent = ['Nothing like it was said.', 'Only the nursery has seen how he walks, and that decides by noon whether an examination is needed today.'];
  expect(lint(recent[1]!, { names: [], language: 'en', recent })).toMatchObject([{ code: 'near-duplicate', recent: 1 }]);
  expect(lint('Ask Lindqvist or Vera Lindqvist.', { names: NAMES, language: 'en' }).map(({ names }) => names)).toEqual([[0, 1], [1]]);
});
