import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MemberRole, OpenCheckBody, PartnershipFile, RequestView, Roster, SignedDocument } from '@lateral/contracts';
import { fingerprintOf, unwrapTeamCopy, verifyPartnership, verifyRosterChain } from '@lateral/envelope/keys';
import { SystemRandom } from '@lateral/platform';
import { makeAgency, type AgencyPlan, type Client, type MadeAgency } from '@lateral/provision';
import { DoorClient, hubDoor, type HubDoor } from '../../world/hub-door.js';
import { openTeamCopies, readOwnAgency, type OwnAgency } from '../../world/personal-client.js';
import { answered, machineOf, Operator } from './operator.js';
import { ask, collect, openAs, openUnder } from './support.js';

const [ASKER, SIXTH] = ['csc-north', 'probation-north'];
const PLAN: AgencyPlan = { id: SIXTH, type: 'PROB', nation: 'E', name: { en: 'Probation North', cy: 'Prawf y Gogledd' }, publicAuthority: true, mailbox: `${SIXTH}@mail.example.org`, language: 'both' };

describe('an agency that comes into a partnership, and leaves it', () => {
  let door: HubDoor;
  let operator: Operator;
  let made: MadeAgency;
  let asker: DoorClient;
  let responder: DoorClient;
  /** Asked and answered while the agency belonged; asked and not answered by the time it left. */
  let answer: string;
  let unanswered: OpenCheckBody;
  let rootFingerprint: string;
  beforeAll(async () => {
    door = await hubDoor();
    ({ rootFingerprint } = door.made);
    operator = await Operator.of(door);
    asker = await door.signIn(ASKER);
    made = await makeAgency(PLAN, { rootKey: operator.rootKey, at: new Date(), epochDays: 35, random: new SystemRandom() });
  }, 60_000);
  afterAll(() => door.end());
  const asking = () => machineOf(asker);

  it('is nobody before the root has said its word: its people are not let in, and it cannot be asked', async () => {
    await expect(signedIn('responder')).rejects.toThrow('401');
    expect(await door.ask('GET', '/v1/partnership')).toMatchObject({ body: { document: { agencies: expect.not.arrayContaining([expect.objectContaining({ id: SIXTH })]) as unknown } } });
  });

  it('is certified and registered, and its first people sign in', async () => {
    const { entry, roster, copies, custody } = made;
    const { mailbox, language } = PLAN;
    await operator.bring({ agencies: [...operator.file.agencies, entry], rosters: [roster], copies, custody, mailboxes: [{ agency: SIXTH, mailbox, language }] });
    responder = await signedIn('responder');
    expect((await responder.get('/v1/me')).body).toMatchObject({ agency: SIXTH, roles: ['responder'] });
    expect((await readOwnAgency((path) => asking().get(path), SIXTH, rootFingerprint)).agency.primary).toBe(fingerprintOf(made.primary));
  });

  it('is asked, opens what it is asked, and answers; the answer opens where it was asked for', async () => {
    const question = await collect(responder, await ask(asker, SIXTH));
    const own = await readOwnAgency((path) => machineOf(responder).get(path), SIXTH, rootFingerprint);
    expect(await openAs(machineOf(responder), own, { key: responder.client.personal, sealed: question, rootFingerprint })).toMatchObject({ ok: true, signer: { agency: ASKER } });
    const sealed = await answered(responder, question);
    answer = sealed.header.context.message;
    expect(await openAs(asking(), await readOwnAgency((path) => asking().get(path), ASKER, rootFingerprint), { key: asker.client.personal, sealed, rootFingerprint })).toMatchObject({ ok: true, signer: { agency: SIXTH } });
    unanswered = await asker.checkTo([SIXTH]);
    expect((await asker.post('/v1/checks', unanswered)).status).toBe(201);
  });

  it('is taken out: its sessions end, its people are not let in again, and it can be asked no more', async () => {
    expect((await responder.get('/v1/requests')).status).toBe(200);
    await operator.bring({ agencies: operator.file.agencies.filter(({ id }) => id !== SIXTH) });
    expect((await responder.get('/v1/requests')).status).toBe(401);
    expect((await responder.post(`/v1/requests/${unanswered.requests[0]!.id}/responses`, {})).status).toBe(401);
    await expect(signedIn('custodian')).rejects.toThrow('401');
    expect(await asker.post('/v1/checks', await asker.checkTo([SIXTH]))).toMatchObject({ status: 422, body: { code: 'unknown-agency' } });
    expect((await asker.get('/v1/requests')).status).toBe(200);
  });

  it('leaves nothing hanging: what it did not answer can be taken back by whoever asked', async () => {
    const { id } = unanswered.requests[0]!;
    const { version, state } = await asking().get<RequestView>(`/v1/requests/${id}`);
    expect(state).toBe('open');
    expect(await asker.post(`/v1/requests/${id}/withdrawal`, { version, reason: 'no_longer_needed' })).toMatchObject({ status: 201, body: { state: 'withdrawn' } });
  });

  it('leaves its evidence behind: what it answered opens by the file that vouched for it, and by no newer one', async () => {
    await expect(readOwnAgency((path) => asking().get(path), SIXTH, rootFingerprint)).rejects.toThrow('refused');
    const own = await readOwnAgency((path) => asking().get(path), ASKER, rootFingerprint);
    const keys = await openTeamCopies(await asking().get('/v1/team-key-copies/mine'), asker.client.personal, own);
    const sealed = await collect(asker, answer);
    const { roster } = await asOf(2);
    expect(await openUnder(roster, { agency: ASKER, keys, sealed })).toMatchObject({ ok: true, signer: { agency: SIXTH } });
  });

  async function signedIn(role: MemberRole): Promise<DoorClient> {
    return DoorClient.signedIn(door.ask, clientOf(made, role, door), door.made);
  }

  /** The agency as a file of before vouches for it; the hub keeps them all. */
  async function asOf(version: number): Promise<OwnAgency> {
    const [signed] = await asking().get<SignedDocument<PartnershipFile>[]>(`/v1/partnership/versions?from=${version}`);
    const file = await verifyPartnership(signed!, { rootFingerprint, now: new Date(signed!.document.issued) });
    const agency = file.ok ? file.partnership.agencies.get(SIXTH) : undefined;
    if (agency === undefined) throw new Error('the agency is not in that file');
    const chain = await verifyRosterChain(await asking().get<SignedDocument<Roster>[]>(`/v1/agencies/${SIXTH}/rosters?from=1`), agency);
    if (!chain.ok) throw new Error(chain.code);
    return { agency, roster: chain.newest, rosters: chain.rosters };
  }
});

/** One of the agency's first people at their machine. */
function clientOf({ entry, primary, members }: MadeAgency, role: MemberRole, { made: { rootFingerprint, registration } }: HubDoor): Client {
  const { member, roles, personal, signIn } = members.find((each) => each.roles.includes(role))!;
  return {
    mode: 'test', partnership: registration.partnership.document.partnership, rootFingerprint, agency: entry.id, member, roles, personal, fingerprint: fingerprintOf(personal), signIn,
    primary: roles.includes('custodian') ? primary : null, openTeamCopy: (wrapped, trust) => unwrapTeamCopy(wrapped, { ...trust, memberKey: personal }),
  };
}
