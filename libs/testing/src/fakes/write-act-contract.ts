import { describe, expect, it } from 'vitest';
import type { Actor, Attempt, Result } from '@lateral/exchange';
import { STRANGER, type ExchangeWorld } from './exchange-world.js';
import { StoreFault } from './memory-tables.js';

/** An act that may happen now, in a world of its own. `run` does it to the thing it is about, or to one that does not exist. */
export interface PreparedAct {
  world: ExchangeWorld;
  actor: Actor;
  run(actor: Actor, attempt: Attempt, target: 'real' | 'unknown'): Promise<Result<unknown>>;
}

const UNKNOWN = { ok: false, code: 'not-found' };

/** What every act that writes under a key owes its caller, whatever it does. */
export function writeActContract(prepare: () => Promise<PreparedAct>, { hasParties }: { hasParties: boolean }): void {
  describe('as an act under a key', () => {
    it('is done once: the same attempt again is told the same and changes nothing', async () => {
      const { world, actor, run } = await prepare();
      const attempt = world.attempt();
      const first = await run(actor, attempt, 'real');
      expect(first).toMatchObject({ ok: true });
      const before = world.tables.counts();
      world.clock.pass(60_000);
      expect(await run(actor, attempt, 'real')).toEqual(first);
      expect(world.tables.counts()).toEqual(before);
    });

    it('refuses the same key with another body, and changes nothing', async () => {
      const { world, actor, run } = await prepare();
      const attempt = world.attempt();
      await run(actor, attempt, 'real');
      const before = world.tables.counts();
      expect(await run(actor, { ...attempt, digest: 'another body' }, 'real')).toEqual({ ok: false, code: 'idempotency-key-reused' });
      expect(world.tables.counts()).toEqual(before);
    });

    it('refuses a key that was used for another act, and changes nothing', async () => {
      const { world, actor, run } = await prepare();
      const attempt = world.attempt();
      await world.checks.record({ actor, attempt: { ...attempt, digest: 'another act' }, at: world.clock.at, records: [] });
      const before = world.tables.counts();
      expect(await run(actor, attempt, 'real')).toEqual({ ok: false, code: 'idempotency-key-reused' });
      expect(world.tables.counts()).toEqual(before);
    });

    it('leaves nothing behind where the store fails before the commit, and goes through the second time', async () => {
      const { world, actor, run } = await prepare();
      const attempt = world.attempt();
      const before = world.tables.counts();
      world.tables.failNext('not-persisted');
      await expect(run(actor, attempt, 'real')).rejects.toBeInstanceOf(StoreFault);
      expect(world.tables.counts()).toEqual(before);
      expect(await run(actor, attempt, 'real')).toMatchObject({ ok: true });
      expect(world.tables.counts()).not.toEqual(before);
    });

    it('is found done where only the answer of the store was lost', async () => {
      const { world, actor, run } = await prepare();
      const attempt = world.attempt();
      world.tables.failNext('persisted');
      await expect(run(actor, attempt, 'real')).rejects.toBeInstanceOf(StoreFault);
      const after = world.tables.counts();
      expect(await run(actor, attempt, 'real')).toMatchObject({ ok: true });
      expect(world.tables.counts()).toEqual(after);
    });

    it('sent twice at once, is done once and answered alike', async () => {
      const { world, actor, run } = await prepare();
      const attempt = world.attempt();
      const before = world.tables.counts()['keys']!;
      const [one, other] = await Promise.all([run(actor, attempt, 'real'), run(actor, attempt, 'real')]);
      expect(one).toMatchObject({ ok: true });
      expect(other).toEqual(one);
      expect(world.tables.counts()['keys']).toBe(before + 1);
    });

    if (hasParties) it('tells a stranger exactly what it tells whoever names an unknown id', async () => {
      const { world, actor, run } = await prepare();
      const before = world.tables.counts();
      expect(await run(STRANGER, world.attempt(), 'real')).toEqual(UNKNOWN);
      expect(await run(actor, world.attempt(), 'unknown')).toEqual(UNKNOWN);
      expect(await run(STRANGER, world.attempt(), 'unknown')).toEqual(UNKNOWN);
      expect(world.tables.counts()).toEqual(before);
    });
  });
}
