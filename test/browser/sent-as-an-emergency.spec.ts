import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTES, type CheckView, type HandOverReply, type OverrideView, type Page, type RequestView } from '@lateral/contracts';
import { pathOf } from '@lateral/play';
import { accepted } from '../world/check-scene.js';
import { UNWRITTEN } from '../world/emergency.js';
import { ORIGIN, type AtDesk } from './at-desk.js';
import { ASKER, DeskWorld } from './desk-world.js';
import { pasted, sendCheck, someFamily } from './journey.js';
import { anyCount } from './words.js';

/* What is red goes with a word of why and nothing else, where somebody says that a life is at risk: it waits for a second person, and not for choices. */
const LIMIT_MS = 120_000;
const [POLICE, SCHOOL, HOUSING] = ['police-north', 'school-north', 'housing-north'];

let world: DeskWorld;
let asker: AtDesk;
let reference = '';
beforeAll(async () => {
  world = await DeskWorld.start();
  asker = await world.seat({ agency: ASKER, role: 'senior_practitioner' });
}, LIMIT_MS);
afterAll(async () => { await world.end(); }, LIMIT_MS);

/** By a machine client of the police, which is in a hurry. */
async function answeredInEmergency(): Promise<void> {
  const machine = await world.people.door.signIn(POLICE, 'responder');
  const [view] = ((await machine.get(ROUTES.requests)).body as Page<RequestView>).items;
  const { check, id: request, envelopes } = view!;
  const { envelope: { header: { content } }, request: standing } = accepted<HandOverReply>(await machine.post(pathOf(ROUTES.handOver, { envelope: envelopes[0]!.id }), {}));
  const envelope = await machine.sealResponse(ASKER, { check, request, inReplyTo: content.digest }, 'KNOWN_RELEVANT', UNWRITTEN);
  accepted(await machine.post(pathOf(ROUTES.responses, { request }), { version: standing!.version, envelope }));
}

/** What a machine client of the asking agency does to the check. */
async function acts(route: string, body: object): Promise<void> {
  const machine = await world.people.door.signIn(ASKER);
  const { version } = (await machine.get(pathOf(ROUTES.check, { reference }))).body as CheckView;
  accepted(await machine.post(pathOf(route, { reference }), { version, ...body }));
}
const ratedAmber = (): Promise<void> => acts(ROUTES.rating, { urgency: 'amber', reason: 'risk_reduced' });
const withdrawn = (): Promise<void> => acts(ROUTES.withdrawCheck, { reason: 'wrong_person' });

async function emergencies(agency = ASKER): Promise<OverrideView[]> {
  const machine = await world.people.door.signIn(agency);
  return ((await machine.get(ROUTES.overrideReviews)).body as Page<OverrideView>).items;
}

/** What there was no time to say. */
async function writeReasons(somebody: AtDesk): Promise<void> {
  const { words: { newCheck, codes } } = somebody;
  await somebody.type('why', `Threats were heard at the door, and only they can tell whether he was at home ${world.planter.word()}.`);
  await somebody.choose(codes.lessIntrusive.none_workable);
  await somebody.choose(newCheck.told.risk_to_child);
}

/** What was found, and the record as it would have been had there been time. */
async function complete(manager: AtDesk): Promise<void> {
  const { words: { emergencies: words }, page } = manager;
  await manager.choose(words.finding.right_and_completed);
  await manager.type('found', `He was found safe, an hour later ${world.planter.word()}.`);
  await writeReasons(manager);
  await manager.type('threshold-why', `A threat to hurt him tonight is significant harm that is likely ${world.planter.word()}.`);
  await manager.shown(page.getByRole('status').filter({ hasText: words.complete.passes }));
}

describe('a red check whose record is not complete', () => {
  it('goes as an emergency, and waits for somebody else to review it', async () => {
    const { words: { board, newCheck }, page } = asker;
    await asker.link(board.start);
    await asker.at(newCheck.pages.people);
    await asker.paste('paste', pasted(someFamily(world)));
    await asker.type('what-happened', `Threats heard ${world.planter.word()}`);
    await asker.button(newCheck.goOn);
    await asker.at(newCheck.pages.ask);
    await asker.choose(newCheck.purposes.immediate_protection);
    await asker.choose(/^Red/u);
    await asker.choose(POLICE, 'checkbox');
    await asker.button(newCheck.goOn);
    await asker.at(newCheck.pages.why);
    await asker.type('why', `He may be hurt tonight ${world.planter.word()}.`);
    await asker.choose(/a life is at risk/iu);
    await asker.look('new check, an emergency');
    await asker.button(newCheck.goOn);
    await asker.at(newCheck.pages.send);
    reference = await sendCheck(asker, [POLICE]);
    await page.getByText(reference).first().waitFor();
    expect((await emergencies()).map(({ reference: of, reason, finding }) => [of, reason, finding])).toEqual([[reference, 'life_at_risk', null]]);
  }, LIMIT_MS);

  it('is put to one more agency on the same few words, as an emergency again', async () => {
    const { words: { check }, page } = asker;
    await page.goto(`${ORIGIN}/checks/${reference}/ask`);
    await asker.unlockIfLocked();
    await asker.at(check.add.title);
    await asker.choose(SCHOOL);
    await asker.choose(/a life is at risk/iu);
    await asker.look('another agency, an emergency');
    await asker.button(check.ask.send);
    await asker.at(check.title);
    await asker.shown(page.getByText(check.added));
    expect((await emergencies()).map(({ reference: of, asked }) => [of, asked])).toEqual([[reference, SCHOOL], [reference, POLICE]]);
  }, LIMIT_MS);

  it('is put in order by a second person, whom the own board does not ask', async () => {
    const { words: { emergencies: words, frame, board } } = asker;
    await asker.page.goto(`${ORIGIN}/checks`);
    await asker.unlockIfLocked();
    await asker.at(board.title);
    expect(await asker.page.getByText(anyCount(frame, 'emergencies')).count()).toBe(0);
    const manager = await world.seat({ agency: ASKER, role: 'team_manager' });
    await manager.link(anyCount(frame, 'emergencies'));
    await manager.at(words.title);
    await manager.look('emergencies to review');
    await manager.link(new RegExp(`^${words.review} .*${POLICE}`, 'u'));
    await manager.at(words.one);
    await manager.button(words.open);
    await complete(manager);
    await manager.look('an emergency, its record completed');
    await manager.button(words.go);
    await manager.at(words.title);
    await manager.shown(manager.page.getByText(words.done));
    await manager.look('emergencies, one reviewed');
    expect((await emergencies()).map(({ asked, finding }) => [asked, finding])).toEqual([[SCHOOL, null], [POLICE, 'right_and_completed']]);
  }, LIMIT_MS);

  it('is put to a third agency in the morning, when it is red no more and there is time to say why', async () => {
    await ratedAmber();
    const { words: { check }, page } = asker;
    await page.goto(`${ORIGIN}/checks/${reference}/ask`);
    await asker.unlockIfLocked();
    await asker.at(check.add.title);
    await asker.choose(HOUSING);
    await asker.shown(page.getByRole('heading', { name: check.putRight.title }));
    await writeReasons(asker);
    for (const reason of await page.getByRole('combobox', { name: check.rules.why }).all()) await reason.selectOption('risk_outweighs');
    await asker.look('another agency, with the reasons that were missing');
    await asker.button(check.ask.send);
    await asker.at(check.title);
    await asker.shown(page.getByText(check.added));
    expect((await emergencies()).map(({ asked }) => asked)).toEqual([SCHOOL, POLICE]);
  }, LIMIT_MS);

  it('and an answer that went as one is reviewed beside its question, though the check was taken back', async () => {
    await answeredInEmergency();
    await withdrawn();
    const manager = await world.seat({ agency: POLICE, role: 'team_manager' });
    const { words: { emergencies: words, frame }, page } = manager;
    await manager.link(anyCount(frame, 'emergencies'));
    await manager.at(words.title);
    await manager.link(new RegExp(`^${words.review} .*${ASKER}`, 'u'));
    await manager.at(words.one);
    await manager.button(words.open);
    await manager.shown(page.getByRole('heading', { name: words.answered }));
    await manager.look('an emergency answer to a check that was taken back');
    await manager.choose(words.finding.not_justified);
    await manager.type('found', `Nobody had asked for it at the door ${world.planter.word()}.`);
    await manager.button(words.go);
    await manager.at(words.title);
    await manager.shown(page.getByText(words.done));
    expect((await emergencies(POLICE)).map(({ asking, finding }) => [asking, finding])).toEqual([[ASKER, 'not_justified']]);
  }, LIMIT_MS);

  it('left nothing where it should not lie', () => world.guards(), LIMIT_MS);
});
