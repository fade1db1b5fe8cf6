import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { ACTS, type Act } from './acts.js';
import { isSecondPerson, type Doer } from './second-person.js';

const doer = fc.record<Doer>({ agency: fc.constantFrom('a', 'b'), person: fc.constantFrom('p', 'q', 'r') });

describe('the second person', () => {
  it('is never the first one, whatever seat they take', () => {
    fc.assert(fc.property(fc.constantFrom('colleague' as const, 'another-agency' as const, null), doer, doer, (twoPersons, first, second) => {
      if (first.person === second.person) expect(isSecondPerson({ twoPersons }, first, second)).toBe(false);
    }));
  });

  it('sits where the rule says, either of the two being the first', () => {
    fc.assert(fc.property(doer, doer, (first, second) => {
      const others = first.person !== second.person;
      expect(isSecondPerson({ twoPersons: 'colleague' }, first, second)).toBe(others && first.agency === second.agency);
      expect(isSecondPerson({ twoPersons: 'another-agency' }, first, second)).toBe(others && first.agency !== second.agency);
      expect(isSecondPerson({ twoPersons: null }, first, second)).toBe(false);
      for (const twoPersons of ['colleague', 'another-agency'] as const) expect(isSecondPerson({ twoPersons }, first, second)).toBe(isSecondPerson({ twoPersons }, second, first));
    }));
  });

  it('is asked for by rosters, agreements and reviews, and by nothing else', () => {
    expect((Object.keys(ACTS) as Act[]).filter((act) => ACTS[act].twoPersons !== null)).toEqual(['review-override', 'propose-agreement', 'approve-agreement', 'propose-roster', 'cosign-roster']);
  });
});
