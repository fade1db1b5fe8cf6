import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { ITEM_NATURES } from '@lateral/domain/justification';
import { addressOf, showingFrom, type Showing } from './address.js';

const of = (query: string): Showing => showingFrom(new URLSearchParams(query));

describe('the address of a chronology', () => {
  it('is the table, earliest first, of everything where it says nothing', () => {
    expect(of('')).toEqual({ view: 'table', order: 'earliest', filter: {} });
    expect(addressOf(of('')).toString()).toBe('');
  });

  it('passes over what it does not know', () => {
    expect(of('view=map&order=best&nature=rumour&from=soon&to=2026-1-1')).toEqual({ view: 'table', order: 'earliest', filter: {} });
  });

  it('says all of it again', () => {
    const some = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/), { minLength: 1, maxLength: 3 });
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }).map((at) => at.toISOString().slice(0, 10));
    const filter = fc.record({ agencies: some, about: some, natures: fc.uniqueArray(fc.constantFrom(...ITEM_NATURES), { minLength: 1 }), from: day, to: day }, { requiredKeys: [] });
    fc.assert(fc.property(fc.record<Showing>({ view: fc.constantFrom('table', 'timeline'), order: fc.constantFrom('earliest', 'latest'), filter }), (showing) => {
      expect(showingFrom(addressOf(showing))).toEqual(showing);
    }));
  });
});
