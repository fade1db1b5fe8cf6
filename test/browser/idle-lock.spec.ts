import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AtDesk } from './at-desk.js';
import { checkFrom, type SentCheck } from './by-machine.js';
import { DeskWorld } from './desk-world.js';
import { openRequest } from './journey.js';

/* F15: a shared PC. After ten minutes with nobody there the keys are gone and so are the words; one press brings both back, where they were. */
const LIMIT_MS = 180_000;
const MINUTE_MS = 60_000;

let world: DeskWorld;
let responder: AtDesk;
let check: SentCheck;
let text: string;

beforeAll(async () => {
  world = await DeskWorld.start();
  check = await checkFrom(world, ['police-north', 'school-north']);
}, LIMIT_MS);
afterAll(async () => { await world.end(); }, LIMIT_MS);

describe.each([['police-north', 'en'], ['school-north', 'cy']] as const)('with an answer half written (%s, %s)', (agency, language) => {
  it('after eight minutes it is said that Lateral will lock', async () => {
    responder = await world.seat({ agency, role: 'responder', language });
    await responder.page.clock.install();
    const { page, words: { answer, frame } } = responder;
    await openRequest(responder, check.reference);
    await responder.choose(answer.way.refuse);
    text = `It would end what is under way ${world.planter.word()}.`;
    await page.locator('#written-reasons').pressSequentially(text);
    await page.clock.runFor(8 * MINUTE_MS + 2_000);
    await responder.shown(page.getByRole('heading', { name: frame.idle.title }));
    await responder.look('about to lock');
  }, LIMIT_MS);

  it('after ten it is locked: the worker with the keys is gone, and so are words and request', async () => {
    const { page, words: { unlock } } = responder;
    const [held] = page.workers();
    await page.clock.runFor(2 * MINUTE_MS);
    await responder.shown(page.getByRole('button', { name: unlock.passkey }));
    expect([held !== undefined, page.workers().includes(held!)]).toEqual([true, false]);
    for (const hidden of [text, 'Corey', world.planter.prefix]) expect([hidden, (await page.content()).includes(hidden)]).toEqual([hidden, false]);
    await responder.look('locked');
  }, LIMIT_MS);

  it('one press brings the words back, and the focus to where it was', async () => {
    const { page } = responder;
    await responder.unlock();
    await responder.shown(page.locator('#written-reasons'));
    await page.waitForFunction(() => document.activeElement?.id === 'written-reasons');
    expect(await page.locator('#written-reasons').inputValue()).toBe(text);
    expect(await page.locator('#written-reasons').evaluate((field: HTMLTextAreaElement) => field.selectionEnd)).toBe(text.length);
  }, LIMIT_MS);
});

describe('all of it', () => {
  it('left nothing where it should not lie', () => world.guards(), LIMIT_MS);
});
