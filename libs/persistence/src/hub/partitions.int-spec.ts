import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memberOf } from '@lateral/testing/fakes';
import { SampleWrites, hubWorld, type HubWorld } from '@lateral/testing/hub';
import { lowestId } from './partitions.js';

describe('months', () => {
  let world: HubWorld;
  const where = async (id: string): Promise<string> => (await world.database.sql<{ part: string }>('select tableoid::regclass::text as part from lateral_check where id = $1', [id]))[0]!.part;
  beforeAll(async () => {
    world = await hubWorld(13, ['police-a', 'school-b']);
  });
  afterAll(() => world.end());

  it('begin with the lowest id of their first millisecond', () => {
    expect(lowestId(new Date('2026-11-01T00:00:00.000Z'))).toBe('01a19467-e800-0000-0000-000000000000');
  });

  it('that nobody made lose nothing: rows wait in the default, are found there, and move when the month is made', async () => {
    const samples = new SampleWrites(14, new Date('2031-05-15T12:00:00.000Z'));
    const write = samples.openCheck('police-a', ['school-b']);
    await world.hub.checks.open(write);
    await world.hub.checks.handOver(samples.acknowledge(write));
    expect(await where(write.check.id)).toBe('lateral_check_default');
    expect(await world.hub.checks.check(write.check.reference, memberOf('police-a'))).not.toBeNull();
    expect(await world.hub.upkeep.ensurePartitions(new Date('2031-06-20T00:00:00.000Z'), 0)).toBeGreaterThan(0);
    expect(await where(write.check.id)).toBe('lateral_check_2031_05');
    expect(await world.hub.checks.sealed(write.requests[0]!.envelope.id)).toEqual(write.requests[0]!.envelope.sealed);
    expect(await world.hub.checks.changeRequest(samples.answer(write))).toMatchObject({ outcome: 'done' });
    expect(await world.hub.checks.check(write.check.reference, memberOf('police-a'))).toMatchObject({ requests: [{ state: 'answered' }] });
    const left = await world.database.sql<{ n: number }>('select (select count(*) from lateral_check_default)::int + (select count(*) from audit_record_default)::int + (select count(*) from envelope_body_default)::int as n');
    expect(left).toEqual([{ n: 0 }]);
  });

  it('are made once, by however many at a time', async () => {
    for (const year of [2033, 2034, 2035]) {
      const at = new Date(`${year}-03-03T03:03:03.000Z`);
      const made = await Promise.all([1, 2, 3].map(() => world.hub.upkeep.ensurePartitions(at, 1)));
      expect(made.filter((count) => count > 0)).toHaveLength(1);
      expect(await world.hub.upkeep.ensurePartitions(at, 1)).toBe(0);
    }
  });

  it('keep a message that is too old for its act out, loudly', async () => {
    const write = world.samples.openCheck('police-a', ['school-b']);
    await expect(world.hub.checks.open({ ...write, at: new Date(write.at.getTime() + 3 * 86_400_000) })).rejects.toThrow(RangeError);
  });
});
