import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Delegate } from '@lateral/contracts';
import { changeRoster, Custodian } from '../world/custodians.js';
import { ORIGIN, type AtDesk } from './at-desk.js';
import { checkFrom } from './by-machine.js';
import { ASKER, DeskWorld } from './desk-world.js';
import { filled } from './words.js';

/* Page "Shifts, holidays, nights" of docs/keys.md as the team on duty has it: told, in its list, opened, and answered by nobody there. */
const LIMIT_MS = 120_000;
const [SCHOOL, DUTY] = ['school-north', 'police-north'];
const ALWAYS: Delegate = { agency: DUTY, from: '2020-01-01T00:00:00.000Z', until: null, hours: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: '00:00', to: '24:00' })) };

let world: DeskWorld;
let duty: AtDesk;
beforeAll(async () => {
  world = await DeskWorld.start();
  await changeRoster(await Custodian.both(world.people.door, SCHOOL), { delegates: [ALWAYS] });
  duty = await world.seat({ agency: DUTY, role: 'responder' });
}, LIMIT_MS);
afterAll(async () => { await world.end(); }, LIMIT_MS);

describe.each(['en', 'cy'] as const)('whoever reads for an agency whose office is closed (%s)', (language) => {
  it('sees that something was put to it, opens it, and is asked for no answer', async () => {
    await duty.speak(language);
    const { page, words: { inbox, answer } } = duty;
    const check = await checkFrom(world, [SCHOOL], { delegates: [DUTY] });
    await page.goto(`${ORIGIN}/inbox`);
    await duty.unlockIfLocked();
    await duty.at(inbox.title);
    await duty.shown(page.getByRole('region', { name: inbox.others.title }));
    await duty.look('inbox, read for others');
    await duty.link(check.reference);
    await duty.at(inbox.others.one);
    await duty.button(answer.opening.open);
    await duty.shown(page.getByRole('heading', { name: answer.question.asked }));
    expect(await page.getByText(check.name).count()).toBeGreaterThan(0);
    expect(await page.locator('textarea, input[type=text]').count()).toBe(0);
    await duty.look('a question to another agency, opened');
  }, LIMIT_MS);
});

describe('whoever asked an agency whose office is closed', () => {
  it('opens their own question, by the list of people of that agency, and is told who reads it meanwhile', async () => {
    const asker = await world.seat({ agency: ASKER, role: 'senior_practitioner' });
    const { page, words: { board, check } } = asker;
    const { reference, name } = await checkFrom(world, [SCHOOL], { delegates: [DUTY] });
    await asker.at(board.title);
    await page.goto(`${ORIGIN}/checks/${reference}`);
    await asker.unlockIfLocked();
    // Unlocking named it: it opens without another press.
    await asker.shown(page.getByText(name).first());
    await asker.shown(page.getByText(filled(check.card.readBy, { other: DUTY, agency: SCHOOL })));
    await asker.look('a check to an agency whose office is closed');
  }, LIMIT_MS);
});

describe('all of it', () => {
  it('left nothing where it should not lie', () => world.guards(), LIMIT_MS);
});
