import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Delegate, Roster } from '@lateral/contracts';
import { delegatesAt } from '@lateral/envelope/keys';
import { changeRoster, Custodian } from '../../world/custodians.js';
import { hubDoor, type DoorClient, type HubDoor } from '../../world/hub-door.js';
import { readOwnAgency } from '../../world/personal-client.js';
import { machineOf } from './operator.js';
import { ask, collect, openAs } from './support.js';

const [ASKER, SCHOOL, DUTY] = ['csc-north', 'school-north', 'police-north'];
/** The nights of a school week as the duty desk has them: Friday from half past four until the day ends, all of Saturday, and Sunday's small hours. */
const WEEKEND: Delegate = {
  agency: DUTY, from: '2026-03-01T00:00:00.000Z', until: '2027-03-01T00:00:00.000Z',
  hours: [{ day: 5, from: '16:30', to: '24:00' }, { day: 6, from: '00:00', to: '24:00' }, { day: 7, from: '00:00', to: '03:00' }],
};

/** The journey is played at whatever hour it is. */
const ALWAYS: Delegate = { agency: DUTY, from: '2020-01-01T00:00:00.000Z', until: null, hours: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: '00:00', to: '24:00' })) };

describe('an agency whose office is closed', () => {
  let door: HubDoor;
  let custodians: [Custodian, Custodian];
  let asker: DoorClient;
  /** As whoever asks finds it: read over HTTP and believed from the pinned root down. */
  const rosterSeen = async (): Promise<Roster> => {
    const { get } = machineOf(asker);
    return (await readOwnAgency((path) => get(path), SCHOOL, door.made.rootFingerprint)).roster.document;
  };
  beforeAll(async () => {
    door = await hubDoor();
    custodians = await Custodian.both(door, SCHOOL);
    asker = await door.signIn(ASKER);
  }, 60_000);
  afterAll(() => door.end());

  it('has nobody who reads for it until two custodians have signed who does', async () => {
    expect(delegatesAt(await rosterSeen(), new Date('2026-06-05T20:00:00.000Z'))).toEqual([]);
    const [first] = custodians;
    expect(await first.propose({ delegates: [WEEKEND] })).toMatchObject({ state: 'waiting' });
    expect(await rosterSeen()).toMatchObject({ version: 1, delegates: [] });
    await custodians[1].cosign();
    expect(await rosterSeen()).toMatchObject({ version: 2, delegates: [WEEKEND] });
  });

  it.each([
    ['a winter Friday, a second before half past four', '2027-01-08T16:29:59.999Z', false],
    ['that Friday at half past four', '2027-01-08T16:30:00.000Z', true],
    ['a summer Friday at half past four in London, which is half past three in Greenwich', '2026-06-05T15:30:00.000Z', true],
    ['that Friday a minute before', '2026-06-05T15:29:00.000Z', false],
    ['its last minute', '2026-06-05T22:59:59.999Z', true],
    ['midnight, when Saturday begins', '2026-06-05T23:00:00.000Z', true],
    ['Sunday, a minute before three', '2026-06-07T01:59:00.000Z', true],
    ['Sunday at three', '2026-06-07T02:00:00.000Z', false],
    ['the night on which clocks go forward, a minute before one', '2026-03-29T00:59:00.000Z', true],
    ['a second later it is two', '2026-03-29T01:00:00.000Z', true],
    ['an hour after that it is three, not two', '2026-03-29T02:00:00.000Z', false],
    ['the night on which clocks go back, in the first half past one', '2026-10-25T00:30:00.000Z', true],
    ['and in the second', '2026-10-25T01:30:00.000Z', true],
    ['and at a minute before three', '2026-10-25T02:59:00.000Z', true],
    ['and at three', '2026-10-25T03:00:00.000Z', false],
    ['a Wednesday night', '2026-06-03T23:30:00.000Z', false],
    ['a Saturday before the arrangement begins', '2026-02-28T12:00:00.000Z', false],
    ['a Saturday after it ended', '2027-03-06T12:00:00.000Z', false],
  ])('%s', async (_when, at, reads) => {
    expect(delegatesAt(await rosterSeen(), new Date(at))).toEqual(reads ? [DUTY] : []);
  });

  it('needs nobody from outside while a colleague of its own is on shift: every member who reads has a copy', async () => {
    const { rootFingerprint } = door.made;
    const envelope = await ask(asker, SCHOOL);
    const readers = [];
    for (const role of ['practitioner', 'responder'] as const) {
      const client = await door.signIn(SCHOOL, role);
      const own = await readOwnAgency((path) => machineOf(client).get(path), SCHOOL, rootFingerprint);
      expect(await openAs(machineOf(client), own, { key: client.client.personal, sealed: await collect(client, envelope), rootFingerprint })).toMatchObject({ ok: true, signer: { agency: ASKER } });
      readers.push(client.client.member);
    }
    expect(new Set(readers).size).toBe(2);
  });

  it('is read by its delegate too where the sender sealed to both: the team on duty collects, opens and says so, and the addressed agency has its own turn', async () => {
    const { rootFingerprint } = door.made;
    await changeRoster(custodians, { delegates: [ALWAYS] });
    const body = await asker.checkTo([SCHOOL], { delegates: [DUTY] });
    expect((await asker.post('/v1/checks', body)).status).toBe(201);
    const { message } = body.requests[0]!.envelope.header.context;
    const duty = await door.signIn(DUTY, 'responder');
    // The team on duty finds it by itself: in a list of its own, told of it in the agency's own way, and it is no request of theirs.
    const { id: request } = body.requests[0]!;
    const others = async (client: DoorClient): Promise<unknown> => (await client.get('/v1/delegated-requests')).body;
    const { reference } = await machineOf(asker).get<{ reference: string }>(`/v1/requests/${request}`);
    expect(await others(duty)).toMatchObject({ items: [{ id: request, message, reference, asking: ASKER, asked: SCHOOL, state: 'open' }], next: null });
    expect((await duty.get('/v1/requests')).body).toMatchObject({ items: [] });
    expect((await duty.get(`/v1/requests/${request}`)).status).toBe(404);
    expect((await duty.get(`/v1/checks/${reference}`)).status).toBe(404);
    expect(await door.database.sql('select agency, event from outbox_event where request_id = $1 union select agency, kind from agency_notice where request_id = $1 order by agency', [request])).toEqual(expect.arrayContaining([{ agency: DUTY, event: 'request.posted.v1' }, { agency: SCHOOL, event: 'request.posted.v1' }]));
    for (const client of [asker, await door.signIn(SCHOOL, 'responder'), await door.signIn('housing-north')]) expect(await others(client)).toMatchObject({ items: [] });
    const own = async (agency: string, client: DoorClient) => readOwnAgency((path) => machineOf(client).get(path), agency, rootFingerprint);
    const sealed = await collect(duty, message);
    const read = await openAs(machineOf(duty), await own(DUTY, duty), { key: duty.client.personal, sealed, rootFingerprint });
    expect(read).toMatchObject({ ok: true, signer: { agency: ASKER } });
    expect((await duty.post(`/v1/envelopes/${message}/openings`, { shown: true })).status).toBeLessThan(300);
    // That the team on duty has read it acknowledges nothing for the agency that was asked.
    expect(await machineOf(asker).get(`/v1/requests/${body.requests[0]!.id}`)).toMatchObject({ state: 'open' });
    const school = await door.signIn(SCHOOL, 'responder');
    expect(await openAs(machineOf(school), await own(SCHOOL, school), { key: school.client.personal, sealed: await collect(school, message), rootFingerprint })).toMatchObject({ ok: true });
    expect(await machineOf(asker).get(`/v1/requests/${body.requests[0]!.id}`)).toMatchObject({ state: 'acknowledged' });
  });

  it('is read by nobody whom it has not named: the hub takes no such message, whoever the sender thinks stands in', async () => {
    for (const stranger of ['nhs-north', 'csc-south'].filter((id) => door.made.registration.partnership.document.agencies.some((agency) => agency.id === id))) {
      const { status, body } = await asker.post('/v1/checks', await asker.checkTo([SCHOOL], { delegates: [stranger] }));
      expect([status, body]).toMatchObject([422, { code: 'readers-mismatch' }]);
    }
    const { status } = await asker.post('/v1/checks', await asker.checkTo([DUTY], { delegates: [SCHOOL] }));
    expect(status).toBe(422);
  });

  it('is read by its delegate in nothing but what is sealed to the delegate too: the hub hands over no letter that is not addressed to them', async () => {
    const envelope = await ask(asker, SCHOOL);
    const duty = await door.signIn(DUTY, 'responder');
    expect((await duty.post(`/v1/envelopes/${envelope}/hand-over`, {})).status).toBe(404);
    expect((await duty.get('/v1/requests')).body).toMatchObject({ items: [] });
  });

  it('takes its delegate back in the same way, and from then on nobody reads for it', async () => {
    await changeRoster(custodians, { delegates: [] });
    expect(delegatesAt(await rosterSeen(), new Date('2026-06-05T20:00:00.000Z'))).toEqual([]);
  });
});
