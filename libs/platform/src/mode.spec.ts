import { describe, expect, it } from 'vitest';
import { INSTALLATION_MARKS, refusalOfMark } from './mode.js';

describe('refusalOfMark', () => {
  it('lets each mark use its own kind and no other', () => {
    for (const expected of INSTALLATION_MARKS) {
      for (const found of INSTALLATION_MARKS) {
        expect(refusalOfMark(expected, found)).toBe(expected === found ? null : 'database-marked-otherwise');
      }
      expect(refusalOfMark(expected, null)).toBe('database-unmarked');
    }
  });
});
