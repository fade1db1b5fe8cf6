import { isNhsNumber, isUpn } from '../wording/check-digits.js';
import { writtenDates, writtenYears } from './dates.js';
import type { Draft, PastedPerson } from './person.js';
import { hasName, newDraft, personOf } from './person.js';
import type { PersonField } from './person-labels.js';
import { fieldCalled } from './person-labels.js';
import { readPersonWords, setRelation } from './person-words.js';
import { roleCalled } from './relations.js';

/** A label and what follows it up to the next; a null label is a line's beginning without one. */
interface Labelled { label: string | null; value: string }

/** A label that is known or may be one: at the beginning of a line, after a gap, or before a colon. */
const LABEL = /(?:^|(?<=\s{2}|\t|[,;|]\s?|\p{N}\s))([\p{L}\p{M}][\p{L}\p{M}\p{N} '’./()-]{0,40}?)\s*[:=](?=\s|$|\S)/gu;

/**
 * People from a block that a case system gave: labelled fields in English or Welsh, "Mother: Jane Doe", rows of a table with headings
 * or without, or one person a line ("Surname, Forename, 12/03/2015"). Whatever is not understood is in `unread` of the person it
 * stood by. `today` is `YYYY-MM-DD`, for years of two figures.
 */
export function peopleOf(paste: string, today: string): PastedPerson[] {
  const lines = paste.split(/\r\n|[\n\r\u2028\u2029\v\f]/u).map((line) => line.trimEnd());
  const said = lines.filter((line) => /[\p{L}\p{N}]/u.test(line));
  const headings = said.length > 1 ? headingsOf(said[0]!) : null;
  return (headings === null ? readLines(lines, today) : readTable(headings, said.slice(1), today)).map(personOf);
}

interface Heading { label: string; field: PersonField | null }

/** Fields of a table's columns, where its first row names two or more; null for a paste that is no such table. */
function headingsOf(row: string): Heading[] | null {
  const cells = row.split('\t').map((cell) => ({ label: cell.trim(), field: fieldCalled(cell) }));
  return cells.filter(({ field }) => field !== null).length >= 2 ? cells : null;
}

function readTable(headings: readonly Heading[], rows: readonly string[], today: string): Draft[] {
  const drafts = rows.map((row) => readRow(headings, row, today));
  const unused = headings.filter(({ field }, at) => field === null && rows.every((row) => (row.split('\t')[at] ?? '').trim() === ''));
  drafts[0]?.unread.push(...unused.map(({ label }) => label));
  return drafts;
}

function readRow(headings: readonly Heading[], row: string, today: string): Draft {
  const draft = newDraft();
  row.split('\t').forEach((cell, at) => {
    const { field = null, label = '' } = headings[at] ?? {};
    if (cell.trim() === '') return;
    if (field === null) draft.unread.push(label === '' ? cell.trim() : `${label}: ${cell.trim()}`);
    else setField(draft, field, { label, value: cell.trim() }, today);
  });
  return draft;
}

function readLines(lines: readonly string[], today: string): Draft[] {
  const drafts: Draft[] = [];
  let inAddress: Draft | null = null;
  for (const line of lines) {
    const fields = /[\p{L}\p{N}]/u.test(line) ? fieldsOf(line.trim()) : [];
    for (const each of fields) inAddress = readField(each, drafts, { inAddress, today });
    if (fields.length === 0) inAddress = null;
  }
  return drafts;
}

function fieldsOf(line: string): Labelled[] {
  const labels = [...line.matchAll(LABEL)].filter(({ index, 1: label }) => index === 0 || fieldCalled(label!) !== null || roleCalled(label!) !== null);
  const before = line.slice(0, labels[0]?.index ?? line.length);
  const rest = labels.map((match, at): Labelled => ({ label: match[1]!, value: line.slice(match.index + match[0].length, labels[at + 1]?.index).replace(/[\s,;|]+$/u, '').trim() }));
  const all = before.trim() === '' ? rest : [{ label: null, value: before.trim() }, ...rest];
  return all.flatMap((each) => (each.label === null ? withTabbedLabel(each) : [each]));
}

/** Two columns of a form, pasted: "Name<tab>Jane Doe". */
function withTabbedLabel({ value }: Labelled): Labelled[] {
  const [label = '', ...cells] = value.split('\t');
  return cells.length > 0 && fieldCalled(label) !== null ? [{ label: label.trim(), value: cells.join('\t').trim() }] : [{ label: null, value }];
}

/** Reads one field into the person it belongs to; comes back with whose address may go on in the next line. */
function readField(each: Labelled, drafts: Draft[], { inAddress, today }: { inAddress: Draft | null; today: string }): Draft | null {
  const { label, value } = each;
  const field = label === null ? null : fieldCalled(label);
  if (field !== null) {
    const draft = draftFor(field, drafts);
    setField(draft, field, { label: label!, value }, today);
    return field === 'address' ? draft : null;
  }
  if (label !== null && roleCalled(label) !== null && value !== '') {
    const draft = begun(drafts);
    setRelation(label, draft);
    readPersonWords(value, draft, today);
    return null;
  }
  if (label !== null) latest(drafts).unread.push(`${label}: ${value}`.trim());
  else if (inAddress !== null && howSure(value, today) < 2) {
    inAddress.address.push(asAddress(value));
    return inAddress;
  } else if (howSure(value, today) > 0) readPersonWords(value, begun(drafts), today);
  else latest(drafts).unread.push(value);
  return null;
}

/** Whether words without a label are a person of their own: 2 for a name beside a date, a number or a relation, 1 for a name alone, 0 for neither. */
function howSure(words: string, today: string): 0 | 1 | 2 {
  const draft = newDraft();
  readPersonWords(words, draft, today);
  if (!hasName(draft)) return 0;
  if (draft.dob !== null || draft.role !== null || draft.identifiers.length > 0) return 2;
  // An age is no word of another kind.
  return draft.unread.every((each) => /^\(?\d{1,3}(?: ?(?:y|yrs?|years?(?: old)?|oed|mlwydd oed))?\)?$/iu.test(each)) ? 1 : 0;
}

const latest = (drafts: Draft[]): Draft => drafts.at(-1) ?? begun(drafts);

function begun(drafts: Draft[]): Draft {
  const draft = newDraft();
  drafts.push(draft);
  return draft;
}

/** A field that the latest person has already begins another one; one that the person before "Mother: …" still lacks is theirs. */
function draftFor(field: PersonField, drafts: Draft[]): Draft {
  const last = latest(drafts);
  if (field === 'name' || field === 'forename' || field === 'surname') return hasName(last) && (field === 'name' || last.name.length > 0 || last[field].length > 0) ? begun(drafts) : last;
  const main = [...drafts].reverse().find(({ relation }) => relation === null);
  return last.relation !== null && main !== undefined && hasName(main) && lacks(main, field) ? main : last;
}

function lacks(draft: Draft, field: PersonField): boolean {
  if (field === 'dob') return draft.dob === null;
  if (field === 'address') return draft.address.length === 0;
  return false;
}

function setField(draft: Draft, field: PersonField, { label, value }: { label: string; value: string }, today: string): void {
  if (value === '') return;
  if (field === 'name') draft.name.push(inSpokenOrder(value));
  else if (field === 'forename' || field === 'surname') draft[field].push(value);
  else if (field === 'address' || field === 'postcode') draft.address.push(asAddress(value));
  else if (field === 'relation' && draft.relation === null) setRelation(value, draft);
  else if (field === 'relation') draft.unread.push(`${label}: ${value}`);
  else if (field === 'dob' || field === 'edd') setDate(draft, field, { label, value }, today);
  else draft.identifiers.push({ kind: field, value: asIdentifier(value) });
}

function setDate(draft: Draft, field: 'dob' | 'edd', { label, value }: { label: string; value: string }, today: string): void {
  const unmarked = value.replace(/^(\d{2})(\d{2})(\d{4})$/u, '$1/$2/$3');
  const found = writtenDates(unmarked, today)[0] ?? writtenYears(unmarked)[0];
  if (found === undefined || draft[field] !== null) return void draft.unread.push(`${label}: ${value}`);
  draft[field] = found.date;
  const rest = `${unmarked.slice(0, found.start)} ${unmarked.slice(found.end)}`.trim();
  if (/[\p{L}\p{N}]/u.test(rest)) draft.unread.push(rest);
}

/** "Doe, Jane" is Jane Doe. */
function inSpokenOrder(name: string): string {
  const [surname = '', forename = '', ...more] = name.split(',').map((part) => part.trim());
  return more.length === 0 && forename !== '' ? `${forename} ${surname}` : name;
}

function asIdentifier(value: string): string {
  return isNhsNumber(value) || isUpn(value) ? value.replace(/[^\p{L}\d]/gu, '').toUpperCase() : value;
}

const asAddress = (value: string): string => value.replace(/[\s,]+$/u, '');
