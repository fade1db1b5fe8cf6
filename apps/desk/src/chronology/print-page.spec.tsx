import { cleanup } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asker, Presses, type Asker } from '../../../../test/world/checking-desk.js';
import { HubProblem } from '../hub/hub.js';
import { answerBody, check, envelope, item, questionBody, request, unsealed } from '../check/wanted.examples.js';
import { Component as CheckPage } from '../check/check-page.js';
import { Component as ChronologyPage } from './chronology-page.js';
import { Component as PrintPage } from './print-page.js';

const one = check([request('r1', 'heddlu', { state: 'answered', answer: { type: 'FULL', items: 2, at: '2026-11-22T09:00:00.000Z', message: 'a1' }, envelopes: [envelope('q-r1', 'request', 'council', { createdAt: '2026-11-22T08:00:00.000Z' }), envelope('a1', 'response', 'heddlu')] })]);
const messages = [unsealed('q-r1', questionBody()), unsealed('a1', answerBody({ items: [item('i1', { text: '=cmd: Corey Ashdown was seen.' }), item('i2', { text: 'Told in confidence.', handling: 'le_only', eventDate: '2026-03-04' })] }))];
const PAGES = { '/checks/:reference': CheckPage, '/checks/:reference/chronology': ChronologyPage, '/checks/:reference/chronology/print': PrintPage };
let printed = 0;
let sheets: string[] = [];
let desk: Asker;
const told = (): unknown[] => desk.log.filter(({ act }) => act === 'recordExport').map(({ of, what }) => [of, what]);

class Sheet {
  replaceSync(rule: string): void { sheets.push(rule); }
}
beforeEach(() => {
  [printed, sheets] = [0, []];
  Object.assign(globalThis, { print: () => { printed += 1; }, CSSStyleSheet: Sheet });
  Object.defineProperty(document, 'adoptedStyleSheets', { value: [], writable: true, configurable: true });
});
afterEach(() => { cleanup(); });

async function begun(refusals = new Map<string, HubProblem>(), read = messages): Promise<Presses> {
  const presses = new Presses();
  desk = await asker({ check: one, messages: read, refusals }, PAGES, '/checks/LAT-7F3K-92');
  await presses.press('button', /^Read everything/u);
  await presses.press('link', 'Chronology');
  presses.made.length = 0;
  return presses;
}

describe('a chronology that leaves the screen', () => {
  it('is printed after three presses, with initials and without what is restricted unless somebody says otherwise', async () => {
    const presses = await begun();
    await presses.press('link', 'Print or copy');
    await presses.press('radio', 'A meeting');
    await presses.press('button', 'Print');
    expect([presses.made.length, printed, document.querySelector('h1')?.textContent]).toEqual([3, 1, 'LAT-7F3K-92Chronology']);
    const page = document.body.textContent ?? '';
    expect(page).toContain('=cmd: C\u00a0A was seen.');
    expect(page).toContain('1 restricted item is not included.');
    expect(page).not.toMatch(/Corey|Ashdown|in confidence/u);
    expect(sheets.at(-1)).toContain('@top-left { content: "OFFICIAL\\2d SENSITIVE"');
    expect(document.querySelectorAll('.desk-print a[href]')).toHaveLength(0);
    await presses.press('button', 'Back to the question');
    expect(document.adoptedStyleSheets).toEqual([]);
  });

  it('has names and what is restricted where somebody says so', async () => {
    const presses = await begun();
    await presses.press('link', 'Print or copy');
    await presses.press('radio', 'A court');
    await presses.press('radio', 'Names');
    await presses.press('checkbox', 'Include restricted items');
    await presses.press('button', 'Print');
    expect(document.body.textContent).toContain('=cmd: Corey Ashdown was seen.');
    expect(document.body.textContent).toContain('Told in confidence.');
    expect(document.querySelector('.desk-print__for')?.textContent).toBe('For a court');
  });

  it('asks for whom before it is printed, copied or saved', async () => {
    const presses = await begun();
    await presses.press('link', 'Print or copy');
    for (const way of ['Print', 'Copy as a table', 'Download as CSV']) {
      await presses.press('button', way);
      expect(document.querySelector('.govuk-error-summary a')?.textContent).toBe('Choose who it is for');
    }
    expect([printed, document.title]).toEqual([0, 'Error: Print or copy the chronology – Lateral']);
  });

  it('is not without anything on it: where all of it is restricted that is said, and nothing is told or printed', async () => {
    const presses = await begun(new Map(), [messages[0]!, unsealed('a1', answerBody({ items: [item('i2', { text: 'Told in confidence.', handling: 'may_not_tell_family' })] }))]);
    await presses.press('link', 'Print or copy');
    await presses.press('radio', 'A meeting');
    for (const way of ['Print', 'Copy as a table', 'Download as CSV']) {
      await presses.press('button', way);
      expect(document.querySelector('.govuk-error-summary a')?.textContent).toBe('Nothing would be on it: everything here is restricted or left out');
    }
    expect([told(), printed]).toEqual([[], 0]);
    await presses.press('checkbox', 'Include restricted items');
    await presses.press('button', 'Print');
    expect([told().length, printed]).toEqual([1, 1]);
  });

  it('is a file in which nothing is run', async () => {
    const saved: Blob[] = [];
    Object.assign(URL, { createObjectURL: (blob: Blob) => { saved.push(blob); return 'blob:x'; }, revokeObjectURL: () => undefined });
    const presses = await begun();
    await presses.press('link', 'Print or copy');
    await presses.press('radio', 'A file');
    await presses.press('button', 'Download as CSV');
    const text = await saved[0]!.text();
    expect(text).toContain('"\'=cmd: C A was seen."');
    expect(text).not.toContain('confidence');
  });

  it('is told to the hub before it does: by which way, from how many messages, and whether something in it may not freely be told on', async () => {
    const presses = await begun();
    await presses.press('link', 'Print or copy');
    await presses.press('radio', 'A meeting');
    expect(told()).toEqual([]);
    await presses.press('button', 'Print');
    expect([told(), printed]).toEqual([[['LAT-7F3K-92', { form: 'print', messages: 1, restricted: false }]], 1]);
    await presses.press('button', 'Print');
    expect([told().length, printed]).toEqual([2, 2]);
    await presses.press('button', 'Back to the question');
    await presses.press('checkbox', 'Include restricted items');
    await presses.press('button', 'Download as CSV');
    expect(told().at(-1)).toEqual(['LAT-7F3K-92', { form: 'csv', messages: 1, restricted: true }]);
    expect(JSON.stringify(told())).not.toMatch(/Corey|confidence|cmd/u);
  });

  it.each(['Print', 'Copy as a table', 'Download as CSV'])('does not where the hub could not be told: %s', async (way) => {
    const saved: Blob[] = [];
    let copied = 0;
    Object.assign(URL, { createObjectURL: (blob: Blob) => { saved.push(blob); return 'blob:x'; }, revokeObjectURL: () => undefined });
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: async () => { copied += 1; } }, configurable: true });
    const refusals = new Map([['recordExport LAT-7F3K-92', new HubProblem(0, 'away')]]);
    const presses = await begun(refusals);
    await presses.press('link', 'Print or copy');
    await presses.press('radio', 'A file');
    await presses.press('button', way);
    expect([printed, copied, saved.length]).toEqual([0, 0, 0]);
    expect(document.querySelector('.govuk-error-summary li')?.textContent).toBe('It could not be recorded that this is printed, copied or saved, so it was not. Try again in a minute.');
    refusals.clear();
    await presses.press('button', way);
    expect(printed + copied + saved.length).toBe(1);
  });
});
