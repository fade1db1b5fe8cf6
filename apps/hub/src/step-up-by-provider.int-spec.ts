import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STEP_UP_OBJECTS, type GrantedStepUpReply, type PasskeyOptionsReply, type ProviderStepUpReply, type StepUpReply } from '@lateral/contracts';
import { SoftAuthenticator } from '@lateral/testing/webauthn';
import type { Browser, Page } from '../../../test/world/browser.js';
import { newId } from '../../../test/world/hub-door.js';
import { peopleWorld, type PeopleWorld } from '../../../test/world/people-world.js';
import { ORIGIN, RP_ID } from '../../../test/world/person-door.js';
import { recordsOf } from '../../../test/world/stored.js';

let world: PeopleWorld;
beforeAll(async () => {
  world = await peopleWorld();
}, 120_000);
afterAll(() => world.end());

const post = (browser: Browser, path: string, body: unknown = {}): Promise<Page> => browser.fetch('POST', path, { body, headers: { 'idempotency-key': newId() } });
const isCallback = (url: URL): boolean => url.href.startsWith(`${ORIGIN}/v1/sign-in/callback`);
const codeOf = ({ status, text }: Page): unknown[] => [status, (JSON.parse(text) as { code?: string }).code];
const begun = async (browser: Browser, objects: string[]): Promise<StepUpReply> => JSON.parse((await post(browser, '/v1/step-ups', { action: 'export', objects })).text) as StepUpReply;
const EVIDENCE = '/v1/checks/LC-7GQ2M-4X9TB/evidence';
const ABOUT = STEP_UP_OBJECTS.evidence('LC-7GQ2M-4X9TB');

/** Goes to the provider for a step-up, signs in there as `subject`, and stops at the way back. */
async function signedInAgain(browser: Browser, stepUp: string, subject: string): Promise<URL> {
  const { location } = JSON.parse((await post(browser, `/v1/step-ups/${stepUp}/provider`)).text) as ProviderStepUpReply;
  const page = await browser.visit(location, isCallback);
  return isCallback(page.url) ? page.url : (await browser.submit(page, { subject }, isCallback)).url;
}

describe('a person at their own provider', () => {
  it('enrols a first passkey right after signing in, and steps up with it', async () => {
    const browser = await world.signIn('csc-north', 'practitioner');
    const authenticator = new SoftAuthenticator();
    const { challenge, user } = JSON.parse((await post(browser, '/v1/passkeys/options')).text) as PasskeyOptionsReply;
    expect((await post(browser, '/v1/passkeys', authenticator.create({ challenge, user, rpId: RP_ID, origin: ORIGIN }))).status).toBe(201);
    const stepUp = await begun(browser, [ABOUT]);
    const answer = await post(browser, `/v1/step-ups/${stepUp.id}/passkey`, authenticator.get({ challenge: stepUp.challenge, rpId: RP_ID, origin: ORIGIN, credentials: stepUp.credentials }));
    expect(JSON.parse(answer.text) as GrantedStepUpReply).toMatchObject({ id: stepUp.id, objects: [ABOUT] });
    expect(await world.me(browser)).toMatchObject({ passkeys: 1 });
    expect(codeOf(await browser.fetch('GET', EVIDENCE))).toEqual([404, 'not-found']);
  });

  it('signs in afresh instead, where the agency allows it: for this act, in this session, under a new cookie', async () => {
    const browser = await world.signIn('police-north', 'practitioner');
    expect(codeOf(await browser.fetch('GET', EVIDENCE))).toEqual([403, 'step-up-needed']);
    const before = (await world.me(browser))!.session.id;
    const thief = browser.stolen();
    const stepUp = await begun(browser, [ABOUT]);
    expect(stepUp.provider).toBe(true);
    await browser.visit((await signedInAgain(browser, stepUp.id, 'practitioner')).href);
    expect((await world.me(browser))!.session.id).toBe(before);
    expect(await world.me(thief)).toBeNull();
    // Through the guard: that there is no such check is the act's own answer.
    expect(codeOf(await browser.fetch('GET', EVIDENCE))).toEqual([404, 'not-found']);
    expect(codeOf(await browser.fetch('GET', '/v1/checks/LC-7GQ2M-4X9TC/evidence'))).toEqual([403, 'step-up-needed']);
    expect((await recordsOf(world.door.database, 'step-up.granted.v1')).at(-1)).toMatchObject({ agency: 'police-north', action: 'export', method: 'provider', assertion: expect.stringMatching(/^[\w-]{43}$/) });
  });

  it('opens nothing by somebody else\'s sign-in, by the answer to it in another browser, or by it twice', async () => {
    const browser = await world.signIn('school-north', 'practitioner');
    const granted = async (): Promise<number> => (await recordsOf(world.door.database, 'step-up.granted.v1')).filter(({ agency }) => agency === 'school-north').length;
    const first = await begun(browser, [ABOUT]);
    await browser.visit((await signedInAgain(browser, first.id, 'responder')).href);
    expect([await granted(), codeOf(await browser.fetch('GET', EVIDENCE))]).toEqual([0, [403, 'step-up-needed']]);
    const back = await signedInAgain(browser, first.id, 'practitioner');
    await (await world.signIn('school-north', 'responder')).visit(back.href);
    expect(await granted()).toBe(0);
    const again = await signedInAgain(browser, first.id, 'practitioner');
    for (let times = 0; times < 2; times += 1) await browser.visit(again.href);
    expect([await granted(), codeOf(await browser.fetch('GET', EVIDENCE))]).toEqual([1, [404, 'not-found']]);
  });
});
