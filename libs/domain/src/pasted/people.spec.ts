import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { isNhsNumber, isUpn, peopleOf } from './index.js';
import type { PastedPerson } from './index.js';

const TODAY = '2026-11-22';
/** People without the fields that are empty. */
const read = (paste: string): Partial<PastedPerson>[] => peopleOf(paste, TODAY).map((person) => Object.fromEntries(Object.entries(person).filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0))));

describe('people of a case system', () => {
  it('are read from labelled fields, in English', () => {
    expect(read([
      'Name: Otto Lindqvist', 'DOB: 12/03/2015', 'Address: 4 Harbour Row,', 'Porthmadog', 'LL49 9AA', 'NHS No: 999 204 8719', 'UPN: G873201526004', 'Ethnicity: not recorded', '',
      'Mother: Vera Lindqvist, 01/02/1990', 'Name: Noah Lindqvist', 'Date of birth: May 2019', 'Relationship: Brother',
    ].join('\r\n'))).toEqual([
      { name: 'Otto Lindqvist', dob: '2015-03-12', addressLine: '4 Harbour Row, Porthmadog, LL49 9AA', identifiers: [{ kind: 'nhs_number', value: '9992048719' }, { kind: 'upn', value: 'G873201526004' }], unread: 'Ethnicity: not recorded' },
      { name: 'Vera Lindqvist', dob: '1990-02-01', role: 'parent', relation: 'Mother' },
      { name: 'Noah Lindqvist', dob: '2019-05', role: 'sibling', relation: 'Brother' },
    ]);
  });

  it('are read from labelled fields, in Welsh', () => {
    expect(read('Enw: Lowri Crwys\nDyddiad geni: 12 Mawrth 2015\nCyfeiriad: 7 Rhes yr Angor, Caernarfon\nRhif GIG: 9993380857\nPerthynas: Plentyn\nMam: Nia Crwys\nLlystad: Deio Parry (ganwyd 3.4.88)')).toEqual([
      { name: 'Lowri Crwys', dob: '2015-03-12', addressLine: '7 Rhes yr Angor, Caernarfon', identifiers: [{ kind: 'nhs_number', value: '9993380857' }], role: 'child', relation: 'Plentyn' },
      { name: 'Nia Crwys', role: 'parent', relation: 'Mam' },
      { name: 'Deio Parry', dob: '1988-04-03', role: 'carer', relation: 'Llystad' },
    ]);
  });

  it('are read from several labels on a line, and from a form of two columns', () => {
    expect(read('Surname: Lindqvist  Forename: Otto  DOB: 12-Mar-15  NHS number: 9992048719')).toEqual([{ name: 'Otto Lindqvist', dob: '2015-03-12', identifiers: [{ kind: 'nhs_number', value: '9992048719' }] }]);
    expect(read('Full name\tLindqvist, Otto\nDate of Birth\t12/03/2015\nCase ref\tLCS-4411')).toEqual([{ name: 'Otto Lindqvist', dob: '2015-03-12', identifiers: [{ kind: 'case_ref', value: 'LCS-4411' }] }]);
  });

  it('are not made of what heads a form or says that nobody is known', () => {
    expect(read('Person Details\nSurname: JONES\nForename(s): Carys Ann\n\nRelationships\nFather: Not Known\nMum\'s partner: Paul Lloyd (15.6.88) - 3 Stryd Fawr, Merthyr\nPaula Lloyd, 38')).toEqual([
      { name: 'Carys Ann JONES', unread: 'Person Details\nRelationships' }, { role: 'parent', relation: 'Father', unread: 'Not Known' },
      { name: 'Paul Lloyd', dob: '1988-06-15', role: 'household_adult', relation: 'Mum\'s partner', addressLine: '3 Stryd Fawr, Merthyr' }, { name: 'Paula Lloyd', unread: '38' },
    ]);
  });

  it('are read from a table with headings and from one without', () => {
    expect(read('Name\tDOB\tRole\tSchool\nOtto Lindqvist\t12/03/2015\tChild\tYsgol y Bont\nVera Lindqvist\t\tMother\t')).toEqual([
      { name: 'Otto Lindqvist', dob: '2015-03-12', role: 'child', relation: 'Child', unread: 'School: Ysgol y Bont' }, { name: 'Vera Lindqvist', role: 'parent', relation: 'Mother' },
    ]);
    expect(read('Otto Lindqvist\t12/03/2015\tchild\t4 Harbour Row\nVera Lindqvist\t01/02/1990\tmother\t4 Harbour Row')).toEqual([
      { name: 'Otto Lindqvist', dob: '2015-03-12', role: 'child', relation: 'child', addressLine: '4 Harbour Row' }, { name: 'Vera Lindqvist', dob: '1990-02-01', role: 'parent', relation: 'mother', addressLine: '4 Harbour Row' },
    ]);
  });

  it.each<[string, Partial<PastedPerson>]>([
    ['Lindqvist, Otto, 12/03/2015', { name: 'Otto Lindqvist', dob: '2015-03-12' }],
    ['LINDQVIST, Otto (Brother) DOB 12/03/15, 4 Harbour Row, Porthmadog LL49 9AA, Year 4', { name: 'Otto LINDQVIST', dob: '2015-03-12', role: 'sibling', relation: 'Brother', addressLine: '4 Harbour Row, Porthmadog LL49 9AA', unread: 'Year 4' }],
    ['Otto Lindqvist - 12/03/2015 - NHS 999 204 8719', { name: 'Otto Lindqvist', dob: '2015-03-12', identifiers: [{ kind: 'nhs_number', value: '9992048719' }] }],
    ['Siân ap Gwilym-Rhys', { name: 'Siân ap Gwilym-Rhys' }],
    ['Unborn baby Lindqvist, EDD: 3/2/2027', { name: 'Unborn baby Lindqvist', role: 'unborn', edd: '2027-02-03' }],
    ['Name: Otto\nDOB: not known', { name: 'Otto', unread: 'DOB: not known' }],
    ['Name: Otto\nNHS number: 999 204 8718', { name: 'Otto', identifiers: [{ kind: 'nhs_number', value: '999 204 8718' }] }],
    ['Mum’s partner: Kez Doe', { name: 'Kez Doe', role: 'household_adult', relation: 'Mum’s partner' }],
    ['The family moved here last year and nobody has seen them since.', { unread: 'The family moved here last year and nobody has seen them since.' }],
  ])('as %j', (paste, expected) => {
    expect(read(paste)).toEqual([expected]);
  });

  it('keep an address of the child with the child after "Mother: …"', () => {
    expect(read('Name: Otto Lindqvist\nDOB: 12/03/2015\nMother: Vera Lindqvist\nAddress: 4 Harbour Row\nDOB: 1/2/1990').map(({ name, addressLine, dob }) => [name, addressLine, dob])).toEqual([['Otto Lindqvist', '4 Harbour Row', '2015-03-12'], ['Vera Lindqvist', undefined, '1990-02-01']]);
  });

  it('keep a surname in which streets end, too', () => {
    expect(read('Child: Amber Grove (12.3.15)\nMother: Leanne Lane 14/02/1991\nTad: Huw Maes')).toEqual([
      { name: 'Amber Grove', dob: '2015-03-12', role: 'child', relation: 'Child' }, { name: 'Leanne Lane', dob: '1991-02-14', role: 'parent', relation: 'Mother' }, { name: 'Huw Maes', role: 'parent', relation: 'Tad' },
    ]);
    expect(read('Close, Amber, 12/03/2015, Church Lane, Cardiff')).toEqual([{ name: 'Amber Close', dob: '2015-03-12', addressLine: 'Church Lane, Cardiff' }]);
  });

  it('of nothing are nobody', () => {
    expect([peopleOf('', TODAY), peopleOf(' \n--\n', TODAY)]).toEqual([[], []]);
  });
});

describe('any block of people', () => {
  const token = fc.oneof(fc.constantFrom('Name:', 'Enw:', 'DOB:', 'Address:', 'Mother:', 'Vera', 'Otto', 'Lindqvist,', '12/03/2015', '4 Harbour Row', 'LL49 9AA', '999 204 8719', 'G873201526004', '(Mother)', 'Brother', 'Ethnicity:', 'nobody knows', '\n', '\n\n', '\t', '-', ';', 'NHS No:', 'Role:'), fc.string({ unit: 'grapheme', maxLength: 6 }));
  const letters = (text: string): string[] => text.match(/\p{L}+/gu) ?? [];
  // What a label or a month says is in the field it led to.
  const led = new Set(letters('Name Enw DOB Address Mother NHS No Role UPN'));

  it('loses no word', () => {
    fc.assert(fc.property(fc.array(token, { maxLength: 25 }), (tokens) => {
      const paste = tokens.join(' ');
      const kept = letters(peopleOf(paste, TODAY).map(({ name, addressLine, relation, unread, identifiers }) => [name, addressLine, relation, unread, ...identifiers.map(({ value }) => value)].join(' ')).join(' '));
      const left = [...kept];
      const lost = letters(paste).filter((word) => !led.has(word)).filter((word) => {
        const at = left.findIndex((each) => each.toUpperCase() === word.toUpperCase());
        if (at >= 0) left.splice(at, 1);
        return at < 0;
      });
      expect(lost).toEqual([]);
    }), { numRuns: 300 });
  });

  it('has dates and unlabelled numbers that are right', () => {
    fc.assert(fc.property(fc.array(token, { maxLength: 25 }), (tokens) => {
      for (const { dob, identifiers } of peopleOf(tokens.filter((each) => !each.includes(':')).join(' '), TODAY)) {
        expect(dob ?? '2015').toMatch(/^\d{4}(?:-\d{2}){0,2}$/u);
        expect(identifiers.filter(({ kind, value }) => !(kind === 'upn' ? isUpn(value) : isNhsNumber(value)))).toEqual([]);
      }
    }));
  });
});
