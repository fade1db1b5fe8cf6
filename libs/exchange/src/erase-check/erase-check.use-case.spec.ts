import { beforeEach, describe, expect, it } from 'vitest';
import { ExchangeWorld, listedFields, MemoryErasureStore, MemoryObjectKeys, memberOf, valueOf } from '@lateral/testing/fakes';
import { EraseCheck } from './erase-check.use-case.js';

describe('erasing a check', () => {
  let world: ExchangeWorld;
  let keys: MemoryObjectKeys;
  let erasures: MemoryErasureStore;
  let erase: EraseCheck;
  let reference: string;
  let check: string;
  beforeEach(async () => {
    world = await ExchangeWorld.begin();
    keys = new MemoryObjectKeys(world.randomness);
    erasures = new MemoryErasureStore(world.tables);
    erase = eraser();
    const opened = await world.opened(['school-b', 'gp-c']);
    ({ reference, body: { id: check } } = opened);
    await world.answered(opened.requests[0]!);
    await keys.keep(await erasures.objectsOf(check));
  });
  const eraser = (under: Partial<MemoryObjectKeys> = {}): EraseCheck => new EraseCheck({ clock: world.clock, randomness: world.randomness, checks: world.checks, erasures, keys: { keep: () => Promise.reject(new Error('not asked for')), find: (objects) => keys.find(objects), destroy: (objects) => keys.destroy(objects), ...under } });
  const end = async (): Promise<void> => {
    await world.decided(reference);
    await world.closed(reference);
    await keys.keep(await erasures.objectsOf(check));
  };
  const left = async (): Promise<number> => (await keys.find(await erasures.objectsOf(check))).size;

  it('destroys the key of every message of a closed check, and of no other check', async () => {
    const other = await world.opened(['lhb-d']);
    const others = await erasures.objectsOf(other.body.id);
    await keys.keep(others);
    await end();
    expect(valueOf(await erase.carryOut(reference))).toEqual({ objects: 4 });
    expect(await left()).toBe(0);
    expect((await keys.find(others)).size).toBe(1);
  });

  it('takes a withdrawn check too', async () => {
    valueOf(await world.acts.withdrawCheck.carryOut(memberOf('police-a'), world.attempt(), reference, { version: (await world.checks.checkFacts(reference))!.version, reason: 'no_longer_needed' }));
    expect(valueOf(await erase.carryOut(reference))).toEqual({ objects: 3 });
    expect(await left()).toBe(0);
  });

  it('refuses a check that somebody may still need: open or decided; nothing is destroyed or recorded', async () => {
    const refused = async (state: string): Promise<void> => {
      const [before, kept] = [world.tables.counts(), await left()];
      expect(await erase.carryOut(reference)).toMatchObject({ ok: false, code: 'wrong-state', current: { state } });
      expect([world.tables.counts(), await left()]).toEqual([before, kept]);
    };
    await refused('open');
    await world.decided(reference);
    await refused('decided');
    expect(await erase.carryOut('LC-00000-00000')).toEqual({ ok: false, code: 'not-found' });
  });

  it('is told to every party, and tells none of them how many others there were', async () => {
    await end();
    const before = world.tables.audit.length;
    await erase.carryOut(reference);
    const written = world.recordsSince(before);
    expect(written).toMatchObject([{ event: 'check.erased.v1', parties: ['police-a', 'school-b', 'gp-c'], fields: { check } }]);
    expect(Object.keys(written[0]!.fields).sort()).toEqual(listedFields('check.erased.v1'));
    expect(JSON.stringify(written[0]!.fields)).not.toMatch(/police-a|school-b|gp-c|objects/);
  });

  it('says on each of its messages since when, and on one that came after it was opened again when that went', async () => {
    await end();
    const noted = async (): Promise<(string | null)[]> => (await world.checks.check(reference, memberOf('police-a')))!.requests.flatMap(({ envelopes }) => envelopes.map(({ erasedAt }) => erasedAt));
    expect(await noted()).toEqual([null, null, null]);
    await erase.carryOut(reference);
    const first = world.clock.at.toISOString();
    expect(await noted()).toEqual([first, first, first]);
    world.clock.pass(1_000);
    world.tables.envelopes.get((await erasures.objectsOf(check))[0]!)!.erasedAt = null;
    await erase.carryOut(reference);
    expect((await noted()).sort()).toEqual([first, first, world.clock.at.toISOString()]);
  });

  it('destroys nothing that could not be recorded', async () => {
    await end();
    world.tables.failNext('not-persisted');
    await expect(erase.carryOut(reference)).rejects.toThrow();
    expect(await left()).toBe(4);
  });

  it.each(['before anything was destroyed', 'after all of it was'])('is finished by repeating it where it broke off between record and end, %s', async (when) => {
    await end();
    const before = world.tables.audit.length;
    const broken = eraser({
      destroy: async (objects) => {
        if (when.startsWith('after')) await keys.destroy(objects);
        throw new Error('the key store is away');
      },
    });
    await expect(broken.carryOut(reference)).rejects.toThrow('away');
    // That it was said and not done is the lesser evil: what was done and not said would look like a loss.
    expect(world.recordsSince(before).map(({ event }) => event)).toEqual(['check.erased.v1']);
    expect(valueOf(await erase.carryOut(reference))).toEqual({ objects: 4 });
    expect(await left()).toBe(0);
    expect(world.recordsSince(before)).toHaveLength(2);
  });
});
