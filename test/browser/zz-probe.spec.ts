import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ASKER, DeskWorld } from './desk-world.js';
import { answerItems, answerNothing, decide, openRequest, post, printChronology, readChronology, refuse, someFamily } from './journey.js';
import type { AtDesk } from './at-desk.js';
let world: DeskWorld;
let asker: AtDesk;
let reference = '';
beforeAll(async () => { world = await DeskWorld.start(); asker = await world.seat({ agency: ASKER, role: 'practitioner' }); }, 180_000);
afterAll(async () => { if (world !== undefined) await world.end(); }, 120_000);
it('posts', async () => {
  await asker.at(asker.words.board.title);
  await asker.look('board', { focus: 'heading' });
  reference = await post(asker, world, someFamily(world), 'pasted');
  await asker.look('sent');
  console.log(reference, asker.presses, asker.typed);
}, 120_000);
it('nothing', async () => {
  const school = await world.seat({ agency: 'school-north', role: 'responder' });
  await openRequest(school, reference);
  await school.look('request');
  await answerNothing(school);
  await school.look('answered');
  console.log('nothing', school.presses, school.typed);
}, 120_000);
it('items', async () => {
  const police = await world.seat({ agency: 'police-north', role: 'responder' });
  await openRequest(police, reference);
  await answerItems(police, world);
  console.log('items', police.presses, police.typed);
}, 120_000);
it('refuses', async () => {
  const housing = await world.seat({ agency: 'housing-north', role: 'responder' });
  await openRequest(housing, reference);
  await refuse(housing, world);
  console.log('refuse', housing.presses, housing.typed);
}, 120_000);
it('health', async () => {
  const health = await world.seat({ agency: 'health-north', role: 'responder' });
  await openRequest(health, reference);
  await answerNothing(health);
}, 120_000);
it('chronology', async () => {
  await readChronology(asker, reference);
  console.log('chronology', asker.presses, asker.typed);
  await asker.look('chronology');
}, 120_000);
it('prints', async () => {
  await printChronology(asker);
  console.log('print', asker.presses, asker.typed);
  await asker.look('print');
  const pdf = await asker.page.pdf({ tagged: true, preferCSSPageSize: true, path: '/tmp/chron.pdf' });
  console.log(pdf.length, pdf.includes('/StructTreeRoot'), pdf.includes('/MarkInfo'), /MediaBox ?\[[^\]]*\]/.exec(pdf.toString('latin1'))?.[0]);
}, 120_000);
it('decides', async () => {
  await asker.page.goBack();
  await asker.at(asker.words.chronology.title);
  await decide(asker, world);
  console.log('decide', asker.presses, asker.typed);
  await asker.look('decided');
}, 120_000);
it('guards2', () => world.guards(), 60_000);
