import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { peopleOf } from '@lateral/domain/pasted';
import { emptyPerson, type PersonDraft } from './check-draft.js';
import { withPeople } from './people-page.js';
import { faultsOfPeople, isBlank, peopleFrom, peopleOfRequest, unreadIn, withAnother } from './people.js';

const ON = '2026-11-23';
const born = (day: string, month: string, year: string): PersonDraft['born'] => ({ day, month, year });
const child = (change: Partial<PersonDraft> = {}): PersonDraft => ({ ...emptyPerson('p1', 'child'), given: 'Siân', family: 'Prŷs', born: born('3', '9', '2019'), ...change });
const faults = (...people: PersonDraft[]): string[] => faultsOfPeople({ people, referralReason: 'Words.' }, ON).map(({ field, code }) => `${field} ${code}`);

describe('people of a paste', () => {
  it('are the child, then parents, with what was read of them; what found no place is told', () => {
    const pasted = peopleOf('Name: Corey Lee Ashdown\nDOB: 03/09/2019\nNHS: 943 476 5919\nEye colour: brown\nMother: Leanne Ashdown 14/02/1991\nAddress: 3 Mill Row', ON);
    const [first, second] = peopleFrom(pasted);
    expect(first).toMatchObject({ id: 'p1', given: 'Corey Lee', family: 'Ashdown', role: 'child', born: born('3', '9', '2019'), isApproximate: false, nhsNumber: '9434765919' });
    expect(second).toMatchObject({ id: 'p2', given: 'Leanne', family: 'Ashdown', role: 'parent' });
    expect(unreadIn(pasted)).toContain('Eye colour: brown');
  });

  it('join those who are there under pseudonyms that nobody else has', () => {
    const joined = withPeople([emptyPerson('p1', 'child'), child({ id: 'p4' })], [child(), child({ given: 'Al' })]);
    expect(joined.map(({ id, given }) => [id, given])).toEqual([['p4', 'Siân'], ['p5', 'Siân'], ['p6', 'Al']]);
    expect(withAnother([child()]).map(({ id, role }) => [id, role])).toEqual([['p1', 'child'], ['p2', 'parent']]);
  });

  it('a part of a date is an approximate one', () => {
    const partly = { name: 'A B', dob: '2015-03', edd: null, addressLine: null, identifiers: [], role: null, relation: null, unread: '' };
    expect(peopleFrom([partly])[0]).toMatchObject({ born: born('', '3', '2015'), isApproximate: true });
  });
});

describe('people of an earlier request', () => {
  it('are taken over as they were', () => {
    expect(peopleOfRequest({ people: [{ id: 'p1', name: 'Siân Mai Prŷs', roles: ['child'], dob: '2019-09-03', aliases: [{ name: 'Shan', kind: 'known_as' }], addresses: [{ line: '3 Tŷ Gwyn', town: '', confidential: true }], identifiers: [{ kind: 'upn', value: 'A123' }] }] })).toEqual([
      { ...emptyPerson('p1', 'child'), given: 'Siân Mai', family: 'Prŷs', otherNames: 'Shan', born: born('3', '9', '2019'), address: '3 Tŷ Gwyn', isHidden: true, upn: 'A123' },
    ]);
    expect(peopleOfRequest({ people: [{ id: 'p2', name: 'Al', roles: ['parent'], ageEstimate: '1990' }] })[0]).toMatchObject({ born: born('', '', '1990'), isApproximate: true });
  });
});

describe('the first page', () => {
  it('wants a name, and a date of birth or that it is approximate', () => {
    expect(faults(child())).toEqual([]);
    expect(faults(child({ given: '', family: ' ' }))).toEqual(['p1-given name']);
    expect(faults(child({ born: born('', '', '') }))).toEqual(['p1-born-day born']);
    expect(faults(child({ born: born('', '', '2019'), isApproximate: true }))).toEqual([]);
    expect(faults(child({ born: born('31', '2', '2019') }))).toEqual(['p1-born-day notADay']);
    expect(faults(child({ born: born('24', '11', '2026') }))).toEqual(['p1-born-day bornLater']);
  });

  it('wants when an unborn child is expected, and lets that be later than today', () => {
    expect(faults(child({ role: 'unborn', born: born('24', '12', '2026') }))).toEqual([]);
    expect(faults(child({ role: 'unborn', born: born('', '', '') }))).toEqual(['p1-born-day expected']);
  });

  it('knows numbers by their check digits', () => {
    expect(faults(child({ nhsNumber: '943 476 5919' }))).toEqual([]);
    expect(faults(child({ nhsNumber: '943 476 5918' }))).toEqual(['p1-nhs nhs']);
    expect(faults(child({ upn: 'B123' }))).toEqual(['p1-upn upn']);
  });

  it('leaves out blocks that nobody wrote in, and never the only one', () => {
    expect(isBlank(emptyPerson('p2', 'parent'))).toBe(true);
    expect(faults(child(), emptyPerson('p2', 'parent'))).toEqual([]);
    expect(faults(emptyPerson('p1', 'child'))).toEqual(['p1-given name', 'p1-born-day born']);
    expect(faultsOfPeople({ people: [child()], referralReason: ' ' }, ON)).toEqual([{ field: 'what-happened', code: 'whatHappened' }]);
  });

  it('takes whatever somebody types without falling over', () => {
    fc.assert(fc.property(fc.record({ given: fc.string(), day: fc.string(), month: fc.string(), year: fc.string(), nhs: fc.string(), isApproximate: fc.boolean() }), ({ given, day, month, year, nhs, isApproximate }) => {
      for (const fault of faults(child({ given, born: born(day, month, year), nhsNumber: nhs, isApproximate }))) expect(fault).toMatch(/^p1-/u);
    }));
  });
});
