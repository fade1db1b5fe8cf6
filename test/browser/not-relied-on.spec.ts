import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Route } from 'playwright-core';
import type { HandOverReply } from '@lateral/contracts';
import { recordsOf } from '../world/stored.js';
import type { AtDesk } from './at-desk.js';
import { ASKER, DeskWorld } from './desk-world.js';
import { fromInbox, openRequest, requestFrom } from './journey.js';

/* F16 and F20, and a hub that is away: what is not shown, what is handed on, and what stays readable. */
const LIMIT_MS = 180_000;
/** Words of the question that is sent. */
const WITHIN = /Meadow|kitchen|bruis/iu;

let world: DeskWorld;
let police: AtDesk;

beforeAll(async () => {
  world = await DeskWorld.start();
  police = await world.seat({ agency: 'police-north', role: 'responder' });
}, LIMIT_MS);
afterAll(async () => { await world.end(); }, LIMIT_MS);

/** One bit of what is sealed, on its way to the reader. */
async function spoilt(route: Route): Promise<void> {
  const response = await route.fetch({ url: route.request().url().replace('http://localhost', `http://127.0.0.1:${world.wire.port}`) });
  const reply = (await response.json()) as HandOverReply;
  const bytes = Buffer.from(reply.envelope.content, 'base64url');
  bytes[Math.floor(bytes.length / 2)]! ^= 1;
  await route.fulfill({ response, json: { ...reply, envelope: { ...reply.envelope, content: bytes.toString('base64url') } } });
}

describe('a request that was changed on its way', () => {
  it('is shown in red, and nothing of it', async () => {
    const reference = await requestFrom(world, ASKER, ['police-north']);
    const { page, words: { frame, answer } } = police;
    await page.route('**/hand-over', spoilt);
    await fromInbox(police, reference);
    await police.shown(page.getByRole('heading', { name: frame.notRelied.title.question }));
    expect([await page.getByRole('radio', { name: answer.way.nothing }).count(), WITHIN.test(await page.locator('main').innerText())]).toEqual([0, false]);
    await police.look('not relied on');
    await page.unroute('**/hand-over');
    await expect(recordsOf(world.people.door.database, 'envelope.refused.v1')).resolves.toHaveLength(1);
  }, LIMIT_MS);
});

describe('while the hub is away', () => {
  it('what is open stays readable, from page to page, and it is said', async () => {
    const reference = await requestFrom(world, ASKER, ['police-north']);
    await police.speak('cy');
    const { page, words: { answer, frame, inbox } } = police;
    world.watch.meant.push(/\/v1\/|\/health/u);
    await openRequest(police, reference);
    const shown = await page.locator('.desk-question').innerText();
    world.wire.cut();
    await page.getByRole('link', { name: answer.back, exact: true }).click();
    await police.at(inbox.title);
    await police.shown(page.getByText(frame.away.title));
    await police.look('inbox, hub away');
    await page.getByRole('link', { name: reference, exact: true }).click();
    await police.at(answer.title);
    await page.waitForFunction((words) => document.querySelector('.desk-question')?.textContent?.includes(words) === true, shown.split('\n').find((line) => line.length > 20) ?? '');
    world.wire.mend();
    await page.getByText(frame.away.title).waitFor({ state: 'hidden' });
  }, LIMIT_MS);
});

describe('somebody who knows someone in it', () => {
  it('hands it on, and does not see it any more', async () => {
    const reference = await requestFrom(world, ASKER, ['police-north']);
    const { page, words: { answer, inbox } } = police;
    await openRequest(police, reference);
    const address = page.url();
    await police.button(answer.recuse.say);
    await police.look('handing on');
    await police.button(answer.recuse.go);
    await police.at(inbox.title);
    await page.getByRole('link', { name: reference, exact: true }).waitFor({ state: 'hidden' });
    await page.goto(address);
    await police.unlockIfLocked();
    await police.at(police.words.frame.notHere.title);
    await police.look('not here');
  }, LIMIT_MS);

  it('left nothing where it should not lie', () => world.guards(), LIMIT_MS);
});
