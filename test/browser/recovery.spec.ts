import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeRoster, Custodian } from '../world/custodians.js';
import type { AtDesk } from './at-desk.js';
import { answerFrom, checkFrom, type SentCheck } from './by-machine.js';
import { ASKER, DeskWorld } from './desk-world.js';
import { openAnswers, openRequest } from './journey.js';
import { filled, like } from './words.js';

/* F03, and F01 in Welsh: a lost computer. In another browser the sheet on paper brings somebody back; where that is lost too two custodians do. What was sealed before opens again, and whoever corresponds with them is told of the new key. */
const LIMIT_MS = 180_000;
const [POLICE, SCHOOL] = ['police-north', 'school-north'] as const;

let world: DeskWorld;
let check: SentCheck;
/** Answered before, with the key that is lost afterwards. */
let answered: SentCheck;

beforeAll(async () => {
  world = await DeskWorld.start();
  check = await checkFrom(world, [POLICE, SCHOOL]);
  answered = await checkFrom(world, [SCHOOL]);
  await answerFrom(world, answered, SCHOOL, [{ eventDate: '2026-03-03', text: `Seen in the playground ${world.planter.word()}.` }]);
  // No passkey here yet; and every session that there was has ended.
  world.watch.meant.push(/\/v1\/passkeys\/options$/u, /\/v1\/requests\?limit=100$/u);
}, LIMIT_MS);
afterAll(async () => { await world.end(); }, LIMIT_MS);

async function readsIt(person: AtDesk): Promise<void> {
  await openRequest(person, check.reference);
  await person.shown(person.page.getByText(check.name).first());
}

/** As far as the lock: the provider may know them still. */
async function toTheLock({ page, words: { unlock } }: AtDesk, agency: string): Promise<void> {
  const choice = page.getByRole('button', { name: world.people.subjectOf(agency, 'responder'), exact: true });
  const locked = page.getByRole('button', { name: unlock.passkey });
  await choice.or(locked).first().waitFor();
  if (await choice.isVisible()) await choice.click();
  await locked.waitFor();
}

describe('by the sheet on paper', () => {
  let back: AtDesk;

  it('the key is unlocked where its passkey never was', async () => {
    const { recoveryCode, desktop } = await world.seat({ agency: POLICE, role: 'responder' });
    await desktop.context.clearCookies();
    back = await world.arrive({ agency: POLICE, role: 'responder', language: 'cy' });
    const { page, words: { unlock, frame } } = back;
    await back.at(unlock.title);
    await page.getByText(unlock.otherWays).click();
    await page.locator('#recovery-code').fill(recoveryCode);
    await back.look('unlock, other ways');
    await back.button(unlock.codeGo);
    await back.shown(page.getByRole('button', { name: frame.lockNow }));
  }, LIMIT_MS);

  it('a new passkey is made, for which the agency\'s own sign-in stands in, and what was sealed before opens', async () => {
    const { page, desktop: { context }, words: { account } } = back;
    await page.locator('header a[href="/account"]').click();
    await back.at(account.title);
    await back.button(account.ways.passkey);
    const instead = page.getByRole('button', { name: account.ways.atProvider, exact: true });
    await back.shown(instead);
    await back.look('account, no passkey here');
    const [provider] = await Promise.all([context.waitForEvent('page'), back.press(instead)]);
    await provider.getByRole('button', { name: world.people.subjectOf(POLICE, 'responder'), exact: true }).click();
    await page.locator('#announced').getByText(account.ways.added).waitFor({ state: 'attached' });
    await readsIt(back);
    expect(await back.desktop.gestures()).toBe(1);
  }, LIMIT_MS);
});

describe('by two custodians', () => {
  let custodians: [Custodian, Custodian];
  let before: AtDesk;
  let back: AtDesk;
  let words: string[];

  it('every way in that there was ends', async () => {
    custodians = await Custodian.both(world.people.door, SCHOOL);
    before = await world.seat({ agency: SCHOOL, role: 'responder' });
    await readsIt(before);
    await custodians[0].post(`/v1/members/${world.people.memberOf(SCHOOL, 'responder')}/start-again`, {});
    await before.page.goto('http://localhost/inbox');
    await before.page.waitForURL('http://localhost/sign-in');
    expect(await before.page.getByText(check.name).count()).toBe(0);
  }, LIMIT_MS);

  it('another passkey, another key and another sheet are made in another browser', async () => {
    back = await world.arrive({ agency: SCHOOL, role: 'responder', language: 'cy' });
    const { page, words: { firstUse } } = back;
    await back.at(firstUse.passkey.title);
    await back.look('start again, passkey', { focus: 'heading' });
    await back.button(firstUse.passkey.make);
    await back.at(firstUse.key.title);
    await back.button(firstUse.key.make);
    await back.at(firstUse.sheet.title);
    const code = (await page.locator('#recovery-code').innerText()).split('-');
    expect(code.join('-')).not.toBe(before.recoveryCode);
    await back.button(firstUse.sheet.printed);
    await back.at(firstUse.proof.title);
    for (const [at, group] of code.entries()) {
      const field = page.getByLabel(filled(firstUse.proof.group, { place: at + 1 }), { exact: true });
      if (await field.isVisible()) await field.fill(group);
    }
    await back.button(firstUse.go);
    await back.at(firstUse.words.title);
    // To a custodian they are read in the language of their page.
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Read these words to a custodian' }).waitFor();
    words = await page.locator('ol.desk-words li').allInnerTexts();
    await page.getByRole('link', { name: 'Cymraeg' }).click();
    await back.at(firstUse.words.title);
    await back.button(firstUse.go);
    await back.at(firstUse.wait.title);
    await back.look('start again, waiting', { focus: 'heading' });
  }, LIMIT_MS);

  it('two custodians compare its words and sign; what was sealed before opens, and the old passkey opens nothing', async () => {
    const { words: { firstUse } } = back;
    const member = world.people.memberOf(SCHOOL, 'responder');
    await changeRoster(custodians, { join: [await custodians[0].compared(member, words)] });
    await back.button(firstUse.wait.again);
    await toTheLock(back, SCHOOL);
    await readsIt(back);
    await before.page.goto(`http://localhost/v1/sign-in/start?agency=${SCHOOL}`);
    await toTheLock(before, SCHOOL);
    await before.button(before.words.unlock.passkey);
    await before.page.locator('.govuk-error-summary').waitFor();
    await before.at(before.words.unlock.title);
    expect(await before.page.getByText(check.reference).count()).toBe(0);
  }, LIMIT_MS);

  it('whoever corresponds with them sees, beside what they signed, that they have a new key, since when, and who confirmed it', async () => {
    const asker = await world.seat({ agency: ASKER, role: 'senior_practitioner' });
    for (const language of ['en', 'cy'] as const) {
      await asker.speak(language);
      const { page, words: { check: { title }, codes: { keyNews } } } = asker;
      const news = page.getByText(like(keyNews.person.custodians.replace('{{agency}}', SCHOOL)));
      await openAnswers(asker, answered.reference);
      await asker.shown(news);
      await asker.look('answers, new key');
      await page.locator(`a[href="/checks/${answered.reference}"]`).first().click();
      await asker.at(title);
      await asker.shown(page.locator('section.govuk-summary-card').filter({ has: news }));
      await asker.look('check, new key');
    }
  }, LIMIT_MS);

  it('left nothing where it should not lie', () => world.guards(), LIMIT_MS);
});
