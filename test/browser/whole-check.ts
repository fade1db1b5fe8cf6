import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../apps/desk/src/words/languages.js';
import type { AtDesk } from './at-desk.js';
import { ASKER, DeskWorld, type ASKED } from './desk-world.js';
import { answerItems, answerNothing, decide, hearOutcome, openRequest, post, printChronology, readChronology, refuse, someFamily, type Family } from './journey.js';

const LIMIT_MS = 180_000;
const SHOTS = process.env['LATERAL_SHOTS'];

/** Goals of desk.md 3.2: presses and letters, never more. */
const GOALS = { pasted: [13, 115], typed: [20, 210], nothing: [4, 0], items: [12, 115], refusal: [5, 120], chronology: [8, 0], print: [4, 0], decision: [6, 100] } as const;

/** A check from the family that is pasted to what a responder hears in the end, in one language, with every press counted. */
export function wholeCheck(language: Language): void {
  let world: DeskWorld;
  let asker: AtDesk;
  let family: Family;
  let reference = '';
  const responders = new Map<string, AtDesk>();

  const within = (goal: keyof typeof GOALS, { presses, typed }: AtDesk): void => {
    expect([goal, presses, typed, presses <= GOALS[goal][0], typed <= GOALS[goal][1]]).toEqual([goal, presses, typed, true, true]);
  };
  const responder = async (agency: (typeof ASKED)[number]): Promise<AtDesk> => {
    const seated = await world.seat({ agency, role: 'responder', language });
    responders.set(agency, seated);
    await openRequest(seated, reference);
    return seated;
  };

  beforeAll(async () => {
    world = await DeskWorld.start();
    family = someFamily(world);
    asker = await world.seat({ agency: ASKER, role: 'senior_practitioner', language });
  }, LIMIT_MS);
  afterAll(async () => { await world.end(); }, LIMIT_MS);

  describe('a whole check', () => {
    it('is posted to four agencies about a family that is pasted', async () => {
      await asker.at(asker.words.board.title);
      await asker.look('board, empty', { focus: 'heading' });
      reference = await post(asker, world, family, 'pasted');
      within('pasted', asker);
      await asker.look('sent', { focus: 'heading' });
    }, LIMIT_MS);

    it('is answered: nothing held', async () => {
      const school = await responder('school-north');
      await school.look('request, opened', { focus: 'heading' });
      await answerNothing(school);
      within('nothing', school);
      await school.look('answered');
      await answerNothing(await responder('health-north'));
    }, LIMIT_MS);

    it('is answered with three items that are pasted', async () => {
      const police = await responder('police-north');
      await answerItems(police, world);
      within('items', police);
    }, LIMIT_MS);

    it('is refused by one, on a ground and in writing', async () => {
      const housing = await responder('housing-north');
      await refuse(housing, world);
      within('refusal', housing);
    }, LIMIT_MS);

    it('is read as one chronology', async () => {
      await readChronology(asker, reference);
      within('chronology', asker);
      await asker.look('chronology', { focus: 'heading' });
      for (const { given, family: surname } of family.slice(0, 1)) await asker.page.getByText(`${given} ${surname}`).first().waitFor({ state: 'attached' });
    }, LIMIT_MS);

    it('is printed: every page with its marking, who printed it and its number', async () => {
      const { page, words: { chronology: { sheet } } } = asker;
      await printChronology(asker);
      within('print', asker);
      await asker.look('sheet');
      const rule = await page.evaluate(() => document.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)).join(' '));
      for (const part of ['size: a4 landscape', '@top-left', 'counter(pages)']) expect([part, rule.toLowerCase().includes(part)]).toEqual([part, true]);
      const pdf = await page.pdf({ tagged: true, preferCSSPageSize: true });
      expect([pdf.includes('/StructTreeRoot'), pdf.includes('/Marked true')]).toEqual([true, true]);
      if (SHOTS !== undefined) writeFileSync(join(SHOTS, `chronology-${language}.pdf`), pdf);
      await asker.button(sheet.back);
      await asker.page.goBack();
    }, LIMIT_MS);

    it('is decided, and everybody is told', async () => {
      await asker.at(asker.words.chronology.title);
      await decide(asker, world);
      within('decision', asker);
      await asker.look('decided');
    }, LIMIT_MS);

    it('comes back to whoever answered', async () => {
      const police = responders.get('police-north')!;
      await hearOutcome(police, reference);
      await police.look('outcome told');
    }, LIMIT_MS);

    it('is posted about a new family that is typed', async () => {
      await asker.page.goto('http://localhost/checks');
      await asker.unlockIfLocked();
      await asker.at(asker.words.board.title);
      await asker.look('board, decided');
      await post(asker, world, family, 'typed');
      within('typed', asker);
    }, LIMIT_MS);

    it('left nothing where it should not lie, and every page as it should be', () => world.guards(), LIMIT_MS);
  });
}
