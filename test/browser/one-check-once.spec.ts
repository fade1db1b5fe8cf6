import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AtDesk } from './at-desk.js';
import { ASKER, DeskWorld } from './desk-world.js';
import { sendCheck, someFamily, writeCheck } from './journey.js';
import { filled } from './words.js';

/* F17: a hub that stops, an answer that is lost, a double click, a second window, the way back: one check, and no word lost. In English and in Welsh by turns. */
const LIMIT_MS = 180_000;
const ASKED = ['police-north'] as const;
const POST = '**/v1/checks';
const LIST = '**/v1/checks?*';

let world: DeskWorld;
let asker: AtDesk;
let before: number;
let isWelsh = false;

async function checks(): Promise<number> {
  const [row] = await world.people.door.database.sql<{ n: number }>('select count(*)::int as n from lateral_check');
  return row?.n ?? -1;
}

beforeAll(async () => {
  world = await DeskWorld.start();
  asker = await world.seat({ agency: ASKER, role: 'senior_practitioner' });
  world.watch.meant.push(/\/v1\/|\/health|\/pin\.json/u);
}, LIMIT_MS);
afterAll(async () => { await world.end(); }, LIMIT_MS);
beforeEach(async () => {
  await asker.page.unrouteAll();
  await asker.speak(isWelsh ? 'cy' : 'en');
  isWelsh = !isWelsh;
  await asker.page.goto('http://localhost/checks');
  await asker.unlockIfLocked();
  await asker.at(asker.words.board.title);
  before = await checks();
  await writeCheck(asker, world, someFamily(world), 'pasted', ASKED);
}, LIMIT_MS);

/** The next check that is posted arrives, and its answer gets lost. */
async function loseAnswer(page: AtDesk['page']): Promise<void> {
  await page.route(POST, async (route) => {
    await route.fetch({ url: route.request().url().replace('http://localhost', `http://127.0.0.1:${world.wire.port}`) });
    await route.abort();
  }, { times: 1 });
}

const go = (): ReturnType<AtDesk['page']['getByRole']> => asker.page.getByRole('button', { name: filled(asker.words.newCheck.send.go_one, { count: 1 }), exact: true });

describe('one check', () => {
  it('is kept where the hub has stopped, and sent once it is there again', async () => {
    const { page, words: { newCheck } } = asker;
    await world.people.door.stop();
    await go().click();
    await asker.shown(page.getByText(newCheck.send.away).first());
    await asker.look('not sent', { focus: 'summary' });
    await world.people.door.restart();
    await sendCheck(asker, ASKED);
    expect(await checks()).toBe(before + 1);
  }, LIMIT_MS);

  it('is one where only the answer was lost, and the button is pressed once more', async () => {
    const { page, words: { newCheck } } = asker;
    // The page hears from no list that its check is there.
    await page.route(LIST, (route) => route.fulfill({ json: { items: [], next: null } }));
    await loseAnswer(page);
    await go().click();
    await asker.shown(page.getByText(newCheck.send.away).first());
    expect(await checks()).toBe(before + 1);
    await go().click();
    await asker.at(newCheck.sent.title);
    expect(await checks()).toBe(before + 1);
  }, LIMIT_MS);

  it('is one where the page hears by itself that it was sent', async () => {
    const { page, words: { newCheck } } = asker;
    await loseAnswer(page);
    await go().click();
    await page.getByRole('button', { name: newCheck.already.go, exact: true }).click();
    await asker.at(newCheck.sent.title);
    expect([await go().count(), await checks()]).toEqual([0, before + 1]);
  }, LIMIT_MS);

  it('is one however often it is pressed, and the way back sends no second', async () => {
    const { page, words: { newCheck } } = asker;
    await go().dblclick();
    await asker.at(newCheck.sent.title);
    expect(await checks()).toBe(before + 1);
    await page.goBack();
    await page.waitForFunction((title) => document.querySelector('h1') !== null && !(document.querySelector('h1')?.textContent ?? '').endsWith(title), newCheck.sent.title);
    expect([await go().count(), await checks()]).toEqual([0, before + 1]);
  }, LIMIT_MS);

  it('is one from two windows', async () => {
    const { page, desktop: { context }, words: { unlock, newCheck } } = asker;
    const other = await context.newPage();
    await other.goto(page.url());
    await other.getByText(unlock.otherWays).click();
    await other.getByLabel(unlock.code, { exact: true }).fill(asker.recoveryCode);
    await other.getByRole('button', { name: unlock.codeGo }).click();
    await other.getByRole('button', { name: filled(newCheck.send.go_one, { count: 1 }), exact: true }).waitFor();
    await sendCheck(asker, ASKED);
    await other.reload();
    await other.getByText(unlock.otherWays).click();
    await other.getByLabel(unlock.code, { exact: true }).fill(asker.recoveryCode);
    await other.getByRole('button', { name: unlock.codeGo }).click();
    await other.getByRole('heading', { level: 1 }).filter({ hasNotText: unlock.title }).waitFor();
    await other.getByRole('button', { name: filled(newCheck.send.go_one, { count: 1 }), exact: true }).waitFor({ state: 'hidden' });
    expect(await checks()).toBe(before + 1);
    await other.close();
  }, LIMIT_MS);

  it('left nothing where it should not lie', () => world.guards(), LIMIT_MS);
});
