import { describe, expect, it } from '@jest/globals';
import { lint } from '../wording/index.js';
import { HARMS, LEFT_OUT, NOTHING_HELD, answerProportionality, nothingHeldStatement } from './index.js';

const LANGUAGES = ['en', 'cy'] as const;

describe('words made from the choices of an answer', () => {
  it('say what was left out and whom it could harm, and the person’s own line', () => {
    expect(answerProportionality({ leftOut: 'other_people', harm: 'outweighed', more: ' The injury is not explained. ' }, 'en')).toBe('Details about other people were left out. Sharing this could harm or unfairly affect somebody; the risk to the child or adult outweighs it. The injury is not explained.');
    expect(answerProportionality({ leftOut: 'nothing', harm: 'none_known' }, 'cy')).toBe('Ni adawyd allan ddim sy’n ateb y cwestiynau. Nid oes risg bellach hysbys i neb o rannu hyn.');
  });

  it('keep three kinds of nothing apart', () => {
    expect(nothingHeldStatement({ kind: 'not_known', systems: ['Niche', 'PND'], people: 2 }, 'en')).toBe('Searched for 2 people: Niche; PND. Nobody asked about is known there. Whoever decides needs to know that this was searched and what it did not hold.');
    expect(nothingHeldStatement({ kind: 'known_no_concern', systems: ['WCCIS'], people: 1 }, 'cy')).toBe('Chwiliwyd am 1 person yn y canlynol: WCCIS. Mae rhywun y gofynnwyd amdanynt yn hysbys yno; ni chofnodwyd pryder. Mae angen i bwy bynnag sy’n penderfynu wybod i hyn gael ei chwilio a beth nad oedd ynddo.');
    for (const language of LANGUAGES) expect(new Set(NOTHING_HELD.map((kind) => nothingHeldStatement({ kind, systems: ['Niche'], people: 3 }, language))).size).toBe(3);
  });

  it('differ by choice and language, and the linter has nothing to say of any', () => {
    const all = LANGUAGES.flatMap((language) => [
      ...LEFT_OUT.flatMap((leftOut) => HARMS.map((harm) => ({ language, text: answerProportionality({ leftOut, harm }, language) }))),
      ...NOTHING_HELD.map((kind) => ({ language, text: nothingHeldStatement({ kind, systems: ['Niche', 'PND'], people: 2 }, language) })),
    ]);
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
    expect(all.flatMap(({ language, text }) => lint(text, { names: ['Otto Lindqvist', 'Grace Hill'], language }, { atLeast: 60 }))).toEqual([]);
  });
});
