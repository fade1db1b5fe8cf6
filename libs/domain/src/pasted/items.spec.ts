import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { itemsOf } from './items.js';

const TODAY = '2026-11-22';
/** Items as [date, first words]; a heading as its text alone. */
const split = (paste: string): (string | [string | null, string])[] => itemsOf(paste, TODAY).map(({ text, eventDate, heading }) => (heading ? text : [eventDate, text.split(/\s+/u).slice(0, 3).join(' ')]));

describe('a paste', () => {
  it('shaped like lines of police occurrences is one a line', () => {
    expect(split([
      'Occ Number\tDate/Time\tType\tSummary',
      '2400123456\t12/03/2024 21:40\tDomestic - non crime\tNeighbour heard shouting. Child at the window.',
      '2400111222\t03/01/2024 02:10\tViolence without injury\tNamed as suspect; no further action.',
    ].join('\r\n'))).toEqual(['Occ Number\tDate/Time\tType\tSummary', ['2024-03-12', '2400123456 12/03/2024 21:40'], ['2024-01-03', '2400111222 03/01/2024 02:10']]);
    expect(split([
      'Niche Occ 2400123456 12/03/2024 21:40 - Domestic incident. Both parents present.',
      'Officers saw the child asleep.',
      'Niche Occ 2400111222 03/01/2024 02:10 - Theft.',
    ].join('\n'))).toEqual([['2024-03-12', 'Niche Occ 2400123456'], ['2024-01-03', 'Niche Occ 2400111222']]);
    expect(split([
      'Occurrence: 2400123456', 'Reported: 14/03/2024 09:00', 'Occurred: 12/03/2024 21:40', 'Summary: Shouting heard.', '',
      'Occurrence: 2400111222', 'Reported: 05/01/2024', 'Occurred: between 03/01/2024 and 04/01/2024', 'Summary: Theft.',
    ].join('\n'))).toEqual([['2024-03-12', 'Occurrence: 2400123456 Reported:'], ['2024-01-03', 'Occurrence: 2400111222 Reported:']]);
  });

  it('shaped like search results has a heading, and a record’s number leads to its date', () => {
    expect(split([
      'NICHE SEARCH RESULTS', 'Search date 21/11/2026', '',
      '22*0045123  Dom Abuse - Standard   Occ 14/02/2024 23:10   IP: A. B.', 'Verbal argument. Children upstairs.', '22*0051234  Assault - Common   Occ 03/06/2024 18:45   Susp: C. D.', 'NFA - victim declined.',
    ].join('\n'))).toEqual(['NICHE SEARCH RESULTS\nSearch date 21/11/2026', ['2024-02-14', '22*0045123 Dom Abuse'], ['2024-06-03', '22*0051234 Assault -']]);
  });

  it('shaped like a practice’s journal is one a consultation', () => {
    expect(split([
      '12-Mar-2024\tSurgery consultation\tDr A Price', 'Problem: Otitis media (First)', 'History: pulling at ear since 10/03/2024', '', 'Examination: drum red', '',
      '03-Jan-2024 Telephone encounter', '- mother rang, child has a cough', '- advised to attend',
    ].join('\n'))).toEqual([['2024-03-12', '12-Mar-2024 Surgery consultation'], ['2024-01-03', '03-Jan-2024 Telephone encounter']]);
    expect(split('12 Mar 2024 10:32 - Surgery: PRICE, Alun (GP)\n\nSeen with mother. Bruise on the left arm.\n\n14 Mar 2024 - Did not attend')).toEqual([['2024-03-12', '12 Mar 2024'], ['2024-03-14', '14 Mar 2024']]);
  });

  it('shaped like a school’s log is one an incident, whatever stands apart within', () => {
    expect(split([
      'Student: A. B.', 'Incident date: 12/03/2024 13:45', 'Category: Cause for concern', '', 'Incident: Came in without a coat.', '', 'Action: Spoke to the class teacher.', '',
      'Student: A. B.', 'Incident date: 19 March 2024', 'Category: Attendance', '', 'Incident: Late again.',
    ].join('\n'))).toEqual([['2024-03-12', 'Student: A. B.'], ['2024-03-19', 'Student: A. B.']]);
    expect(split('Student: A. B.\nDate of birth: 1/2/2015\nDate: 12/03/2024\nIncident: Came in without a coat.')).toEqual([['2024-03-12', 'Student: A. B.']]);
  });

  it('of records with titles keeps each title with its record', () => {
    expect(split('Incident 12345\nDate: 04/03/2025 10:20\nIncident: A disclosure.\nActions taken\n05/03/2025 09:00 - Rang.\n\nIncident 12399\nDate: 11/03/2025\nIncident: Arrived hungry.')).toEqual([['2025-03-04', 'Incident 12345 Date:'], ['2025-03-11', 'Incident 12399 Date:']]);
  });

  it('shaped like Welsh social care is one a note', () => {
    expect(split([
      'Nodiadau achos', 'Dyddiad: 12 Mawrth 2024', 'Math o gyswllt: Ymweliad cartref', 'Nodyn: Nid oedd neb gartref.', '',
      'Dyddiad: 3 Ebrill 2024', 'Math o gyswllt: Galwad ffôn', 'Nodyn: Bydd y fam yn ffonio eto ar 12/12/2026.',
    ].join('\n'))).toEqual(['Nodiadau achos', ['2024-03-12', 'Dyddiad: 12 Mawrth'], ['2024-04-03', 'Dyddiad: 3 Ebrill']]);
    expect(split('Ar 12 Mawrth 2024 gwelwyd y plentyn.\nYm Mai 2023 symudodd y teulu.\nErs 2019 mae’r fam yn hysbys inni.')).toEqual([['2024-03-12', 'Ar 12 Mawrth'], ['2023-05', 'Ym Mai 2023'], ['2019', 'Ers 2019 mae’r']]);
  });

  it('of bullets is one a bullet, with the lines and the inner bullets below it', () => {
    expect(split('We hold the following:\n• 12/3/24: call-out to the home\n• Child seen with bruising\n    o left arm\n    - right arm\n• March 2023: referral\nclosed in May')).toEqual(['We hold the following:', ['2024-03-12', '12/3/24: call-out to'], [null, 'Child seen with'], ['2023-03', 'March 2023: referral']]);
    expect(itemsOf('- one\n- two', TODAY).map(({ text }) => text)).toEqual(['one', 'two']);
  });

  it('of several lists keeps their titles apart', () => {
    expect(split('Police:\n·\tJanuary 2023 – incident at home\n·\t12th April 2024 – shouting\nHealth\n·\tNot brought to clinic\n2022\n·\tseen at A&E')).toEqual(['Police:', ['2023-01', 'January 2023 –'], ['2024-04-12', '12th April 2024'], 'Health', [null, 'Not brought to'], '2022', [null, 'seen at A&E']]);
    expect(split('Hi Sue,\n\nThe last contact was on 3 June 2026.\n\nRegards\nJo')).toEqual(['Hi Sue,', ['2026-06-03', 'The last contact'], [null, 'Regards Jo']]);
  });

  it('of numbers is one a number, where they count', () => {
    expect(itemsOf('1. Police called.\n2. No trace.\n3) Moved in 2021.', TODAY).map(({ text, eventDate }) => [text, eventDate])).toEqual([['Police called.', null], ['No trace.', null], ['Moved in 2021.', '2021']]);
    expect(itemsOf('4. Section four applies', TODAY).map(({ text }) => text)).toEqual(['4. Section four applies']);
  });

  it('of paragraphs is one a paragraph, and a wrapped one stays whole', () => {
    expect(split('The child was seen on\n12/03/2024 by the nurse, who\nsaw nothing.\n\nThe family moved in 2021.')).toEqual([['2024-03-12', 'The child was'], ['2021', 'The family moved']]);
    expect(split('Seen in March 2024.\nWell fed.\nNo concerns noted.')).toEqual([['2024-03', 'Seen in March'], [null, 'Well fed.'], [null, 'No concerns noted.']]);
    expect(split('Seen at home and\nfed well by both\nparents that day.')).toEqual([[null, 'Seen at home']]);
  });

  it('of dated sentences behind one another is one a sentence', () => {
    expect(split('12/3/24 Call-out to the home, child present. 14/4/24 Seen at the hospital; 1.5.24 discharged.')).toEqual([['2024-03-12', '12/3/24 Call-out to'], ['2024-04-14', '14/4/24 Seen at'], ['2024-05-01', '1.5.24 discharged.']]);
  });

  it.each<[string, string | null]>([
    ['Mother (DOB 01/02/1990) attended on 12/3/24 at 9:30am.', '2024-03-12'], ['Born 2 May 2019.', null], ['Appointment booked for 12/12/2026.', null], ['Summer 2023: stayed with an aunt.', 'Summer 2023'], ['early 2024 moved house', 'early 2024'],
    ['Haf 2023: arhosodd gyda’i fodryb.', 'Haf 2023'], ['12 March: seen in clinic', '12 March'], ['Spent £2024 under the Care Act 2014.', null], ['Known to us since 2019', '2019'], ['2019: first referral', '2019'], ['Mid-March 2024 left', 'Mid-March 2024'],
  ])('dates %j by %j', (sentence, date) => {
    expect(itemsOf(sentence, TODAY).map(({ eventDate }) => eventDate)).toEqual([date]);
  });

  it('of nothing is nothing', () => {
    expect([itemsOf('', TODAY), itemsOf(' \n---\n•\n', TODAY)]).toEqual([[], []]);
  });
});

describe('any paste', () => {
  const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const token = fc.oneof(fc.constantFrom('12/3/24', '12 March 2024', 'Mawrth 2024', '2024', 'Date:', 'Dyddiad:', 'seen.', 'Child', 'home;', '•', '-', '1.', '2.', '3)', '\t', '\n', '\n\n', '\r\n', '   ', 'on', 'o', '—', 'Name:', 'DOB'), fc.string({ unit: 'grapheme', maxLength: 6 }));
  const paste = fc.oneof(fc.array(token, { maxLength: 40 }).map((tokens) => tokens.join(' ')), fc.string({ unit: 'grapheme' }));

  it('loses no word and moves none: only a list’s own numbers go', () => {
    fc.assert(fc.property(paste, (text) => {
      const [before, after] = [wordsOf(text), wordsOf(itemsOf(text, TODAY).map((item) => item.text).join('\n'))];
      const gone: string[] = [];
      let at = 0;
      for (const word of before) if (word === after[at]) at += 1; else gone.push(word);
      expect(at).toBe(after.length);
      expect(gone).toEqual(gone.length === 0 ? [] : Array.from({ length: Math.max(2, gone.length) }, (_none, nth) => String(nth + 1)));
    }), { numRuns: 500 });
  });

  it('has no empty item, and dates only as they are written', () => {
    fc.assert(fc.property(paste, (text) => {
      for (const { text: own, eventDate } of itemsOf(text, TODAY)) {
        expect(own.trim() !== '' && wordsOf(own).length > 0).toBe(true);
        if (eventDate !== null && /^\d/u.test(eventDate) && !/\p{L}/u.test(eventDate)) expect(eventDate).toMatch(/^\d{4}(?:-\d{2}){0,2}$/u);
        expect((eventDate ?? '').length).toBeLessThanOrEqual(64);
      }
    }));
  });

  it('that is a plain sentence is one item', () => {
    const word = fc.constantFrom('the', 'child', 'was', 'seen', 'at', 'home', 'plentyn', 'nos', 'A&E', '3', 'late,');
    fc.assert(fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), fc.constantFrom('.', '', '?'), (words, end) => {
      expect(itemsOf(words.join(' ') + end, TODAY).map(({ text }) => text)).toEqual([words.join(' ') + end]);
    }));
  });
});
