import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Roster } from '@lateral/contracts';
import { following, nextRoster, signDocument } from '@lateral/envelope/keys';
import { Custodian } from '../../world/custodians.js';
import { hubDoor, type DoorClient, type HubDoor } from '../../world/hub-door.js';
import { ask, collect, openAs } from './support.js';

const [ASKER, SCHOOL] = ['csc-north', 'school-north'];

describe('a roster that waits for its second custodian', () => {
  let door: HubDoor;
  let school: [Custodian, Custodian];
  let custodians: [Custodian, Custodian];
  let leaver: DoorClient;
  beforeAll(async () => {
    door = await hubDoor();
    [school, custodians] = await Promise.all([Custodian.both(door, SCHOOL), Custodian.both(door, ASKER)]);
    leaver = await door.signIn(ASKER);
  }, 60_000);
  afterAll(() => door.end());

  it('takes nothing from whoever was asked meanwhile: the question opens before it is signed and afterwards', async () => {
    const own = await custodians[0].own();
    // Put forward half a minute ago: keys and signatures say their time in whole seconds.
    const { proposal } = await nextRoster(own.roster, { leave: [leaver.client.member], newEpochDays: 35 }, { agencyKey: await custodians[0].agencyKey(own), custodianKey: custodians[0].client.client.personal, at: new Date(Date.now() - 30_000) });
    await custodians[0].post('/v1/roster-proposals', proposal);
    const sealed = await collect(school[0].client, await ask(leaver, SCHOOL));
    const { rootFingerprint } = door.made;
    const opened = async (): Promise<unknown> => openAs(school[0], await school[0].own(), { key: school[0].client.client.personal, sealed, rootFingerprint });
    expect(await opened()).toMatchObject({ ok: true });
    expect(await custodians[1].cosign()).toMatchObject({ state: 'published' });
    expect(await opened()).toMatchObject({ ok: true, signer: { member: leaver.client.member, until: proposal.roster.document.issued } });
    expect((await leaver.get('/v1/requests')).status).toBe(401);
  });

  it('is not put forward, nor published, where it leaves somebody out: the agency goes on with the one in force', async () => {
    const own = await school[0].own();
    const agencyKey = await school[0].agencyKey(own);
    const { handedOut: _, ...rest } = own.roster.document;
    const document: Roster = { ...rest, ...following(own.roster.document), issued: new Date().toISOString(), members: rest.members.filter(({ roles }) => roles.includes('custodian')) };
    const keys = school.map(({ client }) => client.client.personal);
    for (const signers of [keys.slice(0, 1), keys]) {
      const roster = await signDocument('roster', document, agencyKey, ...signers);
      expect(await school[0].client.post('/v1/roster-proposals', { roster, copies: [], custody: [] })).toMatchObject({ status: 422, body: { code: 'roster-refused', fields: [{ reason: 'history-changed' }] } });
    }
    await door.restart();
    expect((await door.signIn(SCHOOL)).client.agency).toBe(SCHOOL);
  });
});
