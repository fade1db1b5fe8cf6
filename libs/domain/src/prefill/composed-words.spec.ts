import { expect, it } from 'vitest';
import { proportionalityWords } from './composed-words.js';

it('says why no more is asked than is needed, with the days as people write them', () => {
  const asked = { people: 2, names: ['Call-outs', 'Bail'], window: { from: '2024-11-23', to: '2026-11-01' } };
  expect(proportionalityWords(asked, 'en')).toBe('Asked about 2 people in or linked to the home and nobody else, for these records only: Call-outs; Bail, from 23 November 2024 to 1 November 2026. Nothing wider is needed to decide.');
  expect(proportionalityWords(asked, 'cy')).toContain('o 23 Tachwedd 2024 i 1 Tachwedd 2026');
  expect(proportionalityWords({ ...asked, people: 1, window: null }, 'en')).toBe('Asked about 1 person in or linked to the home and nobody else, for these records only: Call-outs; Bail. Nothing wider is needed to decide.');
});
