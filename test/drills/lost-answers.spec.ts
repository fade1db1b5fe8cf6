// Every write of a round is carried out by the hub and its answer lost on the way; the client asks again with the same key and
// the same bytes. Each must end as one act. Signing in is the one write without a key, because an assertion is itself good for one
// use: a client that did not hear of its session starts another. One answer to it is lost, so there is one such record more.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RoundWorld } from '../world/round-world.js';
import { LossyDoor } from './support/lossy-door.js';
import { askTwo } from './support/ask-two.js';
import { tallied, without, type Tally } from './support/tally.js';

const LIMIT_MS = 180_000;

describe('a round in which the first answer to every write is lost', () => {
  let world: RoundWorld;
  let door: LossyDoor;
  let undisturbed: Tally;
  beforeAll(async () => {
    world = await RoundWorld.start({ change: askTwo });
    door = await LossyDoor.start(world.installation.hubUrl);
    undisturbed = await tallied(world, () => world.playPlainly());
  }, LIMIT_MS);
  afterAll(async () => {
    await door.stop();
    await world.end();
  }, LIMIT_MS);

  it('comes to what it comes to when every answer arrives', async () => {
    const disturbed = await tallied(world, () => world.playPlainly({ hubUrl: door.url }));
    expect(without(disturbed, 'member.signed-in.v1')).toEqual(without(undisturbed, 'member.signed-in.v1'));
    expect(disturbed.records['member.signed-in.v1']).toBe((undisturbed.records['member.signed-in.v1'] ?? 0) + 1);
  }, LIMIT_MS);

  it('has lost an answer of every kind of write that the round makes', () => {
    const kinds = new Set(door.lost.map((write) => write.replace(/[0-9a-f-]{36}|LC-[^/]+/, '{x}')));
    expect([...kinds].sort()).toEqual([
      'POST /v1/attachments/{x}/hand-over', 'POST /v1/checks', 'POST /v1/checks/{x}/closure', 'POST /v1/checks/{x}/decision', 'POST /v1/envelopes/{x}/hand-over',
      'POST /v1/envelopes/{x}/openings', 'POST /v1/log/cosignatures', 'POST /v1/requests/{x}/outcome', 'POST /v1/requests/{x}/responses', 'POST /v1/sign-in', 'PUT /v1/attachments/{x}',
    ]);
  });
});
