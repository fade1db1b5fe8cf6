import type { Language } from '../words/languages.js';

/** A talk that is proposed. `uid` is opaque; `reference` is the check's, which names nobody. */
export interface Talk { uid: string; reference: string; from: string; minutes: number; now: Date; language: Language }

const SUMMARY: Record<Language, string> = { en: 'Safeguarding discussion', cy: 'Trafodaeth ddiogelu' };
const MOST_OCTETS = 75;

/** An invitation for a calendar (RFC 5545): when, and the reference. No name, no agency and no word of the case: calendars are read by many. */
export function icsOf({ uid, reference, from, minutes, now, language }: Talk): string {
  const start = new Date(from);
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Lateral//Desk//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH',
    'BEGIN:VEVENT', `UID:${uid}`, `DTSTAMP:${utcOf(now)}`, `DTSTART:${utcOf(start)}`, `DTEND:${utcOf(new Date(start.getTime() + minutes * 60_000))}`,
    `SUMMARY;LANGUAGE=${language}:${escaped(`${SUMMARY[language]} ${reference}`)}`, 'CLASS:PRIVATE', 'STATUS:TENTATIVE', 'END:VEVENT', 'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function utcOf(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace(/[-:]/gu, '')}Z`;
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/gu, (sign) => `\\${sign}`).replace(/\r?\n/gu, '\\n');
}

/** A line has at most 75 octets; the next one begins with a space. No letter is cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const letter of line) {
    const size = new TextEncoder().encode(letter).length;
    if (octets + size > MOST_OCTETS) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += letter;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}
