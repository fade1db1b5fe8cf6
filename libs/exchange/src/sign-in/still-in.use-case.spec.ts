import { beforeEach, describe, expect, it } from 'vitest';
import { ExchangeWorld, StandInTokenHash } from '@lateral/testing/fakes';
import { beginSession } from './new-session.js';
import { StillIn, type Connected } from './still-in.use-case.js';

describe('who is still in', () => {
  let world: ExchangeWorld;
  let act: StillIn;
  beforeEach(async () => {
    world = await ExchangeWorld.begin();
    act = new StillIn(world, 'hear-notices');
  });
  const connected = async (member: string): Promise<Connected> => {
    const { session } = beginSession({ kind: 'one-time-code', agency: 'school-b', member }, { at: world.clock.at, randomness: world.randomness, tokens: new StandInTokenHash() });
    await world.sessions.start(session, []);
    return { session: session.id, agency: 'school-b', member };
  };
  const stay = async (...all: Connected[]): Promise<boolean[]> => {
    const still = await act.carryOut(all);
    return all.map(({ session }) => still.has(session));
  };

  it('is whose session lives: not who signed out, nor who was idle too long, and asking keeps nobody in', async () => {
    const [one, two] = [await connected('m1'), await connected('m2')];
    expect(await stay(one, two, one)).toEqual([true, true, true]);
    await world.sessions.end({ agency: 'school-b', member: 'm1' }, { only: one.session }, []);
    expect(await stay(one, two)).toEqual([false, true]);
    for (const passed of [20, 9]) {
      world.clock.pass(passed * 60_000);
      expect(await stay(two)).toEqual([true]);
    }
    world.clock.pass(60_000);
    expect(await stay(two)).toEqual([false]);
  });

  it('is a member whose roles allow it: not a leaver, nor whose role was taken', async () => {
    const [one, two, none] = [await connected('m1'), await connected('m2'), await connected('nobody')];
    const change = (member: string, more: object): void => void world.directory.members.set(`school-b ${member}`, { ...world.directory.members.get(`school-b ${member}`)!, ...more });
    change('m1', { until: world.clock.at.toISOString() });
    expect(await stay(one, two, none)).toEqual([false, true, false]);
    change('m2', { roles: ['custodian'] });
    expect(await stay(two)).toEqual([false]);
  });
});
