import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenCheckBody } from '@lateral/contracts';
import type { MessageBody } from '@lateral/envelope';
import { PRF_INPUT } from '@lateral/envelope/keys';
import { REQUEST_BODY } from '@lateral/testing/envelope';
import { bundlePages } from '../../tools/services/src/bundle-pages.mjs';
import { changeRoster, Custodian } from '../world/custodians.js';
import { peopleWorld, type PeopleWorld } from '../world/people-world.js';
import { Desktop, Wire } from './chromium.js';

/*
 * Somebody's first day, in a real browser: in through their agency's provider, a passkey, a key in the worker, the sheet on paper, two
 * custodians elsewhere, and a sealed question opened with one gesture. All bytes between browser and hub are kept and searched at the end.
 */
const SCHOOL = 'school-north';
const MEMBER = 'u-0123456789abcdef';
const ORIGIN = 'http://localhost';
/** What somebody could write who would like it to be more than words. */
const QUESTION = 'Have you been to this address since August? <img src=x onerror="complain(1)"><a href="javascript:complain(2)">here</a>';
/** Pictures for whoever wants to look; nothing is compared with them. */
const SHOTS = process.env['LATERAL_SHOTS'];

let world: PeopleWorld;
let custodians: [Custodian, Custodian];
let wire: Wire;
let desktop: Desktop;
let folder: string;
let words: string[];
let recoveryCode: string;

async function picture(name: string): Promise<void> {
  if (SHOTS !== undefined) await desktop.page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lateral-pages-'));
  if (SHOTS !== undefined) await mkdir(SHOTS, { recursive: true });
  await bundlePages(folder);
  world = await peopleWorld({ newcomers: ['new-head'], settings: { HUB_PAGES: folder } });
  custodians = await Custodian.both(world.door, SCHOOL);
  wire = await Wire.to(world.door.hub.port);
  desktop = await Desktop.open(wire.port);
}, 120_000);
afterAll(async () => {
  await desktop.close();
  await wire.end();
  await world.end();
  await rm(folder, { recursive: true, force: true });
});

describe('a first day', () => {
  it('begins at the own agency\'s provider', async () => {
    const { page } = desktop;
    await page.goto(`${ORIGIN}/`);
    await desktop.at('Sign in');
    await picture('1-sign-in');
    await page.getByRole('link', { name: SCHOOL }).click();
    await page.getByRole('button', { name: 'new-head' }).click();
    await desktop.at('Join your agency');
    await picture('1b-join');
    const { code } = await custodians[0].invite(MEMBER, ['responder']);
    await page.getByLabel('Invitation code').fill('AAAA-AAAA-AAAA-AAAA');
    await desktop.press('Continue');
    await page.getByRole('alert').getByText('This code is not good').waitFor();
    await page.getByLabel('Invitation code').fill(code);
    await page.keyboard.press('Enter');
    await desktop.at('Make your passkey and your key');
    await picture('2-keys');
  }, 60_000);

  it('makes a passkey, and in the worker a key', async () => {
    await desktop.press('Make my passkey');
    await desktop.page.getByRole('button', { name: 'Make my key' }).click();
    await desktop.at('Print your recovery sheet');
    await picture('3-sheet');
  }, 60_000);

  it('prints the recovery sheet: the code and nothing of the page about it', async () => {
    const { page } = desktop;
    recoveryCode = await page.locator('#recovery-code').innerText();
    expect(recoveryCode).toMatch(/^(?:[0-9A-Z]{4}-){7}[0-9A-Z]{4}$/);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('Lateral recovery sheet').isVisible()).toBe(true);
    expect(await page.getByText(recoveryCode).isVisible()).toBe(true);
    for (const hidden of ['I have printed it', 'Cymraeg', 'it is shown only once']) expect([hidden, await page.getByText(hidden).isVisible()]).toEqual([hidden, false]);
    const paper = await page.pdf({ format: 'A4', ...(SHOTS === undefined ? {} : { path: join(SHOTS, '3-sheet.pdf') }) });
    expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
    await picture('3-sheet-printed');
    await page.emulateMedia({ media: null });
    await desktop.press('I have printed it');
    await desktop.at('Read these words to a custodian');
    expect(await page.getByText(recoveryCode).count()).toBe(0);
    words = await page.locator('ol.words li').allInnerTexts();
    await picture('3b-words');
    await page.getByRole('button', { name: 'Cymraeg' }).click();
    await desktop.at('Darllenwch y geiriau hyn i geidwad');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('cy');
    await picture('3b-words-cy');
    await page.getByRole('button', { name: 'English' }).click();
    await desktop.press('Continue');
    await desktop.at('Two custodians now sign you in');
  }, 60_000);

  it('two custodians compare the words and sign; the person signs in again', async () => {
    await changeRoster(custodians, { join: [await custodians[0].compared(MEMBER, words)] });
    const asker = await world.door.signIn('csc-north');
    const body: OpenCheckBody = await asker.checkTo([SCHOOL], { body: { ...REQUEST_BODY, question: QUESTION } as MessageBody });
    expect((await asker.post('/v1/checks', body)).status).toBe(201);
    await desktop.page.getByRole('link', { name: 'Sign in again' }).click();
    const choice = desktop.page.getByRole('button', { name: 'new-head' });
    const isThere = desktop.page.getByRole('heading', { name: 'Unlock' });
    await choice.or(isThere).first().waitFor();
    if (await choice.isVisible()) await choice.click();
    await desktop.at('Unlock');
    await picture('4-unlock');
  }, 60_000);

  it('one gesture unlocks the key and opens the sealed question', async () => {
    const { page } = desktop;
    expect(await desktop.gestures()).toBe(0);
    await desktop.press('Unlock with my passkey');
    await desktop.at('Requests to your agency', 5_000);
    await page.getByRole('status').getByText('Your key is unlocked.').waitFor();
    await picture('5-inbox');
    await page.getByRole('button', { name: /^Open / }).click();
    await desktop.at('Request', 5_000);
    await page.getByText(QUESTION, { exact: true }).waitFor();
    expect(await page.locator('main :is(img, a, b)').count()).toBe(0);
    expect(await desktop.gestures()).toBe(1);
    await picture('5b-request');
  }, 60_000);

  it('locked again it shows nothing of it, and one gesture opens it as before', async () => {
    const { page } = desktop;
    const workers = page.workers().length;
    await desktop.press('Lock');
    await desktop.at('Unlock');
    expect(await page.getByText(QUESTION).count()).toBe(0);
    expect([workers, page.workers().length]).toEqual([1, 0]);
    await desktop.press('Unlock with my passkey');
    await desktop.at('Requests to your agency', 5_000);
    await page.getByRole('button', { name: /^Open / }).click();
    await desktop.at('Request', 5_000);
    expect(await desktop.gestures()).toBe(2);
  }, 60_000);

  it('the sheet unlocks it too', async () => {
    const { page } = desktop;
    await desktop.press('Lock');
    await desktop.at('Unlock');
    await page.getByText('Other ways to unlock').click();
    await page.getByLabel('Recovery code').fill(`${recoveryCode.slice(0, -1)}${recoveryCode.endsWith('A') ? 'B' : 'A'}`);
    await desktop.press('Unlock with the code');
    await page.getByRole('alert').getByText('That does not unlock your key').waitFor();
    await page.getByLabel('Recovery code').fill(recoveryCode);
    await desktop.press('Unlock with the code');
    await desktop.at('Requests to your agency');
    expect(await desktop.gestures()).toBe(2);
  }, 60_000);

  it('leaving the page locks it, and keeps nothing on the device but version marks', async () => {
    const { page, context } = desktop;
    expect(page.workers()).toHaveLength(1);
    await page.reload();
    await desktop.at('Unlock');
    expect(page.workers()).toHaveLength(0);
    const { local, ...rest } = await desktop.kept();
    expect(rest).toEqual({ session: 0, databases: 0, caches: 0, cookie: '', workers: 0 });
    expect(Object.keys(local)).toEqual(['lateral.marks']);
    const marks = JSON.parse(local['lateral.marks'] ?? '') as Record<string, unknown>;
    expect(Object.keys(marks).toSorted()).toEqual(['file', 'logs', 'root', 'rosters', 'v']);
    expect(marks).toMatchObject({ root: world.door.made.rootFingerprint, file: { version: 1 } });
    expect(JSON.stringify(marks)).not.toContain(MEMBER);
    const ours = (await context.cookies(ORIGIN)).filter(({ name }) => name.startsWith('lateral'));
    expect(ours.map(({ name, httpOnly, sameSite }) => ({ name, httpOnly, sameSite }))).toEqual([{ name: 'lateral', httpOnly: true, sameSite: 'Lax' }]);
  }, 60_000);

  it('is not shown an older directory than it has seen', async () => {
    const { page } = desktop;
    const newer = await page.evaluate(() => {
      const kept = localStorage.getItem('lateral.marks') ?? '';
      const marks = JSON.parse(kept) as { rosters: { version: number }[] };
      for (const mark of marks.rosters) mark.version += 1;
      localStorage.setItem('lateral.marks', JSON.stringify(marks));
      return kept;
    });
    await desktop.press('Unlock with my passkey');
    await page.getByRole('alert').getByText('rolled-back').waitFor();
    await picture('4b-rolled-back');
    await page.evaluate((kept) => { localStorage.setItem('lateral.marks', kept); }, newer);
    await page.reload();
    await desktop.at('Unlock');
  }, 60_000);

  it('shows the sessions and signs out', async () => {
    const { page } = desktop;
    await desktop.press('Unlock with my passkey');
    await desktop.at('Requests to your agency', 5_000);
    await desktop.press('Where you are signed in');
    await desktop.at('Where you are signed in');
    await page.getByText('this one').waitFor();
    await picture('6-sessions');
    await desktop.press('Sign out');
    await desktop.at('Sign in');
    expect(page.workers()).toHaveLength(0);
  }, 60_000);

  it('complained of nothing, and went nowhere else', () => {
    const { console: errors, errors: thrown, policy, origins, titles } = desktop.complaints;
    expect([thrown, policy]).toEqual([[], []]);
    // Chromium itself notes an answer that says no: nobody signed in yet, a mistyped code, and the key log that this world has none of.
    const expected = [/\/v1\/me$/, /\/v1\/invitations\/redemption$/, /\/v1\/key-log\/entries\?from=0$/];
    expect(errors.filter(({ text, url }) => !text.startsWith('Failed to load resource') || !expected.some((path) => path.test(url)))).toEqual([]);
    expect([...origins].toSorted()).toEqual([ORIGIN, `http://localhost:${world.provider.port}`].toSorted());
    for (const title of titles) for (const personal of [MEMBER, 'LC-', SCHOOL, 'csc-north']) expect([title, title.includes(personal)]).toEqual([title, false]);
  });

  it('said to nobody what unlocks the key, what is in it, or what was sealed', async () => {
    // The passkey's id went over this wire, so the search finds what was sent.
    const credential = /"credential":"([A-Za-z0-9_-]{20,})","clientData"/.exec(wire.sent.toString('latin1'))?.[1] ?? '';
    const prf = await desktop.prf(credential, PRF_INPUT);
    expect(prf).toHaveLength(32);
    const halves = [prf, prf.subarray(0, 16), prf.subarray(16)];
    // As text a run of bytes looks otherwise by where it begins in base64: its last sign is left out, and so is what fills it up.
    const forms = halves.flatMap((bytes) => [bytes.toString('hex'), bytes.toString('hex').toUpperCase(), bytes.toString('base64').replace(/=+$/, '').slice(0, -1), bytes.toString('base64url').slice(0, -1), [...bytes].join(',')]);
    const found = (): (string | Buffer)[] => [...forms, ...halves].filter((form) => wire.bytes.includes(form));
    expect(found()).toEqual([]);
    for (const secret of [recoveryCode, recoveryCode.replaceAll('-', ''), QUESTION, 'Dŵr-Ŷd']) expect([secret, wire.bytes.includes(secret)]).toEqual([secret, false]);
    // As names they stand in quotes: three letters alone are in some base64 by chance.
    for (const word of ['"prf"', '"clientExtensionResults"', 'PRIVATE KEY']) expect([word, wire.sent.includes(word)]).toEqual([word, false]);
    // The mistake itself, made on purpose: the search would have seen it.
    await desktop.page.evaluate(async (body) => { await fetch('/v1/openings', { method: 'POST', body }); }, JSON.stringify({ results: { first: prf.toString('base64url') } }));
    expect(found().length).toBeGreaterThan(0);
  });
});
