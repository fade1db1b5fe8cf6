import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CheckStanding } from '@lateral/contracts';
import { answered } from '../../../../test/journeys/people/operator.js';
import { collect } from '../../../../test/journeys/people/support.js';
import { hubDoor, type HubDoor } from '../../../../test/world/hub-door.js';

const [ASKER, FORCE] = ['csc-north', 'police-north'];
/** No other officer is made for an agency that names its own. */
const TWENTY = Array.from({ length: 20 }, () => ({ roles: ['data_protection_officer' as const] }));
let door: HubDoor;
beforeAll(async () => {
  door = await hubDoor({ members: { [ASKER]: TWENTY, [FORCE]: TWENTY } });
}, 60_000);
afterAll(() => door.end());

it('two agencies with twenty officers each ask and answer: all forty read the reasons', async () => {
  const [asker, responder] = [await door.signIn(ASKER), await door.signIn(FORCE, 'responder')];
  const body = await asker.checkTo([FORCE]);
  const posted = await asker.post('/v1/checks', body);
  expect([posted.status, (posted.body as CheckStanding).state]).toEqual([201, 'open']);
  const { header } = body.requests[0]!.envelope;
  const answer = await answered(responder, await collect(responder, header.context.message));
  for (const { context } of [header, answer.header]) expect(new Set(context.officers.map(({ officer }) => officer)).size).toBe(40);
}, 60_000);
