import { describe, expect, it } from 'vitest';
import { checkWords } from './check-words.js';
import { faultsOfWords, type Words } from './faults.js';

const six = (text: string): Words => Object.fromEntries(['zero', 'one', 'two', 'few', 'many', 'other'].map((form) => [`n_${form}`, `{{count}} ${text}`]));

describe('the words of the desk', () => {
  it('are all there in both languages, in all their forms, and differ', () => {
    expect(checkWords()).toEqual([]);
  });
});

describe('faults of words', () => {
  const en = { room: { a: 'Answer', deep: { b: 'by {{time}}' }, n_one: '{{count}} day', n_other: '{{count}} days' } };
  const cy = { room: { a: 'Ateb', deep: { b: 'erbyn {{time}}' }, ...six('diwrnod') } };

  it('are none where there are none', () => {
    expect(faultsOfWords(en, cy, [])).toEqual([]);
    expect(faultsOfWords({ room: { ...en.room, n_zero: 'no days' } }, cy, [])).toEqual([]);
  });

  it.each<[string, Words, Words, readonly string[]]>([
    ['room:c: missing in cy', { room: { ...en.room, c: 'more' } }, cy, []],
    ['room:c: missing in en', en, { room: { ...cy.room, c: 'mwy' } }, []],
    ['room:n_few: missing in cy', en, { room: { a: 'Ateb', deep: { b: 'erbyn {{time}}' }, n_zero: '{{count}} d', n_one: '{{count}} d', n_two: '{{count}} dd', n_many: '{{count}} d', n_other: '{{count}} d' } }, []],
    ['room:n_few: is no form of en', { room: { ...en.room, n_few: 'few' } }, cy, []],
    ['room:n: is no form of en', { room: { ...en.room, n: 'n' } }, cy, []],
    ['room:deep.b: other places to fill in', en, { room: { ...cy.room, deep: { b: 'erbyn {{amser}}' } } }, []],
    ['room:a: the same in both languages', en, { room: { ...cy.room, a: 'Answer' } }, []],
    ['room:a: listed as alike, and is not', en, cy, ['room:a']],
    ['room:a: no words', en, { room: { ...cy.room, a: ' ' } }, []],
  ])('%s', (fault, english, welsh, alike) => {
    expect(faultsOfWords(english, welsh, alike)).toContain(fault);
  });

  it('take a code that ends like a plural for what it is', () => {
    expect(faultsOfWords({ room: { ...en.room, risk_to_other: 'To somebody else' } }, { room: { ...cy.room, risk_to_other: 'I rywun arall' } }, [])).toEqual([]);
  });

  it('lets through what is listed as alike', () => {
    expect(faultsOfWords(en, { room: { ...cy.room, a: 'Answer' } }, ['room:a'])).toEqual([]);
  });
});
