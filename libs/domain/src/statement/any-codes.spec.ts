import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { AGENCY_TYPES, LESS_INTRUSIVE, PURPOSES, REFUSAL_GROUNDS, SUBJECT_ROLES, THRESHOLDS, URGENCIES } from '../codes.js';
import { CAPACITY_FOUND, CONSENT_OUTCOMES, CONSENT_SOUGHT, HANDLING_LIMITS, INFORMED, ITEM_NATURES, NOT_SOUGHT_REASONS, OVERRIDE_GROUNDS, OVERRIDE_REASONS, RESPONSE_DECISIONS, SUBJECT_KINDS } from '../justification/codes.js';
import { DIRECTIONS } from '../justification/share.js';
import type { CodedShare } from '../justification/share.js';
import { composeStatement } from './compose.js';
import { asking, force, input, response } from './statement.examples.js';

describe('a statement of any codes', () => {
  it('leaves no gap open and says the same each time, whatever the codes', () => {
    const any = fc.record({
      language: fc.constantFrom('en' as const, 'cy' as const),
      direction: fc.constantFrom(...DIRECTIONS), purpose: fc.constantFrom(...PURPOSES), urgency: fc.constantFrom(...URGENCIES), threshold: fc.constantFrom(...THRESHOLDS), subjectKind: fc.constantFrom(...SUBJECT_KINDS),
      role: fc.constantFrom(...SUBJECT_ROLES), sought: fc.constantFrom(...CONSENT_SOUGHT), outcome: fc.option(fc.constantFrom(...CONSENT_OUTCOMES)), notSoughtReason: fc.option(fc.constantFrom(...NOT_SOUGHT_REASONS)),
      informed: fc.constantFrom(...INFORMED), capacity: fc.option(fc.constantFrom(...CAPACITY_FOUND)), overrideGround: fc.option(fc.constantFrom(...OVERRIDE_GROUNDS)), lessIntrusive: fc.option(fc.constantFrom(...LESS_INTRUSIVE)),
      override: fc.option(fc.constantFrom(...OVERRIDE_REASONS)), decision: fc.constantFrom(...RESPONSE_DECISIONS), refusalGround: fc.option(fc.constantFrom(...REFUSAL_GROUNDS)), redirectTo: fc.option(fc.constantFrom(...AGENCY_TYPES)),
      nature: fc.constantFrom(...ITEM_NATURES), handling: fc.option(fc.constantFrom(...HANDLING_LIMITS)), answers: fc.boolean(), recipient: fc.boolean(),
    });
    fc.assert(fc.property(any, ({ language, role, override, decision, refusalGround, redirectTo, nature, handling, answers, recipient, sought, outcome, notSoughtReason, informed, capacity, overrideGround, ...codes }) => {
      const share: CodedShare = {
        ...asking, ...codes, subjects: [{ subject: 'p1', role }], consent: { sought, outcome, notSoughtReason, informed, capacity, overrideGround }, override: override === null ? null : { reason: override },
        response: answers ? { ...response, decision, refusalGround, redirectTo, items: [{ item: 'i1', about: 'p1', nature, relevance: true, handling, thirdParty: null }] } : null,
      };
      const made = composeStatement({ ...input, share, other: recipient ? force : null }, language);
      expect(made).not.toMatch(/[{}]|undefined|\[object/u);
      expect(composeStatement({ ...input, share, other: recipient ? force : null }, language)).toBe(made);
    }));
  });

  it('never reads sealed words as a phrase with gaps', () => {
    expect(composeStatement({ ...input, narrative: { question: 'Is {owner} or $& known?' } }, 'en')).toContain('Question: “Is {owner} or $& known?”');
  });

  it('tells the hour that comes twice apart by its offset', () => {
    expect(composeStatement({ ...input, dueAt: '2026-10-25T00:30:00.000Z' }, 'en')).toContain('Answer due by: 25 October 2026, 01:30 (UTC+01:00).');
    expect(composeStatement({ ...input, dueAt: '2026-10-25T01:30:00.000Z' }, 'cy')).toContain('Ateb erbyn: 25 Hydref 2026, 01:30 (UTC+00:00).');
  });
});
