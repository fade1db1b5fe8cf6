import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LogHead, LogHeadStore } from '@lateral/exchange';
import { hubWorld, type HubWorld } from '../hub/index.js';
import { MemoryLogHeadStore } from './memory-log-heads.js';

describe('what is kept of logs in memory is what Postgres keeps', () => {
  let world: HubWorld;
  let memory: LogHeadStore;
  beforeAll(async () => {
    world = await hubWorld(37, ['police-a']);
    memory = new MemoryLogHeadStore();
  });
  afterAll(() => world.end());
  const both = async <T>(ask: (heads: LogHeadStore) => Promise<T>): Promise<T> => {
    const [here, there] = [await ask(memory), await ask(world.hub.logHeads)];
    expect(here).toEqual(there);
    return there;
  };
  const head = (size: number, byte = size % 256): LogHead => ({ size, root: new Uint8Array(32).fill(byte), note: `log.example/a\n${size}\n${byte}\n` });

  it('the greatest head of each log, and never a smaller or another one of its size', async () => {
    const at = world.samples.at();
    expect(await both((heads) => heads.newest('a'))).toBeNull();
    for (const each of [head(0), head(5), head(3), head(5, 9), head(2 ** 53 - 1)]) {
      await both((heads) => heads.keep('a', each, at));
      await both((heads) => heads.newest('a'));
    }
    expect(await both((heads) => heads.newest('a'))).toEqual(head(2 ** 53 - 1));
    expect(await both((heads) => heads.newest('b'))).toBeNull();
    await both((heads) => heads.keep('b', head(7), at));
    expect(await both((heads) => heads.newest('b'))).toEqual(head(7));
  });

  it('and in Postgres nobody sets it back by hand, and the greatest stays of many that are written at once', async () => {
    const { database, hub, samples } = world;
    for (const set of ['size = size - 1', 'size = size', `log = 'c'`]) await expect(database.sql(`update ledger_head set ${set} where log = 'b'`)).rejects.toMatchObject({ code: '23514' });
    await Promise.all([4, 8, 2, 6].map((size) => hub.logHeads.keep('d', head(size), samples.at())));
    expect(await hub.logHeads.newest('d')).toEqual(head(8));
  });
});
