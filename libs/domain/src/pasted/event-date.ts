import { birthDatesIn } from '../wording/birth-dates.js';
import type { WrittenDate } from './dates.js';
import { writtenDates, writtenYears } from './dates.js';
import { MONTH } from './months.js';

const EVENT_LABEL = /(?:event|incident|occur|happen|seen|digwydd|gwelwyd)/iu;
/** When it was written down, which is seldom when it happened. */
const RECORDED_LABEL = /(?:record|report|enter|entry|creat|added|printed|updated|review|cofnod|adrodd|argraff|diweddar|adolyg)/iu;
/** Before a year alone: a point in time, and not a sum or an act. */
const OF_TIME = /(?<!\p{L})(?:in|since|during|from|by|until|early|mid|late|about|around|circa|approx|summer|spring|autumn|winter|christmas|easter|yn|ers|ym|yng|erbyn|tua|dechrau|canol|diwedd|haf|gwanwyn|hydref|gaeaf|nadolig|pasg)[ -]$/iu;
/** As far as it is known, in the words of whoever wrote it: "early 2024", "summer 2023", "before Christmas 2023", "12 March". */
const IN_WORDS = new RegExp(String.raw`^(?:${[
  String.raw`(?:before |after |about |around |by |cyn |ar ôl |tua )?(?:early |mid |mid-|late |the end of |the beginning of |dechrau |canol |diwedd |ganol |ddechrau |ddiwedd )?(?:in |yn |ym |yng )?(?:spring|summer|autumn|winter|christmas|easter|haf|gwanwyn|hydref|gaeaf|(?:y )?nadolig|(?:y )?pasg)(?: of| term|,)? (?:19|20)\d{2}`,
  String.raw`(?:early|mid|late|about|around|circa|c\.|before|after|dechrau|canol|diwedd|tua|cyn|ar ôl)[ -](?:(?:in|yn|ym|yng) )?(?:(?:${MONTH}) )?(?:19|20)\d{2}`,
  String.raw`\d{1,2}(?:st|nd|rd|th|af|ail|il|ydd|edd|ed|fed|eg|ain)?(?: of | o | )(?:${MONTH})(?! ?[\d'’])`,
].join('|')})(?![\p{L}\d])`, 'iu');

interface Candidate { date: string; rank: number; start: number }

/**
 * When what an item tells of happened, as precisely as it is known: `2024-03-12`, `2024-03`, `2024`, or the words it begins with
 * ("summer 2023"); null where nothing says. A date labelled as the event's goes before the one it begins with, that before others,
 * and when it was recorded comes last. A birth and a day after `today` are no event.
 */
export function eventDateOf(item: string, today: string): string | null {
  const words = IN_WORDS.exec(item)?.[0];
  if (words !== undefined) return words;
  const born = birthDatesIn(item);
  const isBorn = ({ start, end }: WrittenDate): boolean => born.some((span) => start < span.end && span.start < end) || /(?:birth|d\.?o\.?b\.?|geni)[^\n]{0,3}$/iu.test(item.slice(Math.max(0, start - 40), start));
  const days = writtenDates(item, today);
  const years = writtenYears(item).filter((year) => isPointInTime(item, year) && !days.some((day) => day.start <= year.start && year.end <= day.end));
  const candidates = [...days, ...years].filter((found) => !isBorn(found) && found.date <= today.slice(0, found.date.length)).map((found): Candidate => ({ date: found.date, start: found.start, rank: rankOf(item, found.start) }));
  return candidates.sort((a, b) => a.rank - b.rank || a.start - b.start)[0]?.date ?? null;
}

function isPointInTime(item: string, { start, end }: WrittenDate): boolean {
  const before = item.slice(Math.max(0, start - 40), start);
  return OF_TIME.test(before) || (!/\p{L}/u.test(before) && /^(?:\s*[:,–—\t]|\s+-\s|\s*$|[)\]])/u.test(item.slice(end)));
}

function rankOf(item: string, start: number): number {
  const line = item.slice(Math.max(start - 80, item.lastIndexOf('\n', start - 1) + 1), start);
  const label = /(?:^|\t|\.\s|\s{2}|[|;,]\s?)([^:\n\t]{1,40}):\s*(?:\p{L}{3,9},? )?$/u.exec(line)?.[1] ?? '';
  if (EVENT_LABEL.test(label)) return 0;
  return RECORDED_LABEL.test(label) ? 2 : 1;
}
