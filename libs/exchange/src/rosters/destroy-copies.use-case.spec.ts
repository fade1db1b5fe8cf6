import { describe, expect, it } from 'vitest';
import { MemoryObjectKeys } from '@lateral/testing/fakes';
import { DestroyCopies } from './destroy-copies.use-case.js';

class Marked {
  constructor(public left: string[]) {}
  list(limit: number): Promise<string[]> { return Promise.resolve(this.left.slice(0, limit)); }
  settle(objects: readonly string[]): Promise<void> { this.left = this.left.filter((object) => !objects.includes(object)); return Promise.resolve(); }
}

describe('destroying what was given up', () => {
  const objects = Array.from({ length: 1_200 }, (_, n) => `object-${n}`);
  const filled = async (): Promise<MemoryObjectKeys> => { const keys = new MemoryObjectKeys({ bytes: (n) => new Uint8Array(n) }); await keys.keep([...objects, 'kept']); return keys; };

  it('destroys the key of each, however many there are, and of no other', async () => {
    const [keys, givenUp] = [await filled(), new Marked(objects)];
    expect(await new DestroyCopies({ givenUp, keys }).carryOut()).toBe(1_200);
    expect([givenUp.left, [...(await keys.find([...objects, 'kept'])).keys()]]).toEqual([[], ['kept']]);
    expect(await new DestroyCopies({ givenUp, keys }).carryOut()).toBe(0);
  });

  it('settles nothing whose key could not be destroyed, and goes on where it was broken off', async () => {
    const [keys, givenUp] = [await filled(), new Marked(objects)];
    await expect(new DestroyCopies({ givenUp, keys: { destroy: () => Promise.reject(new Error('away')) } }).carryOut()).rejects.toThrow('away');
    expect(givenUp.left).toHaveLength(1_200);
    const brokenOff = Object.assign(new Marked(objects), { settle: () => Promise.reject(new Error('away')) });
    await expect(new DestroyCopies({ givenUp: brokenOff, keys }).carryOut()).rejects.toThrow('away');
    expect(await new DestroyCopies({ givenUp, keys }).carryOut()).toBe(1_200);
    expect((await keys.find(objects)).size).toBe(0);
  });
});
