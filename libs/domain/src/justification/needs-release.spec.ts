import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { RESPONSE_TYPES, type ResponseType } from '../codes.js';
import { HANDLING_LIMITS, ITEM_NATURES } from './codes.js';
import { APPROVED_ANSWERS, isToRelease, itemsToRelease, needsRelease } from './needs-release.js';
import type { ItemCodes } from './share.js';

const some: fc.Arbitrary<ItemCodes> = fc.record({
  item: fc.constant('i1'), about: fc.constant('p1'), nature: fc.constantFrom(...ITEM_NATURES), relevance: fc.boolean(), handling: fc.constantFrom(...HANDLING_LIMITS, null), thirdParty: fc.constant(null),
});

describe('an item that has to be released', () => {
  it.each([['le_only', 'fact'], ['do_not_record_in_file', 'allegation'], ['may_tell_family', 'intelligence'], [null, 'intelligence']] as const)('is %s, %s', (handling, nature) => {
    expect(needsRelease({ handling, nature })).toBe(true);
  });

  it.each([['may_tell_family', 'fact'], ['may_not_tell_family', 'professional_opinion'], ['consult_before_onward_use', 'third_party_report'], [null, 'self_report']] as const)('is not %s, %s', (handling, nature) => {
    expect(needsRelease({ handling, nature })).toBe(false);
  });

  it('is found wherever it stands in an answer, and nothing else is', () => {
    fc.assert(fc.property(fc.array(some, { maxLength: 8 }), (items) => {
      const found = itemsToRelease({ items });
      expect(items.map((item, at) => (found.includes(at) ? needsRelease(item) : !needsRelease(item)))).not.toContain(false);
    }));
  });
});

describe('an answer that has to be released', () => {
  const item: ItemCodes = { item: 'i1', about: 'p1', nature: 'fact', relevance: true, handling: null, thirdParty: null };
  const kept: ItemCodes = { ...item, handling: 'le_only' };

  it('is, where its agency wants all of them approved, each that tells what is held or refuses to, and no other', () => {
    const types = RESPONSE_TYPES.filter((type) => isToRelease({ type, items: [] }, 'all'));
    expect(types).toEqual(['FULL', 'PARTIAL', 'DECLINED', 'KNOWN_RELEVANT'].sort((a, b) => RESPONSE_TYPES.indexOf(a as ResponseType) - RESPONSE_TYPES.indexOf(b as ResponseType)));
    expect(RESPONSE_TYPES.filter((type) => !isToRelease({ type, items: [item] }, 'all'))).toEqual([]);
  });

  it('is, wherever, one with an item that few may use', () => {
    for (const approved of APPROVED_ANSWERS) expect(isToRelease({ type: 'FULL', items: [item, kept] }, approved)).toBe(true);
    expect(RESPONSE_TYPES.filter((type) => isToRelease({ type, items: [item] }, 'some'))).toEqual([]);
  });
});
