import { cleanup, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { asker, Presses, type Asker, type AskerWorld } from '../../../../test/world/checking-desk.js';
import { Component as AnswersPage } from '../answers/answers-page.js';
import { Component as ChronologyPage } from '../chronology/chronology-page.js';
import { Component as PrintPage } from '../chronology/print-page.js';
import type { Language } from '../words/languages.js';
import { Component as CheckPage } from './check-page.js';
import { answerBody, check, envelope, item, questionBody, request, unsealed } from './wanted.examples.js';

const AT = '/checks/LAT-7F3K-92';
const PAGES = { '/checks/:reference': CheckPage, '/checks/:reference/answers': AnswersPage, '/checks/:reference/chronology': ChronologyPage, '/checks/:reference/chronology/print': PrintPage };
const at = '2026-11-22T09:00:00.000Z';
const answered = request('r1', 'heddlu', {
  state: 'answered', endedAt: at, answer: { type: 'FULL', items: 2, at, message: 'a1' }, envelopes: [envelope('q-r1', 'request', 'council', { createdAt: '2026-11-22T08:00:00.000Z' }), envelope('a1', 'response', 'heddlu')],
});
const closed = check([answered, request('r2', 'ysgol', { state: 'expired', endedAt: at })], { state: 'closed', closedAt: at, decision: envelope('d', 'decision', 'council') });
/** What was sealed is erased, and what the answer was is still said in codes; then those are gone as well. */
const sealedGone: AskerWorld = { check: closed, messages: [], erased: ['q-r1', 'a1', 'q-r2', 'd'] };
const allGone: AskerWorld = { ...sealedGone, check: { ...closed, requests: closed.requests.map((view) => ({ ...view, answer: null })) } };
/** The hub's own lists say so, of every message. */
const since = '2028-03-03T09:00:00.000Z';
const gone = ({ envelopes }: typeof answered): typeof envelopes => envelopes.map((each) => ({ ...each, erasedAt: since }));
const toldOf: AskerWorld = { check: { ...closed, decision: { ...closed.decision!, erasedAt: since }, requests: closed.requests.map((view) => ({ ...view, envelopes: gone(view) })) }, messages: [] };
const DATED = {
  en: {
    check: 'What was sealed here was erased for good on 3 March 2028, as the agreement’s retention says. Its records remain.', people: 'Names and question were erased for good on 3 March 2028, as the agreement’s retention says.', card: 'Erased on 3 March 2028, as the agreement’s retention says; its records remain',
    answer: 'What heddlu answered was erased for good on 3 March 2028, as the agreement’s retention says. Its records remain.',
    lost: [['heddlu', 'The question that was put to heddlu on 22 November 2026 was erased on 3 March 2028, as the agreement’s retention says, and is not in this.'], ['ysgol', 'The question that was put to ysgol on 22 November 2026 was erased on 3 March 2028, as the agreement’s retention says, and is not in this.'], ['heddlu', 'The answer that heddlu gave on 22 November 2026 was erased on 3 March 2028, as the agreement’s retention says, and is not in this.']],
    court: 'A court', print: 'Print', copy: 'Copy as a table', csv: 'Download as CSV', again: 'Back to the question',
  },
  cy: {
    check: 'Dilëwyd yr hyn a seliwyd yma am byth ar 3 Mawrth 2028, yn unol â rheolau cadw’r cytundeb. Mae ei gofnodion yn aros.', people: 'Dilëwyd yr enwau a’r cwestiwn am byth ar 3 Mawrth 2028, yn unol â rheolau cadw’r cytundeb.', card: 'Dilëwyd ar 3 Mawrth 2028, yn unol â rheolau cadw’r cytundeb; mae ei gofnodion yn aros',
    answer: 'Dilëwyd yr hyn a atebodd heddlu am byth ar 3 Mawrth 2028, yn unol â rheolau cadw’r cytundeb. Mae ei gofnodion yn aros.',
    lost: [['heddlu', 'Gofynnwyd cwestiwn i heddlu ar 22 Tachwedd 2026. Fe’i dilëwyd ar 3 Mawrth 2028, yn unol â rheolau cadw’r cytundeb, ac nid yw yma.'], ['ysgol', 'Gofynnwyd cwestiwn i ysgol ar 22 Tachwedd 2026. Fe’i dilëwyd ar 3 Mawrth 2028, yn unol â rheolau cadw’r cytundeb, ac nid yw yma.'], ['heddlu', 'Rhoddodd heddlu ateb ar 22 Tachwedd 2026. Fe’i dilëwyd ar 3 Mawrth 2028, yn unol â rheolau cadw’r cytundeb, ac nid yw yma.']],
    court: 'Llys', print: 'Argraffu', copy: 'Copïo fel tabl', csv: 'Lawrlwytho fel CSV', again: 'Yn ôl i’r cwestiwn',
  },
} as const;
const SAID = {
  en: {
    read: 'Read everything (4 sealed messages)', check: 'What was sealed here has been erased for good, by law. Its records remain.', people: 'Names and question have been erased for good, by law.', card: 'Erased since, by law; its records remain', sealed: 'Sealed until you open it', kind: 'All of it shared',
    answer: 'What heddlu answered has been erased for good, by law. Its records remain.', not: 'heddlu has not answered', notYet: 'ysgol has not answered yet.', chronology: '1 answer has been erased, by law, and is not in this.', waiting: 'ysgol has not answered.', yet: 'No dated events yet.',
  },
  cy: {
    read: 'Darllen popeth (4 neges dan sêl)', check: 'Mae’r hyn a seliwyd yma wedi’i ddileu am byth, yn ôl y gyfraith. Mae ei gofnodion yn aros.', people: 'Mae’r enwau a’r cwestiwn wedi’u dileu am byth, yn ôl y gyfraith.', card: 'Wedi’i ddileu ers hynny, yn ôl y gyfraith; mae ei gofnodion yn aros', sealed: 'Dan sêl nes i chi ei agor', kind: 'Rhannwyd y cyfan',
    answer: 'Mae’r hyn a atebodd heddlu wedi’i ddileu am byth, yn ôl y gyfraith. Mae ei gofnodion yn aros.', not: 'Nid yw heddlu wedi ateb', notYet: 'Nid yw ysgol wedi ateb eto.', chronology: 'Mae 1 ateb wedi’i ddileu, yn ôl y gyfraith, ac nid yw yma.', waiting: 'Nid yw ysgol wedi ateb.', yet: 'Dim digwyddiadau â dyddiad eto.',
  },
} as const;
const page = (): string => document.body.textContent ?? '';
const says = (...texts: string[]): boolean[] => texts.map((text) => page().includes(text));
const show = (world: AskerWorld, path = AT, language: Language = 'en'): Promise<Asker> => asker({ ...world, language }, PAGES, path);

beforeEach(() => { Object.assign(globalThis, { print: () => undefined }); });
afterEach(cleanup);

describe.each(['en', 'cy'] as const)('a check of which what was sealed is erased, in %s', (language) => {
  const said = SAID[language];

  it('says so as soon as the hub does, on its card too, and offers nothing more to open', async () => {
    const desk = await show(sealedGone, AT, language);
    await new Presses().press('button', said.read);
    expect(says(said.check, said.people, said.card, said.kind, said.sealed)).toEqual([true, true, true, true, false]);
    expect([desk.opened, desk.gestures.length, document.querySelector('#read-first'), document.querySelector(`a[href*="/answers/r1"]`)]).toEqual([[], 1, null, null]);
  });

  it('says of whoever answered that it did, of what kind, and that it was erased', async () => {
    await show(sealedGone, `${AT}/answers`, language);
    await new Presses().press('button', said.read);
    expect(says(said.answer, said.kind, said.notYet, said.not)).toEqual([true, true, true, false]);
  });

  it('says in its chronology what is not in it', async () => {
    await show(sealedGone, `${AT}/chronology`, language);
    await new Presses().press('button', said.read);
    expect(says(said.chronology, said.waiting, said.not, said.yet)).toEqual([true, true, false, false]);
  });

  it('says all of that with nothing opened, once the codes are gone too', async () => {
    const desk = await show(allGone, AT, language);
    expect(says(said.check, said.people, said.card, said.sealed)).toEqual([true, true, true, false]);
    cleanup();
    await show(allGone, `${AT}/answers`, language);
    expect(says(said.answer, said.kind, said.notYet, said.not)).toEqual([true, false, true, false]);
    cleanup();
    await show(allGone, `${AT}/chronology`, language);
    expect(says(said.chronology, said.waiting, said.not, said.yet)).toEqual([true, true, false, false]);
    expect([desk.gestures, document.querySelector('#read-first')]).toEqual([[], null]);
  });
});

describe.each(['en', 'cy'] as const)('a check that the hub says is erased, in %s', (language) => {
  const [said, dated] = [SAID[language], DATED[language]];

  it('says since when and by what with nothing pressed, on every page, and offers nothing to open', async () => {
    const desk = await show(toldOf, AT, language);
    expect(says(dated.check, dated.people, dated.card, said.kind, said.sealed, said.check)).toEqual([true, true, true, true, false, false]);
    expect([document.querySelector('#read-first'), document.querySelector('a[href*="/answers/r1"]')]).toEqual([null, null]);
    cleanup();
    await show(toldOf, `${AT}/answers`, language);
    expect(says(dated.answer, said.kind, said.notYet, said.not)).toEqual([true, true, true, false]);
    cleanup();
    await show(toldOf, `${AT}/chronology`, language);
    expect(says(dated.check, said.chronology, said.waiting, said.yet)).toEqual([true, true, true, false]);
    expect([desk.opened, desk.gestures, document.querySelector('#read-first')]).toEqual([[], [], null]);
  });

  it('leaves on paper, in a table and in a file with a row for each message that is not in it', async () => {
    const presses = new Presses();
    let [copied, saved]: [string, Blob[]] = ['', []];
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text: string) => { copied = text; } }, configurable: true });
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => { saved = [...saved, blob as Blob]; return 'blob:made'; });
    try {
      await show(toldOf, `${AT}/chronology/print`, language);
      await presses.press('radio', dated.court);
      await presses.press('button', dated.copy);
      await presses.press('button', dated.csv);
      await presses.press('button', dated.print);
      const rows = dated.lost.map(([, text]) => text);
      expect([...document.querySelectorAll('.desk-print tbody tr')].map((row) => row.textContent)).toEqual(rows);
      expect(copied.split('\n').slice(1)).toEqual(dated.lost.map(([agency, text]) => ['', agency, text, '', '', ''].join('\t')));
      const [file] = await Promise.all(saved.map((blob) => blob.text()));
      expect(file?.split('\r\n').slice(1)).toEqual(dated.lost.map(([agency, text]) => ['', agency, text, '', '', ''].map((cell) => `"${cell}"`).join(',')));
    } finally {
      vi.restoreAllMocks();
    }
  });
});

describe('a check that was opened again after something in it was erased', () => {
  const later = request('r3', 'iechyd', { state: 'answered', endedAt: at, answer: { type: 'FULL', items: 1, at, message: 'a3' }, envelopes: [envelope('q-r3', 'request', 'council', { createdAt: '2026-11-22T08:00:00.000Z' }), envelope('a3', 'response', 'iechyd')] });
  const world: AskerWorld = { check: check([answered, later]), messages: [unsealed('q-r3', questionBody()), unsealed('a3', answerBody({ items: [item('i1', { text: 'Seen at home.' })] }))], erased: ['q-r1', 'a1'] };

  it('opens what is left, shows it, and says on paper too that something is missing', async () => {
    const presses = new Presses();
    const desk = await show(world, `${AT}/chronology`);
    await presses.press('button', 'Read everything (4 sealed messages)');
    expect([desk.opened, desk.gestures.length]).toEqual([['q-r3', 'a3'], 1]);
    expect(says('Seen at home.', SAID.en.chronology, SAID.en.check)).toEqual([true, true, true]);
    await presses.press('link', 'Print or copy');
    await presses.press('radio', 'A court');
    await presses.press('button', 'Print');
    // By the refusal alone nobody knows since when.
    expect([...document.querySelectorAll('.desk-print tbody td[colspan]')].map((row) => row.textContent)).toEqual(['question that was put to', 'answer that'].map((what) => `The ${what} heddlu${what.startsWith('answer') ? ' gave' : ''} on 22 November 2026 has been erased, by law, and is not in this.`));
    expect([document.querySelector('.desk-print__for')?.textContent, screen.queryByText(SAID.en.chronology) === null, screen.queryByText(SAID.en.check)]).toEqual(['For a court', false, null]);
  });
});
