import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../world/browser.js';
import { peopleWorld, type PeopleWorld } from '../world/people-world.js';

describe('a write that another site makes a browser send', () => {
  let world: PeopleWorld;
  let victim: Browser;
  beforeAll(async () => {
    world = await peopleWorld();
    victim = await world.signIn('csc-north', 'practitioner');
  }, 60_000);
  afterAll(() => world.end());
  const key = { 'idempotency-key': 'cross-site-write-of-a-test' };
  const codeOf = (text: string): string => (JSON.parse(text) as { code: string }).code;

  it.each([
    ['the origin of another site', { origin: 'https://evil.example' }],
    ['an origin that begins like ours', { origin: 'http://localhost.evil.example' }],
    ['ours on another port', { origin: 'http://localhost:9' }],
    ['the origin that a sandboxed frame has', { origin: 'null' }],
    ['our origin, and the browser says otherwise', { origin: 'http://localhost', 'sec-fetch-site': 'cross-site' }],
  ])('is refused: %s', async (_, headers) => {
    const refused = await victim.fetch('POST', '/v1/sign-out', { body: {}, headers: { ...key, ...headers } });
    expect([refused.status, codeOf(refused.text)]).toEqual([403, 'cross-site']);
    expect((await victim.fetch('DELETE', '/v1/sessions', { headers })).status).toBe(403);
    expect((await world.me(victim))!.agency).toBe('csc-north');
  });

  it('is refused where nothing says where it came from', async () => {
    const cookie = `lateral=${victim.cookie('lateral')!}`;
    const refused = await world.door.ask('POST', '/v1/sign-out', { body: {}, headers: { cookie, ...key } });
    expect([refused.status, (refused.body as { code: string }).code]).toEqual([403, 'cross-site']);
    expect((await world.door.ask('GET', '/v1/me', { headers: { cookie } })).status).toBe(200);
  });

  it('is not read where it is a form, which needs no leave to be sent', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x']) {
      const refused = await world.door.ask('POST', '/v1/sign-in/code', { body: 'agency=csc-north', headers: { 'content-type': type } });
      expect([type, refused.status]).toEqual([type, 415]);
    }
  });

  it('cannot sign somebody in as somebody else with a code', async () => {
    const body = { agency: 'csc-north', member: 'x', code: 'A'.repeat(16) };
    expect((await victim.fetch('POST', '/v1/sign-in/code', { body, origin: 'https://evil.example' })).status).toBe(403);
    expect((await victim.fetch('POST', '/v1/sign-in/code', { body })).status).toBe(422);
  });

  it('does not come with the cookie in the first place, nor can a script read it', () => {
    const { attributes } = victim.cookies.find(({ name }) => name === 'lateral')!;
    expect(attributes.map((attribute) => attribute.toLowerCase())).toEqual(expect.arrayContaining(['samesite=lax', 'httponly', 'path=/']));
  });

  it('needs no proof where the token is in a header, which no page of another site can set', async () => {
    const { token } = await world.door.signIn('csc-north');
    const out = await world.door.ask('POST', '/v1/sign-out', { body: {}, headers: { authorization: `Bearer ${token}`, origin: 'https://evil.example', ...key } });
    expect(out.status).toBe(204);
    expect((await world.door.ask('GET', '/v1/me', { headers: { authorization: `Bearer ${token}` } })).status).toBe(401);
  });
});
