import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { peopleWorld, type PeopleWorld } from '../world/people-world.js';

describe('two providers that say the same name', () => {
  let world: PeopleWorld;
  beforeAll(async () => {
    world = await peopleWorld({ newcomers: ['someone@mail.example.org'] });
  }, 60_000);
  afterAll(() => world.end());

  it('speak of two people, each of their own agency', async () => {
    const [council, police] = [await world.me(await world.signIn('csc-north', 'practitioner')), await world.me(await world.signIn('police-north', 'practitioner'))];
    expect([council!.agency, council!.member]).toEqual(['csc-north', world.memberOf('csc-north', 'practitioner')]);
    expect([police!.agency, police!.member]).toEqual(['police-north', world.memberOf('police-north', 'practitioner')]);
    expect(council!.member).not.toBe(police!.member);
  });

  it('and an address that one of them gives makes nobody a member at the other', async () => {
    const { issuerOf } = world.provider;
    const member = world.memberOf('csc-north', 'team_manager');
    await world.door.database.sql('delete from person where agency = $1 and member = $2', ['csc-north', member]);
    await world.door.database.sql('insert into person (agency, member, issuer, subject, bound_at) values ($1, $2, $3, $4, now())', ['csc-north', member, issuerOf('csc-north'), 'someone@mail.example.org']);
    const known = await world.me(await world.signIn('csc-north', 'someone@mail.example.org'));
    expect([known!.member, known!.session.kind]).toEqual([member, 'person']);
    const stranger = await world.me(await world.signIn('police-north', 'someone@mail.example.org'));
    expect([stranger!.agency, stranger!.member, stranger!.roles, stranger!.session.kind]).toEqual(['police-north', null, [], 'newcomer']);
  });

  it('and a newcomer may see who they are and go, and nothing else', async () => {
    const newcomer = await world.signIn('police-north', 'someone@mail.example.org');
    for (const path of ['/v1/checks', '/v1/requests', '/v1/agencies/csc-north/roster', '/v1/team-key-copies/mine', '/v1/events', '/v1/agreements', '/v1/question-packs']) {
      expect([path, (await newcomer.fetch('GET', path)).status < 400]).toEqual([path, false]);
    }
    expect((await newcomer.fetch('GET', '/v1/sessions')).status).toBe(200);
  });
});
