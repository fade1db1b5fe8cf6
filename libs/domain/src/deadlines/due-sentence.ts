import type { Urgency } from '../codes.js';
import type { BothLanguages } from '../justification/judgement.js';
import { isSecondShowing, londonClock, londonDay, weekdayOf } from './london.js';
import type { ClockStart, Hours, WorkingWeek } from './policy.js';

/** What the sentence tells. Whose hours and week: `agency`, an agency type, or null for the partnership's. */
export interface ToTell {
  dueAt: Date;
  urgency: Urgency;
  clockStart: ClockStart;
  hours: Hours;
  hoursOf: string | null;
  week: WorkingWeek;
  weekOf: string | null;
  paused: boolean;
}

interface Words {
  days: readonly string[];
  months: readonly string[];
  colours: Record<Urgency, string>;
  and: string;
  owner: (of: string | null) => string;
}

const ENGLISH: Words = {
  days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  months: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  colours: { red: 'red', amber: 'amber', green: 'green' },
  and: ' and ',
  owner: (of) => of === null ? 'the partnership' : of === 'agency' ? 'this agency' : 'this kind of agency',
};

const WELSH: Words = {
  days: ['dydd Llun', 'dydd Mawrth', 'dydd Mercher', 'dydd Iau', 'dydd Gwener', 'dydd Sadwrn', 'dydd Sul'],
  months: ['Ionawr', 'Chwefror', 'Mawrth', 'Ebrill', 'Mai', 'Mehefin', 'Gorffennaf', 'Awst', 'Medi', 'Hydref', 'Tachwedd', 'Rhagfyr'],
  colours: { red: 'coch', amber: 'oren', green: 'gwyrdd' },
  and: ' a ',
  owner: (of) => of === null ? 'y bartneriaeth' : of === 'agency' ? 'yr asiantaeth hon' : 'y math hwn o asiantaeth',
};

/** The due time and the rule that gave it, in one plain sentence of each language. */
export function dueSentence(told: ToTell): BothLanguages {
  return { en: inEnglish(told), cy: inWelsh(told) };
}

function inEnglish({ dueAt, urgency, clockStart, hours, hoursOf, week, weekOf, paused }: ToTell): string {
  const again = isSecondShowing(dueAt) ? ' (after the clocks go back)' : '';
  const length = `${hours.value} ${hours.clock === 'working' ? 'working ' : ''}${hours.value === 1 ? 'hour' : 'hours'}`;
  const own = hoursOf === null ? '' : `, as set for ${ENGLISH.owner(hoursOf)}`;
  const start = clockStart === 'posted_at' ? 'from when it was sent' : 'from when the referral was received';
  const counted = hours.clock === 'working'
    ? `, counted in the week of ${ENGLISH.owner(weekOf)} (${daysOf(week, ENGLISH, ' to ')}, ${week.from} to ${week.to}) without bank holidays`
    : ', counted day and night';
  return `Due by ${londonClock(dueAt)}${again} on ${dayOf(dueAt, ENGLISH)}: ${urgency}, ${length}${own}, ${start}${counted}${paused ? ', with pauses left out' : ''}.`;
}

function inWelsh({ dueAt, urgency, clockStart, hours, hoursOf, week, weekOf, paused }: ToTell): string {
  const again = isSecondShowing(dueAt) ? ' (ar ôl troi’r clociau’n ôl)' : '';
  const length = `${hours.value} awr${hours.clock === 'working' ? ' waith' : ''}`;
  const own = hoursOf === null ? '' : `, fel y pennwyd ar gyfer ${WELSH.owner(hoursOf)}`;
  const start = clockStart === 'posted_at' ? 'o’r adeg yr anfonwyd y cais' : 'o’r adeg y daeth yr atgyfeiriad i law';
  const counted = hours.clock === 'working'
    ? `, wedi’u cyfrif yn ôl wythnos waith ${WELSH.owner(weekOf)} (${daysOf(week, WELSH, ' i ')}, ${week.from} i ${week.to}) heb wyliau banc`
    : ', wedi’u cyfrif ddydd a nos';
  // An adverb of time is softened: dydd becomes ddydd.
  return `I’w ateb erbyn ${londonClock(dueAt)}${again} d${dayOf(dueAt, WELSH)}: ${WELSH.colours[urgency]}, ${length}${own}, ${start}${counted}${paused ? ', gan hepgor seibiannau' : ''}.`;
}

function dayOf(at: Date, words: Words): string {
  const day = londonDay(at);
  return `${words.days[weekdayOf(day) - 1]} ${Number(day.slice(8))} ${words.months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}

/** Three or more days in a row as a stretch, others one by one. */
function daysOf(week: WorkingWeek, words: Words, until: string): string {
  const days = [...week.days].sort((a, b) => a - b);
  const names = days.map((day) => words.days[day - 1] ?? '');
  const inRow = days.length > 2 && days.at(-1)! - days[0]! === days.length - 1;
  if (inRow) return `${names[0]}${until}${softened(names.at(-1)!, until)}`;
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')}${words.and}${names.at(-1)}`;
}

// Welsh `i` softens what follows: dydd Llun i ddydd Gwener.
function softened(name: string, after: string): string {
  return after === ' i ' ? `d${name}` : name;
}
