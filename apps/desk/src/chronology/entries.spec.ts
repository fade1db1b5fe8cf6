import { describe, expect, it } from 'vitest';
import { answerBody, item, opened, questionBody, read, request, unsealed } from '../check/wanted.examples.js';
import { allNames, entriesOf, namesOf, ownEntries } from './entries.js';

const police = read(request('r1', 'heddlu'), [unsealed('a1', answerBody({ items: [item('i1', { about: 'p2', eventDate: '2025-11' }), item('i2', { handling: 'le_only', language: 'cy', recordedDate: '2026-03-04' })] })), { envelope: 'a9', opened: null, code: 'signature-invalid', step: 1 }]);
const school = read(request('r2', 'ysgol'), [unsealed('a2', answerBody({ language: 'cy', responseType: 'NO_TRACE', items: [] }))]);

describe('entries of a chronology', () => {
  it('are all items of all answers that were opened, with whom they came from', () => {
    expect(entriesOf([police, school])).toMatchObject([
      { key: 'a1/i1', message: 'a1', item: 'i1', agency: 'heddlu', request: 'r1', about: ['p2'], aboutRoles: ['parent'], eventDate: '2025-11', recordedDate: null, language: 'en', handling: 'may_tell_family' },
      { key: 'a1/i2', about: ['p1'], aboutRoles: ['child'], language: 'cy', recordedDate: '2026-03-04', handling: 'le_only' },
    ]);
  });

  it('have a kind where their giver coded one for all of them', () => {
    const { record } = opened('a1', answerBody());
    const coded = (given: string[]) => entriesOf([read(request('r1', 'heddlu'), [unsealed('a1', answerBody(), { record: { ...record, response: { given } as NonNullable<typeof record.response> } })])])[0]?.type;
    expect([coded(['police.address_calls']), coded(['a', 'b']), coded([])]).toEqual(['police.address_calls', null, null]);
  });

  it('know nobody\'s role where the question was not opened', () => {
    expect(entriesOf([{ ...police, question: null }])[0]).toMatchObject({ about: ['p2'], aboutRoles: [] });
  });

  it('are of the own service too, where its history has dates', () => {
    const own = read(request('r1', 'heddlu'), [], opened('q', questionBody({ serviceHistory: '03/03/2025 Referral from school.\n14/04/2025 Home visit.\nKnown to early help.' })));
    const entries = ownEntries([school, own], { today: '2026-11-22', source: 'Our own records' });
    expect(ownEntries([own], { today: '2026-11-22', source: 'Our own records' })).toMatchObject([
      { key: 'own/0', agency: 'council', eventDate: '2025-03-03', source: 'Our own records', about: ['p1'], request: null, handling: null }, { key: 'own/1', eventDate: '2025-04-14' },
    ]);
    // The first question that was opened speaks: it is the same history in each.
    expect(entries).toEqual([]);
    expect(ownEntries([], { today: '2026-11-22', source: '' })).toEqual([]);
  });

  it('are about people by their names', () => {
    expect([...namesOf([police])]).toEqual([['p1', 'Corey Ashdown'], ['p2', 'Megan Dŵr-Ŷd']]);
    expect(allNames([police, school])).toEqual(['Corey Ashdown', 'Megan Dŵr-Ŷd', 'Meg Jones']);
  });
});
