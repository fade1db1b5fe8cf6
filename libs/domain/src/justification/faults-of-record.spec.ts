import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { REFUSAL_GROUNDS, RESPONSE_TYPES, type ResponseType } from '../codes.js';
import { ANSWER_FORMS } from './answer-forms.js';
import { RESPONSE_DECISIONS } from './codes.js';
import { faultsOfRecord } from './faults-of-record.js';
import { answering, asking, item, noted, PART_THREE } from './rules/ordinary.examples.js';
import type { CodedShare, ResponseCodes, SealedWords } from './share.js';

const faults = (share: CodedShare): string[] => faultsOfRecord(share).map(({ field, reason }) => `${field} ${reason}`);
const answer = (response: Partial<ResponseCodes>): string[] => faults(answering({ response }).share);
const NOTHING = { given: [], items: [] };
const GIVING = { given: ['edu.on_roll'], items: [item()] };

describe('an answer in its codes', () => {
  const usual = (type: ResponseType): Partial<ResponseCodes> => ({ type, decision: ANSWER_FORMS[type].decisions[0]!, ...(ANSWER_FORMS[type].gives === 'nothing' ? NOTHING : GIVING) });

  it.each(RESPONSE_TYPES)('%s is taken in its usual form', (type) => expect(answer(usual(type))).toEqual([]));

  it.each(RESPONSE_TYPES)('%s is taken with its own decisions only', (type) => {
    const taken = RESPONSE_DECISIONS.filter((decision) => answer({ ...usual(type), decision }).length === 0);
    expect([...taken].sort()).toEqual([...ANSWER_FORMS[type].decisions].sort());
    for (const decision of RESPONSE_DECISIONS) if (!taken.includes(decision)) expect(answer({ ...usual(type), decision })).toEqual(['/response/decision not-of-this-type']);
  });

  it('says what its type says: a refusal in the guise of a whole answer is none', () => {
    expect(answer({ type: 'FULL', decision: 'decline', ...NOTHING })).toEqual(['/response/decision not-of-this-type', '/response/given too-few', '/response/items too-few']);
    expect(answer({ type: 'FULL', refusalGround: 'consent_limit' })).toEqual(['/response/refusalGround not-of-this-type']);
  });

  it.each(['FULL', 'PARTIAL', 'KNOWN_RELEVANT'] as const)('%s names what it gives, by category and by item', (type) => {
    expect(answer({ ...usual(type), given: [] })).toEqual(['/response/given too-few']);
    expect(answer({ ...usual(type), items: [] })).toEqual(['/response/items too-few']);
  });

  it.each(['NO_TRACE', 'DECLINED', 'REDIRECT', 'HOLDING', 'CLARIFY', 'IDENTITY_MISMATCH', 'SUPERSEDED'] as const)('%s gives nothing', (type) => {
    expect(answer({ ...usual(type), ...GIVING })).toEqual(['/response/given too-many', '/response/items too-many']);
  });

  it.each(['KNOWN_NO_CONCERN', 'VERBAL_GIVEN'] as const)('%s may give nothing, and no item without its category', (type) => {
    expect([answer({ ...usual(type), ...NOTHING }), answer({ ...usual(type), items: [] })]).toEqual([[], []]);
    expect(answer({ ...usual(type), given: [] })).toEqual(['/response/given too-few']);
  });

  it('has a ground of refusal where it refuses only; whether one is wanting is for the rules', () => {
    const taken = (type: ResponseType): string[] => REFUSAL_GROUNDS.filter((refusalGround) => answer({ ...usual(type), refusalGround }).length === 0);
    expect(Object.fromEntries(RESPONSE_TYPES.map((type) => [type, taken(type).length]).filter(([, count]) => count !== 0))).toEqual({ DECLINED: REFUSAL_GROUNDS.length, IDENTITY_MISMATCH: 1 });
    expect(taken('IDENTITY_MISMATCH')).toEqual(['identity_not_matched']);
  });

  it('that is taken either gives by category or has no item that a rule could look at', () => {
    fc.assert(fc.property(fc.constantFrom(...RESPONSE_TYPES), fc.constantFrom(...RESPONSE_DECISIONS), fc.boolean(), fc.boolean(), (type, decision, gives, hasItems) => {
      const taken = answer({ type, decision, given: gives ? GIVING.given : [], items: hasItems ? GIVING.items : [] }).length === 0;
      if (!taken) return;
      expect(hasItems && !gives).toBe(false);
      expect(decision === 'decline' && (gives || hasItems || (type !== 'DECLINED' && type !== 'IDENTITY_MISMATCH'))).toBe(false);
      expect((decision === 'share_all' || decision === 'share_part') && !gives && type !== 'KNOWN_NO_CONCERN').toBe(false);
    }));
  });
});

describe('a record of any direction', () => {
  it.each([
    ['a question', asking({ stack: { art6: [] } }).share, ['/stack/art6 no-basis']],
    ['an answer', answering({ stack: { ...PART_THREE, p3: ['P3-SENS'] } }).share, ['/stack/p3 no-basis']],
    ['an outcome', noted('telling', { stack: { art6: [] } }).share, ['/stack/art6 no-basis']],
    ['an outcome under Part 3', noted('telling', { stack: { ...PART_THREE, p3: [] } }).share, ['/stack/p3 no-basis']],
    ['a decision, which goes to nobody', noted('deciding', { stack: { art6: [] } }).share, []],
    ['a record only, which goes to nobody', noted('record_only', { stack: { art6: [] } }).share, []],
  ])('rests on a basis where it goes to somebody: %s', (_name, share, found) => expect(faults(share)).toEqual(found));

  it.each(['telling', 'deciding', 'record_only'] as const)('%s carries no override: nobody would review it', (direction) => {
    expect(faults(noted(direction, { urgency: 'red', override: { reason: 'life_at_risk' } }).share)).toEqual(['/override nothing-to-override']);
  });

  it('may carry one where something is asked or answered: whether it is used is told by the rules', () => {
    expect([faults(asking({ urgency: 'red', override: { reason: 'life_at_risk' } }).share), faults(answering({ override: { reason: 'life_at_risk' } }).share)]).toEqual([[], []]);
  });

  it.each([
    ['a question', asking()], ['an answer', answering()], ['an outcome', noted('telling')], ['a decision', noted('deciding')], ['a record only', noted('record_only')],
  ])('says of each sealed field once what stands in it: %s', (_name, { share }) => {
    const absent: SealedWords = { field: 'necessity', present: false, length: 'none', linter: [] };
    expect(faults(share)).toEqual([]);
    expect(faults({ ...share, words: [...share.words, absent] })).toEqual([`/words/${share.words.length} repeated`]);
    expect(faults({ ...share, words: [absent, absent, absent] })).toEqual(['/words/1 repeated', '/words/2 repeated']);
  });
});
