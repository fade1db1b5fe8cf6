import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Problem } from '@lateral/contracts';
import { SoftAuthenticator } from '@lateral/testing/webauthn';
import { hubDoor } from '../world/hub-door.js';
import type { DoorClient, HubDoor } from '../world/hub-door.js';
import { PersonDoors } from '../world/person-door.js';

let door: HubDoor;
let doors: PersonDoors;
let asking: DoorClient;
let asked: DoorClient;
beforeAll(async () => {
  door = await hubDoor();
  doors = await PersonDoors.beside(door);
  [asking, asked] = await Promise.all([door.signIn('csc-north'), door.signIn('police-north')]);
}, 120_000);
afterAll(async () => {
  await doors.end();
  await door.end();
});

// The thief holds the cookie and waits for the owner's gesture.
it('a stolen cookie collects nothing: not before the owner\'s gesture, and after it it is worth nothing', async () => {
  const check = await asking.checkTo(['police-north']);
  expect((await asking.post('/v1/checks', check)).status).toBe(201);
  const message = check.requests[0]!.envelope.header.context.message;
  const owner = await doors.signIn(asked.client);
  const authenticator = new SoftAuthenticator();
  await owner.enrolled(authenticator);
  const thief = owner.copy();
  const collecting = async (): Promise<unknown[]> => {
    const { status, body } = await thief.post(`/v1/envelopes/${message}/hand-over`);
    return [status, (body as Problem).code];
  };
  expect(await collecting()).toEqual([403, 'step-up-needed']);
  const stepUp = await owner.beginStepUp('open-content', [message]);
  expect(await collecting()).toEqual([403, 'step-up-needed']);
  const [answer, ...meanwhile] = await Promise.all([owner.answerStepUp(stepUp, authenticator), collecting(), collecting(), collecting()]);
  expect(answer.status).toBe(201);
  for (const [status] of meanwhile) expect([401, 403]).toContain(status);
  expect(await collecting()).toEqual([401, 'unauthenticated']);
  expect(await door.database.sql('select collected_at from envelope where id = $1', [message])).toEqual([{ collected_at: null }]);
  expect((await owner.post(`/v1/envelopes/${message}/hand-over`)).status).toBe(201);
});
