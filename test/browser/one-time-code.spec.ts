import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OneTimeCodeReply, OpenCheckBody, PostedReply } from '@lateral/contracts';
import type { MessageBody } from '@lateral/envelope';
import { lockPersonalKey, newRecoveryCode } from '@lateral/envelope/keys';
import { SystemRandom } from '@lateral/platform';
import { REQUEST_BODY } from '@lateral/testing/envelope';
import { accepted } from '../world/check-scene.js';
import { Custodian } from '../world/custodians.js';
import { peopleWorld, type PeopleWorld } from '../world/people-world.js';
import { recordsOf } from '../world/stored.js';
import { Desktop, Wire } from './chromium.js';
import { builtPages } from './pages.js';

/*
 * A responder whose agency's sign-in lets nobody in: a custodian reads them a code, their own key is unlocked with the sheet on paper and
 * shows that it is they, and a red question is opened. What is not red is not there for them. Afterwards, in by the provider again, they
 * make a passkey here, which unlocks the next time.
 */
const SCHOOL = 'school-north';
const ORIGIN = 'http://localhost';
const QUESTION = 'Who collected the children on Friday?';
const PHRASE = 'lantern orchard pebble silver windmill';
const SHOTS = process.env['LATERAL_SHOTS'];
const random = new SystemRandom();

let world: PeopleWorld;
let custodian: Custodian;
let wire: Wire;
let desktop: Desktop;
let member: string;
let recoveryCode: string;
let [red, amber] = ['', ''];
let [redReference, amberReference] = ['', ''];

async function picture(name: string): Promise<void> {
  if (SHOTS !== undefined) await desktop.page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
}
async function unlockByCode(): Promise<void> {
  await desktop.page.getByLabel('Recovery code', { exact: true }).fill(recoveryCode);
  await desktop.press('Unlock with the code');
}

beforeAll(async () => {
  if (SHOTS !== undefined) await mkdir(SHOTS, { recursive: true });
  world = await peopleWorld({ settings: { HUB_PAGES: await builtPages() } });
  [custodian] = await Custodian.both(world.door, SCHOOL);
  wire = await Wire.to(world.door.hub.port);
  desktop = await Desktop.open(wire.port);
  member = world.memberOf(SCHOOL, 'responder');
  const machine = await world.door.signInAs(SCHOOL, member);
  recoveryCode = newRecoveryCode(random);
  const { locked } = await lockPersonalKey({ agency: SCHOOL, member, key: machine.client.personal, random, secrets: [{ kind: 'passphrase', passphrase: PHRASE }, { kind: 'recovery-code', code: recoveryCode }] });
  accepted(await machine.put('/v1/locked-keys/mine', locked));
  const asker = await world.door.signIn('csc-north');
  for (const urgency of ['amber', 'red'] as const) {
    const body: OpenCheckBody = await asker.checkTo([SCHOOL], { coded: { urgency }, body: { ...REQUEST_BODY, question: urgency === 'red' ? QUESTION : 'Something that can wait?' } as MessageBody });
    const { reference } = accepted<PostedReply>(await asker.post('/v1/checks', body));
    if (urgency === 'red') [red, redReference] = [body.requests[0]!.id, reference];
    else [amber, amberReference] = [body.requests[0]!.id, reference];
  }
}, 180_000);
afterAll(async () => {
  await desktop.close();
  await wire.end();
  await world.end();
});

describe('a one-time code', () => {
  it('is entered where nobody is signed in, and says no more than that it is not good', async () => {
    const { page } = desktop;
    await page.goto(`${ORIGIN}/inbox`);
    await page.waitForURL(`${ORIGIN}/sign-in`);
    await page.getByRole('link', { name: 'I have a one-time code from a custodian' }).click();
    await desktop.at('Sign in with a one-time code');
    await desktop.press('Sign in');
    await page.getByRole('alert').getByText('Enter your one-time code').waitFor();
    expect(await page.title()).toBe('Error: Sign in with a one-time code – Lateral');
    await page.getByLabel('Your agency').selectOption(SCHOOL);
    await page.getByLabel('Your pseudonym').fill(member);
    await page.getByLabel('One-time code', { exact: true }).fill('AAAA-AAAA-AAAA-AAAA');
    await desktop.press('Sign in');
    await page.getByRole('alert').getByText('This code is not good').waitFor();
    await picture('code-1-refused');
    await page.getByRole('link', { name: 'Cymraeg' }).click();
    await page.getByRole('heading', { level: 1, name: 'Mewngofnodi â chod untro' }).waitFor();
    await picture('code-1-cy');
    await page.getByRole('link', { name: 'English' }).click();
  }, 60_000);

  it('lets somebody in whose own key shows that it is they, and who sees what is red and nothing else', async () => {
    const { page } = desktop;
    const { code } = await custodian.post<OneTimeCodeReply>('/v1/one-time-codes', { member });
    await page.getByLabel('One-time code', { exact: true }).fill(code);
    await desktop.press('Sign in');
    await desktop.at('Unlock');
    expect(new URL(page.url()).pathname).toBe('/inbox');
    await page.getByText('You came in with a one-time code').waitFor();
    expect(await recordsOf(world.door.database, 'key.proved.v1')).toEqual([]);
    await picture('code-2-unlock');
    await unlockByCode();
    await desktop.at('Inbox');
    expect(await recordsOf(world.door.database, 'key.proved.v1')).toMatchObject([{ agency: SCHOOL, member }]);
    await page.getByRole('link', { name: redReference }).waitFor();
    expect(await page.getByText(amberReference).count()).toBe(0);
    expect(await page.getByText('Make a passkey on this computer').count()).toBe(0);
    await picture('code-3-inbox');
    await page.getByRole('link', { name: redReference }).click();
    await page.getByText(QUESTION, { exact: true }).first().waitFor();
    expect(await desktop.gestures()).toBe(0);
    await picture('code-4-open');
  }, 60_000);

  it('after a load the key shows itself no second time, and an amber question is not there by its address', async () => {
    const { page } = desktop;
    await page.goto(`${ORIGIN}/inbox/${amber}`);
    await desktop.at('Unlock');
    await unlockByCode();
    await page.getByText('This is not there').or(page.getByText('You cannot see this page')).first().waitFor();
    expect(await page.getByText('Something that can wait?').count()).toBe(0);
    expect(await recordsOf(world.door.database, 'key.proved.v1')).toHaveLength(1);
    await page.goto(`${ORIGIN}/inbox/${red}`);
    await unlockByCode();
    await desktop.press('Open');
    await page.getByText(QUESTION, { exact: true }).first().waitFor();
    await page.goto(`${ORIGIN}/account`);
    await unlockByCode();
    await desktop.at('Your account');
    await page.getByText('This one').waitFor();
    expect(await page.getByRole('button', { name: 'Make a passkey on this computer' }).count()).toBe(0);
    await picture('code-5-account');
    await desktop.press('Sign out');
    await page.waitForURL(`${ORIGIN}/signed-out`);
  }, 90_000);
});

describe('in by the provider again', () => {
  it('a passphrase unlocks, and a passkey is offered once, which unlocks the next time', async () => {
    const { page } = desktop;
    await page.goto(`${ORIGIN}/v1/sign-in/start?agency=${SCHOOL}`);
    await page.getByRole('button', { name: world.subjectOf(SCHOOL, 'responder'), exact: true }).click();
    await desktop.at('Unlock');
    expect(await page.getByRole('button', { name: 'Unlock with my passkey' }).count()).toBe(0);
    await page.getByLabel('Passphrase', { exact: true }).fill(PHRASE);
    await desktop.press('Unlock with the passphrase');
    await page.getByText('Make a passkey on this computer: next time one touch unlocks.').waitFor();
    await picture('offer-1');
    await desktop.press('Make a passkey');
    await page.getByText('Make a passkey on this computer: next time one touch unlocks.').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    expect(await desktop.gestures()).toBe(1);
    await page.goto(`${ORIGIN}/account`);
    await desktop.press('Unlock with my passkey');
    await desktop.at('Your account');
    expect(await page.getByText('next time one touch unlocks').count()).toBe(0);
    await picture('offer-2-account');
  }, 90_000);

  it('a new sheet is good once it was shown to be on paper, and the old one is not any more', async () => {
    const { page } = desktop;
    await desktop.press('Make a new recovery sheet');
    await desktop.press('Unlock with a passkey that I have');
    await desktop.at('Print your recovery sheet');
    const fresh = await page.locator('#recovery-code').innerText();
    expect(fresh).not.toBe(recoveryCode);
    await desktop.press('I have printed it');
    for (const field of await page.getByLabel(/^Group \d of the code$/).all()) {
      const place = /\d/.exec(await page.locator(`label[for="${await field.getAttribute('id') ?? ''}"]`).innerText())?.[0] ?? '';
      await field.fill(fresh.split('-')[Number(place) - 1] ?? '');
    }
    await desktop.press('Continue');
    await desktop.at('Use the new sheet');
    await picture('sheet-keep');
    await desktop.press('Use the new sheet from now on');
    await desktop.at('Your account');
    await desktop.press('Lock now');
    await page.getByText('Other ways to unlock').click();
    await unlockByCode();
    await page.getByRole('alert').getByText('That does not unlock your key').waitFor();
    recoveryCode = fresh;
    await unlockByCode();
    await desktop.at('Your account');
  }, 90_000);

  it('none of it said on the wire what unlocks the key, and no page complained', () => {
    for (const secret of [recoveryCode, recoveryCode.replaceAll('-', ''), PHRASE, PHRASE.split(' ')[0]!]) expect([secret, wire.bytes.includes(secret)]).toEqual([secret, false]);
    for (const word of ['"prf"', '"clientExtensionResults"', 'PRIVATE KEY']) expect([word, wire.sent.includes(word)]).toEqual([word, false]);
    const { console: errors, errors: thrown, policy } = desktop.complaints;
    expect([thrown, policy]).toEqual([[], []]);
    const expected = [/\/v1\/me$/, /\/v1\/sign-in\/code$/, /\/v1\/key-proofs$/, /\/v1\/key-log\/entries\?from=0$/, /\/v1\/requests\/[0-9a-f-]+$/];
    // What is not there for a code is noted by the page's own router too.
    expect(errors.filter(({ text }) => !/HubProblem: not-found/u.test(text)).filter(({ text, url }) => !text.startsWith('Failed to load resource') || !expected.some((path) => path.test(url)))).toEqual([]);
  });
});
