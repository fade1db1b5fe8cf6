// The ledger is killed (SIGKILL) at each step of a round and started again. The round itself does not wait for it. Where courier
// finds it away, it raises an incident and ends it when the ledger is back: two records more, which are the truth and which
// therefore are taken out of the comparison. Everything else is as in an undisturbed round, each record at one position.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RoundWorld } from '../world/round-world.js';
import { askTwo } from './support/ask-two.js';
import { killedAt, MOMENTS } from './support/kill-at.js';
import { tallied, without, type Tally } from './support/tally.js';

const LIMIT_MS = 180_000;

describe('a ledger that is killed', () => {
  let world: RoundWorld;
  let undisturbed: Tally;
  beforeAll(async () => {
    world = await RoundWorld.start({ change: askTwo });
    undisturbed = await tallied(world, () => world.playPlainly());
  }, LIMIT_MS);
  afterAll(() => world.end(), LIMIT_MS);

  it.each(MOMENTS)('$when leaves the round as if nothing had happened', async ({ moment }) => {
    const drill = killedAt(moment, { kill: () => world.kill('ledger'), restart: () => world.installation.startOne('ledger') });
    const disturbed = await tallied(world, () => world.playPlainly(drill), drill.back);
    expect(without(disturbed, 'incident.raised.v1', 'incident.ended.v1')).toEqual(undisturbed);
    expect(disturbed.records['incident.ended.v1']).toBe(disturbed.records['incident.raised.v1']);
    expect(await world.sql('select kind from incident where ended_at is null')).toEqual([]);
  }, LIMIT_MS);
});
