import { beforeAll, describe, expect, it } from 'vitest';
import { agoOf, dayOf, momentOf, spanOf, timeOf, weekdayOf } from './dates.js';
import { loadAllWords } from './start-words.js';

beforeAll(loadAllWords);

const NOW = '2026-11-22T21:41:00.000Z';
const MINUTE = 60_000;

describe('dates in words', () => {
  it('are said in English and in Welsh', () => {
    const said = (['en', 'cy'] as const).map((language) => ({
      day: dayOf(NOW, language), calendarDay: dayOf('2026-03-01', language), weekday: weekdayOf(NOW, language), otherYear: weekdayOf('2027-01-04', language, NOW),
      times: ['2026-11-22T00:00:00Z', '2026-11-22T00:05:00Z', '2026-11-22T10:00:00Z', '2026-11-22T12:00:00Z', '2026-11-22T12:40:00Z', NOW].map((at) => timeOf(at, language)),
      moments: ['2026-11-22T12:40:00Z', '2026-11-23T10:00:00Z', '2026-11-21T09:30:00Z', '2026-11-30T10:00:00Z', '2027-01-04T10:00:00Z'].map((at) => momentOf(at, language, NOW)),
      plain: momentOf(NOW, language),
      ago: [0, 1, 2, 3, 6, 18, 21, 60, 125, 60 * 24 * 2].map((minutes) => agoOf(new Date(Date.parse(NOW) - minutes * MINUTE), NOW, language)),
      spans: [0, 1, 2, 3, 6, 21, 60, 77, 120, 60 * 24, 60 * 51].map((minutes) => spanOf(minutes * MINUTE, language)),
    }));
    expect(said).toMatchSnapshot();
  });

  it('are London\'s, in summer and in winter', () => {
    expect([timeOf('2026-07-01T08:00:00Z', 'en'), timeOf('2026-12-01T08:00:00Z', 'en')]).toEqual(['9am', '8am']);
    expect(dayOf('2026-07-01T23:30:00Z', 'en')).toBe('2 July 2026');
    expect([timeOf('2026-03-29T00:59:00Z', 'cy'), timeOf('2026-03-29T01:00:00Z', 'cy')]).toEqual(['12:59yb', '2yb']);
  });

  it('overdue and due are the same length', () => {
    expect(spanOf(-18 * MINUTE, 'cy')).toBe(spanOf(18 * MINUTE, 'cy'));
  });

  it('refuse what is no moment', () => {
    expect(() => dayOf('soon', 'en')).toThrow(RangeError);
  });
});
