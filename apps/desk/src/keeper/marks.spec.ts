import { describe, expect, it } from 'vitest';
import { noMarks } from '@lateral/envelope/keys';
import { keepMarks, storedMarks, textOf } from './marks.js';

const [ONE, OTHER] = [noMarks('A'.repeat(40)), noMarks('B'.repeat(40))];

function device(): { storage: Pick<Storage, 'getItem' | 'setItem'>; kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return { kept, storage: { getItem: (name) => kept.get(name) ?? null, setItem: (name, value) => void kept.set(name, value) } };
}

describe('version marks on a device', () => {
  it('are there again as they were kept', () => {
    const { storage, kept } = device();
    expect(storedMarks(storage)).toEqual({ marks: null, text: null });
    expect(keepMarks(ONE, null, storage)).toBe(true);
    expect([storedMarks(storage), kept.size]).toEqual([{ marks: ONE, text: textOf(ONE) }, 1]);
    expect([keepMarks(OTHER, textOf(ONE), storage), storedMarks(storage).marks]).toEqual([true, OTHER]);
  });

  it('of another window are not written over', () => {
    const { storage } = device();
    const { text } = storedMarks(storage);
    keepMarks(OTHER, null, storage);
    expect([keepMarks(ONE, text, storage), storedMarks(storage).marks]).toEqual([false, OTHER]);
  });

  it.each(['', '{', 'null'])('that are no marks any more (%j) are not taken for none', (text) => {
    expect(storedMarks({ getItem: () => text })).toEqual({ marks: 'spoilt', text });
  });
});
