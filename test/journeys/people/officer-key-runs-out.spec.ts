import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenCheckBody } from '@lateral/contracts';
import { makePersonalKey, type Joining } from '@lateral/envelope/keys';
import { SystemRandom, systemNow } from '@lateral/platform';
import { Correspondent, HubSession, type Letter } from '@lateral/play';
import { NARRATIVE, REQUEST_BODY } from '@lateral/testing/envelope';
import { changeRoster, Custodian } from '../../world/custodians.js';
import { AUDIENCE, type DoorClient } from '../../world/door-client.js';
import { hubDoor, newId, type HubDoor } from '../../world/hub-door.js';

const [ASKER, SCHOOL] = ['police-north', 'school-north'];
const DAY = 86_400_000;
const random = new SystemRandom();

describe('a data protection officer whose key has run out', () => {
  let door: HubDoor;
  let custodians: [Custodian, Custodian];
  let asker: DoorClient;
  beforeAll(async () => {
    door = await hubDoor();
    custodians = await Custodian.both(door, SCHOOL);
    asker = await door.signIn(ASKER);
  }, 60_000);
  afterAll(() => door.end());

  const officerSince = async (member: string, days: number): Promise<Joining> => ({
    member, roles: ['data_protection_officer'], signIn: null, key: (await makePersonalKey({ agency: SCHOOL, member, at: new Date(Date.now() - days * DAY), days: 1 })).toPublic(),
  });

  /** As a machine client seals and sends it, that signs in now: by the lists of people as they are now. */
  const asked = async (urgency: 'amber' | 'red'): Promise<{ status: number; officers: (string | undefined)[] }> => {
    const client = await Correspondent.start(new HubSession({ url: door.hub.url, audience: AUDIENCE }, asker.client, { now: systemNow }, random), { time: { now: systemNow }, random });
    const like = (await asker.checkTo([SCHOOL], { coded: { urgency } })).requests[0]!.envelope.justification;
    const [check, request] = [newId(), newId()];
    const letter: Letter = { type: 'request', check, request, to: SCHOOL, inReplyTo: null, corrects: null, body: REQUEST_BODY, narrative: NARRATIVE, record: like };
    const envelope = await client.seal(letter);
    const body: OpenCheckBody = { id: check, urgency, receivedAt: new Date().toISOString(), requests: [{ id: request, agency: SCHOOL, envelope }] };
    return { status: (await asker.post('/v1/checks', body)).status, officers: envelope.header.context.officers.map(({ agency }) => agency) };
  };

  it('is left out by the sender, and the hub takes what their colleague can read', async () => {
    await changeRoster(custodians, { join: [await officerSince('u-00000000000000d2', 2)] });
    expect(await asked('red')).toEqual({ status: 201, officers: [ASKER, SCHOOL] });
    expect(await asked('amber')).toEqual({ status: 201, officers: [ASKER, SCHOOL] });
  });

  it('attack: a sender who leaves out an officer whose key is in force, and names another', async () => {
    await changeRoster(custodians, { join: [await officerSince('u-00000000000000d3', 0.5)] });
    // This client seals to the officers of the first list, of whom one is there still.
    const { status, body } = await asker.post('/v1/checks', await asker.checkTo([SCHOOL]));
    expect([status, body]).toMatchObject([422, { code: 'readers-mismatch', fields: [{ reason: 'officer-missing' }] }]);
    expect(await asked('red')).toEqual({ status: 201, officers: [ASKER, SCHOOL, SCHOOL] });
  });

  it('keeps no child waiting where no colleague is left either: teams and the other side\'s officer read', async () => {
    const officers = door.made.members.filter(({ agency, roles }) => agency === SCHOOL && roles.includes('data_protection_officer')).map(({ member }) => member);
    await changeRoster(custodians, { leave: [...officers, 'u-00000000000000d3'] });
    expect(await asked('red')).toEqual({ status: 201, officers: [ASKER] });
    expect(await asked('amber')).toEqual({ status: 201, officers: [ASKER] });
  });
});
