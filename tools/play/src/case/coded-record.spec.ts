import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultOfBody } from '@lateral/envelope';
import type { Case, CaseStack } from './case.js';
import { askingRecord, interimCodes, responseCodes, sharingRecord, systemCode } from './coded-record.js';
import { answerIn } from './read-case.js';
import { requestWords, responseWords } from './sealed-words.js';

const demo = (): Case => JSON.parse(readFileSync(join(import.meta.dirname, '../../../../config/demo/case.json'), 'utf8')) as Case;
const played = demo();
const request = played.requests[0]!;
const returns = answerIn(request)!;

describe('the coded record of a case', () => {
  it('carries codes of the request and none of its words', () => {
    const record = askingRecord(played, request, 'lacsc', 'red');
    expect(record).toMatchObject({ direction: 'asking', agency: 'lacsc', urgency: 'red', threshold: 's47', subjectKind: 'child', strategyDiscussionAt: '2026-11-18T14:00:00.000Z', consent: { sought: 'no', capacity: 'not_applicable', overrideGround: null }, acknowledgements: [], override: null, response: null });
    const text = JSON.stringify(record);
    for (const words of [request.question_asked, request.necessity_why, request.proportionality_why, request.harm_of_not_sharing, ...played.people.map(({ name }) => name)]) expect(text).not.toContain(words);
  });

  it('attests the words that it leaves out', () => {
    const { words } = askingRecord(played, request, 'lacsc', 'red');
    expect(words.map(({ field, present }) => [field, present])).toEqual([
      ['question', true], ['necessity', true], ['proportionality', true], ['harm_of_not_sharing', true], ['less_intrusive', true], ['threshold_rationale', true], ['window_reason', request.time_window!.reason !== null], ['public_task_statement', false], ['override_words', false],
    ]);
    expect(words.find(({ field }) => field === 'necessity')).toMatchObject({ length: '60_to_299' });
  });

  it('says in codes what was answered', () => {
    const response = responseCodes(request, returns);
    expect(response).toMatchObject({ type: returns.response_type, decision: returns.decision, searched: request.subject_scope.map(({ person }) => person) });
    expect(response.items.map(({ item, about }) => [item, about])).toEqual(returns.items.map(({ id, about_person }) => [id, about_person]));
    const record = sharingRecord(played, request, returns, { agency: 'police', urgency: 'red', response });
    expect(record).toMatchObject({ direction: 'sharing', consent: null, lessIntrusive: null });
    for (const { text, relevance } of returns.items) for (const words of [text, relevance!]) expect(JSON.stringify(record)).not.toContain(words);
  });

  it('an interim answer gives no item, and one by telephone rests on its search', () => {
    expect(interimCodes(request, returns, 'HOLDING', '2026-11-18T16:00:00.000Z')).toMatchObject({ decision: 'needs_more_time', systems: [], items: [], until: '2026-11-18T16:00:00.000Z' });
    expect(interimCodes(request, returns, 'VERBAL_GIVEN', null)).toMatchObject({ decision: 'verbal_only', systems: responseCodes(request, returns).systems, items: [] });
    expect(interimCodes(request, returns, 'REDIRECT', null)).toMatchObject({ decision: 'redirect', redirectTo: request.agency_type, systems: [] });
    expect(interimCodes(request, returns, 'IDENTITY_MISMATCH', null)).toMatchObject({ decision: 'no_information_held', redirectTo: null, systems: responseCodes(request, returns).systems });
  });

  it('takes the terms of a joined check from that check', () => {
    const joined: Case = { ...demo(), joined_check: { requester_agency_type: 'LA_ASC', subject_kind: 'adult', threshold_believed: 's42', threshold_rationale: null, strategy_discussion_at: null, purpose_code: 's42_s126_enquiry', purpose_text: '', consent: { ...played.consent, consent_outcome: 'refused', capacity: 'has' } } };
    const record = askingRecord(joined, { ...request, check: 'joined' }, 'laasc', 'green');
    expect(record).toMatchObject({ subjectKind: 'adult', threshold: 's42', strategyDiscussionAt: null, consent: { outcome: 'refused', capacity: 'has' } });
    expect(record.words.find(({ field }) => field === 'threshold_rationale')?.present).toBe(false);
    expect(askingRecord(joined, request, 'lacsc', 'green').subjectKind).toBe('child');
  });

  it('names nobody who has no pseudonym, neither in clear nor in what refers to it', () => {
    const [item] = returns.items;
    const about = (person: string, more: Partial<typeof request> = {}): string => responseCodes({ ...request, ...more }, { ...returns, items: [{ ...item!, about_person: person }] }).items[0]!.about;
    expect([about('p1'), about('p99'), about('p1000'), about('the lodger, Mr Fenn')]).toEqual(['p1', 'p99', 'other', 'other']);
    const subject_scope = [...request.subject_scope, { person: 'the lodger', role: 'household_adult' as const, why: 'He was there.' }];
    const named = `x${subject_scope.length}`;
    expect(about('the lodger', { subject_scope })).toBe(named);
    expect(askingRecord(played, { ...request, subject_scope }, 'a', 'red').subjects.at(-1)).toEqual({ subject: named, role: 'household_adult' });
    expect(faultOfBody('request', requestWords(played, { ...request, subject_scope }))).toBeNull();
    expect(faultOfBody('response', responseWords(request, { ...returns, items: [{ ...item!, about_person: 'the lodger, Mr Fenn', source: null }] }, []))).toBeNull();
  });

  it.each<[NonNullable<CaseStack['apd']>, object]>([
    [{ id: ' APD SG 01 (draft) ', version: 'v 2.0', review_date: '2027-03-31' }, { id: 'APD-SG-01-DRAFT', version: '2.0', reviewDate: '2027-03-31' }],
    [{ id: '', version: ' — ', review_date: '2027-02-30' }, { id: null, version: null, reviewDate: null }],
    [{ id: 'Polisi y Tŷ', version: 'x'.repeat(60), review_date: null }, { id: 'APD-POLISI-Y-TY', version: null, reviewDate: null }],
  ])('writes a policy document as codes, and what is no part of one as not known: %j', (apd, policyDocument) => {
    expect(askingRecord(played, { ...request, lawful_stack: { ...request.lawful_stack, apd } }, 'a', 'red').stack.policyDocument).toEqual(policyDocument);
  });

  it.each([['SystmOne', 'systmone'], ['CP-IS', 'cp_is'], ['Core+', 'core_plus'], ['a spreadsheet', 'other']])('%s is system %s', (name, code) => expect(systemCode(name)).toBe(code));
});
