import { EVENT_NAMES, EVENTS, LIVE_EVENTS } from './records.js';

const SIDE = { asked: 'the asked agency', asking: 'the asking agency', own: 'the agency whose member it was' } as const;

/**
 * The text of docs/events.md (Markdown, ends in a newline), made of the list alone: a test keeps the file equal to it, so that
 * no event can come about that the page does not name.
 */
export function eventsDocument(): string {
  return `${[...BEFORE, ...EVENT_NAMES.map(rowOf), ...AFTER].join('\n')}\n`;
}

function rowOf(name: (typeof EVENT_NAMES)[number]): string {
  const { entry, fields, notifies, means } = EVENTS[name];
  return `| \`${name}\` | ${means} | ${entry} | ${fields.map((field) => `\`${field}\``).join(', ')} | ${notifies === null ? 'nobody' : SIDE[notifies]} | ${hearsOf(name)} |`;
}

function hearsOf(name: (typeof EVENT_NAMES)[number]): string {
  const { notifies } = EVENTS[name];
  if (notifies !== null) return notifies === 'own' ? 'the own team' : 'both parties';
  const live: Partial<Record<string, 'own' | 'both'>> = LIVE_EVENTS;
  return live[name] === undefined ? 'nobody' : live[name] === 'own' ? 'the own team' : 'both parties';
}

const BEFORE = [
  '# Events',
  '',
  'Every event that can happen, past tense and versioned. This page is made from the list in `libs/contracts/src/records.ts`; a test keeps the two equal.',
  '',
  'Each event is written as an audit record in the same transaction as the act, and its record goes into the ledger under one kind of entry. A ledger entry says its kind and a salted digest, nothing else. Beside the fields named here every record carries `v`, `event`, `at` and `id`.',
  '',
  '| event | what has happened | ledger entry | fields of its record | who is told by mail | who hears live |',
  '|---|---|---|---|---|---|',
];

const AFTER = [
  '',
  'Who is told hears a reference, the urgency, the due time and that something waits: never who asks and never about whom. Of an emergency override only the agency that used it is told, in its mailbox for what is overdue where it has one, with the time by which it has to be reviewed. The parties to an act can fetch the receipt of its record; nobody else can.',
  '',
  'Who hears live are connected clients of that agency, for as long as they are connected; what they hear is the same. Of a hand-over they hear where it acknowledged the request.',
  '',
  'A field that an act does not have is null. `header` and `justification` are digests of what was signed; `part` is `envelope` or `attachment`; `shown` and `content` are true or false.',
];
