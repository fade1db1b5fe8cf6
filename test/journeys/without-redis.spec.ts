import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RoundReport } from '@lateral/play';
import { RoundWorld } from '../world/round-world.js';

const LIMIT_MS = 180_000;

describe('a machine where no Redis can be had', () => {
  let world: RoundWorld;
  let report: RoundReport;
  beforeAll(async () => {
    world = await RoundWorld.start({ withoutRedis: true });
    report = await world.play();
  }, LIMIT_MS);
  afterAll(() => world.end(), LIMIT_MS);

  it('carries the round on queues in Postgres, to the same ends, told and proven alike', () => {
    expect(report).toMatchObject({ ok: true, backend: 'postgres', ledger: { verified: true } });
    expect(report.requests.map(({ requestId, terminal }) => [requestId, terminal])).toEqual([['r1', 'answered'], ['r2', 'answered'], ['r3', 'answered'], ['r4', 'nothing_held']]);
    for (const { noticeMs, receipts } of report.requests) {
      expect(noticeMs).not.toBeNull();
      expect(receipts).toEqual({ request: 'proven', response: 'proven' });
    }
  });

  it('says that Redis was not searched for canaries, rather than that nothing was found there', () => {
    expect(report.canaries).toMatchObject({ found: 0 });
    expect(report.canaries.searched.filter(({ place }) => place.startsWith('Redis')).every(({ place, bytes }) => place.includes('not searched') && bytes === 0)).toBe(true);
  });
});
