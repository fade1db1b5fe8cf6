import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AGENCY_TYPES, URGENCIES } from '../codes.js';
import { dueAt } from './due-at.js';
import type { DeadlinePolicy } from './policy.js';
import { ruleInWords } from './rule-in-words.js';

describe('a rule in words', () => {
  it.each([
    ['POL-CAL-4-24-72:red:4h-calendar', '4 hours from when it was sent, day and night', '4 awr o’r adeg yr anfonwyd y cais, ddydd a nos'],
    ['POL-WORK-2-6-24:amber:6h-working:SCHOOL-week', '6 working hours from when it was sent, in the week of this kind of agency without bank holidays', '6 awr waith o’r adeg yr anfonwyd y cais, yn ôl wythnos waith y math hwn o asiantaeth heb wyliau banc'],
    ['POL:green:1h-working:agency-hours:partnership-week:from-receipt:paused', '1 working hour, as set for this agency, from when the referral was received, in the week of the partnership without bank holidays, with pauses left out', '1 awr waith, fel y pennwyd ar gyfer yr asiantaeth hon, o’r adeg y daeth yr atgyfeiriad i law, yn ôl wythnos waith y bartneriaeth heb wyliau banc, gan hepgor seibiannau'],
  ])('%s', (code, en, cy) => {
    expect(ruleInWords(code)).toEqual({ policy: code.split(':')[0], words: { en, cy } });
  });

  it.each(['', 'r', 'moved:agreed_with_agency', 'POL:blue:4h-calendar', 'POL:red:h-calendar', 'POL:red:4h-calendar:SOMEBODY-hours', 'POL:red:4h-calendar:more'])('is none for %s', (code) => {
    expect(ruleInWords(code)).toBeNull();
  });

  it('is there for whatever code a due time is given', () => {
    const week = { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' };
    const calendar = { code: 'c', name: { en: 'c', cy: 'c' }, from: 2026, to: 2027, source: ['test'], holidays: [] };
    const hours = fc.record({ value: fc.integer({ min: 1, max: 72 }), clock: fc.constantFrom('working' as const, 'calendar' as const) });
    fc.assert(fc.property(hours, fc.constantFrom(...URGENCIES), fc.constantFrom(...AGENCY_TYPES), fc.constantFrom('none', 'type', 'agency'), fc.constantFrom('posted_at' as const, 'received_at' as const), (given, urgency, agencyType, whose, clockStart) => {
      const key = whose === 'type' ? agencyType : 'asked-agency';
      const own = whose === 'none' ? {} : { [key]: { [urgency]: given } };
      const policy: DeadlinePolicy = { code: 'POL-T', name: { en: 't', cy: 't' }, clockStart, hours: { red: given, amber: given, green: given }, workingWeek: week, agencyWeeks: whose === 'none' ? {} : { [key]: week }, agencyHours: own, calendar: 'c', source: ['test'], status: 'check' };
      const at = new Date('2026-11-23T10:00:00Z');
      const { rule } = dueAt(policy, calendar, { postedAt: at, receivedAt: at, urgency, agencyType, agency: 'asked-agency' });
      const read = ruleInWords(rule);
      expect([read?.policy, read?.words.en.startsWith(String(given.value)), read?.words.en.includes('received')]).toEqual(['POL-T', true, clockStart === 'received_at']);
    }));
  });
});
