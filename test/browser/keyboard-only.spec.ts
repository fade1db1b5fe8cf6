import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../apps/desk/src/words/languages.js';
import type { AtDesk } from './at-desk.js';
import { ASKER, DeskWorld } from './desk-world.js';
import { pasted, sent, someFamily, whyAsked } from './journey.js';
import { Keyboard } from './keyboard.js';
import { filled } from './words.js';

/* A check and two answers to it with no pointer at all; one of the answers in Welsh. */
const LIMIT_MS = 180_000;
const ASKED = ['police-north', 'school-north'] as const;

let world: DeskWorld;
let reference: string;

beforeAll(async () => { world = await DeskWorld.start(); }, LIMIT_MS);
afterAll(async () => { await world.end(); }, LIMIT_MS);

async function open(agency: (typeof ASKED)[number], language: Language): Promise<{ responder: AtDesk; keys: Keyboard }> {
  const responder = await world.seat({ agency, role: 'responder', language });
  const keys = new Keyboard(responder);
  await responder.at(responder.words.inbox.title);
  await keys.press(responder.page.getByRole('link', { name: reference, exact: true }));
  await responder.at(responder.words.answer.title);
  return { responder, keys };
}

describe('by keyboard alone', () => {
  it('a check is posted', async () => {
    const asker = await world.seat({ agency: ASKER, role: 'senior_practitioner' });
    const { page, words: { board, newCheck, codes } } = asker;
    const keys = new Keyboard(asker);
    const goOn = (): Promise<void> => keys.press(page.getByRole('button', { name: newCheck.goOn, exact: true }));
    await asker.at(board.title);
    await keys.press(page.getByRole('button', { name: board.start, exact: true }).or(page.getByRole('link', { name: board.start, exact: true })));
    await asker.at(newCheck.pages.people);
    await keys.type('paste', pasted(someFamily(world)));
    await keys.press(page.getByRole('button', { name: newCheck.paste.sort, exact: true }));
    await page.locator('#p3-given').waitFor();
    await keys.type('what-happened', `Bruise seen ${world.planter.word()}`);
    await goOn();
    await asker.at(newCheck.pages.ask);
    await keys.choose(newCheck.purposes.decide_threshold);
    for (const agency of ASKED) await keys.press(page.getByRole('checkbox', { name: agency, exact: true }), 'Space');
    await goOn();
    await asker.at(newCheck.pages.why);
    await keys.type('why', whyAsked(world));
    await keys.choose(codes.lessIntrusive.none_workable);
    await keys.choose(newCheck.told.risk_to_child);
    await goOn();
    await asker.at(newCheck.pages.send);
    await keys.press(page.getByRole('button', { name: filled(newCheck.send.go_other, { count: ASKED.length }), exact: true }));
    await asker.at(newCheck.sent.title);
    reference = decodeURIComponent(new URL(page.url()).pathname.split('/')[2] ?? '');
    expect(keys.wrong).toEqual([]);
  }, LIMIT_MS);

  it('it is answered: nothing held', async () => {
    const { responder, keys } = await open('school-north', 'en');
    const { page, words: { answer } } = responder;
    await keys.choose(answer.way.nothing);
    await keys.choose(answer.nothing.not_known);
    await keys.press(page.locator('input[name="systems"]').first(), 'Space');
    await keys.press(page.getByRole('button', { name: answer.send.nothing, exact: true }));
    await sent(responder);
    expect(keys.wrong).toEqual([]);
  }, LIMIT_MS);

  it('it is answered with items', async () => {
    const { responder, keys } = await open('police-north', 'cy');
    const { page, words: { answer } } = responder;
    await keys.choose(answer.way.share);
    await keys.type('pasted', `12/03/2024 Called to the address by a neighbour ${world.planter.word()}.\n01/03/2026 Noise at the address, no offences ${world.planter.word()}.`);
    await keys.press(page.getByRole('button', { name: answer.items.sort, exact: true }));
    await keys.press(page.getByRole('button', { name: answer.items.confirmAll, exact: true }));
    await keys.press(page.locator('input[name="systems"]').first(), 'Space');
    await keys.type('why', `It tells whether the child is safe to go home tonight, which has to be decided ${world.planter.word()}.`);
    await keys.choose(answer.reasons.left.other_people);
    await keys.choose(answer.reasons.harms.limits_set);
    await page.keyboard.press('Control+Enter');
    await sent(responder);
    expect(keys.wrong).toEqual([]);
  }, LIMIT_MS);

  it('left nothing where it should not lie', () => world.guards(), LIMIT_MS);
});
