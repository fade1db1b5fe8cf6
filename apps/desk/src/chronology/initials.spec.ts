import { describe, expect, it } from 'vitest';
import { withInitials } from './initials.js';

const NAMES = ['Corey Ashdown', 'Megan Dŵr-Ŷd', 'Al Jones'];

describe('words with initials', () => {
  it.each([
    ['Corey Ashdown was seen with Megan.', 'C A was seen with M.'],
    ['Ashdown\'s school', 'A\'s school'],
    ['Megan Dŵr-Ŷd rang', 'M D-Ŷ rang'],
    ['Alan saw Al at Ashdowns', 'Alan saw Al at Ashdowns'],
    ['nobody here', 'nobody here'],
  ])('%s', (text, said) => {
    expect(withInitials(text, NAMES)).toBe(said);
  });

  it('keep what is one person together where they are asked to', () => {
    expect(withInitials('Corey Ashdown was seen', NAMES, '\u00a0')).toBe('C\u00a0A was seen');
  });

  it('take a name for what it is, whatever signs it has', () => {
    expect(withInitials('A (Bob) C+', ['A (Bob) C+', '[x'])).not.toContain('(Bob)');
    expect(withInitials('text', [])).toBe('text');
  });
});
