import { describe, expect, it } from 'vitest';
import type { ToTell } from './due-sentence.js';
import { dueSentence } from './due-sentence.js';

const told: ToTell = {
  dueAt: new Date('2026-10-28T09:30Z'), urgency: 'green', clockStart: 'posted_at', hours: { value: 24, clock: 'working' }, hoursOf: null,
  week: { days: [1, 2, 3, 4, 5], from: '08:30', to: '16:00' }, weekOf: 'SCHOOL', paused: false,
};

describe('the sentence of a due time', () => {
  it('tells the time, the rule and whose week it is', () => {
    expect(dueSentence(told)).toEqual({
      en: 'Due by 09:30 on Wednesday 28 October 2026: green, 24 working hours, from when it was sent, counted in the week of this kind of agency (Monday to Friday, 08:30 to 16:00) without bank holidays.',
      cy: 'I’w ateb erbyn 09:30 ddydd Mercher 28 Hydref 2026: gwyrdd, 24 awr waith, o’r adeg yr anfonwyd y cais, wedi’u cyfrif yn ôl wythnos waith y math hwn o asiantaeth (dydd Llun i ddydd Gwener, 08:30 i 16:00) heb wyliau banc.',
    });
  });

  it('tells of hours of an agency’s own, of pauses and of the hour that comes twice', () => {
    const other = dueSentence({ ...told, dueAt: new Date('2026-10-25T01:10Z'), urgency: 'red', clockStart: 'received_at', hours: { value: 1, clock: 'calendar' }, hoursOf: 'agency', paused: true });
    expect(other).toEqual({
      en: 'Due by 01:10 (after the clocks go back) on Sunday 25 October 2026: red, 1 hour, as set for this agency, from when the referral was received, counted day and night, with pauses left out.',
      cy: 'I’w ateb erbyn 01:10 (ar ôl troi’r clociau’n ôl) ddydd Sul 25 Hydref 2026: coch, 1 awr, fel y pennwyd ar gyfer yr asiantaeth hon, o’r adeg y daeth yr atgyfeiriad i law, wedi’u cyfrif ddydd a nos, gan hepgor seibiannau.',
    });
  });

  it('names days one by one where they are not in a row, in the order of the week', () => {
    const days = (given: number[]): string => dueSentence({ ...told, week: { ...told.week, days: given }, weekOf: null }).en;
    expect(days([4, 1, 3])).toContain('the week of the partnership (Monday, Wednesday and Thursday, 08:30');
    expect(days([2])).toContain('(Tuesday, 08:30');
    expect(dueSentence({ ...told, week: { ...told.week, days: [1, 5] } }).cy).toContain('(dydd Llun a dydd Gwener, 08:30');
  });
});
