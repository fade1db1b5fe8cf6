import { expect, it } from 'vitest';
import { TODAY, entry } from './chronology.examples.js';
import { nearDuplicatesOf } from './index.js';

const police = entry('a', '2024-03-03', { text: 'Police called to the home after a neighbour reported shouting. Mother had a cut to the lip, child present.' });
const health = entry('b', '2024-03-03', { agency: 'health', text: 'Mother seen with a cut lip. She said police had been called to the home after shouting; the child was present.' });
const pairs = (...entries: Parameters<typeof nearDuplicatesOf>[0]): string[] => nearDuplicatesOf(entries, TODAY).map(({ keys }) => keys.join(' '));

it('suggests what two agencies tell of one day in like words, in either language', () => {
  expect(pairs(police, health)).toEqual(['a b']);
  expect(nearDuplicatesOf([health, police], TODAY)).toMatchObject([{ keys: ['a', 'b'], from: '2024-03-03', to: '2024-03-03' }]);
  expect(pairs(entry('c', '2024-03-03', { text: 'Galwyd yr heddlu i’r cartref ar ôl i gymydog glywed gweiddi.' }), entry('d', '2024-03-03', { agency: 'school', text: 'Dywedodd y fam fod yr heddlu wedi’u galw i’r cartref ar ôl gweiddi.' }))).toEqual(['c d']);
});

it('suggests none of one agency, of other days, of unlike words or without a date', () => {
  expect(pairs(police, { ...health, agency: 'police' })).toEqual([]);
  expect(pairs(police, { ...health, eventDate: '2024-03-04' })).toEqual([]);
  expect(pairs(police, { ...health, text: 'Immunisations are up to date and weight is on the ninth centile.' })).toEqual([]);
  expect(pairs(police, { ...health, eventDate: null })).toEqual([]);
});

it('asks for more likeness where only a month or a year is known', () => {
  expect(pairs(police, { ...police, key: 'b', agency: 'health', eventDate: '2024' })).toEqual(['a b']);
  expect(pairs(police, { ...health, eventDate: '2024', text: 'A cut to the lip was seen by the dentist in that year.' })).toEqual([]);
});

it('leaves out pairs that somebody has settled', () => {
  expect(nearDuplicatesOf([police, health], TODAY, [['b', 'a', 'z']])).toEqual([]);
});
