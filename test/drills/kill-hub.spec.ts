// The hub is killed (SIGKILL) at each step of a round and started again. Its clients have lost their answers and event streams;
// they ask again with the same keys and bytes. What is left must be what an undisturbed round leaves, to the last record: sessions
// are in Postgres, so nobody signs in again.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RoundWorld } from '../world/round-world.js';
import { askTwo } from './support/ask-two.js';
import { killedWhilePosting } from './support/held-post.js';
import { killedAt, MOMENTS } from './support/kill-at.js';
import { tallied, type Tally } from './support/tally.js';

const LIMIT_MS = 180_000;

describe('a hub that is killed', () => {
  let world: RoundWorld;
  let undisturbed: Tally;
  beforeAll(async () => {
    world = await RoundWorld.start({ change: askTwo });
    undisturbed = await tallied(world, () => world.playPlainly());
  }, LIMIT_MS);
  afterAll(() => world.end(), LIMIT_MS);

  it.each(MOMENTS)('$when leaves the round as if nothing had happened', async ({ moment }) => {
    const drill = killedAt(moment, { kill: () => world.kill('hub'), restart: () => world.installation.startOne('hub') });
    expect(await tallied(world, () => world.playPlainly(drill), drill.back)).toEqual(undisturbed);
  }, LIMIT_MS);

  it('in the middle of a post makes one check of it: its statement is finished by the server without it, and the retry finds it done', async () => {
    expect(await killedWhilePosting(world, () => world.kill('hub'), () => world.installation.startOne('hub'))).toBe(1);
  }, LIMIT_MS);
});
