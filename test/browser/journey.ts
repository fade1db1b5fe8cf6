import type { Page } from 'playwright-core';
import type { AtDesk } from './at-desk.js';
import { ASKED, type DeskWorld } from './desk-world.js';
import { anyCount, counted, like } from './words.js';

export interface Somebody { given: string; family: string; day: string; month: string; year: string }
/** Who a check is about; every name has a word in it that must not be seen outside of what is sealed. */
export type Family = readonly [Somebody, Somebody, Somebody];

export function someFamily(world: DeskWorld): Family {
  return [
    { given: 'Corey', family: world.canary(), day: '3', month: '9', year: '2019' }, { given: 'Leanne', family: world.canary(), day: '14', month: '2', year: '1991' },
    { given: 'Dale', family: world.canary(), day: '1', month: '12', year: '1988' },
  ];
}

const two = (text: string): string => text.padStart(2, '0');

/** As a case system would copy it. */
export function pasted([child, mother, father]: Family): string {
  const born = ({ day, month, year }: Somebody): string => `${two(day)}/${two(month)}/${year}`;
  const named = ({ given, family }: Somebody): string => `${given} ${family}`;
  return `Name: ${named(child)}\nDOB: ${born(child)}\nNHS: 943 476 5919\nMother: ${named(mother)} ${born(mother)}\nFather: ${named(father)} ${born(father)}`;
}

export function whyAsked(world: DeskWorld): string {
  return `School saw bruising today and accounts differ. We cannot tell if it was seen before ${world.planter.word()}.`;
}

/** From "start" on the board to the page that sends. */
export async function writeCheck(asker: AtDesk, world: DeskWorld, family: Family, how: 'pasted' | 'typed', asked: readonly string[] = ASKED): Promise<void> {
  const { words: { board, newCheck, codes }, page } = asker;
  asker.begin();
  await asker.link(board.start);
  await asker.at(newCheck.pages.people);
  if (how === 'pasted') await asker.paste('paste', pasted(family));
  else await typeFamily(asker, family);
  await asker.type('what-happened', `Bruise seen ${world.planter.word()}`);
  await asker.look(`new check, people, ${how}`);
  await asker.button(newCheck.goOn);
  await asker.at(newCheck.pages.ask);
  await asker.choose(newCheck.purposes.decide_threshold);
  for (const agency of asked) await asker.choose(agency, 'checkbox');
  await page.getByText(counted(newCheck.count, 'people', family.length, asker.seat.language ?? 'en')).waitFor();
  await asker.look('new check, ask');
  await asker.button(newCheck.goOn);
  await asker.at(newCheck.pages.why);
  await asker.type('why', whyAsked(world));
  await asker.choose(codes.lessIntrusive.none_workable);
  await asker.choose(newCheck.told.risk_to_child);
  await asker.look('new check, why');
  await asker.button(newCheck.goOn);
  await asker.at(newCheck.pages.send);
  await asker.look('new check, send');
}

async function typeFamily(asker: AtDesk, family: Family): Promise<void> {
  for (const [at, { given, family: surname, day, month, year }] of family.entries()) {
    if (at > 0) await asker.button(asker.words.newCheck.people.another);
    for (const [field, text] of [['given', given], ['family', surname], ['born-day', day], ['born-month', month], ['born-year', year]] as const) await asker.type(`p${at + 1}-${field}`, text);
  }
}

/** The one press that lets it go; the check's reference. */
export async function sendCheck(asker: AtDesk, asked: readonly string[] = ASKED): Promise<string> {
  const { words: { newCheck }, page } = asker;
  const go = page.getByRole('button', { name: counted(newCheck.send, 'go', asked.length, asker.seat.language ?? 'en'), exact: true });
  await asker.press(go);
  await asker.at(newCheck.sent.title);
  return referenceIn(page);
}

export async function post(asker: AtDesk, world: DeskWorld, family: Family, how: 'pasted' | 'typed', asked: readonly string[] = ASKED): Promise<string> {
  await writeCheck(asker, world, family, how, asked);
  return sendCheck(asker, asked);
}

function referenceIn(page: Page): string {
  return decodeURIComponent(new URL(page.url()).pathname.split('/')[2] ?? '');
}

/** From the inbox to a request, whatever is shown of it. */
export async function fromInbox(responder: AtDesk, reference: string): Promise<void> {
  if (reference === '') throw new Error('no check was sent');
  const { words: { answer, inbox }, page } = responder;
  await page.goto('http://localhost/inbox');
  await responder.unlockIfLocked();
  await responder.at(inbox.title);
  await page.getByRole('link', { name: reference, exact: true }).click();
  await responder.at(answer.title);
}

/** Opens the request of a check from the inbox, and counts from there. */
export async function openRequest(responder: AtDesk, reference: string): Promise<void> {
  const { words: { answer }, page } = responder;
  await fromInbox(responder, reference);
  await page.getByRole('radio', { name: answer.way.nothing, exact: true }).waitFor();
  responder.begin();
}

/** The first system that the agency has. */
export async function tickSystem(responder: AtDesk): Promise<void> {
  const first = responder.page.locator('input[name="systems"]').first();
  if (!(await first.isChecked())) await responder.press(first);
}

/** What was left out, and whom it could harm: nobody is asked to take these as read. */
export async function weigh(responder: AtDesk): Promise<void> {
  const { answer: { reasons } } = responder.words;
  await responder.choose(reasons.left.other_people);
  await responder.choose(reasons.harms.limits_set);
}

export async function sent(responder: AtDesk): Promise<void> {
  await responder.shown(responder.page.getByRole('heading', { level: 2, name: responder.words.answer.sent.title, exact: true }));
}

export async function answerNothing(responder: AtDesk): Promise<void> {
  const { answer } = responder.words;
  await responder.choose(answer.way.nothing);
  await responder.choose(answer.nothing.not_known);
  await tickSystem(responder);
  await responder.look('answer, nothing held');
  await responder.button(answer.send.nothing);
  await sent(responder);
}

/** Three items from a paste, each looked at. */
export async function answerItems(responder: AtDesk, world: DeskWorld): Promise<void> {
  const { answer } = responder.words;
  await responder.choose(answer.way.share);
  await responder.paste('pasted', `12/03/2024 Called to the address by a neighbour, Leanne at the door ${world.planter.word()}.\n04/05/2025 Shouting in the street, Corey was there ${world.planter.word()}.\n01/03/2026 Noise at the address, no offences ${world.planter.word()}.`);
  await responder.page.getByRole('heading', { level: 4 }).nth(2).waitFor();
  await responder.look('answer, items sorted');
  for (const box of await responder.page.getByRole('checkbox', { name: new RegExp(answer.item.confirm, 'u') }).all()) {
    responder.presses += 1;
    await box.check();
  }
  await tickSystem(responder);
  await responder.type('why', `It tells whether the child is safe to go home tonight, which has to be decided ${world.planter.word()}.`);
  await weigh(responder);
  await responder.look('answer, items ready');
  await responder.button(answer.send.share);
  await sent(responder);
}

export async function refuse(responder: AtDesk, world: DeskWorld): Promise<void> {
  const { answer } = responder.words;
  await responder.choose(answer.way.refuse);
  await responder.press(responder.page.locator('input[name="ground"]').first());
  await responder.type('written-reasons', `It would end a live operation that protects another child tonight ${world.planter.word()}.`);
  await responder.look('answer, refusing');
  await responder.button(answer.send.refuse);
  await sent(responder);
}

/** All answers of a check, by their address; what the gesture at the lock did not open is opened with one press. */
export async function openAnswers(asker: AtDesk, reference: string): Promise<void> {
  const { page, words: { answers } } = asker;
  await page.goto(`http://localhost/checks/${reference}/answers`);
  await asker.unlockIfLocked();
  await asker.at(answers.title);
  const go = page.locator('section[aria-labelledby="read-first"] button:enabled');
  const open = page.locator('main:not(:has(#read-first)) h2[id^="agency-"]').first();
  await asker.shown(go.or(open).first());
  if (await go.isVisible()) await asker.press(go);
  await asker.shown(open);
}

/** From the board to every answer in one chronology: opened with one gesture. */
export async function readChronology(asker: AtDesk, reference: string): Promise<void> {
  const { words: { board, check, chronology }, page } = asker;
  await page.goto('http://localhost/checks');
  await asker.unlockIfLocked();
  await asker.at(board.title);
  await page.getByText(reference).first().waitFor();
  await asker.look('board, answered');
  asker.begin();
  await asker.press(page.getByRole('link', { name: new RegExp(`^${board.open} ${reference}`, 'u') }).first());
  await asker.shown(page.getByRole('link', { name: check.nav.chronology, exact: true }).first());
  const readAll = page.getByRole('button', { name: anyCount(check, 'readAll') });
  if (await readAll.isVisible()) await asker.press(readAll);
  await readAll.waitFor({ state: 'hidden' });
  await asker.look('check, read');
  await asker.link(check.nav.chronology);
  await asker.at(chronology.title);
  await asker.shown(page.locator('table.desk-chronology tbody tr').nth(2));
}

/** From the chronology to the sheet that is printed. */
export async function printChronology(asker: AtDesk): Promise<void> {
  const { chronology } = asker.words;
  asker.begin();
  await asker.link(chronology.print);
  await asker.at(chronology.sheet.title);
  await asker.look('before printing');
  await asker.choose(chronology.sheet.meeting);
  await asker.choose(chronology.sheet.include, 'checkbox');
  await asker.button(chronology.sheet.print);
  await asker.shown(asker.page.locator('table.desk-print tbody tr').first());
}

/** From the chronology to everybody told. `before`: what is looked at before anything is chosen. */
export async function decide(asker: AtDesk, world: DeskWorld, { told = ASKED.length, before }: { told?: number; before?: () => Promise<void> } = {}): Promise<void> {
  const { words: { codes, decide: words, chronology }, page } = asker;
  asker.begin();
  await asker.link(chronology.decide);
  await asker.at(words.title);
  await before?.();
  await asker.choose(codes.outcome.CS_ASSESS);
  await asker.type('rationale', `Three calls to the address and a bruise that is not explained: an assessment ${world.planter.word()}.`);
  await asker.look('decide');
  await asker.press(page.getByRole('button', { name: counted(words, 'send', told, asker.seat.language ?? 'en'), exact: true }));
  await asker.shown(page.getByRole('heading', { level: 2, name: words.sent.title, exact: true }));
}

/** What a responder hears of it, which they open. */
export async function hearOutcome(responder: AtDesk, reference: string): Promise<void> {
  const { words: { answer, inbox, codes }, page } = responder;
  await page.goto('http://localhost/inbox?show=done');
  await responder.unlockIfLocked();
  await responder.at(inbox.title);
  await page.getByRole('link', { name: reference, exact: true }).click();
  await responder.shown(page.getByText(codes.outcome.CS_ASSESS, { exact: true }).or(page.getByText(like(answer.outcome.waits))).first());
  const open = page.getByRole('region', { name: answer.outcome.title }).getByRole('button', { name: answer.outcome.open, exact: true });
  if (await open.isVisible()) await responder.press(open);
  await responder.shown(page.getByText(codes.outcome.CS_ASSESS, { exact: true }));
}

/** A check that somebody else sent, from a client of their own; its reference. */
export async function requestFrom(world: DeskWorld, agency: string, asked: readonly string[]): Promise<string> {
  const client = await world.people.door.signIn(agency);
  const { status, body } = await client.post('/v1/checks', await client.checkTo(asked));
  if (status !== 201) throw new Error(`a check was answered ${status} ${JSON.stringify(body)}`);
  return (body as { reference: string }).reference;
}
