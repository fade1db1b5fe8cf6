import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AtDesk } from './at-desk.js';
import { answerFrom, checkFrom, type Item, type SentCheck } from './by-machine.js';
import { ASKER, DeskWorld } from './desk-world.js';
import { decide, hearOutcome, openAnswers } from './journey.js';
import { hasPoppler, pagesOf, saidOf } from './paper.js';
import { counted } from './words.js';

/* F08, F09 and the file: what two agencies tell of one event is joined, marked as used, printed, saved as a table, decided on; and who gave it hears so. */
const LIMIT_MS = 180_000;
const LANGUAGES = ['en', 'cy'] as const;
const ASKED = ['health-north', 'school-north'] as const;
/** What would be run where a table is opened that took it as it is. */
const FORMULA = '=HYPERLINK("https://attacker.example/","open")';
/** Enough for more than one sheet of paper. */
const MORE: readonly Item[] = Array.from({ length: 8 }, (_, at) => ({ eventDate: `2025-${String(at + 1).padStart(2, '0')}-07`, text: `Contact ${at + 1}. ${'Seen at the clinic with an adult, nothing of note was written down. '.repeat(5)}` }));

let world: DeskWorld;
let asker: AtDesk;
let health: AtDesk;
const checks = new Map<string, SentCheck & { restricted: string }>();

beforeAll(async () => {
  world = await DeskWorld.start();
  for (const language of LANGUAGES) {
    const check = await checkFrom(world, ASKED);
    const restricted = `Told in confidence ${world.planter.word()}.`;
    checks.set(language, { ...check, restricted });
    await answerFrom(world, check, 'health-north', [
      { eventDate: '2024-03-03', text: `Mother seen with a cut lip. She said police had been called to the home after shouting; ${check.name} was present.` }, { eventDate: '2024-05-01', text: `${FORMULA} was written on the form` }, ...MORE,
    ]);
    await answerFrom(world, check, 'school-north', [
      { eventDate: '2024-03-03', text: 'Police called to the home after a neighbour reported shouting. Mother had a cut to the lip, child present.' }, { eventDate: '2024-06-01', text: restricted, handling: 'may_not_tell_family' },
    ]);
  }
  asker = await world.seat({ agency: ASKER, role: 'senior_practitioner' });
  health = await world.seat({ agency: 'health-north', role: 'responder' });
}, LIMIT_MS);
afterAll(async () => { await world.end(); }, LIMIT_MS);

/** A table of cells that are all in quotes, as RFC 4180 has them; throws where it is none. */
function tableIn(csv: string): string[][] {
  const rows = csv.split(/\r\n(?=")/u);
  return rows.map((row) => {
    const cells = [...row.matchAll(/"((?:[^"]|"")*)"(?:,|(?:\r\n)?$)/gu)];
    if (cells.map(([whole]) => whole).join('') !== row) throw new Error(`no row of cells: ${row}`);
    return cells.map(([, cell = '']) => cell.replaceAll('""', '"'));
  });
}

describe.each(LANGUAGES)('an answer (%s)', (language) => {
  let check: SentCheck & { restricted: string };
  const initials = (): string => check.name.split(' ').map((word) => word[0]).join(' ');
  const rows = () => asker.page.locator('table.desk-chronology tbody tr');

  it('is marked as used in the decision', async () => {
    check = checks.get(language)!;
    await asker.speak(language);
    const { words: { answers }, page } = asker;
    await openAnswers(asker, check.reference);
    const mark = (text: string, word: string): Promise<void> => asker.press(page.locator('article.govuk-summary-card').filter({ hasText: text }).getByRole('radio', { name: word, exact: true }));
    await mark('a cut lip', answers.used.yes);
    await mark('a cut to the lip', answers.used.no);
    await asker.look('answers, marked');
  }, LIMIT_MS);

  it('is joined in the chronology with what another tells of the same event, both kept, and parted again', async () => {
    const { words: { chronology, answers }, page } = asker;
    await asker.link(answers.chronology);
    await asker.at(chronology.title);
    await asker.shown(page.getByText(counted(chronology.same, 'count', 1, language)));
    const [before, alike] = [await rows().count(), rows().filter({ hasText: '2024' }).filter({ hasText: /cut (?:to the )?lip/u })];
    expect(await alike.count()).toBe(2);
    await asker.button(new RegExp(`^${chronology.same.join} `, 'u'));
    await asker.shown(page.getByText(chronology.same.joined));
    expect([await rows().count(), await alike.count()]).toEqual([before - 1, 1]);
    const one = await alike.innerText();
    expect(['health-north', 'school-north', 'a cut lip', 'a cut to the lip'].map((part) => one.includes(part))).toEqual([true, true, true, true]);
    await asker.look('chronology, joined');
    await asker.button(new RegExp(`^${chronology.same.part}`, 'u'));
    await asker.shown(alike.nth(1));
    expect(await rows().count()).toBe(before);
  }, LIMIT_MS);

  it('goes to a file that opens as the table it is, with initials, without what is restricted, and with nothing that runs', async () => {
    const { words: { chronology }, page } = asker;
    await asker.link(chronology.print);
    await asker.at(chronology.sheet.title);
    await asker.choose(chronology.sheet.meeting);
    const [download] = await Promise.all([page.waitForEvent('download'), asker.button(chronology.sheet.csv)]);
    const csv = await readFile(await download.path(), 'utf8');
    expect([download.suggestedFilename(), csv.charCodeAt(0)]).toEqual([`${check.reference}.csv`, 0xfeff]);
    const [head = [], ...told] = tableIn(csv.slice(1));
    expect(head).toEqual(Object.values(chronology.column));
    expect(new Set(told.map((cells) => cells.length))).toEqual(new Set([head.length]));
    expect(told.flat().filter((cell) => /^[=+\-@\t\r\n]/u.test(cell))).toEqual([]);
    expect(told.flat().filter((cell) => cell.includes('HYPERLINK'))).toEqual([`'${FORMULA} was written on the form`]);
    expect([csv.includes(initials()), csv.includes(world.planter.prefix), csv.includes('in confidence')]).toEqual([true, false, false]);
    await asker.shown(page.getByText(chronology.sheet.saved));
    await asker.look('table saved');
  }, LIMIT_MS);

  it.skipIf(!hasPoppler)('is on paper as it was asked for, every sheet with its marking and number (needs pdftotext)', async () => {
    const { words: { chronology: { sheet } }, page } = asker;
    const print = async (): Promise<{ said: Record<string, string>; pages: string[] }> => {
      await asker.button(sheet.print);
      await asker.shown(page.locator('table.desk-print tbody tr').first());
      const pdf = await page.pdf({ tagged: true, preferCSSPageSize: true });
      await asker.button(sheet.back);
      return { said: saidOf(pdf), pages: pagesOf(pdf) };
    };
    const holds = (pages: readonly string[], ...texts: string[]): boolean[] => texts.map((text) => pages.join(' ').includes(text));
    const { said, pages } = await print();
    expect([said['Tagged'], said['JavaScript'], /^841\.\d+ x 59[45]/u.test(said['Page size'] ?? ''), pages.length > 1, pages.length]).toEqual(['yes', 'no', true, true, Number(said['Pages'])]);
    for (const [at, text] of pages.entries()) for (const part of [sheet.marking, check.reference, ASKER, `${sheet.page}${at + 1}${sheet.of}${pages.length}`]) expect([at, part, text.includes(part)]).toEqual([at, part, true]);
    expect(holds(pages, initials(), world.planter.prefix, 'confidence')).toEqual([true, false, false]);
    await asker.choose(sheet.asNames);
    await asker.choose(sheet.include, 'checkbox');
    expect(holds((await print()).pages, check.name.split(' ')[1]!, 'confidence')).toEqual([true, true]);
  }, LIMIT_MS);

  it('is what the decision rests on, and who gave it hears that it was used', async () => {
    const { words: { chronology }, page } = asker;
    await asker.link(chronology.sheet.toChronology);
    await asker.at(chronology.title);
    await decide(asker, world, { told: ASKED.length, before: async () => {
      const relied = page.locator('.govuk-checkboxes__item').filter({ has: page.locator('input[name="relied"]:checked') });
      await asker.shown(relied.first());
      expect([await relied.count(), await relied.first().innerText()]).toEqual([1, expect.stringContaining('a cut lip')]);
    } });
    await health.speak(language);
    await hearOutcome(health, check.reference);
    const { answer } = health.words;
    const used = health.page.getByRole('region', { name: answer.outcome.title }).locator('.govuk-summary-list__row').filter({ hasText: answer.outcome.used });
    // One item of many.
    expect(await used.locator('dd').first().innerText()).toBe(answer.outcome.partly);
    await health.look('told that it was used');
  }, LIMIT_MS);
});

describe('all of it', () => {
  it('left nothing where it should not lie', () => world.guards(), LIMIT_MS);
});
