import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../world/browser.js';
import { peopleWorld, type PeopleWorld } from '../world/people-world.js';

describe('the answer of one agency\'s provider', () => {
  let world: PeopleWorld;
  beforeAll(async () => {
    world = await peopleWorld();
  }, 60_000);
  afterAll(() => world.end());
  const outcome = async (browser: Browser, answer: URL): Promise<unknown[]> => {
    await browser.visit(answer.href);
    return [browser.cookie('lateral'), browser.cookie('lateral-notice')];
  };

  it('names itself, and is refused where it names another or was asked of another', async () => {
    const browser = world.browser();
    const answer = await world.answerFor(browser, 'csc-north', 'practitioner');
    expect(answer.searchParams.get('iss')).toBe(world.provider.issuerOf('csc-north'));
    answer.searchParams.set('iss', world.provider.issuerOf('police-north'));
    expect(await outcome(browser, answer)).toEqual([null, 'refused']);
  });

  it('is not redeemed for an agency that the browser did not set out for', async () => {
    const attacker = world.browser();
    const theirs = await world.answerFor(attacker, 'police-north', 'practitioner');
    const browser = world.browser();
    const mine = await world.answerFor(browser, 'csc-north', 'practitioner');
    // The code of the police's provider under the start at the council's, with the issuer of either.
    for (const issuer of [theirs.searchParams.get('iss')!, mine.searchParams.get('iss')!]) {
      const again = await world.answerFor(browser, 'csc-north', 'practitioner');
      const mixed = new URL(again);
      mixed.searchParams.set('code', theirs.searchParams.get('code')!);
      mixed.searchParams.set('iss', issuer);
      expect(await outcome(browser, mixed)).toEqual([null, 'refused']);
    }
  });

  it('is refused without the name that the provider says it always gives, and with two', async () => {
    const browser = world.browser();
    const without = await world.answerFor(browser, 'csc-north', 'practitioner');
    without.searchParams.delete('iss');
    expect(await outcome(browser, without)).toEqual([null, 'refused']);
    const twice = await world.answerFor(browser, 'csc-north', 'practitioner');
    twice.searchParams.append('iss', world.provider.issuerOf('police-north'));
    expect(await outcome(browser, twice)).toEqual([null, 'refused']);
  });

  it('is taken once: the same address opened again signs nobody in', async () => {
    const browser = world.browser();
    const answer = await world.answerFor(browser, 'csc-north', 'practitioner');
    await browser.visit(answer.href);
    expect(browser.cookie('lateral')).not.toBeNull();
    const copy = browser.stolen();
    copy.cookies.splice(0, copy.cookies.length, ...copy.cookies.filter(({ name }) => name !== 'lateral'));
    expect(await outcome(copy, answer)).toEqual([null, 'start-again']);
  });

  it('and a code that was injected into a start of the attacker\'s own browser does not fit its verifier', async () => {
    const victim = world.browser();
    const stolen = await world.answerFor(victim, 'csc-north', 'team_manager');
    const attacker = world.browser();
    const own = await world.answerFor(attacker, 'csc-north', 'practitioner');
    own.searchParams.set('code', stolen.searchParams.get('code')!);
    expect(await outcome(attacker, own)).toEqual([null, 'refused']);
  });
});
