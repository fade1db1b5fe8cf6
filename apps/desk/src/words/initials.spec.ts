import { describe, expect, it } from 'vitest';
import { initialsOf } from './initials.js';

describe('initials', () => {
  it.each([['Corey Ashdown', 'C A'], ['Siôn ap Rhys-Llewelyn', 'S a Rh-Ll'], ['  Élodie ', 'É'], ['', '']])('of %s are %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
