import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AtDesk } from './at-desk.js';
import { checkFrom, type SentCheck } from './by-machine.js';
import { ASKER, DeskWorld } from './desk-world.js';
import { openAnswers, openRequest, sent, tickSystem, weigh } from './journey.js';
import { like } from './words.js';

/* F06: what only few may use goes past an approver. In English it is approved; in Welsh it is sent back first, with a word, and mended. */
const LIMIT_MS = 180_000;
const POLICE = 'police-north';

let world: DeskWorld;
let responder: AtDesk;
let manager: AtDesk;
const checks = new Map<string, SentCheck>();

beforeAll(async () => {
  world = await DeskWorld.start();
  for (const language of ['en', 'cy']) checks.set(language, await checkFrom(world, [POLICE]));
  responder = await world.seat({ agency: POLICE, role: 'responder' });
  manager = await world.seat({ agency: POLICE, role: 'team_manager' });
}, LIMIT_MS);
afterAll(async () => { await world.end(); }, LIMIT_MS);

async function speak(language: 'en' | 'cy'): Promise<string> {
  await responder.speak(language);
  await manager.speak(language);
  return checks.get(language)!.reference;
}

/** As far as the answer that has to be seen by somebody else. */
async function prepare(reference: string): Promise<void> {
  const { page, words: { answer } } = responder;
  await openRequest(responder, reference);
  await responder.choose(answer.way.share);
  await responder.paste('pasted', `12/03/2024 Called to the address by a neighbour, Corey at the door ${world.planter.word()}.`);
  await page.getByRole('heading', { level: 4 }).first().waitFor();
  await page.locator('select[id$="-handling"]').selectOption('le_only');
  await responder.shown(page.getByText(answer.item.second));
  await responder.choose(new RegExp(answer.item.confirm, 'u'), 'checkbox');
  await tickSystem(responder);
  await responder.type('why', `It tells whether the child is safe to go home tonight, which has to be decided ${world.planter.word()}.`);
  await weigh(responder);
}

async function putToApprover(): Promise<void> {
  const { page, words: { answer } } = responder;
  await responder.choose(answer.approval.choose, 'checkbox');
  await responder.button(answer.send.approver);
  await responder.shown(page.getByText(like(answer.approval.waits)));
}

/** The approver finds it in the inbox, and opens question and answer. */
async function takeUp(reference: string): Promise<void> {
  const { page, words: { answer } } = manager;
  await openRequest(manager, reference);
  await manager.button(answer.approval.open);
  await manager.shown(page.getByRole('button', { name: answer.send.approved, exact: true }));
}

async function states(): Promise<string[]> {
  const rows = await world.people.door.database.sql<{ state: string }>('select state from check_request order by state');
  return rows.map(({ state }) => state);
}

describe('an answer that only few may use', () => {
  it('is sent by nobody alone', async () => {
    const { page, words: { answer } } = responder;
    await prepare(await speak('en'));
    await responder.button(answer.send.share);
    await responder.shown(page.getByRole('link', { name: answer.error.approval }));
    await responder.look('to be approved', { focus: 'summary' });
    await putToApprover();
    await responder.look('waits for an approver');
    expect(await states()).toEqual(['acknowledged', 'open']);
  }, LIMIT_MS);

  it('is approved and sent by somebody who may', async () => {
    const { words: { answer } } = manager;
    await takeUp(checks.get('en')!.reference);
    await manager.look('approving');
    await manager.button(answer.send.approved);
    await sent(manager);
    expect(await states()).toEqual(['answered', 'open']);
  }, LIMIT_MS);

  it('is sent back with a word, mended, and sent then', async () => {
    const reference = await speak('cy');
    await prepare(reference);
    await putToApprover();
    await takeUp(reference);
    const said = `Soniwch am y dyddiad ${world.planter.word()}.`;
    await manager.button(manager.words.answer.approval.sendBack);
    await manager.shown(manager.page.getByText(manager.words.answer.approval.backNoteNeeded).first());
    await manager.type('back-note', said);
    await manager.button(manager.words.answer.approval.sendBack);
    await manager.page.getByRole('button', { name: manager.words.answer.send.approved, exact: true }).waitFor({ state: 'hidden' });
    await openRequest(responder, reference);
    const { page, words: { answer } } = responder;
    await responder.shown(page.getByText(like(answer.approval.back)));
    await responder.button(answer.approval.takeUp);
    await responder.shown(page.getByText(said));
    await responder.look('sent back');
    await putToApprover();
    await takeUp(reference);
    await manager.button(manager.words.answer.send.approved);
    await sent(manager);
    expect(await states()).toEqual(['answered', 'answered']);
  }, LIMIT_MS);

  it('says to whoever asked who answered and who approved', async () => {
    const asker = await world.seat({ agency: ASKER, role: 'senior_practitioner', language: 'cy' });
    const { page, words: { answers } } = asker;
    await openAnswers(asker, checks.get('cy')!.reference);
    for (const text of [answers.by, answers.approved]) await asker.shown(page.getByText(like(text)));
    await asker.look('answers, approved');
  }, LIMIT_MS);

  it('left nothing where it should not lie', () => world.guards(), LIMIT_MS);
});
