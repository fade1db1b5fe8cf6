import { describe, expect, it } from 'vitest';
import { isMoreUrgent, ratingsOf, reasonBetween } from './ratings.js';

describe('ratings of a case', () => {
  it('are given with the coded reason that says which way', () => {
    const at = '2026-10-21T09:15+01:00';
    const change = (from: 'red' | 'amber' | 'green' | 'blue', to: 'red' | 'amber' | 'green' | 'blue') => ratingsOf({ brag_changes: [{ at, from, to }] })[0];
    expect(change('amber', 'green')).toEqual({ at: new Date(at), urgency: 'green', reason: 'risk_reduced' });
    expect(change('green', 'red')).toMatchObject({ urgency: 'red', reason: 'risk_increased' });
    expect(change('blue', 'amber')).toMatchObject({ urgency: 'amber', reason: 'risk_increased' });
  });

  it('go no lower than green: blue is not sent', () => {
    expect(ratingsOf({ brag_changes: [{ at: '2026-10-21T09:15+01:00', from: 'amber', to: 'blue' }] })).toMatchObject([{ urgency: 'green', reason: 'risk_reduced' }]);
    expect([isMoreUrgent('red', 'amber'), isMoreUrgent('green', 'green'), isMoreUrgent('blue', 'green'), reasonBetween('green', 'blue')]).toEqual([true, false, false, 'risk_reduced']);
  });
});
