import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HandOverReply, OpenCheckBody, Page, RequestView } from '@lateral/contracts';
import { openAs } from './support.js';
import { changeRoster, Custodian } from '../../world/custodians.js';
import { peopleWorld, type PeopleWorld } from '../../world/people-world.js';
import { PersonalClient, readOwnAgency } from '../../world/personal-client.js';

const SCHOOL = 'school-north';
const MEMBER = 'u-0123456789abcdef';

describe('somebody who joins a school', () => {
  let world: PeopleWorld;
  let custodians: [Custodian, Custodian];
  let joiner: PersonalClient;
  let words: readonly string[];
  beforeAll(async () => {
    world = await peopleWorld({ newcomers: ['new-head'] });
    custodians = await Custodian.both(world.door, SCHOOL);
  }, 60_000);
  afterAll(() => world.end());

  it('comes through the provider of the school, and is nobody there yet', async () => {
    joiner = new PersonalClient(await world.signIn(SCHOOL, 'new-head'), SCHOOL);
    expect(await world.me(joiner.browser)).toMatchObject({ agency: SCHOOL, member: null, roles: [], session: { kind: 'newcomer' } });
    expect((await joiner.attempt('GET', '/v1/requests')).status).toBe(403);
  });

  it('spends the code that a custodian gave by hand, once', async () => {
    const { code } = await custodians[0].invite(MEMBER, ['responder']);
    expect((await joiner.attempt('POST', '/v1/invitations/redemption', { code: 'AAAA-AAAA-AAAA-AAAA' })).status).toBe(422);
    expect(await joiner.send('POST', '/v1/invitations/redemption', { code: code.toLowerCase() })).toEqual({ member: MEMBER });
    expect((await joiner.attempt('POST', '/v1/invitations/redemption', { code })).status).toBe(422);
    expect(await world.me(joiner.browser)).toMatchObject({ member: MEMBER, roles: [] });
  });

  it('enrols a passkey, makes a key in the browser, and reads out its words', async () => {
    await joiner.enrolPasskey();
    ({ words } = await joiner.makeKeys(MEMBER));
    expect(words).toHaveLength(6);
    expect((await joiner.attempt('GET', '/v1/requests')).status).toBe(403);
  });

  it('is a member when one custodian has compared the words and two have signed', async () => {
    await expect(custodians[0].compared(MEMBER, [...words].reverse())).rejects.toThrow('the words are others');
    await changeRoster(custodians, { join: [await custodians[0].compared(MEMBER, words)] });
    const again = new PersonalClient(await world.signIn(SCHOOL, 'new-head'), SCHOOL);
    expect(await world.me(again.browser)).toMatchObject({ member: MEMBER, roles: ['responder'], session: { kind: 'person' } });
  });

  it('opens what another agency asks, with one gesture, by a key that no custodian has', async () => {
    const asker = await world.door.signIn('csc-north');
    const body: OpenCheckBody = await asker.checkTo([SCHOOL]);
    expect((await asker.post('/v1/checks', body)).status).toBe(201);
    joiner.browser.cookies.splice(0);
    await world.signIn(SCHOOL, 'new-head', joiner.browser);
    const [request] = (await joiner.get<Page<RequestView>>('/v1/requests')).items;
    const envelope = request!.envelopes[0]!.id;
    expect((await joiner.attempt('POST', `/v1/envelopes/${envelope}/hand-over`, {})).status).toBe(403);
    await joiner.stepUp('open-content', [envelope]);
    const key = await joiner.unlock(MEMBER);
    const { envelope: sealed } = await joiner.send<HandOverReply>('POST', `/v1/envelopes/${envelope}/hand-over`, {});
    const { rootFingerprint } = world.door.made;
    const own = await readOwnAgency((path) => joiner.get(path), SCHOOL, rootFingerprint);
    expect(await openAs(joiner, own, { key, sealed, rootFingerprint })).toMatchObject({ ok: true, signer: { agency: 'csc-north' } });
  });
});
