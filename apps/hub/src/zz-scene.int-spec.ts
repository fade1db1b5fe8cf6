import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { hubDoor } from '../../../test/world/hub-door.js';
import type { DoorClient, HubDoor } from '../../../test/world/hub-door.js';
import { CheckScene } from '../../../test/world/check-scene.js';
import { REQUEST_STATES, CHECK_STATES } from '@lateral/domain';
let door: HubDoor; let asking: DoorClient; let asked: DoorClient;
beforeAll(async () => { door = await hubDoor(); [asking, asked] = await Promise.all([door.signIn('csc-north'), door.signIn('police-north', 'responder')]); }, 60_000);
afterAll(() => door.end());
it('seal time', async () => {
  const t = performance.now();
  for (let i = 0; i < 20; i++) await asking.sealDecision('019ab3c4-5d6e-7f80-8a1b-2c3d4e5f6071');
  const u = performance.now();
  await asking.checkTo(Array(20).fill('police-north'));
  console.log('decision', (u - t) / 20, 'request', (performance.now() - u) / 20);
});
for (const s of REQUEST_STATES) for (const c of CHECK_STATES) if (CheckScene.canBe(s, c)) it(`${s} ${c}`, async () => {
  const scene = await CheckScene.in(s, c, 2, { asking, asked });
  expect([scene.state, ...scene.requests.slice(0, 2).map(({ state }) => state)]).toEqual([c, s, s]);
});
