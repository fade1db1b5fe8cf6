import { expect, it } from 'vitest';
import { TODAY, entry } from './chronology.examples.js';
import { eventsOf, repeatsOf } from './index.js';

it('counts what happened in the twelve months up to the day, by nature and by type, and what perhaps did apart', () => {
  const call = { type: 'police.da_incidents' };
  const events = eventsOf([
    entry('a', '2026-11-22', call), entry('b', '2025-11-23', call), entry('c', '2025-11-22', call), entry('d', '2026', { ...call, agency: 'health' }), entry('e', null, call), entry('f', '2026-01-05', { agency: 'school', nature: 'allegation' }),
  ], [], TODAY);
  expect(repeatsOf(events, TODAY)).toEqual([
    { by: 'nature', code: 'fact', count: 2, perhaps: 1, agencies: ['health', 'police'] },
    { by: 'type', code: 'police.da_incidents', count: 2, perhaps: 1, agencies: ['health', 'police'] },
    { by: 'nature', code: 'allegation', count: 1, perhaps: 0, agencies: ['school'] },
  ]);
});

it('counts joined entries once', () => {
  const entries = [entry('a', '2026-03-03'), entry('b', '2026-03-03', { agency: 'health' })];
  expect(repeatsOf(eventsOf(entries, [['a', 'b']], TODAY), TODAY)).toEqual([{ by: 'nature', code: 'fact', count: 1, perhaps: 0, agencies: ['health', 'police'] }]);
});
