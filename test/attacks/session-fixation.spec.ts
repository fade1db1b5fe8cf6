import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { peopleWorld, type PeopleWorld } from '../world/people-world.js';

describe('a session that an attacker had before', () => {
  let world: PeopleWorld;
  beforeAll(async () => {
    world = await peopleWorld();
  }, 60_000);
  afterAll(() => world.end());

  it('is not the one that the victim signs in to: the token is always a new one', async () => {
    const attacker = await world.signIn('csc-north', 'practitioner');
    const planted = attacker.cookie('lateral')!;
    const victim = world.browser();
    victim.cookies.push(...attacker.cookies.filter(({ name }) => name === 'lateral').map((cookie) => ({ ...cookie })));
    await world.signIn('police-north', 'responder', victim);
    expect(victim.cookie('lateral')).not.toBe(planted);
    expect((await world.me(victim))!.agency).toBe('police-north');
    expect((await world.me(attacker))!.agency).toBe('csc-north');
  });

  it('cannot be made up: a token that the hub did not make is nobody\'s, and stays so after signing in', async () => {
    const victim = world.browser();
    const madeUp = 'A'.repeat(43);
    victim.cookies.push({ name: 'lateral', value: madeUp, path: '/', host: 'localhost', attributes: [] });
    expect(await world.me(victim)).toBeNull();
    await world.signIn('csc-north', 'practitioner', victim);
    const thief = world.browser();
    thief.cookies.push({ name: 'lateral', value: madeUp, path: '/', host: 'localhost', attributes: [] });
    expect(await world.me(thief)).toBeNull();
    expect((await world.me(victim))!.session.kind).toBe('person');
  });

  it('a second sign-in in one browser has another token and another session than the first', async () => {
    const browser = await world.signIn('csc-north', 'practitioner');
    const [token, session] = [browser.cookie('lateral'), (await world.me(browser))!.session.id];
    await world.signIn('csc-north', 'practitioner', browser);
    expect(browser.cookie('lateral')).not.toBe(token);
    expect((await world.me(browser))!.session.id).not.toBe(session);
  });

  it('a start that an attacker made cannot be finished in the browser of the victim', async () => {
    const attacker = world.browser();
    const answer = await world.answerFor(attacker, 'csc-north', 'practitioner');
    const victim = world.browser();
    await victim.visit(answer.href);
    expect([victim.cookie('lateral'), victim.cookie('lateral-notice')]).toEqual([null, 'start-again']);
    // The attempt is spent, for the attacker too.
    await attacker.visit(answer.href);
    expect([attacker.cookie('lateral'), attacker.cookie('lateral-notice')]).toEqual([null, 'start-again']);
  });
});
