import { describe, expect, it } from 'vitest';
import type { Case, CaseVerdict } from '../case/case.js';
import type { JudgementReport, RequestReport } from '../round/report.js';
import { differencesOf, expectedOf } from './differences.js';

const wanted: CaseVerdict = { request_id: 'r1', verdict: 'block', rules: ['T5', 'T12'], dpo_checks: ['D-17'], field_errors: ['question_asked', 'necessity_why'], fix: null, verdict_after_fix: 'accept' };
const expected: Case['expect'] = { requests: [{ ...wanted, due_at: '2026-10-25T03:55+00:00' }], responses: [wanted] };
const judged: JudgementReport = { verdict: 'block', rules: ['T5', 'T12'], dpoChecks: ['D-17'], fieldErrors: ['necessity_why', 'question_asked'], verdictAfterFix: 'accept', agreementClause: null, otherFindings: ['thin-window'], override: null };
const request = (change: Partial<RequestReport> = {}): RequestReport => ({
  requestId: 'r1', check: 'main', agency: 'a', sent: true, dueAt: '2026-10-25T03:55:59.999Z', dueRule: 'P', states: [], terminal: 'answered', noticeMs: null,
  response: { type: 'FULL', items: [], ...judged }, receipts: { request: null, response: null }, ...judged, ...change,
});
const found = (...requests: RequestReport[]): string[] => differencesOf(expected, { requests });

describe('differences from what a case expects', () => {
  it('are none where codes are the same in any order, and due times within the minute', () => {
    expect(found(request())).toEqual([]);
  });

  it.each<[Partial<RequestReport>, string]>([
    [{ verdict: 'warn' }, 'r1: verdict warn instead of block'],
    [{ rules: ['T5'] }, 'r1: rules T5 instead of T12 T5'],
    [{ dpoChecks: [] }, "r1: officers' checks none instead of D-17"],
    [{ fieldErrors: ['question_asked'] }, 'r1: field errors question_asked instead of necessity_why question_asked'],
    [{ verdictAfterFix: null }, 'r1: verdict after the fix null instead of accept'],
    [{ dueAt: '2026-10-25T03:56:00.000Z' }, 'r1: due 2026-10-25T03:56:00.000Z instead of 2026-10-25T03:55+00:00'],
    [{ dueAt: null }, 'r1: due null instead of 2026-10-25T03:55+00:00'],
    [{ response: { type: 'FULL', items: [], ...judged, verdict: 'accept' } }, 'the answer to r1: verdict accept instead of block'],
    [{ response: null }, 'the answer to r1 was not played'],
    [{ requestId: 'r2', response: null }, 'r1 was not played'],
  ])('tell of %j', (change, line) => {
    expect(found(request(change))).toContain(line);
  });

  it('tell of an answer that nobody expected', () => {
    expect(differencesOf({ ...expected, responses: [] }, { requests: [request()] })).toEqual(['nobody expected an answer to r1']);
  });

  it('leave aside what is expected of an answer that nobody gave: time ran out', () => {
    const returning = (type: string | null): Case['requests'] => [{ id: 'r1', responder: { returns: type === null ? null : { response_type: type } } }] as unknown as Case['requests'];
    expect(['AUTO_OVERDUE', 'FULL', null].map((type) => expectedOf({ requests: returning(type), expect: expected }).responses)).toEqual([[], [wanted], [wanted]]);
  });
});
