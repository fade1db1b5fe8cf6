import { describe, expect, it } from 'vitest';
import type { WitnessState } from '@lateral/contracts';
import { provenPack } from './proven-pack.js';

type Session = Parameters<typeof provenPack>[0];

/** A hub that says, read after read, how its records stand; and notes what was read. */
function hub(...standings: WitnessState[][]): { session: Session; read: string[] } {
  const read: string[] = [];
  let turn = 0;
  const get = (path: string): Promise<unknown> => {
    read.push(path.includes('/evidence') ? 'pack' : 'receipts');
    const states = standings[Math.min(turn++, standings.length - 1)] ?? [];
    return Promise.resolve({ turn, receipts: states.map((state) => ({ state })), checkpoint: '' });
  };
  return { session: { get: get as Session['get'] }, read };
}

describe('a pack that proves what it holds', () => {
  it('is not fetched before every record is proven', async () => {
    const { session, read } = hub(['proven', 'recorded'], ['proven', 'proven'], ['proven', 'proven']);
    await provenPack(session, 'LC-7GQ2M-4X9TB');
    expect(read).toEqual(['receipts', 'receipts', 'pack']);
  });

  it('is fetched again where a record came while it was fetched', async () => {
    const { session, read } = hub(['proven'], ['proven', 'recorded'], ['proven', 'proven'], ['proven', 'proven', 'proven']);
    expect(await provenPack(session, 'LC-7GQ2M-4X9TB')).toMatchObject({ turn: 4 });
    expect(read).toEqual(['receipts', 'pack', 'receipts', 'pack']);
  });

  it('is given as it is when patience ends, so that the verifier says what waits', async () => {
    const { session, read } = hub(['recorded']);
    expect(await provenPack(session, 'LC-7GQ2M-4X9TB', 0)).toMatchObject({ receipts: [{ state: 'recorded' }] });
    expect(read.at(-1)).toBe('pack');
  });
});
