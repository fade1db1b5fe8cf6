import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PartnershipAgency, SignInAgency } from '@lateral/contracts';
import type { Browser } from '../../world/browser.js';
import { peopleWorld, type PeopleWorld } from '../../world/people-world.js';
import { Operator } from './operator.js';
import './support.js';

const [POLICE, SCHOOL] = ['police-north', 'school-north'];

describe('people of an agency that is taken out of the partnership', () => {
  let world: PeopleWorld;
  let operator: Operator;
  let theirs: Browser;
  let others: Browser;
  /** Somebody whom the provider has just let in, on the way back to the hub. */
  let halfway: Browser;
  let back: URL;
  let entry: PartnershipAgency;
  beforeAll(async () => {
    world = await peopleWorld();
    operator = await Operator.of(world.door);
    [theirs, others, halfway] = [await world.signIn(POLICE, 'responder'), await world.signIn(SCHOOL, 'responder'), world.browser()];
    back = await world.answerFor(halfway, POLICE, 'practitioner');
    expect((await theirs.fetch('GET', '/v1/requests')).status).toBe(200);
    entry = operator.entryOf(POLICE);
    await operator.bring({ agencies: operator.file.agencies.filter(({ id }) => id !== POLICE) });
  }, 60_000);
  afterAll(() => world.end());

  it('have no session any more, and nobody else loses theirs', async () => {
    expect((await theirs.fetch('GET', '/v1/requests')).status).toBe(401);
    expect(await world.me(theirs)).toBeNull();
    expect((await others.fetch('GET', '/v1/requests')).status).toBe(200);
    expect(await world.me(others)).toMatchObject({ agency: SCHOOL });
  });

  it('are not let in by their provider, which goes on knowing them, not even on a way that they had begun', async () => {
    await halfway.visit(back.href);
    expect(await world.me(halfway)).toBeNull();
    const offered = JSON.parse((await others.fetch('GET', '/v1/sign-in/agencies')).text) as SignInAgency[];
    expect(offered.map(({ agency }) => agency)).toEqual(expect.not.arrayContaining([POLICE]));
    expect(offered.map(({ agency }) => agency)).toContain(SCHOOL);
    const page = await world.browser().visit(`/v1/sign-in/start?agency=${POLICE}`);
    expect(page.url.href).not.toContain(world.provider.issuerOf(POLICE));
  });

  it('are members again as before where the root takes the agency back in', async () => {
    await operator.bring({ agencies: [...operator.file.agencies, entry] });
    expect(await world.me(await world.signIn(POLICE, 'responder'))).toMatchObject({ agency: POLICE, roles: ['responder'], session: { kind: 'person' } });
  });
});
