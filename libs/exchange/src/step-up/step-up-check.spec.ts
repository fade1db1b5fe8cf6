import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { MOST_STEP_UP_OBJECTS, STEP_UP_ACTIONS, STEP_UP_MS } from '@lateral/domain/access';
import { PeopleWorld } from '@lateral/testing/fakes';
import { covers } from './step-up-check.js';

const AT = new Date('2026-03-09T10:15:00.000Z');
const ago = (ms: number): Date => new Date(AT.getTime() - ms);

describe('a grant', () => {
  it('is good up to and including five minutes after it was given, and not a millisecond longer', () => {
    expect(STEP_UP_MS).toBe(300_000);
    fc.assert(fc.property(fc.integer({ min: 0, max: 3 * STEP_UP_MS }), (age) => {
      expect(covers([{ objects: ['a'], grantedAt: ago(age) }], ['a'], AT)).toBe(age <= STEP_UP_MS);
    }), { examples: [[STEP_UP_MS - 1], [STEP_UP_MS], [STEP_UP_MS + 1]] });
  });

  it('covers the objects it names, each of them, and no act on nothing', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const grants = fc.array(fc.record({ objects: fc.array(name, { maxLength: MOST_STEP_UP_OBJECTS }), age: fc.integer({ min: 0, max: 2 * STEP_UP_MS }) }), { maxLength: 4 });
    fc.assert(fc.property(grants, fc.array(name, { maxLength: 5 }), (given, objects) => {
      const open = new Set(given.filter(({ age }) => age <= STEP_UP_MS).flatMap((grant) => grant.objects));
      expect(covers(given.map((grant) => ({ objects: grant.objects, grantedAt: ago(grant.age) })), objects, AT)).toBe(objects.length > 0 && objects.every((object) => open.has(object)));
    }));
  });
});

describe('the check', () => {
  it('lets an act go on for the session, the kind of act and the objects of a gesture, and for no other', async () => {
    const world = new PeopleWorld();
    const person = await world.present();
    const credential = await world.enrolled(person);
    const elsewhere = await world.present();
    await world.steppedUp(person, 'open-content', ['a', 'b'], credential);
    const needed = (action: string, objects: string[]) => ({ ok: false, code: 'step-up-needed', stepUp: { action, objects } });
    for (const objects of [['a'], ['b'], ['b', 'a']]) expect(await world.check.refusal(person.session, 'open-content', objects)).toBeNull();
    expect(await world.check.refusal(person.session, 'open-content', ['c'])).toEqual(needed('open-content', ['c']));
    expect(await world.check.refusal(person.session, 'open-content', ['a', 'c'])).toEqual(needed('open-content', ['a', 'c']));
    expect(await world.check.refusal(person.session, 'open-content', [])).toEqual(needed('open-content', []));
    expect(await world.check.refusal(elsewhere.session, 'open-content', ['a'])).toEqual(needed('open-content', ['a']));
    for (const action of STEP_UP_ACTIONS.filter((other) => other !== 'open-content')) expect(await world.check.refusal(person.session, action, ['a'])).toEqual(needed(action, ['a']));
    world.clock.pass(STEP_UP_MS);
    expect(await world.check.refusal(person.session, 'open-content', ['a'])).toBeNull();
    world.clock.pass(1);
    expect(await world.check.refusal(person.session, 'open-content', ['a'])).toEqual(needed('open-content', ['a']));
  });

  it('rests nothing on a gesture for what was asked with the token of before it: who stole that one waits for it', async () => {
    const world = new PeopleWorld();
    const person = await world.present();
    const stolen = { ...person.session };
    await world.steppedUp(person, 'open-content', ['a'], await world.enrolled(person));
    expect(await world.check.refusal(stolen, 'open-content', ['a'])).toEqual({ ok: false, code: 'unauthenticated' });
    expect(await world.check.refusal(person.session, 'open-content', ['a'])).toBeNull();
    await world.sessions.end({ agency: 'school-b', member: 'm1' }, {}, []);
    expect(await world.check.refusal(person.session, 'open-content', ['a'])).toEqual({ ok: false, code: 'unauthenticated' });
  });

  it('asks nothing of machines and one-time codes, and everything of newcomers', async () => {
    const world = new PeopleWorld();
    for (const kind of ['machine', 'one-time-code'] as const) expect(await world.check.refusal((await world.present(kind)).session, 'export', ['a'])).toBeNull();
    expect(await world.check.refusal((await world.present('newcomer')).session, 'export', ['a'])).toMatchObject({ code: 'step-up-needed' });
  });
});
