import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EndedCheck } from '@lateral/exchange';
import { hubWorld, type HubWorld } from '@lateral/testing/hub';
import { PostgresRetentionStore } from './retention-store.js';

const CHECKS = 5;

describe('what has ended, in pages', () => {
  let world: HubWorld;
  const ids: string[] = [];
  const store = (rows?: number): PostgresRetentionStore => new PostgresRetentionStore(world.hub.connections, world.hub.wake, rows);
  beforeAll(async () => {
    world = await hubWorld(11, ['police-a', 'school-b']);
    for (let n = 0; n < CHECKS; n += 1) {
      const write = world.samples.openCheck('police-a', ['school-b']);
      await world.hub.checks.open(write);
      await world.hub.checks.changeCheck({ ...world.samples.act('police-a', []), check: write.check.id, from: { version: 1, state: 'open' }, to: 'withdrawn', requests: [{ request: write.requests[0]!.id, from: { version: 1, state: 'open' }, to: 'withdrawn' }], envelope: null });
      ids.push(write.check.id);
      await world.hub.checks.keepRecord(world.samples.keepRecord('police-a', { check: world.samples.id(), request: null }));
    }
  });
  afterAll(() => world.end());

  async function read(pages: (after: string | null) => ReturnType<PostgresRetentionStore['ended']>): Promise<EndedCheck[]> {
    const all: EndedCheck[] = [];
    for (let after: string | null = null, first = true; first || after !== null; first = false) {
      const { checks, next } = await pages(after);
      all.push(...checks);
      after = next;
    }
    return all;
  }

  it.each([1, 2, CHECKS, CHECKS + 1])('of %i rows: each check once, in order, also where a page has none left to tell of', async (rows) => {
    const before = await read((after) => store(rows).ended(after));
    expect(before).toEqual(await read((after) => store().ended(after)));
    expect((await read((after) => store(rows).keptAlone(after))).map(({ isCheck }) => isCheck)).toEqual(ids.map(() => false));
    const first = before.at(0)!;
    await store().eraseCodedRecords(first, world.samples.record('coded-record.erased.v1', { check: first.id, parties: ['police-a'] }));
    expect((await read((after) => store(rows).ended(after))).map(({ id }) => id)).toEqual(before.slice(1).map(({ id }) => id));
  });

  it('lets nothing through that is half erased: no judgement is left beside a record that is gone', async () => {
    await expect(world.database.sql(`update justification set record = null where judgement is not null`)).rejects.toThrow(/justification_erased_whole/u);
  });
});
