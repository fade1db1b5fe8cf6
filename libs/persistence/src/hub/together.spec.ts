import { describe, expect, it } from 'vitest';
import { Together } from './together.js';

describe('what is asked for at the same time', () => {
  const turns: string[][] = [];
  const together = (run: (items: readonly string[]) => Promise<readonly string[]> = async (items) => items.map((item) => item.toUpperCase()), most = 10): Together<string, string> => {
    turns.length = 0;
    return new Together({ run: (items) => { turns.push([...items]); return run(items); }, keyOf: (item) => item[0]!, most });
  };

  it('is done in one turn, and each gets its own result', async () => {
    const work = together();
    expect(await Promise.all(['a', 'b', 'c'].map((item) => work.do(item)))).toEqual(['A', 'B', 'C']);
    expect(turns).toEqual([['a', 'b', 'c']]);
    expect(await work.do('d')).toBe('D');
  });

  it('waits for the turn that is under way, and for its own where the key is the same or the turn is full', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => { release = resolve; });
    let begun = (): void => undefined;
    const underWay = new Promise<void>((resolve) => { begun = resolve; });
    const work = together(async (items) => { begun(); await held; return items; }, 2);
    const first = work.do('a1');
    await underWay;
    const rest = ['b1', 'b2', 'c1', 'd1'].map((item) => work.do(item));
    expect(turns).toEqual([['a1']]);
    release();
    expect(await Promise.all([first, ...rest])).toEqual(['a1', 'b1', 'b2', 'c1', 'd1']);
    expect(turns).toEqual([['a1'], ['b1', 'c1'], ['b2', 'd1']]);
  });

  it('is tried one by one where the turn fails, so that one that cannot be done keeps nobody', async () => {
    const work = together(async (items) => {
      if (items.includes('b')) throw new Error('b cannot be done');
      return items;
    });
    const outcomes = await Promise.allSettled(['a', 'b', 'c'].map((item) => work.do(item)));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(turns).toEqual([['a', 'b', 'c'], ['a'], ['b'], ['c']]);
  });
});
