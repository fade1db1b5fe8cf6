import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AtDesk } from './at-desk.js';
import { checkFrom, type SentCheck } from './by-machine.js';
import { ASKER, DeskWorld } from './desk-world.js';
import { anyCount, filled } from './words.js';
import { openRequest } from './journey.js';

/* F20: where somebody may look on, names are initials until one is looked at; and whoever knows somebody in a check does not keep it. The asking side in Welsh, the asked in English. */
const LIMIT_MS = 180_000;
const ASKED = ['police-north'] as const;

let world: DeskWorld;
let asker: AtDesk;
let police: AtDesk;
let check: SentCheck;

beforeAll(async () => {
  world = await DeskWorld.start();
  check = await checkFrom(world, ASKED);
  asker = await world.seat({ agency: ASKER, role: 'senior_practitioner', language: 'cy' });
  police = await world.seat({ agency: 'police-north', role: 'responder' });
}, LIMIT_MS);
afterAll(async () => { await world.end(); }, LIMIT_MS);

const letters = (between: string): string => check.name.split(' ').map((word) => `${word[0]}${between}`).join('');
const holdsName = async ({ page }: AtDesk): Promise<boolean> => (await page.content()).includes(check.name.split(' ')[1]!);

describe('names', () => {
  it('are hidden on the board, and one is shown as long as it has the focus', async () => {
    const { page, words: { board, frame } } = asker;
    await asker.at(board.title);
    const show = page.getByRole('button', { name: anyCount(board, 'showNames') });
    const hide = page.getByRole('button', { name: board.hideNames, exact: true });
    await asker.shown(show.or(hide).first());
    if (await show.isVisible()) await asker.press(show);
    await asker.press(hide);
    const one = page.getByRole('button', { name: new RegExp(`^${letters('\\.')}, 2019`, 'u') });
    await asker.shown(one);
    expect([await hide.getAttribute('aria-pressed'), await holdsName(asker)]).toEqual(['true', false]);
    await asker.look('board, names hidden');
    await one.focus();
    await asker.shown(page.getByText(check.name));
    await asker.look('board, one name shown');
    await page.getByRole('button', { name: frame.lockNow }).focus();
    await asker.shown(one);
    expect(await holdsName(asker)).toBe(false);
  }, LIMIT_MS);

  it('stay hidden on the pages that come after, until somebody says otherwise', async () => {
    const { page, words: { board, check: words } } = asker;
    await page.locator('a.desk-board__open').first().click();
    await asker.at(words.title);
    await asker.shown(page.getByRole('button', { name: words.people.hideNames, pressed: true }));
    expect(await holdsName(asker)).toBe(false);
    await asker.button(words.people.hideNames);
    await asker.shown(page.getByText(check.name).first());
    await asker.link(words.back);
    await asker.at(board.title);
    await asker.shown(page.getByText(check.name));
  }, LIMIT_MS);

  it('are hidden by whoever is asked, from the question to the inbox, and nothing of it is on the device', async () => {
    const { page, words: { answer, inbox } } = police;
    await openRequest(police, check.reference);
    await police.shown(page.getByText(check.name).first());
    await police.button(answer.question.hideNames);
    await police.look('request, names hidden');
    await police.link(answer.back);
    await police.at(inbox.title);
    await police.shown(page.getByText(filled(inbox.people, { number: 1 }), { exact: true }));
    await police.look('inbox, names hidden');
    expect(await holdsName(police)).toBe(false);
    await police.button(answer.question.hideNames);
    await police.shown(page.getByText(letters(' ').trim(), { exact: true }));
    const { local, session, databases } = await police.desktop.kept();
    expect([Object.keys(local), session, databases]).toEqual([['lateral.marks'], 0, 0]);
  }, LIMIT_MS);
});

describe('whoever asked and knows somebody in it', () => {
  it('leaves the check to a colleague, and does not see it any more', async () => {
    const { page, words: { board, check: words, frame } } = asker;
    await page.locator('a.desk-board__open').first().click();
    await asker.at(words.title);
    const address = page.url();
    world.watch.meant.push(/\/v1\/checks\/LC-[^/]+$/u);
    await asker.button(words.act.recuse);
    await asker.look('leaving the check');
    await asker.button(words.recuse.go);
    await asker.at(board.title);
    await page.goto(address);
    await asker.unlockIfLocked();
    await asker.at(frame.notHere.title);
    expect(await holdsName(asker)).toBe(false);
  }, LIMIT_MS);

  it('left nothing where it should not lie', () => world.guards(), LIMIT_MS);
});
