import { describe, expect, it } from 'vitest';
import type { QuestionPack } from '@lateral/domain/packs';
import { categoryOf, itemsFromPaste, joined, moved, natureOf, newItem, recategorised, type Sorting } from './items.js';

const pack: QuestionPack = {
  code: 'police', name: { en: 'Police', cy: 'Yr heddlu' }, agencyTypes: ['POLICE'], defaultWindowMonths: 24, source: [], status: 'check',
  systems: [{ code: 'niche', name: { en: 'Niche', cy: 'Niche' } }, { code: 'pnd', name: { en: 'PND', cy: 'PND' } }],
  categories: [
    { code: 'police.address_calls', name: { en: 'Calls to the address', cy: 'Galwadau i’r cyfeiriad' }, prompt: { en: 'Which calls?', cy: 'Pa alwadau?' } },
    { code: 'police.weapons', name: { en: 'Weapons', cy: 'Arfau' }, prompt: { en: 'Is a weapon, a knife or a firearm recorded?', cy: 'A gofnodwyd arf?' } },
  ],
};
const sorting: Sorting = {
  people: [{ id: 'p1', name: 'Corey Ashdown', roles: ['child'] }, { id: 'p2', name: 'Leanne Ashdown', roles: ['parent'], aliases: [{ name: 'Lee Price', kind: 'known_as' }] }], categories: ['police.address_calls', 'police.weapons'], packs: [pack],
  systems: pack.systems, language: 'en', today: '2026-11-22',
};
const PASTE = 'Niche records:\n12/03/2024 Called to the address by a neighbour, Leanne at the door.\n04/05/2025 Knife taken from Corey at school. PND.\nMarch 2026 Alleged to have hit him with a belt.';

describe('a paste', () => {
  const items = itemsFromPaste(PASTE, [], sorting);

  it('becomes items with what each seems to be, none of them confirmed', () => {
    expect(items.map(({ id, eventDate, about, category, nature, source, confirmed }) => [id, eventDate, about, category, nature, source, confirmed])).toEqual([
      ['i1', '2024-03-12', 'p2', 'police.address_calls', 'third_party_report', 'Niche', false],
      ['i2', '2025-05-04', 'p1', 'police.weapons', 'fact', 'PND', false],
      ['i3', '2026-03', 'p1', 'police.address_calls', 'allegation', 'Niche', false],
    ]);
    expect(items[1]!.relevance).toBe('It answers what was asked about: Weapons.');
  });

  it('is added to what is there, and ids stay apart', () => {
    expect(itemsFromPaste('Another thing.', [items[2]!], sorting).map(({ id }) => id)).toEqual(['i3', 'i4']);
    expect(newItem(items, sorting)).toMatchObject({ id: 'i4', text: '', confirmed: true, about: 'p1' });
  });

  it('is sorted in Welsh as well', () => {
    const [one] = itemsFromPaste('12/03/2024 Honnir bod arfau yn y tŷ.', [], { ...sorting, language: 'cy' });
    expect(one).toMatchObject({ category: 'police.weapons', nature: 'allegation', relevance: 'Mae’n ateb yr hyn a ofynnwyd am: Arfau.' });
  });
});

describe('items', () => {
  const [one, two, three] = itemsFromPaste(PASTE, [], sorting) as [never, never, never];
  const ids = (items: { id: string }[]): string[] => items.map(({ id }) => id);

  it('are moved, and stay where there is no place', () => {
    expect(ids(moved([one, two, three], 'i3', -1))).toEqual(['i1', 'i3', 'i2']);
    expect(ids(moved([one, two, three], 'i1', -1))).toEqual(['i1', 'i2', 'i3']);
  });

  it('are joined with the one before, and are to be looked at again', () => {
    const all = joined([one, { ...two as object, confirmed: true } as never, three], 'i2');
    expect([ids(all), all[0]!.confirmed, all[0]!.text.split('\n').length]).toEqual([['i1', 'i3'], false, 2]);
    expect(ids(joined([one, two], 'i1'))).toEqual(['i1', 'i2']);
  });

  it('have a new reason with a new category, unless it was written', () => {
    const item = newItem([], sorting);
    expect(recategorised(item, 'police.weapons', sorting).relevance).toContain('Weapons');
    expect(recategorised({ ...item, relevance: 'He was there.' }, 'police.weapons', sorting).relevance).toBe('He was there.');
  });

  it('are a fact where nothing says otherwise; a question without categories has none', () => {
    expect([natureOf('Seen at home.'), categoryOf('x', { categories: [], packs: [] })]).toEqual(['fact', null]);
  });
});
