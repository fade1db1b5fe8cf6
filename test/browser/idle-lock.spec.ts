import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AtDesk } from './at-desk.js';
import { ASKER, DeskWorld } from './desk-world.js';
import { openRequest, requestFrom } from './journey.js';

/* F15: a shared PC. After ten minutes with nobody there the keys are gone and so are the words; one press brings both back, where they were. */
const LIMIT_MS = 120_000;
const MINUTE_MS = 60_000;

let world: DeskWorld;
let police: AtDesk;
let reference: string;
let text: string;

beforeAll(async () => {
  world = await DeskWorld.start();
  reference = await requestFrom(world, ASKER, ['police-north']);
  police = await world.seat({ agency: 'police-north', role: 'responder' });
  await police.page.clock.install();
}, LIMIT_MS);
afterAll(async () => { await world.end(); }, LIMIT_MS);

describe('with an answer half written', () => {
  it('after eight minutes it is said that Lateral will lock', async () => {
    const { page, words: { answer, frame } } = police;
    await openRequest(police, reference);
    await police.choose(answer.way.refuse);
    text = `It would end what is under way ${world.planter.word()}.`;
    await page.locator('#written-reasons').pressSequentially(text);
    await page.clock.runFor(8 * MINUTE_MS + 2_000);
    await police.shown(page.getByRole('heading', { name: frame.idle.title }));
    await police.look('about to lock');
  }, LIMIT_MS);

  it('after ten it is locked: no worker, no words, nothing of the request', async () => {
    const { page, words: { unlock } } = police;
    await page.clock.runFor(2 * MINUTE_MS);
    await police.shown(page.getByRole('button', { name: unlock.passkey }));
    expect(page.workers()).toHaveLength(0);
    for (const hidden of [text, 'Said at school', world.planter.prefix]) expect([hidden, (await page.content()).includes(hidden)]).toEqual([hidden, false]);
    await police.look('locked');
  }, LIMIT_MS);

  it('one press brings the words back, and the focus to where it was', async () => {
    const { page } = police;
    await police.unlock();
    await police.shown(page.locator('#written-reasons'));
    await page.waitForFunction(() => document.activeElement?.id === 'written-reasons');
    expect(await page.locator('#written-reasons').inputValue()).toBe(text);
    expect(await page.locator('#written-reasons').evaluate((field: HTMLTextAreaElement) => field.selectionEnd)).toBe(text.length);
  }, LIMIT_MS);

  it('left nothing where it should not lie', () => world.guards(), LIMIT_MS);
});
