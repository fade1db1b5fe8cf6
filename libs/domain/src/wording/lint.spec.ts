import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { WordingContext } from './finding.js';
import { lint } from './lint.js';

const context = (names: string[], language: 'en' | 'cy' = 'en'): WordingContext => ({ names, language });
const codes = (text: string, { names = [], language = 'en' }: { names?: string[]; language?: 'en' | 'cy' } = {}): string[] => lint(text, context(names, language)).map(({ code }) => code);

describe('names', () => {
  it('are marked where they stand, whole names as one', () => {
    const text = 'Has Zoë  O’Malley-Shaw been?';
    expect(lint(text, context(["Zoe O'Malley-Shaw"])).map(({ start, end }) => text.slice(start, end))).toEqual(['Zoë  O’Malley-Shaw']);
  });
  it.each([
    ['Catrin', 'Gatrin'], ['Catrin', 'Nghatrin'], ['Catrin', 'Chatrin'], ['Pedr', 'Bedr'], ['Pedr', 'Mhedr'], ['Pedr', 'Phedr'], ['Tomos', 'Domos'], ['Tomos', 'Nhomos'], ['Tomos', 'Thomos'], ['Gwilym', 'Wilym'], ['Gwilym', 'Ngwilym'],
    ['Beca', 'Feca'], ['Beca', 'Meca'], ['Delyth', 'Ddelyth'], ['Delyth', 'Nelyth'], ['Llinor', 'Linor'], ['Megan', 'Fegan'], ['Rhodri', 'Rodri'], ['Angharad', 'Hangharad'],
  ])('%s is met as %s in Welsh', (name, mutated) => {
    expect(codes(`Soniwyd am ${mutated} ddoe.`, { names: [name], language: 'cy' })).toEqual(['name-of-person']);
    expect(codes(`We heard of ${mutated} yesterday.`, { names: [name] })).toEqual([]);
  });
  it('that are words too only warn with a capital, block beside another part or a title, and are words with a small letter', () => {
    const names = ['Rose Tanner-Hill'];
    expect(codes('Then Rose left.', { names })).toEqual(['possible-name']);
    expect(codes('Attendance rose.', { names })).toEqual([]);
    expect(codes('Then Rose Hill left.', { names })).toEqual(['name-of-person']);
    expect(codes('Then Mrs Hill left.', { names })).toEqual(['name-of-person']);
  });
  it('cannot hide behind an invisible character', () => {
    expect(codes('Has Ot\u200bto been?', { names: ['Otto Lind'] })).toEqual(['name-of-person']);
  });
  it('that only describe somebody name nobody', () => {
    expect(codes('Other workers and a teacher at the same address.', { names: ['Other workers at the same address', 'A teacher', 'Ioan Rhys (the other boy)'] })).toEqual([]);
  });
  it('are looked up anew when the context changes', () => {
    const names = ['Otto Lind'];
    const held = context(names);
    expect(lint('Ask Vera.', held)).toEqual([]);
    names.push('Vera Lind');
    expect(lint('Ask Vera.', held)).toHaveLength(1);
  });
});

it.each([
  ['999 204 8719', ['nhs-number']], ['9992048718', []], ['G873201526004', ['upn']], ['SW99 0AA', ['postcode']], ['s47 2nd enquiry', []], ['07700 900461', ['telephone']], ['+44 (0)7700 900461', ['telephone']], ['0900-1530 12 June', []],
  ['01/02/2026 10 30', []], ['a.b@mail.example.org', ['e-mail']], ['born on 2 May 2019', ['date-of-birth']], ['seen on 2 May 2019', []], ['ganed ar 2 Mai 2019', ['date-of-birth']], ['2/5/2019 (dob)', ['date-of-birth']],
])('finds in "… %s …" %j', (words, expected) => {
  expect(codes(`The neighbour told us ${words} when asked.`)).toEqual(expected);
});

it('tells stock from a question, and a citation from a reason that cites', () => {
  expect(codes('Public task.')).toEqual(['stock-phrase']);
  expect(codes('Has the family asked for help before?')).toEqual([]);
  expect(codes('Crime and Disorder Act 1998 s115; CA1989-47.')).toEqual(['only-citation']);
  expect(codes('Section 47 turns on whether the burn was seen by a nurse.')).toEqual([]);
});

it('warns of a judging word with a plainer one, in both languages', () => {
  const [found] = lint('Mae’r fam yn ystrywgar.', context([], 'cy'));
  expect(found).toMatchObject({ code: 'loaded-word', level: 'warn' });
  expect(found?.sentence.cy).toContain('dywedwch beth a ddywedwyd');
  expect(found?.sentence.en).toContain('say what was said');
});

it('warns of a text that is nearly one of my recent ones, and not of a half-new one', () => {
  const recent = ['Only the nursery has seen how he walks, and that decides by noon whether an examination is needed today or can wait.'];
  expect(lint(recent[0]!.replace('he', 'she'), { ...context([]), recent }).map(({ code }) => code)).toEqual(['near-duplicate']);
  expect(lint('Only the nursery has seen how he walks; we ask about stairs, falls and who carried him home.', { ...context([]), recent })).toEqual([]);
});

it('gives spans inside any text and never throws', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (text, names) => {
    for (const { start, end, sentence } of lint(text, { names, language: 'cy', recent: [text] }, { atLeast: 60 })) {
      expect(start >= 0 && start < end && end <= text.length).toBe(true);
      expect(sentence.en !== '' && sentence.cy !== '').toBe(true);
    }
  }));
});
