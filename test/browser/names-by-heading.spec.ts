import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AtDesk } from './at-desk.js';
import { checkFrom, type SentCheck } from './by-machine.js';
import { ASKER, DeskWorld } from './desk-world.js';
import { anyCount } from './words.js';

/* A board says whom its checks are about, and nobody is given a question for it; whoever asks about the same people again is given one. */
const LIMIT_MS = 180_000;

let world: DeskWorld;
let asker: AtDesk;
let check: SentCheck;
/** What the page asks the hub for. */
const asked: string[] = [];
const collected = (): string[] => asked.filter((path) => path.endsWith('/hand-over'));

beforeAll(async () => {
  world = await DeskWorld.start();
  check = await checkFrom(world, ['police-north', 'school-north'], { headed: true });
  asker = await world.seat({ agency: ASKER, role: 'senior_practitioner' });
  asker.page.on('request', (request) => { asked.push(new URL(request.url()).pathname); });
}, LIMIT_MS);
afterAll(async () => { await world.end(); }, LIMIT_MS);

describe('names of a check with a heading', () => {
  it('are on the board without its question being collected', async () => {
    const { page, words: { board } } = asker;
    await asker.at(board.title);
    await asker.button(anyCount(board, 'showNames'));
    await asker.shown(page.getByText(check.name));
    expect([asked.includes('/v1/headings'), collected()]).toEqual([true, []]);
    await asker.look('board, names from headings');
  }, LIMIT_MS);

  it('offer the same people for another check, whose question is opened when they are taken', async () => {
    const { page, words: { board, newCheck } } = asker;
    await asker.link(board.start);
    await asker.at(newCheck.pages.people);
    await asker.look('new check, people to reuse');
    expect(collected()).toEqual([]);
    await asker.button(new RegExp(`^${newCheck.reuse.go}`, 'u'));
    await expect.poll(() => page.getByLabel(newCheck.person.given).first().inputValue()).toBe('Corey');
    await expect.poll(() => page.getByLabel(newCheck.person.family).first().inputValue()).toBe(check.name.split(' ')[1]);
    expect(collected()).toHaveLength(1);
  }, LIMIT_MS);

  it('left nothing where it should not lie', () => world.guards(), LIMIT_MS);
});
