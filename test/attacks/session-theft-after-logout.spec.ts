import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { peopleWorld, type PeopleWorld } from '../world/people-world.js';

describe('a token that was stolen', () => {
  let world: PeopleWorld;
  beforeAll(async () => {
    world = await peopleWorld();
  }, 60_000);
  afterAll(() => world.end());
  const write = { headers: { 'idempotency-key': 'sign-out-of-this-test' }, body: {} };

  it('is worth nothing from the moment at which its owner signs out', async () => {
    const owner = await world.signIn('csc-north', 'practitioner');
    const thief = owner.stolen();
    expect((await world.me(thief))!.agency).toBe('csc-north');
    expect((await owner.fetch('POST', '/v1/sign-out', write)).status).toBe(204);
    expect([await world.me(owner), await world.me(thief)]).toEqual([null, null]);
    expect(owner.cookie('lateral')).toBeNull();
  });

  it('is ended by its owner from another browser, alone or with all others', async () => {
    const [first, second, third] = [await world.signIn('csc-north', 'practitioner'), await world.signIn('csc-north', 'practitioner'), await world.signIn('csc-north', 'practitioner')];
    const thief = first.stolen();
    const stolen = (await world.me(first))!.session.id;
    const listed = JSON.parse((await third.fetch('GET', '/v1/sessions')).text) as { id: string; current: boolean }[];
    expect(listed.map(({ id }) => id)).toContain(stolen);
    expect(listed.filter(({ current }) => current)).toHaveLength(1);
    expect((await third.fetch('DELETE', `/v1/sessions/${stolen}`)).status).toBe(204);
    expect(await world.me(thief)).toBeNull();
    expect((await third.fetch('DELETE', '/v1/sessions')).status).toBe(204);
    expect([await world.me(second), (await world.me(third))!.agency]).toEqual([null, 'csc-north']);
  });

  it('does not end the sessions of others: theirs are not there', async () => {
    const [mine, theirs] = [await world.signIn('csc-north', 'practitioner'), await world.signIn('police-north', 'practitioner')];
    const { id } = (await world.me(theirs))!.session;
    const refused = await mine.fetch('DELETE', `/v1/sessions/${id}`);
    const unknown = await mine.fetch('DELETE', '/v1/sessions/019ab3c4-5d6e-7f80-8a1b-2c3d4e5f6071');
    expect([refused.status, refused.text]).toEqual([404, unknown.text]);
    expect((await world.me(theirs))!.agency).toBe('police-north');
  });

  it('is worth nothing once its owner has signed out at the provider, or the provider has signed them out', async () => {
    const owner = await world.signIn('school-north', 'responder');
    const elsewhere = await world.signIn('school-north', 'responder');
    const thief = owner.stolen();
    const page = await owner.visit(`${world.provider.issuerOf('school-north')}/session/end`);
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page.text)![1]!;
    await owner.submit(page, { xsrf, logout: 'yes' });
    expect([await world.me(owner), await world.me(thief)]).toEqual([null, null]);
    // It named that one sign-in; the same person's other one goes on.
    expect((await world.me(elsewhere))!.agency).toBe('school-north');
    const ended = await world.door.database.sql<{ reason: string }>(`select record::json->>'reason' as reason from audit_record where event = 'session.ended.v1' order by id desc limit 1`);
    expect(ended).toEqual([{ reason: 'provider' }]);
  });
});
