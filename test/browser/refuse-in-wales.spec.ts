import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REFUSAL_GROUNDS } from '@lateral/domain';
import { GROUND_CALLED } from '@lateral/domain/statement';
import { called } from '../../apps/desk/src/words/called.js';
import type { AtDesk } from './at-desk.js';
import { ASKER, DeskWorld } from './desk-world.js';
import { openAnswers, openRequest, post, sent, someFamily } from './journey.js';
import { like } from './words.js';

/* F07 in Wales: section 164 leaves two grounds and wants the reasons in writing. Asked in Welsh; refused in Welsh by one and in English by another. */
const LIMIT_MS = 180_000;
const ASKED = ['health-north', 'police-north'] as const;
const REASONS = 'It would end a live operation that protects another child tonight';
const OF_164 = ['incompatible_with_own_duties', 'adverse_effect_on_own_functions'] as const;

let world: DeskWorld;
let asker: AtDesk;
let reference: string;

beforeAll(async () => {
  const nation = 'W';
  world = await DeskWorld.start({ nation, plans: { [ASKER]: { nation }, 'police-north': { nation, competentAuthority: true }, 'health-north': { nation, type: 'LHB' } } });
  asker = await world.seat({ agency: ASKER, role: 'senior_practitioner', language: 'cy' });
}, LIMIT_MS);
afterAll(async () => { await world.end(); }, LIMIT_MS);

describe('in Wales', () => {
  it('a check is posted on the duty of section 164', async () => {
    await asker.at(asker.words.board.title);
    reference = await post(asker, world, someFamily(world), 'pasted', ASKED);
    const [stored] = await world.people.door.database.sql<{ codes: string }>('select string_agg(record::text, \' \') as codes from justification');
    expect(stored?.codes).toContain('SSWBA-164-2');
  }, LIMIT_MS);

  it.each([['health-north', 'cy'], ['police-north', 'en']] as const)('%s refuses on its grounds only, and not without written reasons (%s)', async (agency, language) => {
    const responder = await world.seat({ agency, role: 'responder', language });
    const { page, words: { answer } } = responder;
    await openRequest(responder, reference);
    await responder.choose(answer.way.refuse);
    await responder.shown(page.getByText(like(answer.refusing.duty)));
    const grounds = page.locator('input[name="ground"]');
    expect(await grounds.evaluateAll((radios) => radios.map((radio) => (radio as HTMLInputElement).value))).toEqual(REFUSAL_GROUNDS.filter((ground) => (OF_164 as readonly string[]).includes(ground)));
    await responder.choose(called(GROUND_CALLED[OF_164[0]], language));
    await responder.button(answer.send.refuse);
    await responder.shown(page.getByRole('link', { name: answer.error.reasons }));
    await responder.look('refusing without reasons', { focus: 'summary' });
    await responder.type('written-reasons', `${REASONS} ${world.planter.word()}.`);
    await responder.button(answer.send.refuse);
    await sent(responder);
  }, LIMIT_MS);

  it('whoever asked reads ground and reasons, and what can be done', async () => {
    const { page, words: { answers } } = asker;
    await openAnswers(asker, reference);
    await asker.shown(page.getByText(answers.refused.next).nth(ASKED.length - 1));
    for (const said of [called(GROUND_CALLED[OF_164[0]], 'cy'), REASONS]) expect([said, await page.getByText(said).count()]).toEqual([said, ASKED.length]);
    await asker.look('answers, refused');
  }, LIMIT_MS);

  it('left nothing where it should not lie', () => world.guards(), LIMIT_MS);
});
