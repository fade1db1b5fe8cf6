import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AtDesk } from './at-desk.js';
import { checkFrom, type SentCheck } from './by-machine.js';
import { ASKER, DeskWorld } from './desk-world.js';
import { openAnswers, openRequest, sent } from './journey.js';

/* F07: a talk first, with an invitation that the page makes; and a person who is not ours. Each in English and in Welsh. */
const LIMIT_MS = 180_000;
const MOST_OCTETS = 75;
const LANGUAGES = ['en', 'cy'] as const;
const ASKED = ['police-north', 'health-north'] as const;

let world: DeskWorld;
let police: AtDesk;
let health: AtDesk;
const checks = new Map<(typeof LANGUAGES)[number], SentCheck>();

beforeAll(async () => {
  world = await DeskWorld.start();
  for (const language of LANGUAGES) checks.set(language, await checkFrom(world, ASKED));
  police = await world.seat({ agency: 'police-north', role: 'responder' });
  health = await world.seat({ agency: 'health-north', role: 'responder' });
}, LIMIT_MS);
afterAll(async () => { await world.end(); }, LIMIT_MS);

/** Its lines by name, as whoever reads RFC 5545 would take them; throws where it is no calendar of one event. */
function eventIn(ics: string): Record<string, string> {
  if (!ics.endsWith('\r\n') || /[^\r]\n|\r[^\n]/u.test(ics)) throw new Error('lines do not end as they should');
  const long = ics.split('\r\n').filter((line) => Buffer.byteLength(line) > MOST_OCTETS);
  if (long.length > 0) throw new Error(`longer than ${MOST_OCTETS}: ${long.join(' ')}`);
  const lines = ics.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);
  const frame = lines.filter((line) => /^(?:BEGIN|END):/u.test(line));
  if (frame.join(' ') !== 'BEGIN:VCALENDAR BEGIN:VEVENT END:VEVENT END:VCALENDAR' || lines[0] !== frame[0] || lines.at(-1) !== frame[3]) throw new Error(`framed by ${frame.join(' ')}`);
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.search(/[:;]/u)), line.slice(line.indexOf(':') + 1)]));
}

const instant = (utc = ''): string => utc.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/u, '$1-$2-$3T$4:$5:$6.000Z');

describe.each(LANGUAGES)('a talk first (%s)', (language) => {
  it('is offered at a moment, for which the page makes an invitation that names nobody', async () => {
    const { reference } = checks.get(language)!;
    const responder = police;
    await responder.speak(language);
    const { page, words: { answer } } = responder;
    await openRequest(responder, reference);
    await responder.choose(answer.way.talk);
    await responder.button(answer.send.talk);
    await responder.shown(page.getByRole('link', { name: answer.error.until }));
    await responder.look('talk, no time', { focus: 'summary' });
    const first = page.locator('input[name="until"]').first();
    await responder.press(first);
    const until = await first.inputValue();
    const [download] = await Promise.all([page.waitForEvent('download'), responder.button(answer.talking.invitation)]);
    const ics = await readFile(await download.path(), 'utf8');
    const event = eventIn(ics);
    expect([event['VERSION'], event['UID'] !== '', instant(event['DTSTART']), Date.parse(instant(event['DTEND'])) > Date.parse(until), Number.isFinite(Date.parse(instant(event['DTSTAMP'])))]).toEqual(['2.0', true, until, true, true]);
    expect(event['SUMMARY']).toContain(reference);
    for (const named of [world.planter.prefix, 'Corey', ...ASKED, ASKER, world.people.memberOf('police-north', 'responder')]) expect([named, `${download.suggestedFilename()} ${ics}`.includes(named)]).toEqual([named, false]);
    await responder.type('talk-why', `The officer who knows is on nights ${world.planter.word()}.`);
    await responder.look('talk');
    await responder.button(answer.send.talk);
    await sent(responder);
  }, LIMIT_MS);
});

describe.each(LANGUAGES)('not our person (%s)', (language) => {
  it('goes back with what would tell them apart', async () => {
    const responder = health;
    await responder.speak(language);
    const { page, words: { answer } } = responder;
    await openRequest(responder, checks.get(language)!.reference);
    await responder.choose(answer.way.elsewhere);
    await responder.choose(answer.elsewhere.person);
    await responder.button(answer.send.elsewhere);
    await responder.shown(page.getByRole('link', { name: answer.error.elsewhereWords }));
    await responder.type('elsewhere-words', `Two children of that name: an earlier address would tell ${world.planter.word()}.`);
    const system = page.locator('input[name="systems"]').first();
    if (!(await system.isChecked())) await responder.press(system);
    await responder.look('wrong person');
    await responder.button(answer.send.elsewhere);
    await sent(responder);
  }, LIMIT_MS);
});

describe('whoever asked', () => {
  it('is told of each, and what to do next', async () => {
    const asker = await world.seat({ agency: ASKER, role: 'senior_practitioner', language: 'cy' });
    const { page, words: { answers } } = asker;
    await openAnswers(asker, checks.get('en')!.reference);
    for (const next of [answers.holding.next, answers.wrongPerson.next]) await asker.shown(page.getByText(next, { exact: true }));
    await asker.look('answers: later, and not ours');
    const states = await world.people.door.database.sql<{ state: string; n: number }>('select state, count(*)::int as n from check_request group by state order by state');
    expect(states.map(({ state, n }) => [state, n])).toEqual([['acknowledged', 2], ['redirected', 2]]);
  }, LIMIT_MS);

  it('left nothing where it should not lie', () => world.guards(), LIMIT_MS);
});
