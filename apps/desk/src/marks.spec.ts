import { describe, expect, it } from 'vitest';
import { noMarks } from '@lateral/envelope/keys';
import { keepMarks, storedMarks } from './marks.js';

describe('version marks on a device', () => {
  it('are there again as they were kept', () => {
    const kept = new Map<string, string>();
    const storage = { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => void kept.set(name, value) };
    expect(storedMarks(storage)).toBeNull();
    keepMarks(noMarks('A'.repeat(40)), storage);
    expect([storedMarks(storage), kept.size]).toEqual([noMarks('A'.repeat(40)), 1]);
  });

  it.each(['', '{', 'null'])('that are no marks any more (%j) are not taken for none', (text) => {
    expect(storedMarks({ getItem: () => text })).toBe('spoilt');
  });
});
