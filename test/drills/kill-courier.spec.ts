// Courier is killed (SIGKILL) at each step of a round and started again. What it had claimed is published again after four
// seconds, what it had mailed and not settled is mailed a second time with the same message id; its records are written once,
// because settling deletes the row that owed them. Nothing differs from an undisturbed round.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RoundWorld } from '../world/round-world.js';
import { askTwo } from './support/ask-two.js';
import { killedAt, MOMENTS } from './support/kill-at.js';
import { tallied, type Tally } from './support/tally.js';

const LIMIT_MS = 180_000;

describe('a courier that is killed', () => {
  let world: RoundWorld;
  let undisturbed: Tally;
  beforeAll(async () => {
    world = await RoundWorld.start({ change: askTwo });
    undisturbed = await tallied(world, () => world.playPlainly());
  }, LIMIT_MS);
  afterAll(() => world.end(), LIMIT_MS);

  it.each(MOMENTS)('$when leaves the round as if nothing had happened', async ({ moment }) => {
    const drill = killedAt(moment, { kill: () => world.kill('courier'), restart: () => world.installation.startOne('courier') });
    expect(await tallied(world, () => world.playPlainly(drill), drill.back)).toEqual(undisturbed);
  }, LIMIT_MS);
});
