// Redis is killed (SIGKILL) at each step of a round and comes back with what it had written to disk. It holds hints only: what is
// owed is in Postgres, and is published again. Nothing differs from an undisturbed round.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RoundWorld } from '../world/round-world.js';
import { askTwo } from './support/ask-two.js';
import { killedAt, MOMENTS } from './support/kill-at.js';
import { tallied, without, type Tally } from './support/tally.js';

const LIMIT_MS = 180_000;

describe('a Redis that is killed', () => {
  let world: RoundWorld;
  let undisturbed: Tally;
  beforeAll(async () => {
    world = await RoundWorld.start({ ownServices: true, change: askTwo });
    undisturbed = await tallied(world, () => world.playPlainly());
  }, LIMIT_MS);
  afterAll(() => world.end(), LIMIT_MS);

  it.each(MOMENTS)('$when leaves the round as if nothing had happened', async ({ moment }) => {
    const drill = killedAt(moment, { kill: () => world.crash('redis'), restart: () => world.revive() });
    const disturbed = await tallied(world, () => world.playPlainly(drill), drill.back);
    expect(without(disturbed, 'incident.raised.v1', 'incident.ended.v1')).toEqual(undisturbed);
    expect(await world.sql('select kind from incident where ended_at is null')).toEqual([]);
  }, LIMIT_MS);
});
