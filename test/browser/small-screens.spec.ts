import { afterAll, beforeAll, describe, it } from 'vitest';
import type { AtDesk } from './at-desk.js';
import { ASKER, DeskWorld } from './desk-world.js';
import { answerItems, openRequest, post, readChronology, someFamily } from './journey.js';

/* Board, answer and chronology where there is little room or colours are not ours: nothing scrolls sideways and axe finds nothing. */
const LIMIT_MS = 180_000;
const ASKED = ['police-north'] as const;
/** The second is what 400 per cent leave of 1280 by 1024. */
const SCREENS = [{ width: 320, height: 640 }, { width: 320, height: 256 }, { width: 768, height: 1024 }];

let world: DeskWorld;
let asker: AtDesk;
let police: AtDesk;
let reference: string;

beforeAll(async () => {
  world = await DeskWorld.start();
  asker = await world.seat({ agency: ASKER, role: 'senior_practitioner', language: 'cy' });
  police = await world.seat({ agency: 'police-north', role: 'responder', language: 'cy' });
}, LIMIT_MS);
afterAll(async () => { await world.end(); }, LIMIT_MS);

/** Every screen, and colours that the system forces. */
async function everywhere(person: AtDesk, state: string): Promise<void> {
  for (const screen of SCREENS) {
    await person.page.setViewportSize(screen);
    await person.look(`${state} at ${screen.width} by ${screen.height}`);
  }
  await person.page.emulateMedia({ forcedColors: 'active' });
  await person.look(`${state} in forced colours`);
  await person.page.emulateMedia({ forcedColors: null });
  await person.page.setViewportSize({ width: 1280, height: 900 });
}

describe('with little room', () => {
  it('the board and the answer', async () => {
    reference = await post(asker, world, someFamily(world), 'pasted', ASKED);
    await asker.page.goto('http://localhost/checks');
    await asker.unlockIfLocked();
    await asker.shown(asker.page.getByText(reference).first());
    await everywhere(asker, 'board');
    await openRequest(police, reference);
    await police.choose(police.words.answer.way.share);
    await everywhere(police, 'answer');
    await police.choose(police.words.answer.way.nothing);
    await answerItems(police, world);
  }, LIMIT_MS);

  it('the chronology, as a table and as a line', async () => {
    await readChronology(asker, reference);
    await everywhere(asker, 'chronology');
    await asker.link(asker.words.chronology.view.timeline);
    await asker.shown(asker.page.locator('.desk-timeline__item').first());
    await everywhere(asker, 'timeline');
  }, LIMIT_MS);

  it('is as it should be', () => world.guards(), LIMIT_MS);
});
