import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PasskeyOptionsReply, PasskeyView, Problem } from '@lateral/contracts';
import { SoftAuthenticator, type Misbehaviour } from '@lateral/testing/webauthn';
import { hubDoor, newId } from '../../../test/world/hub-door.js';
import type { Answer, HubDoor } from '../../../test/world/hub-door.js';
import { ORIGIN, PersonDoors } from '../../../test/world/person-door.js';
import type { PersonDoor } from '../../../test/world/person-door.js';
import { recordsOf, stored } from '../../../test/world/stored.js';

let door: HubDoor;
let doors: PersonDoors;
const members = new Map<string, { agency: string; member: string }>();
beforeAll(async () => {
  door = await hubDoor();
  doors = await PersonDoors.beside(door);
  for (const { agency, member, roles } of door.made.members) for (const role of roles) if (!members.has(`${agency} ${role}`)) members.set(`${agency} ${role}`, { agency, member });
}, 120_000);
afterAll(async () => {
  await doors.end();
  await door.end();
});

const signIn = (who: string, options?: Parameters<PersonDoors['signIn']>[1]): Promise<PersonDoor> => doors.signIn(members.get(who)!, options);
const said = ({ status, body }: Answer): unknown[] => [status, (body as Problem | null)?.code];
const list = async (person: PersonDoor): Promise<PasskeyView[]> => (await person.get('/v1/passkeys')).body as PasskeyView[];
const begun = async (person: PersonDoor): Promise<PasskeyOptionsReply> => (await person.post('/v1/passkeys/options')).body as PasskeyOptionsReply;

describe('a passkey', () => {
  it('is enrolled once soon after signing in, and listed to its owner alone', async () => {
    const person = await signIn('csc-north practitioner', { ago: 290_000 });
    const view = await person.enrolled(new SoftAuthenticator());
    expect(await list(person)).toEqual([view]);
    expect((await person.get('/v1/me')).body).toMatchObject({ passkeys: 1, keyLocked: false });
    expect(await list(await signIn('csc-north data_protection_officer'))).toEqual([]);
    expect((await recordsOf(door.database, 'passkey.enrolled.v1')).at(-1)).toMatchObject({ agency: 'csc-north', member: person.session.member, passkey: view.id, parties: ['csc-north'] });
    expect(await door.database.sql('select counter::int from passkey where id = $1', [view.id])).toEqual([{ counter: 0 }]);
  });

  it('is asked for with a handle that says nothing about its owner', async () => {
    const person = await signIn('csc-north data_protection_officer');
    const options = await begun(person);
    expect(options).toMatchObject({ rpId: 'localhost', exclude: [] });
    expect(Buffer.from(options.user, 'base64url').toString('latin1')).not.toContain(person.session.member);
    expect((await begun(person)).user).toBe(options.user);
  });

  it('that is not the first, or comes late after signing in, needs a gesture', async () => {
    const late = await signIn('police-north practitioner', { ago: 301_000 });
    const needed = { stepUp: { action: 'change-own-keys', objects: [late.session.member] } };
    const refused = await late.post('/v1/passkeys/options');
    expect([...said(refused), refused.body]).toEqual([403, 'step-up-needed', expect.objectContaining(needed)]);
    const fresh = await signIn('police-north practitioner');
    const authenticator = new SoftAuthenticator();
    const first = await fresh.enrolled(authenticator);
    expect(said(await fresh.post('/v1/passkeys/options'))).toEqual([403, 'step-up-needed']);
    await fresh.stepUp('change-own-keys', [fresh.session.member!], authenticator);
    const second = await fresh.enrolled(new SoftAuthenticator());
    expect((await list(fresh)).map(({ id }) => id)).toEqual([first.id, second.id]);
    expect((await begun(fresh)).exclude).toEqual([first.credential, second.credential]);
  });

  const wrong: [string, Misbehaviour][] = [
    ['its user was not verified', { userVerified: false }], ['another page asked', { origin: 'https://evil.example' }], ['it is for another host', { rpId: 'evil.example' }],
    ['it answers another challenge', { challenge: Buffer.alloc(32, 1).toString('base64url') }], ['it says what device it is', { format: 'packed' }], ['a frame asked', { crossOrigin: true }],
  ];
  it.each(wrong)('is refused where %s, and nothing is stored', async (_, misbehaviour) => {
    const person = await signIn('school-north practitioner');
    const { challenge, rpId, user } = await begun(person);
    const before = await stored(door.database);
    expect(said(await person.post('/v1/passkeys', new SoftAuthenticator().create({ challenge, rpId, user, origin: ORIGIN }, misbehaviour)))).toEqual([422, 'passkey-refused']);
    expect(await stored(door.database)).toEqual(before);
    expect(await list(person)).toEqual([]);
  });

  it('is refused in another session than the challenge was made for, and a second time; a retry is told the same', async () => {
    const [person, other] = [await signIn('health-north practitioner'), await signIn('health-north practitioner')];
    const body = new SoftAuthenticator().create({ ...(await begun(person)), origin: ORIGIN });
    expect(said(await other.post('/v1/passkeys', body))).toEqual([422, 'passkey-refused']);
    const key = newId();
    const first = await person.post('/v1/passkeys', body, key);
    expect(first.status).toBe(201);
    expect((await person.post('/v1/passkeys', body, key)).raw.equals(first.raw)).toBe(true);
    expect(said(await person.post('/v1/passkeys', { ...body, transports: [] }, key))).toEqual([422, 'idempotency-key-reused']);
    expect(said(await person.post('/v1/passkeys', body))).toEqual([403, 'step-up-needed']);
    expect(await list(person)).toHaveLength(1);
  });

  it('is refused with anything named prf in it, and with what no passkey has', async () => {
    const person = await signIn('school-north practitioner');
    const { challenge, rpId, user } = await begun(person);
    const body = new SoftAuthenticator().create({ challenge, rpId, user, origin: ORIGIN });
    const before = await stored(door.database);
    const secret = Buffer.alloc(32, 9).toString('base64url');
    for (const [wrongBody, field, reason, named] of [
      [{ ...body, clientExtensionResults: { prf: { results: { first: secret } } } }, '/clientExtensionResults', 'unknown'],
      [new SoftAuthenticator().create({ challenge, rpId, user, origin: ORIGIN }, { clientData: { prf: secret } }), '/clientData', 'holds-prf'],
      [new SoftAuthenticator().create({ challenge, rpId, user, origin: ORIGIN }, { extensions: new Map([['prf', true]]) }), '/attestation', 'holds-prf'],
      [{ ...body, transports: ['pigeon'] }, '/transports/0', 'not-in-list', { code: 'pigeon' }],
    ] as const) {
      const answer = await person.post('/v1/passkeys', wrongBody);
      expect([...said(answer), (answer.body as Problem).fields]).toEqual([422, 'invalid-request', [{ field, reason, ...named }]]);
    }
    expect(await stored(door.database)).toEqual(before);
    expect(door.lines.join('\n')).not.toContain(secret);
  });

  it('belongs to people: a machine of the same member has none', async () => {
    const machine = await door.signIn('housing-north');
    expect(said(await machine.post('/v1/passkeys/options', {}))).toEqual([409, 'not-allowed']);
    expect(said(await machine.post('/v1/step-ups', { action: 'export', objects: ['a'] }))).toEqual([409, 'not-allowed']);
    expect((await machine.get('/v1/passkeys')).body).toEqual([]);
  });

  it('is disabled by its owner with a gesture, stays known, and is taken no more', async () => {
    const person = await signIn('housing-north practitioner');
    const authenticator = new SoftAuthenticator();
    const { id } = await person.enrolled(authenticator);
    const other = await signIn('csc-north data_protection_officer');
    expect(said(await person.delete(`/v1/passkeys/${id}`))).toEqual([403, 'step-up-needed']);
    await person.stepUp('change-own-keys', [person.session.member!], authenticator);
    expect(said(await person.delete(`/v1/passkeys/${newId()}`))).toEqual([404, 'not-found']);
    expect((await person.delete(`/v1/passkeys/${id}`)).status).toBe(204);
    expect((await person.delete(`/v1/passkeys/${id}`)).status).toBe(204);
    expect(await list(person)).toEqual([expect.objectContaining({ id, disabledAt: expect.any(String) })]);
    expect((await recordsOf(door.database, 'passkey.disabled.v1')).map(({ passkey, by }) => [passkey, by])).toEqual([[id, person.session.member]]);
    expect((await person.beginStepUp('export', ['a'])).credentials).toEqual([]);
    expect(said(await other.delete(`/v1/passkeys/${id}`))).toEqual([403, 'step-up-needed']);
    // With none in use the next is a first one again, soon after signing in.
    expect((await person.enrol(new SoftAuthenticator())).status).toBe(201);
  });
});
