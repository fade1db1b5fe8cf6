import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { writtenDates, writtenYears } from './dates.js';

const TODAY = '2026-11-22';
const dates = (text: string): string[] => writtenDates(text, TODAY).map(({ date }) => date);

describe('dates as people write them', () => {
  it.each([
    ['12/3/24', '2024-03-12'], ['12.03.2024', '2024-03-12'], ['12-03-2024', '2024-03-12'], ['12 / 03 / 2024', '2024-03-12'], ['2024-03-12', '2024-03-12'], ['2024-03-12T09:30', '2024-03-12'],
    ['12 March 2024', '2024-03-12'], ['12th March, 2024', '2024-03-12'], ['Tuesday 12th of March 2024', '2024-03-12'], ['12-Mar-24', '2024-03-12'], ['12-Mar-2024 10:15', '2024-03-12'], ['12Mar2024', null], ['March 12th, 2024', '2024-03-12'],
    ['March 2024', '2024-03'], ['Mar-24', '2024-03'], ['Sept 2024', '2024-09'], ['March ’24', '2024-03'], ['03/2024', '2024-03'], ['2024-03', '2024-03'],
    ['12 Mawrth 2024', '2024-03-12'], ['12fed o Fawrth 2024', '2024-03-12'], ['1af Mai 2024', '2024-05-01'], ['ym Mawrth 2024', '2024-03'], ['yng Ngorffennaf 2023', '2023-07'], ['yn Nhachwedd 2023', '2023-11'], ['o Dachwedd 2023', '2023-11'], ['i Fedi 2023', '2023-09'], ['ar 3 Ragfyr 2023', '2023-12-03'], ['3 Rhag 2023', '2023-12-03'],
    ['12-14 March 2024', '2024-03-12'], ['12 to 14 March 2024', '2024-03-12'], ['12-14/03/2024', '2024-03-12'],
    ['1/2/99', '1999-02-01'], ['1/2/26', '2026-02-01'], ['29/2/2024', '2024-02-29'],
    ['31/02/2024', null], ['29/2/2023', null], ['12/13/2024', null], ['hyd 2024', null], ['March 24', null], ['£12.03.2024', null], ['section 47', null], ['10/12/2023/44', null], ['2024', null],
  ])('%j is %j', (text, date) => {
    expect(dates(`x ${text} y`)).toEqual(date === null ? [] : [date]);
  });

  it('stand in the order of the text, none inside another', () => {
    expect(dates('Seen 12/3/24 and March 2023; again 2.5.2022.')).toEqual(['2024-03-12', '2023-03', '2022-05-02']);
  });

  it('are read again however they are written', () => {
    const day = fc.date({ min: new Date('1930-01-01'), max: new Date('2026-11-22'), noInvalidDate: true }).map((at) => at.toISOString().slice(0, 10));
    fc.assert(fc.property(day, fc.constantFrom('/', '.', '-', ' / '), (iso, gap) => {
      const [year, month, date] = iso.split('-').map(Number) as [number, number, number];
      expect(dates(`seen ${[date, month, year].join(gap)}, home`)).toEqual([iso]);
      expect(dates(`seen ${iso} home`)).toEqual([iso]);
      const [en, cy] = [new Date(iso).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' }), new Date(iso).toLocaleDateString('cy', { dateStyle: 'long', timeZone: 'UTC' })];
      expect([dates(en), dates(cy)]).toEqual([[iso], [iso]]);
    }));
  });

  it('lie inside any text, and nothing throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      for (const { start, end } of [...writtenDates(text, TODAY), ...writtenYears(text)]) expect(start >= 0 && start < end && end <= text.length).toBe(true);
    }));
  });
});

it('finds years that stand alone', () => {
  expect(writtenYears('Known since 2019, £2024 owed, ref 12/2018, 20191 letters.').map(({ date }) => date)).toEqual(['2019']);
});
