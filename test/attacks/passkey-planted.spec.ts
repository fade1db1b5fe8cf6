import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Problem } from '@lateral/contracts';
import { SoftAuthenticator } from '@lateral/testing/webauthn';
import { hubDoor } from '../world/hub-door.js';
import type { HubDoor } from '../world/hub-door.js';
import { PersonDoors } from '../world/person-door.js';

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

// Whoever has stolen a session would stay for good with a passkey of their own in it.
it('a thief of a session enrols no passkey, neither beside the owner\'s nor in place of one that was never made', async () => {
  const [owner, other] = door.made.members.filter(({ agency }) => agency === 'csc-north');
  const person = await doors.signIn(owner!);
  await person.enrolled(new SoftAuthenticator());
  const without = await doors.signIn(other!, { ago: 301_000 });
  for (const stolen of [person.copy(), without.copy()]) {
    const refused = await stolen.enrol(new SoftAuthenticator());
    expect([refused.status, (refused.body as Problem).code]).toEqual([403, 'step-up-needed']);
  }
  // Nor with a challenge that the owner asked for in another session.
  const late = await doors.signIn(door.made.members.find(({ agency }) => agency === 'police-north')!);
  const asked = (await late.post('/v1/passkeys/options')).body as { challenge: string; rpId: string; user: string };
  const elsewhere = await doors.signIn(late.session as { agency: string; member: string });
  const planted = await elsewhere.post('/v1/passkeys', new SoftAuthenticator().create({ ...asked, origin: 'http://localhost' }));
  expect([planted.status, (planted.body as Problem).code]).toEqual([422, 'passkey-refused']);
  expect(await door.database.sql('select count(*)::int as n from passkey')).toEqual([{ n: 1 }]);
});
