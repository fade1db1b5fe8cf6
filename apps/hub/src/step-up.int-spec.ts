import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOf, objectsDigest, stepUpChallenge, type OpenCheckBody, type PostedReply, type Problem, type StepUpReply } from '@lateral/contracts';
import { referenceOf } from '@lateral/domain';
import type { StepUpAction } from '@lateral/domain/access';
import { SoftAuthenticator, type Misbehaviour } from '@lateral/testing/webauthn';
import { hubDoor, newId } from '../../../test/world/hub-door.js';
import type { Answer, DoorClient, HubDoor } from '../../../test/world/hub-door.js';
import { ORIGIN, PersonDoors } from '../../../test/world/person-door.js';
import type { PersonDoor } from '../../../test/world/person-door.js';
import { recordsOf, stored } from '../../../test/world/stored.js';

let door: HubDoor;
let doors: PersonDoors;
/** Seals with its keys; the person of the same member acts in a browser. */
let asking: DoorClient;
let asked: DoorClient;
let asker: PersonDoor;
let reader: PersonDoor;
const passkey = new SoftAuthenticator();
const theirs = new SoftAuthenticator();
beforeAll(async () => {
  door = await hubDoor();
  doors = await PersonDoors.beside(door);
  [asking, asked] = await Promise.all([door.signIn('csc-north'), door.signIn('police-north')]);
  [asker, reader] = [await doors.signIn(asking.client), await doors.signIn(asked.client)];
  await asker.enrolled(passkey);
  await reader.enrolled(theirs);
}, 120_000);
afterAll(async () => {
  await doors.end();
  await door.end();
});

const said = ({ status, body }: Answer): unknown[] => [status, (body as Problem | null)?.code];
const messagesOf = (body: OpenCheckBody): string[] => body.requests.map(({ envelope }) => envelope.header.context.message);
const collect = (by: PersonDoor, envelope: string): Promise<Answer> => by.post(`/v1/envelopes/${envelope}/hand-over`);
const NEEDED = [403, 'step-up-needed'];

/** A check that a machine of the asking agency has opened, by its messages. */
async function opened(agencies: readonly string[] = ['police-north'], urgency?: 'red'): Promise<{ reference: string; messages: string[] }> {
  const body = await asking.checkTo(agencies, urgency === undefined ? {} : { coded: { urgency } });
  const { status, body: reply } = await asking.post('/v1/checks', body);
  if (status !== 201) throw new Error(`a check was answered ${status} ${JSON.stringify(reply)}`);
  return { reference: (reply as PostedReply).reference, messages: messagesOf(body) };
}

describe('an act that needs a gesture', () => {
  it('is refused by what it is about, and goes through once that was shown', async () => {
    const body = await asking.checkTo(['police-north', 'school-north']);
    const before = await stored(door.database);
    const refused = await asker.post('/v1/checks', body);
    expect([...said(refused), (refused.body as Problem).stepUp]).toEqual([...NEEDED, { action: 'send-share', objects: messagesOf(body) }]);
    expect(await stored(door.database)).toEqual(before);
    const { action, objects } = (refused.body as Problem).stepUp!;
    await asker.stepUp(action, objects, passkey);
    const accepted = await asker.post('/v1/checks', body);
    expect([accepted.status, (accepted.body as PostedReply).reference]).toEqual([201, referenceOf(body.id)]);
  });

  it('is open to the session, the kind of act and the objects of the gesture, for its time, and to nothing else', async () => {
    const { messages: [one, other], reference } = await opened(['police-north', 'police-north']);
    await reader.stepUp('open-content', [one!], theirs);
    expect(said(await collect(reader, other!))).toEqual(NEEDED);
    expect(said(await collect(await doors.signIn(asked.client), one!))).toEqual(NEEDED);
    expect(said(await reader.get(`/v1/checks/${reference}/evidence`))).toEqual(NEEDED);
    expect((await collect(reader, one!)).status).toBe(201);
    await door.database.sql(`update step_up set granted_at = granted_at - interval '5 minutes', expires_at = expires_at - interval '5 minutes' where session = $1`, [reader.session.id]);
    expect(said(await collect(reader, one!))).toEqual(NEEDED);
  });

  it('may be one of a set that one gesture named', async () => {
    const { messages } = await opened(['police-north', 'police-north', 'police-north']);
    await reader.stepUp('open-content', messages, theirs);
    for (const message of messages) expect((await collect(reader, message)).status).toBe(201);
    const tooMany = await reader.post('/v1/step-ups', { action: 'open-content', objects: Array.from({ length: 21 }, newId) });
    expect([...said(tooMany), (tooMany.body as Problem).fields]).toEqual([422, 'invalid-request', [{ field: '/objects', reason: 'too-many' }]]);
    expect(said(await reader.post('/v1/step-ups', { action: 'open-content', objects: [messages[0], messages[0]] }))).toEqual([422, 'invalid-request']);
  });

  it('tells nobody what there is: an unknown message and another agency\'s are refused alike, and an attachment that is not there is not found', async () => {
    const { messages: [message] } = await opened(['school-north']);
    const unknown = newId();
    expect([said(await collect(reader, message!)), said(await collect(reader, unknown))]).toEqual([NEEDED, NEEDED]);
    await reader.stepUp('open-content', [message!, unknown], theirs);
    expect([said(await collect(reader, message!)), said(await collect(reader, unknown)), said(await collect(reader, 'no-id'))]).toEqual([[404, 'not-found'], [404, 'not-found'], [404, 'not-found']]);
    expect(said(await reader.post(`/v1/attachments/${newId()}/hand-over`))).toEqual([404, 'not-found']);
  });

  it('is told of a fault in its body first, in the words of the act', async () => {
    const body = await asking.checkTo(['police-north']);
    const faulty = { ...body, requests: [{ ...body.requests[0], envelope: { note: 'words' } }] };
    expect((await asker.post('/v1/checks', faulty)).body).toEqual((await asking.post('/v1/checks', faulty)).body);
  });

  it('is not the other one that is about the same member, nor the wider of two', async () => {
    const { agency, member } = (await door.signIn('police-north', 'custodian')).client;
    const [custodian, theirKey] = [await doors.signIn({ agency, member }), new SoftAuthenticator()];
    await custodian.enrolled(theirKey);
    const colleague = asked.client.member;
    const [letIn, again] = [() => custodian.post('/v1/one-time-codes', { member: colleague }), () => custodian.post(`/v1/members/${colleague}/start-again`)];
    const needed = ({ body }: Answer): { action: StepUpAction; objects: string[] } => (body as Problem).stepUp!;
    const [forCode, forAgain] = [needed(await letIn()), needed(await again())];
    await custodian.stepUp(forCode.action, forCode.objects, theirKey);
    expect([(await letIn()).status, said(await again())]).toEqual([201, NEEDED]);
    const second = await doors.signIn({ agency, member });
    await second.stepUp(forAgain.action, forAgain.objects, theirKey);
    expect(said(await second.post('/v1/one-time-codes', { member: colleague }))).toEqual(NEEDED);
    const { reference } = await opened();
    const evidence = (query: string): Promise<Answer> => reader.get(`/v1/checks/${reference}/evidence${query}`);
    const [plain, whole] = [needed(await evidence('')), needed(await evidence('?content=true'))];
    expect(plain.objects).not.toEqual(whole.objects);
    await reader.stepUp(plain.action, plain.objects, theirs);
    expect(said(await evidence('?content=true'))).toEqual(NEEDED);
    expect(said(await evidence(''))).not.toEqual(NEEDED);
  });

  it('asks nothing more of a machine, nor of somebody whom a custodian let in and who has proven their key', async () => {
    const { messages: [message] } = await opened(['police-north'], 'red');
    const letIn = await doors.signIn(asked.client, { kind: 'one-time-code' });
    expect(said(await collect(letIn, message!))).toEqual([403, 'key-proof-needed']);
    await letIn.proveKey(asked.client.personal);
    expect((await collect(letIn, message!)).status).toBe(201);
    expect((await asked.post(`/v1/envelopes/${message!}/hand-over`, {})).status).toBe(201);
  });
});

describe('a gesture', () => {
  const answering = async (misbehaviour?: Misbehaviour, by = reader): Promise<Answer> => by.answerStepUp(await by.beginStepUp('export', ['LC-7GQ2M-4X9TB']), theirs, misbehaviour);
  const grants = async (): Promise<number> => (await recordsOf(door.database, 'step-up.granted.v1')).length;

  it('is for exactly what its challenge says', async () => {
    const reply = await reader.beginStepUp('open-content', ['b', 'a']);
    expect(reply.challenge).toBe(stepUpChallenge({ action: 'open-content', nonce: reply.nonce, objects: ['a', 'b'], session: reader.session.id }));
    expect(reply).toMatchObject({ rpId: 'localhost', provider: false, credentials: [expect.any(String)] });
    expect(said(await reader.post(`/v1/step-ups/${reply.id}/provider`))).toEqual([409, 'not-allowed']);
  });

  it('changes the cookie: the token from before is worth nothing, the session is the same', async () => {
    const thief = reader.copy();
    expect((await thief.get('/v1/me')).status).toBe(200);
    const answer = await answering();
    const [cookie] = answer.headers['set-cookie'] as string[];
    expect(cookie).toMatch(/^lateral=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(JSON.stringify(answer.body)).not.toContain(reader.token);
    expect(said(await thief.get('/v1/me'))).toEqual([401, 'unauthenticated']);
    expect((await reader.get('/v1/me')).body).toMatchObject({ session: { id: reader.session.id } });
  });

  it('is recorded with a digest of what it was for and of the answer', async () => {
    const stepUp = await reader.beginStepUp('export', ['b', 'a']);
    const body = theirs.get({ challenge: stepUp.challenge, rpId: stepUp.rpId, origin: ORIGIN, credentials: stepUp.credentials });
    expect((await reader.post(`/v1/step-ups/${stepUp.id}/passkey`, body)).status).toBe(201);
    const { agency, member } = reader.session;
    expect((await recordsOf(door.database, 'step-up.granted.v1')).at(-1)).toMatchObject({ agency, member, action: 'export', objects: objectsDigest(['a', 'b']), method: 'passkey', assertion: digestOf('assertion', body), parties: [agency] });
  });

  const wrong: [string, Misbehaviour][] = [
    ['its user was not verified', { userVerified: false }], ['another page asked', { origin: 'https://evil.example' }], ['it is for another host', { rpId: 'evil.example' }], ['it is signed with another key', { otherKey: true }],
    ['it answers another challenge', { challenge: Buffer.alloc(32, 1).toString('base64url') }], ['its counter goes back', { counter: 0 }], ['its counter stands', { counter: 1 }], ['a frame asked', { crossOrigin: true }],
    ['it is of somebody else', { userHandle: Buffer.alloc(32, 1).toString('base64url') }],
  ];
  it.each(wrong)('is refused where %s, and the session goes on', async (_, misbehaviour) => {
    const [before, token] = [await grants(), reader.token];
    const answer = await answering(misbehaviour);
    expect([...said(answer), answer.headers['set-cookie']]).toEqual([422, 'passkey-refused', undefined]);
    expect([await grants(), reader.token]).toEqual([before, token]);
    expect((await reader.get('/v1/me')).status).toBe(200);
  });

  it('is good once, though its answer comes eight times at once, and for its own step-up', async () => {
    const [one, other] = [await reader.beginStepUp('export', ['a']), await reader.beginStepUp('export', ['b'])];
    const body = theirs.get({ challenge: one.challenge, rpId: one.rpId, origin: ORIGIN, credentials: one.credentials });
    expect(said(await reader.post(`/v1/step-ups/${other.id}/passkey`, body))).toEqual([422, 'passkey-refused']);
    const before = await grants();
    const browsers = Array.from({ length: 8 }, () => reader.copy());
    const answers = await Promise.all(browsers.map((browser) => browser.post(`/v1/step-ups/${one.id}/passkey`, body)));
    // Whoever came after the token had changed is nobody; whoever came before it was too late for the gesture.
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.every(({ status }) => [201, 422, 401].includes(status))).toBe(true);
    expect(await grants()).toBe(before + 1);
    reader.token = browsers[answers.findIndex(({ status }) => status === 201)]!.token;
    expect(said(await reader.post(`/v1/step-ups/${one.id}/passkey`, body))).toEqual([422, 'passkey-refused']);
  });

  it('is not found in another session, of the same person or of another', async () => {
    const { id, challenge, credentials, rpId } = await reader.beginStepUp('export', ['a']) satisfies StepUpReply;
    const body = theirs.get({ challenge, rpId, origin: ORIGIN, credentials });
    for (const other of [await doors.signIn(asked.client), asker]) expect(said(await other.post(`/v1/step-ups/${id}/passkey`, body))).toEqual([404, 'not-found']);
    expect((await reader.post(`/v1/step-ups/${id}/passkey`, body)).status).toBe(201);
  });

  it('is refused that brings what PRF gave, in whatever it is wrapped', async () => {
    const stepUp = await reader.beginStepUp('export', ['a']);
    const ask = { challenge: stepUp.challenge, rpId: stepUp.rpId, origin: ORIGIN, credentials: stepUp.credentials };
    const secret = Buffer.from(theirs.prf(stepUp.credentials[0]!, Buffer.alloc(32, 3)));
    const before = await grants();
    for (const body of [
      { ...theirs.get(ask), prf: secret.toString('base64url') }, { ...theirs.get(ask), clientExtensionResults: { prf: { results: { first: secret.toString('base64url') } } } },
      theirs.get(ask, { clientData: { prf: secret.toString('base64url') } }), theirs.get(ask, { extensions: new Map([['prf', secret]]) }),
    ]) expect(said(await reader.post(`/v1/step-ups/${stepUp.id}/passkey`, body))).toEqual([422, 'invalid-request']);
    expect(await grants()).toBe(before);
    for (const spelled of ['base64url', 'base64', 'hex'] as const) expect(door.lines.join('\n')).not.toContain(secret.toString(spelled));
  });
});
