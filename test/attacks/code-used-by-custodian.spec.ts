import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HandOverReply, KeyProofReply, OneTimeCodeReply, OpenCheckBody, Page, Problem, RequestView } from '@lateral/contracts';
import { proveKey, type PrivateKey } from '@lateral/envelope/keys';
import { openAs } from '../journeys/people/support.js';
import { machineOf } from '../journeys/people/operator.js';
import { accepted } from '../world/check-scene.js';
import { hubDoor, newId, type Answer, type DoorClient, type HubDoor } from '../world/hub-door.js';
import { ORIGIN, PersonDoors, type PersonDoor } from '../world/person-door.js';
import { readOwnAgency } from '../world/personal-client.js';
import { recordsOf } from '../world/stored.js';

const [ASKER, SCHOOL] = ['csc-north', 'school-north'];
const said = ({ status, body }: Answer): unknown[] => [status, (body as Problem | null)?.code];
const NEEDED = [403, 'key-proof-needed'];
const REFUSED = [422, 'key-proof-refused'];

describe('a custodian who makes a code for a colleague and uses it alone', () => {
  let door: HubDoor;
  let doors: PersonDoors;
  let custodian: DoorClient;
  /** The colleague's own client, of which the custodian has nothing. */
  let colleague: DoorClient;
  let red: OpenCheckBody;
  beforeAll(async () => {
    door = await hubDoor();
    doors = await PersonDoors.beside(door);
    const asker = await door.signIn(ASKER);
    [custodian, colleague] = await Promise.all([door.signIn(SCHOOL, 'custodian'), door.signIn(SCHOOL, 'responder')]);
    red = await asker.checkTo([SCHOOL], { coded: { urgency: 'red' } });
    accepted(await asker.post('/v1/checks', red));
  }, 60_000);
  afterAll(async () => {
    await doors.end();
    await door.end();
  });
  const member = (): string => colleague.client.member;
  const letIn = async (): Promise<PersonDoor> => {
    const { code } = accepted<OneTimeCodeReply>(await custodian.post('/v1/one-time-codes', { member: member() }));
    return doors.byCode({ agency: SCHOOL, member: member(), code });
  };
  const challenged = async (by: PersonDoor): Promise<KeyProofReply> => accepted<KeyProofReply>(await by.post('/v1/key-proofs'));
  const proof = (key: PrivateKey, of: KeyProofReply, more: object = {}): Promise<string> => proveKey({ agency: SCHOOL, member: member(), session: of.session, nonce: of.nonce, ...more }, { key, at: new Date() });
  const prove = (by: PersonDoor, signature: string): Promise<Answer> => by.post('/v1/key-proofs/signature', { signature });
  const message = (): string => red.requests[0]!.envelope.header.context.message;
  const collect = (by: PersonDoor): Promise<Answer> => by.post(`/v1/envelopes/${message()}/hand-over`);

  it('sees that a red question waits and collects none of it, nor does anything in the colleague\'s name', async () => {
    const thief = await letIn();
    const { items } = (await thief.get('/v1/requests')).body as Page<RequestView>;
    expect(items.map(({ id }) => id)).toEqual([red.requests[0]!.id]);
    const before = await recordsOf(door.database, 'envelope.handed-over.v1');
    const request = red.requests[0]!.id;
    for (const path of [`/v1/envelopes/${message()}/hand-over`, `/v1/envelopes/${newId()}/hand-over`, `/v1/attachments/${newId()}/hand-over`, `/v1/requests/${request}/responses`, `/v1/envelopes/${message()}/openings`, `/v1/requests/${request}/recusal`]) {
      expect([path, ...said(await thief.post(path))]).toEqual([path, ...NEEDED]);
    }
    expect(await recordsOf(door.database, 'envelope.handed-over.v1')).toEqual(before);
  });

  it('cannot prove the colleague\'s key with the custodian\'s own, nor with what the colleague signed for another session, time or thing', async () => {
    const [thief, own] = [await letIn(), await letIn()];
    const [of, elsewhere] = [await challenged(thief), await challenged(own)];
    const { personal } = colleague.client;
    const earlier = await proof(personal, of);
    const now = await challenged(thief);
    expect(now.nonce).not.toBe(of.nonce);
    for (const signature of [
      await proof(custodian.client.personal, now), await proof(custodian.client.personal, now, { member: custodian.client.member }), earlier, await proof(personal, elsewhere), await proof(personal, { ...now, session: elsewhere.session }),
      await proof(personal, now, { agency: ASKER }), await proof(personal, now, { member: custodian.client.member }), await proveKey({ agency: SCHOOL, member: member(), session: now.session, nonce: now.nonce }, { key: personal, at: new Date(Date.now() + 3_600_000) }),
      red.requests[0]!.envelope.signature, 'AAAA',
    ]) {
      const answer = await prove(thief, signature);
      expect([...said(answer), answer.headers['set-cookie']]).toEqual([...REFUSED, undefined]);
    }
    expect(said(await collect(thief))).toEqual(NEEDED);
    expect(await recordsOf(door.database, 'key.proved.v1')).toEqual([]);
  });

  it('leaves the way open for the colleague: whoever holds the key proves it once, under a new cookie, and reads', async () => {
    const person = await letIn();
    const old = person.copy();
    const signature = await proof(colleague.client.personal, await challenged(person));
    expect((await prove(person, signature)).status).toBe(204);
    expect(person.token).not.toBe(old.token);
    expect(said(await old.get('/v1/me'))).toEqual([401, 'unauthenticated']);
    expect(said(await prove(person, signature))).toEqual(REFUSED);
    const { envelope } = accepted<HandOverReply>(await collect(person));
    // What the way in kept from the custodian they could have read: the epochs in their own copy open it.
    const { rootFingerprint } = door.made;
    for (const by of [colleague, custodian]) {
      const agency = await readOwnAgency((path) => machineOf(by).get(path), SCHOOL, rootFingerprint);
      expect(await openAs(machineOf(by), agency, { key: by.client.personal, sealed: envelope, rootFingerprint })).toMatchObject({ ok: true });
    }
    const proven = await recordsOf(door.database, 'key.proved.v1');
    expect(proven).toMatchObject([{ agency: SCHOOL, member: member(), fingerprint: colleague.client.fingerprint, parties: [SCHOOL] }]);
    // Of one session, and no other of the same member.
    expect(said(await collect(await letIn()))).toEqual(NEEDED);
  });

  it('is no proof that another kind of session could ask for', async () => {
    const machine = await colleague.post('/v1/key-proofs', {});
    const browser = await doors.signIn(colleague.client);
    expect([said(machine), said(await browser.post('/v1/key-proofs')), said(await prove(browser, 'AAAA'))]).toEqual([[409, 'not-allowed'], [409, 'not-allowed'], [409, 'not-allowed']]);
    const crossSite = await door.ask('POST', '/v1/key-proofs', { body: {}, headers: { cookie: `lateral=${browser.token}`, origin: `${ORIGIN}.evil.example`, 'idempotency-key': newId() } });
    expect(said(crossSite)).toEqual([403, 'cross-site']);
  });
});
