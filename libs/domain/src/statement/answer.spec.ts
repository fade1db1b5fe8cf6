import { describe, expect, it } from 'vitest';
import type { ResponseCodes } from '../justification/share.js';
import { answerSentences } from './answer.js';
import { force, input, response } from './statement.examples.js';
import { composeStatement } from './index.js';

const nothing: ResponseCodes = { ...response, type: 'NO_TRACE', decision: 'no_information_held', systems: ['niche', 'pnd'], searched: ['p1', 'p2'], items: [], given: [], withheld: { withheld: false, categories: [] }, until: null };
const said = (changes: Partial<ResponseCodes>, language: 'en' | 'cy' = 'en'): string => answerSentences({ ...nothing, ...changes }, input.names, language).join(' ');

describe('an answer of nothing', () => {
  it('says what was searched for how many, and which kind of nothing it is', () => {
    expect(said({})).toBe('Nobody asked about is known there. Systems searched: Niche; pnd. People in scope who were searched for: 2.');
    expect(said({}, 'cy')).toBe('Nid oes neb y gofynnwyd amdanynt yn hysbys yno. Systemau a chwiliwyd: Niche; pnd. Pobl dan sylw y chwiliwyd amdanynt: 2.');
    const kinds = (['NO_TRACE', 'KNOWN_NO_CONCERN', 'IDENTITY_MISMATCH', 'CLARIFY', 'HOLDING'] as const).map((type) => said({ type }));
    expect(new Set(kinds).size).toBe(kinds.length);
  });

  it('does not call no concern what was only not relevant to the question', () => {
    const known: Partial<ResponseCodes> = { type: 'KNOWN_NO_CONCERN', systems: [] };
    expect([said({ ...known, decision: 'share_all' }), said({ ...known, decision: 'share_part' })]).toEqual([
      'Somebody asked about is known there; no concern is recorded.', 'Somebody asked about is known there; nothing held bears on what was asked, which does not say that there is no concern.',
    ]);
    expect(said({ ...known, decision: 'share_part' }, 'cy')).toContain('nid yw hynny’n dweud nad oes pryder');
  });

  it('says nothing of a search that was not made', () => {
    expect(said({ type: 'HOLDING', systems: [] })).toBe('');
  });
});

it('is one statement for each agency that is asked, from the same codes', () => {
  const school = { name: { en: 'Harbour School', cy: 'Ysgol yr Harbwr' } };
  const [toForce, toSchool] = [force, school].map((other) => composeStatement({ ...input, other }, 'en')) as [string, string];
  expect(toSchool).toBe(toForce.replace('County force', 'Harbour School'));
});
