import { afterAll, beforeAll, expect, it } from 'vitest';
import { stepUpChallenge, type Problem } from '@lateral/contracts';
import { SoftAuthenticator } from '@lateral/testing/webauthn';
import { hubDoor } from '../world/hub-door.js';
import type { HubDoor } from '../world/hub-door.js';
import { ORIGIN, PersonDoors, RP_ID } from '../world/person-door.js';

let door: HubDoor;
let doors: PersonDoors;
beforeAll(async () => {
  door = await hubDoor();
  doors = await PersonDoors.beside(door);
}, 120_000);
afterAll(async () => {
  await doors.end();
  await door.end();
});

// A page asks the passkey about something harmless and shows the answer for something else.
it('a gesture made for other objects, another act, another session or an older nonce is none, and neither is one shown again', async () => {
  const owner = await doors.signIn(door.made.members[0]!);
  const authenticator = new SoftAuthenticator();
  const { credential } = await owner.enrolled(authenticator);
  const session = owner.session.id;
  const earlier = await owner.beginStepUp('open-content', ['a', 'b']);
  const stepUp = await owner.beginStepUp('open-content', ['a', 'b']);
  const { nonce } = stepUp;
  const show = async (challenge: string): Promise<unknown[]> => {
    const { status, body } = await owner.post(`/v1/step-ups/${stepUp.id}/passkey`, authenticator.get({ challenge, rpId: RP_ID, origin: ORIGIN, credentials: [credential] }));
    return [status, (body as Problem).code];
  };
  for (const challenge of [
    stepUpChallenge({ action: 'open-content', nonce, objects: ['a'], session }), stepUpChallenge({ action: 'open-content', nonce, objects: ['a', 'b', 'c'], session }),
    stepUpChallenge({ action: 'export', nonce, objects: ['a', 'b'], session }), stepUpChallenge({ action: 'open-content', nonce, objects: ['a', 'b'], session: earlier.id }), earlier.challenge, nonce,
  ]) expect(await show(challenge)).toEqual([422, 'passkey-refused']);
  const right = authenticator.get({ challenge: stepUp.challenge, rpId: RP_ID, origin: ORIGIN, credentials: [credential] });
  expect((await owner.post(`/v1/step-ups/${stepUp.id}/passkey`, right)).status).toBe(201);
  for (const id of [stepUp.id, earlier.id]) expect((await owner.post(`/v1/step-ups/${id}/passkey`, right)).status).toBe(422);
  expect(await door.database.sql('select count(*)::int as n from step_up where granted_at is not null')).toEqual([{ n: 1 }]);
});
