import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { peopleWorld, type PeopleWorld } from '../world/people-world.js';

const EVIL = 'https://evil.example/';

describe('a link to sign-in that would lead elsewhere', () => {
  let world: PeopleWorld;
  beforeAll(async () => {
    world = await peopleWorld();
  }, 60_000);
  afterAll(() => world.end());
  const nowhere = (): boolean => true;

  it('has no place to say where: any other parameter is refused', async () => {
    for (const name of ['return_to', 'redirect_uri', 'next', 'url', 'iss', 'login_hint']) {
      const refused = await world.browser().visit(`/v1/sign-in/start?agency=csc-north&${name}=${encodeURIComponent(EVIL)}`);
      expect([name, refused.status, refused.text.includes('evil')]).toEqual([name, 422, false]);
    }
    for (const agency of [EVIL, '//evil.example', 'csc-north%0d%0alocation:%20https://evil.example', 'csc-north&agency=police-north']) {
      const { status } = await world.browser().visit(`/v1/sign-in/start?agency=${agency}`, nowhere);
      expect([agency, status]).toEqual([agency, 422]);
    }
  });

  it('goes to the agency\'s own provider, which is told of one address to come back to', async () => {
    const to = (await world.browser().visit('/v1/sign-in/start?agency=csc-north', nowhere)).url;
    expect(to.href.startsWith(`${world.provider.issuerOf('csc-north')}/`)).toBe(true);
    expect(to.searchParams.get('redirect_uri')).toBe('http://localhost/v1/sign-in/callback');
    expect(to.searchParams.get('scope')).toBe('openid');
    const other = await world.browser().visit('/v1/sign-in/start?agency=housing-north', nowhere);
    expect([other.status, other.headers['location']]).toEqual([303, '/']);
  });

  it('ends on the landing page, whatever comes back with the browser', async () => {
    for (const query of [`?state=x&next=${EVIL}`, `?error=${encodeURIComponent('<script>')}&error_description=${EVIL}`, '', `?code=x&state=y&iss=${EVIL}`, '?state=a&state=b']) {
      const browser = world.browser();
      const { status, headers } = await browser.visit(`/v1/sign-in/callback${query}`, nowhere);
      expect([query, status, headers['location'], browser.cookie('lateral-notice'), browser.cookie('lateral')]).toEqual([query, 303, '/', 'start-again', null]);
    }
    const browser = world.browser();
    const answer = await world.answerFor(browser, 'csc-north', 'practitioner');
    answer.searchParams.set('next', EVIL);
    expect((await browser.visit(answer.href, nowhere)).headers['location']).toBe('/');
  });
});
