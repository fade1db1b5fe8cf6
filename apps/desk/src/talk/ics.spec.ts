import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { icsOf, type Talk } from './ics.js';

const talk: Talk = { uid: '0199-a', reference: 'LAT-7F3K-92', from: '2026-11-23T14:00:00.000Z', minutes: 30, now: new Date('2026-11-22T10:00:00.000Z'), language: 'en' };

describe('an invitation', () => {
  it('says when, and the reference, in the language of the answer', () => {
    expect(icsOf(talk)).toBe([
      'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Lateral//Desk//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', 'BEGIN:VEVENT', 'UID:0199-a', 'DTSTAMP:20261122T100000Z', 'DTSTART:20261123T140000Z', 'DTEND:20261123T143000Z',
      'SUMMARY;LANGUAGE=en:Safeguarding discussion LAT-7F3K-92', 'CLASS:PRIVATE', 'STATUS:TENTATIVE', 'END:VEVENT', 'END:VCALENDAR', '',
    ].join('\r\n'));
    expect(icsOf({ ...talk, language: 'cy' })).toContain('SUMMARY;LANGUAGE=cy:Trafodaeth ddiogelu LAT-7F3K-92\r\n');
  });

  it('has no line of more than 75 octets, and no line that somebody else began, whatever the reference is', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (reference) => {
      const text = icsOf({ ...talk, reference });
      expect(text.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
      expect(text.replace(/\r\n /gu, '').split('\r\n').filter((line) => line.startsWith('SUMMARY'))).toHaveLength(1);
    }));
  });
});
