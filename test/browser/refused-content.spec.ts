import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Route } from 'playwright-core';
import { digestOf, utf8, type HandOverReply, type SealedEnvelope } from '@lateral/contracts';
import { fingerprintOf, makePersonalKey, publicKeyFrom, type PublicKey } from '@lateral/envelope/keys';
import { CTX, reheader, reseal } from '../attacks/support/envelope-attacker.js';
import { recordsOf } from '../world/stored.js';
import type { AtDesk } from './at-desk.js';
import { checkFrom, type SentCheck } from './by-machine.js';
import { ASKER, DeskWorld } from './desk-world.js';
import { fromInbox } from './journey.js';
import { filled, like } from './words.js';

/* F16: signed by somebody else, no message inside, sealed for others, and a key that never came: each is said, in both languages, and nothing is shown. */
const LIMIT_MS = 180_000;
const ASKED = ['police-north', 'school-north'] as const;

let world: DeskWorld;
let police: AtDesk;
let check: SentCheck;
let question: SealedEnvelope;

beforeAll(async () => {
  world = await DeskWorld.start();
  check = await checkFrom(world, ASKED);
  question = check.requests[0]!.envelope;
  police = await world.seat({ agency: 'police-north', role: 'responder' });
}, LIMIT_MS);
afterAll(async () => { await world.end(); }, LIMIT_MS);

/** The same question, whole and signed as it should be, with a key that no list of the asking agency has. */
async function byAStranger(): Promise<SealedEnvelope> {
  const client = await world.people.door.signIn(ASKER);
  const personal = await makePersonalKey({ member: client.client.member, agency: ASKER, at: new Date() });
  Object.assign(client.client, { personal, fingerprint: fingerprintOf(personal) });
  return client.sealRequest('police-north', { check: check.id, request: check.requests[0]!.id });
}

/** What is no JSON, sealed and signed by whoever asked. */
async function noMessage(): Promise<SealedEnvelope> {
  const { client: { personal } } = await world.people.door.signIn(ASKER);
  const notation = { name: CTX, value: digestOf('context', question.header.context) };
  const content = await reseal(utf8('{"v":1,"part":"content"'), { to: [await teamKey('police-north'), await teamKey(ASKER)], signers: [personal], notation, at: new Date() });
  return reheader({ envelope: question }, { content }, [personal], new Date());
}

async function teamKey(agency: string): Promise<PublicKey> {
  const entry = world.people.door.made.registration.partnership.document.agencies.find(({ id }) => id === agency);
  const key = await publicKeyFrom(entry?.key ?? '');
  if (key === null) throw new Error(`no team key of ${agency}`);
  return key;
}

/** Another envelope on its way to the reader, with a receipt that fits it. */
const handsOver = (envelope: SealedEnvelope) => async (route: Route): Promise<void> => {
  const response = await route.fetch({ url: route.request().url().replace('http://localhost', `http://127.0.0.1:${world.wire.port}`) });
  const reply = (await response.json()) as HandOverReply;
  const { share } = reply.receipts;
  const record = JSON.stringify({ ...(JSON.parse(share.record) as object), message: envelope.header.context.message, header: digestOf('header', envelope.header) });
  await route.fulfill({ response, json: { ...reply, envelope, receipts: { ...reply.receipts, share: { ...share, record, proof: null } } } });
};

describe.each(['en', 'cy'] as const)('a request is not shown (%s)', (language) => {
  const shownInstead = async (envelope: SealedEnvelope, text: (words: AtDesk['words']) => string | RegExp): Promise<void> => {
    const { page } = police;
    await police.speak(language);
    await page.route('**/hand-over', handsOver(envelope));
    await fromInbox(police, check.reference);
    await police.shown(page.getByText(text(police.words)));
    const main = await page.locator('main').innerText();
    expect([await page.getByRole('radio').count(), main.includes('Corey'), main.includes(world.planter.prefix)]).toEqual([0, false, false]);
    await police.look('request, not shown');
    await page.unroute('**/hand-over');
  };

  it('that somebody else signed: it is red, with the word for a custodian', async () => {
    await shownInstead(await byAStranger(), ({ frame }) => filled(frame.notRelied.word, { code: 'signer-unknown' }));
    await police.shown(police.page.getByRole('heading', { name: police.words.frame.notRelied.title.question }));
  }, LIMIT_MS);

  it('that holds no message: its sender is to send it again', async () => {
    await shownInstead(await noMessage(), ({ frame }) => frame.malformed.question);
  }, LIMIT_MS);

  it('that is sealed for others: who can share it is said', async () => {
    await shownInstead(check.requests[1]!.envelope, ({ frame }) => like(frame.cannotOpen));
  }, LIMIT_MS);

  it('where no copy of the team\'s key came: the page stays locked and says so', async () => {
    const { page, words: { unlock, problems } } = police;
    await page.route('**/v1/team-key-copies/mine', (route) => route.fulfill({ json: [] }));
    await page.goto('http://localhost/inbox');
    await police.button(unlock.passkey);
    await police.shown(page.getByText(problems['no-team-copy']).first());
    await police.look('locked, without a copy', { focus: 'summary' });
    expect([await page.getByText(check.reference).count(), page.workers().length]).toEqual([0, 0]);
    await page.unroute('**/v1/team-key-copies/mine');
  }, LIMIT_MS);

  it('where the worker does not come: that is said, and the next press has another', async () => {
    const { page, words: { unlock, problems } } = police;
    await page.route('**/assets/worker-*.js', (route) => route.abort());
    await page.goto('http://localhost/inbox');
    await police.button(unlock.passkey);
    await police.shown(page.getByText(filled(problems.general, { code: 'worker' })).first());
    await page.unroute('**/assets/worker-*.js');
    await police.unlock();
    await police.shown(page.getByText(check.reference).first());
  }, LIMIT_MS);
});

describe('all of it', () => {
  it('left a trace of each, and nothing where it should not lie', async () => {
    expect((await recordsOf(world.people.door.database, 'envelope.refused.v1')).length).toBe(6);
    await world.guards();
  }, LIMIT_MS);
});
