import { describe, expect, it } from 'vitest';
import { eventsDocument } from './events-document.js';
import { ENTRY_KINDS, type EntryKind } from './ledger.js';
import { EVENT_NAMES, EVENTS } from './records.js';

const PAST = /(?:ed|posted|told|arrived-late|handed-over|signed-in|let-in|started-again|withdrawn|kept|taken|given|put-to-approver|sent-back)$/;
const events = EVENT_NAMES.map((name) => ({ name, ...EVENTS[name], fields: EVENTS[name].fields as readonly string[] }));

describe('events', () => {
  it.each(events)('$name is a thing, what happened to it in the past tense, and a version', ({ name }) => {
    expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*\.v[1-9]\d*$/);
    expect(name.split('.')[1]).toMatch(PAST);
  });

  it.each(events)('$name has one kind of ledger entry', ({ entry }) => {
    expect(ENTRY_KINDS.filter((kind) => kind === entry)).toEqual([entry]);
  });

  it.each(events)('$name says what it means in one sentence', ({ means }) => {
    expect(means).toMatch(/^[A-Z][^.|]*\.$/);
  });

  it.each(events)('$name names no field twice, and none that every record has', ({ fields }) => {
    expect(new Set(fields).size).toBe(fields.length);
    expect(fields.filter((field) => ['v', 'id', 'event', 'at'].includes(field))).toEqual([]);
  });

  it.each(events.filter(({ notifies }) => notifies !== null))('$name names the request and the agency that is told', ({ fields, notifies }) => {
    expect(fields).toEqual(expect.arrayContaining(['check', 'request', notifies === 'own' ? 'agency' : notifies]));
  });

  // Facts about keys are no events: they are the leaves of a log of their own.
  it('use every kind of entry of their log', () => {
    const used = new Set<EntryKind>(events.map(({ entry }) => entry));
    expect(ENTRY_KINDS.filter((kind) => !used.has(kind))).toEqual(['key-fact']);
  });

  it('have kinds that are each named once', () => {
    expect(new Set(ENTRY_KINDS).size).toBe(ENTRY_KINDS.length);
  });
});

describe('the page of events', () => {
  it('has one row for each event, and whole cells', () => {
    const rows = eventsDocument().split('\n').filter((line) => line.startsWith('| `'));
    expect(rows.map((row) => /^\| `([^`]+)`/.exec(row)?.[1])).toEqual(EVENT_NAMES);
    for (const row of rows) expect(row.split('|')).toHaveLength(8);
  });
});
