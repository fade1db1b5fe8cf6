import { describe, expect, it } from 'vitest';
import { NARRATIVE, REQUEST_BODY, RESPONSE_BODY, ROUND_AT, uuid7 } from '@lateral/testing/envelope';
import { faultOfBody, faultOfNarrative, type DecisionBody, type OutcomeBody } from './content.js';

const decision: DecisionBody = { type: 'decision', language: 'cy', outcome: 'STRATEGY', rationale: 'Niwed heb esboniad.', reliedOn: [{ message: uuid7(ROUND_AT, 4), item: 'i1' }] };
const outcome: OutcomeBody = { type: 'outcome', language: 'en', outcome: 'STRATEGY', text: 'A strategy discussion was held.', used: 'yes' };

describe('sealed bodies', () => {
  it('of every kind fit, in either language', () => {
    expect([faultOfBody('request', REQUEST_BODY), faultOfBody('response', RESPONSE_BODY), faultOfBody('decision', decision), faultOfBody('outcome', outcome), faultOfNarrative(NARRATIVE)]).toEqual([null, null, null, null, null]);
  });

  it('are not taken for one another', () => {
    expect(faultOfBody('response', REQUEST_BODY)).not.toBeNull();
    expect(faultOfBody('decision', outcome)).not.toBeNull();
  });

  it.each([
    ['/items/0/nature', { items: [{ ...itemOf(), nature: 'rumour' }] }],
    ['/items/0/relevance', { items: [{ ...itemOf(), relevance: undefined }] }],
    ['/items/0/?', { items: [{ ...itemOf(), 'Siân lives at': 'Tŷ Gwyn' }] }],
    ['/responseType', { responseType: 'AUTO_OVERDUE' }],
    ['/holding/until', { holding: { until: '2026-11-22', why: 'desk closed' } }],
    ['/language', { language: 'fr' }],
    ['/items', { items: Array.from({ length: 501 }, itemOf) }],
    ['/analysis', { analysis: 'x'.repeat(50_001) }],
  ])('that do not fit say where (%s) and never what stood there', (pointer, change) => {
    expect(faultOfBody('response', { ...RESPONSE_BODY, ...change })).toBe(pointer);
  });

  it('say which member is missing, and refuse what is no object', () => {
    const { question: _question, ...without } = REQUEST_BODY as unknown as Record<string, unknown>;
    expect(faultOfBody('request', without)).toBe('/question');
    for (const odd of [null, [], 'text', 7]) expect(faultOfBody('request', odd)).toBe('');
    // A member inherited is not a member given.
    expect(faultOfBody('request', Object.create(REQUEST_BODY as object) as unknown)).toBe('/type');
  });
});

function itemOf(): Record<string, unknown> {
  return { id: 'i1', about: 'p1', nature: 'fact', text: 't', source: 's', relevance: 'r', handling: 'le_only' };
}
