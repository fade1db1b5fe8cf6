import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { peopleWorld, type PeopleWorld } from '../world/people-world.js';

describe('a token in an address', () => {
  let world: PeopleWorld;
  beforeAll(async () => {
    world = await peopleWorld();
  }, 60_000);
  afterAll(() => world.end());

  it('is not taken: not from the query, the path or a body, only from where it belongs', async () => {
    const person = (await world.signIn('csc-north', 'practitioner')).cookie('lateral')!;
    const machine = (await world.door.signIn('csc-north')).token;
    const refused = (await world.door.ask('GET', '/v1/me')).raw.toString();
    for (const token of [person, machine]) {
      for (const path of [`/v1/me?token=${token}`, `/v1/me?access_token=${token}`, `/v1/me?lateral=${token}`, `/v1/me/${token}`, `/v1/me;lateral=${token}`]) {
        const answer = await world.door.ask('GET', path);
        expect([answer.status, answer.raw.toString()]).toEqual([401, refused]);
      }
    }
    // A person's token is in their cookie, a machine's in its header, and neither in the place of the other.
    expect((await world.door.ask('GET', '/v1/me', { headers: { authorization: `Bearer ${person}` } })).status).toBe(401);
    expect((await world.door.ask('GET', '/v1/me', { headers: { cookie: `lateral=${machine}` } })).status).toBe(401);
    expect((await world.door.ask('GET', '/v1/me', { headers: { cookie: `lateral=${person}` } })).status).toBe(200);
    expect((await world.door.ask('GET', '/v1/me', { headers: { authorization: `Bearer ${machine}` } })).status).toBe(200);
  });

  it('never appears in one, nor in a log, a record or the database', async () => {
    const browser = await world.signIn('police-north', 'practitioner');
    const token = browser.cookie('lateral')!;
    await world.me(browser);
    const custodian = await world.signIn('police-north', 'custodian');
    await custodian.fetch('GET', '/v1/sessions');
    expect(browser.visited.filter((address) => address.includes(token))).toEqual([]);
    const logged = world.door.lines.join('\n');
    for (const secret of [token, ...browser.visited.flatMap((address) => [...new URL(address).searchParams.values()]).filter((value) => value.length >= 43)]) expect(logged.includes(secret)).toBe(false);
    const stored = await world.door.database.sql<{ row: string }>('select s::text as row from session s union all select a::text from audit_record a union all select t::text from sign_in_attempt t');
    const hex = Buffer.from(token).toString('hex');
    expect(stored.filter(({ row }) => row.includes(token) || row.includes(hex) || row.includes(Buffer.from(token, 'base64url').toString('hex')))).toEqual([]);
  });

  it('is not in any answer but the cookie', async () => {
    const browser = await world.signIn('school-north', 'responder');
    const token = browser.cookie('lateral')!;
    for (const path of ['/v1/me', '/v1/sessions']) expect((await browser.fetch('GET', path)).text.includes(token)).toBe(false);
  });
});
