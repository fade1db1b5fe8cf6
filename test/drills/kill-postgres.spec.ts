// Postgres is killed (SIGKILL, the whole server) at each step of a round and comes back after crash recovery. Whatever was
// acknowledged is there; whatever was under way is asked again with the same key and is one act. Hub, courier and ledger keep
// running and connect again by themselves. The ledger loses its database with it: an incident may be raised and ended, two records
// which are the truth and are taken out of the comparison.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RoundWorld } from '../world/round-world.js';
import { askTwo } from './support/ask-two.js';
import { killedWhilePosting } from './support/held-post.js';
import { killedAt, MOMENTS } from './support/kill-at.js';
import { tallied, without, type Tally } from './support/tally.js';

const LIMIT_MS = 180_000;

describe('a Postgres that is killed', () => {
  let world: RoundWorld;
  let undisturbed: Tally;
  beforeAll(async () => {
    world = await RoundWorld.start({ ownServices: true, change: askTwo });
    undisturbed = await tallied(world, () => world.playPlainly());
  }, LIMIT_MS);
  afterAll(() => world.end(), LIMIT_MS);

  it.each(MOMENTS)('$when leaves the round as if nothing had happened', async ({ moment }) => {
    const drill = killedAt(moment, { kill: () => world.crash('postgres'), restart: () => world.revive() });
    const disturbed = await tallied(world, () => world.playPlainly(drill), drill.back);
    expect(without(disturbed, 'incident.raised.v1', 'incident.ended.v1')).toEqual(undisturbed);
    expect(await world.sql('select kind from incident where ended_at is null')).toEqual([]);
  }, LIMIT_MS);

  it('in the middle of a post makes one check of it: its statement is rolled back, and the retry carries it out', async () => {
    expect(await killedWhilePosting(world, () => world.crash('postgres'), () => world.revive())).toBe(1);
  }, LIMIT_MS);
});
