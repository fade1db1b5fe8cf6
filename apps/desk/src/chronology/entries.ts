import type { ChronologyEntry } from '@lateral/domain/chronology';
import { itemsOf } from '@lateral/domain/pasted';
import type { RequestBody, ResponseBody } from '@lateral/envelope/words';
import type { OpenedMessage } from '../crypto/protocol.js';
import type { ReadRequest } from '../check/wanted.js';

/** An entry with where it came from: what is relied on in a decision is named by message and item. Null of what the own service knew. */
export interface CheckEntry extends ChronologyEntry { message: string; item: string; request: string | null; language: 'en' | 'cy' }

/** Every item of every answer that was opened, as one list. A person stands in it by the pseudonym of the question that was answered. */
export function entriesOf(read: readonly ReadRequest[]): CheckEntry[] {
  return read.flatMap(({ view, question, answers }) => answers.flatMap(({ opened }) => (opened === null ? [] : givenIn(opened).map((item) => entryOf(item, { opened, question, agency: view.asked, request: view.id })))));
}

function givenIn({ body }: OpenedMessage): ResponseBody['items'] {
  return body.type === 'response' ? body.items : [];
}

interface From { opened: OpenedMessage; question: OpenedMessage | null; agency: string; request: string }

function entryOf({ id, about, nature, text, source, relevance, handling, eventDate, recordedDate, language }: ResponseBody['items'][number], { opened, question, agency, request }: From): CheckEntry {
  const people = question?.body.type === 'request' ? (question.body as RequestBody).people : [];
  return {
    key: `${opened.message}/${id}`, message: opened.message, item: id, request, agency, language: language ?? opened.body.language, eventDate: eventDate ?? null, recordedDate: recordedDate ?? null, text, nature, type: opened.record.response?.given.length === 1 ? opened.record.response.given[0]! : null,
    source, handling, about: [about], aboutRoles: people.find((person) => person.id === about)?.roles ?? [], relevance,
  };
}

/**
 * What the own service knew, as it was written into the question: its dated lines, which stand beside what the others tell. Lines without
 * a date are no entries; they can be read in the question. `today` is `YYYY-MM-DD`, `source` what is said of how it is known.
 */
export function ownEntries(read: readonly ReadRequest[], { today, source }: { today: string; source: string }): CheckEntry[] {
  const asked = read.find(({ question }) => question?.body.type === 'request');
  if (asked === undefined || asked.question?.body.type !== 'request') return [];
  const { message, body: { serviceHistory, language, people } } = asked.question;
  const [first] = people;
  const about = first === undefined ? [] : [first.id];
  return itemsOf(serviceHistory, today).flatMap(({ text, eventDate, heading }, at) => (heading || eventDate === null ? [] : [{
    key: `own/${at}`, message, item: `own${at}`, request: null, agency: asked.view.asking, language, eventDate, recordedDate: null, text, nature: 'fact' as const, type: null, source, handling: null, about, aboutRoles: first?.roles ?? [], relevance: '',
  }]));
}

/** What people of the check are called, by their pseudonym; a name that somebody corrected stays with the newest question. */
export function namesOf(read: readonly ReadRequest[]): ReadonlyMap<string, string> {
  return new Map(read.flatMap(({ question }) => (question?.body.type === 'request' ? question.body.people.map(({ id, name }) => [id, name] as const) : [])));
}

/** Every name and other name of everybody of the check, for whoever has to find them in words. */
export function allNames(read: readonly ReadRequest[]): string[] {
  const names = read.flatMap(({ question }) => (question?.body.type === 'request' ? question.body.people.flatMap(({ name, aliases = [] }) => [name, ...aliases.map((alias) => alias.name)]) : []));
  return [...new Set(names)].filter((name) => name.trim() !== '');
}
