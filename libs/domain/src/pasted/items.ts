import { wholeDate } from './lines.js';
import type { Line } from './lines.js';
import { linesOf } from './lines.js';
import { writtenDates } from './dates.js';
import { eventDateOf } from './event-date.js';
import { startsOf } from './starts.js';

/** One thing that a paste tells of, for somebody to confirm. */
export interface PastedItem {
  /** The words as they were, without the bullet or the number of a list. */
  text: string;
  /** `2024-03-12`, `2024-03`, `2024`, or words ("summer 2023"); null where nothing says when. */
  eventDate: string | null;
  /** A line that only names what follows ("Police records:", the headings of a table): seldom worth sending. */
  heading: boolean;
}

/**
 * A paste from a case system, a word processor or a mail as items: records of a form, dated entries, lists, table rows or paragraphs,
 * whichever it is made of. No word is lost and none is moved; where nothing parts it, it is one item. Pure lines of signs are left out.
 * `today` is `YYYY-MM-DD`: no event lies after it.
 */
export function itemsOf(paste: string, today: string): PastedItem[] {
  const lines = linesOf(paste, today);
  const starts = startsOf(lines);
  return starts.flatMap((start, nth) => {
    const own = lines.slice(start, starts[nth + 1]).filter(({ says }) => says);
    const text = paste.slice(own[0]!.body, own.at(-1)!.end).replace(/\r\n?/gu, '\n');
    const heading = isHeading(own, text, { isFirst: nth === 0, isLast: nth === starts.length - 1, listed: starts.some((at) => lines[at]!.mark !== null || lines[at]!.head !== null), today });
    return inOneLine(own, text, today).map((each) => ({ text: each, eventDate: heading ? null : eventDateOf(each, today), heading }));
  });
}

/** Several dated sentences behind one another: "12/3/24 Call-out. 14/4/24 Seen at A&E." */
function inOneLine(own: readonly Line[], text: string, today: string): string[] {
  if (own.length > 1 || own[0]!.head === null) return [text];
  const cuts = writtenDates(text, today).filter(({ start, date }) => start > 0 && date.length === 10 && /[.;!?]\s+$/u.test(text.slice(Math.max(0, start - 10), start))).map(({ start }) => start);
  return [0, ...cuts].map((from, at) => text.slice(from, cuts[at]).trim());
}

interface Place { isFirst: boolean; isLast: boolean; listed: boolean; today: string }

function isHeading(own: readonly Line[], text: string, { isFirst, isLast, listed, today }: Place): boolean {
  if (isLast || own.length > (isFirst ? 3 : 1) || own.some(({ mark }) => mark !== null)) return false;
  if (/:$/u.test(text) || wholeDate(text, today) !== null || /^(?:19|20)\d{2}$/u.test(text)) return true;
  if (own.some(({ head, label }) => head !== null || label !== null)) return false;
  if (/^\p{L}+(?: \p{L}+){0,3},$/u.test(text)) return true;
  return listed && own.every((line) => line.text.split(/\s+/u).length <= 12 && !/[.!?]["”’')]*$/u.test(line.text)) && text.split('\t').every((cell) => wholeDate(cell, today) === null);
}
