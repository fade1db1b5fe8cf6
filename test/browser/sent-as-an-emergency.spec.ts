import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OverrideView, Page } from '@lateral/contracts';
import { ROUTES } from '@lateral/contracts';
import type { AtDesk } from './at-desk.js';
import { ASKER, DeskWorld } from './desk-world.js';
import { pasted, sendCheck, someFamily } from './journey.js';

/* What is red goes with a word of why and nothing else, where somebody says that a life is at risk: it waits for a second person, and not for choices. */
const LIMIT_MS = 120_000;
const POLICE = 'police-north';

let world: DeskWorld;
let asker: AtDesk;
beforeAll(async () => {
  world = await DeskWorld.start();
  asker = await world.seat({ agency: ASKER, role: 'senior_practitioner' });
}, LIMIT_MS);
afterAll(async () => { await world.end(); }, LIMIT_MS);

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
    const reference = await sendCheck(asker, [POLICE]);
    await page.getByText(reference).first().waitFor();
    const machine = await world.people.door.signIn(ASKER);
    const { body } = await machine.get(`${ROUTES.overrideReviews}?open=true`);
    expect((body as Page<OverrideView>).items.map(({ reference: of, reason }) => [of, reason])).toEqual([[reference, 'life_at_risk']]);
  }, LIMIT_MS);

  it('left nothing where it should not lie', () => world.guards(), LIMIT_MS);
});
