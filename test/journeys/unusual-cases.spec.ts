// Cases of the right shape that no file of the library holds: each is the smallest one with something changed, and goes all the way
// round as it says. One lane: they follow each other in time.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lanesOf, readLibrary, type PlayedCase } from '@lateral/play';
import { LaneWorld } from '../world/lane-world.js';

const SMALLEST = resolve(import.meta.dirname, '../cases/c24-one-question.json');
const LIMIT_MS = 300_000;
const DAY_MS = 86_400_000;

type Json = Record<string, unknown>;
interface Verdict extends Json { request_id: string; verdict: string; rules: string[]; field_errors: string[]; dpo_checks: string[]; fix: unknown; verdict_after_fix: string | null; due_at?: string | null }
interface Asked extends Json { id: string; agency_name: string; brag: string; posted_at: string; lawful_stack: Json; responder: { responded_at: string | null; interim: Json[]; returns: (Json & { lawful_stack: Json }) | null; no_return_reason: string | null } }
interface CaseFile extends Json { id: string; received_at: string; refs: Json; requests: [Asked, ...Asked[]]; outcome: Json; expect: { requests: [Verdict, ...Verdict[]]; responses: Verdict[] } }

const smallest = await readFile(SMALLEST, 'utf8');
const later = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
const FIRST_DAY = '2026-11-16';

/** The smallest case on another day, with its one request asked of several. `change` makes it what it is about. */
function variant(days: number, name: string, change: (given: CaseFile) => void, agencies = 1): CaseFile {
  const given = JSON.parse(smallest.replace(/2026-11-1[69]/gu, (day) => later(day, days))) as CaseFile;
  given.id = `u${String(days).padStart(2, '0')}-${name}`;
  given.refs['isa_ref'] = `DSA-UNUSUAL-${days}`;
  for (let n = 2; n <= agencies; n += 1) {
    const renamed = JSON.stringify({ request: given.requests[0], asked: given.expect.requests[0], answered: given.expect.responses[0] }).replaceAll('"r1"', `"r${n}"`);
    const { request, asked, answered } = JSON.parse(renamed) as { request: Asked; asked: Verdict; answered: Verdict };
    given.requests.push({ ...request, agency_name: `Housing options, office ${n}` });
    given.expect.requests.push(asked);
    given.expect.responses.push(answered);
  }
  change(given);
  return given;
}

function unanswered({ requests: [{ responder }], expect: expected }: CaseFile): void {
  Object.assign(responder, { responded_at: null, returns: null, no_return_reason: 'It was never asked.' });
  expected.responses = [];
}

const ITEM = { id: 'r1i1', about_person: 'the landlord, Mr Frizington', nature: 'fact', text: 'He withdrew the room on the ninth.', lang: 'en', source: null, event_date: null, recorded_date: null, reliability: null, from_records: [], relevance: 'Whether she has anywhere to go back to.', handling: 'may_tell_family', third_party: null };
const day = (days: number): string => later(FIRST_DAY, days);

const CASES: { given: CaseFile; shows: (played: PlayedCase) => void }[] = [
  {
    given: variant(0, 'old-report', (given) => { given.received_at = '2026-08-20T14:00+01:00'; }),
    shows: ({ report }) => { expect(report.requests[0]?.terminal).toBe('nothing_held'); },
  },
  {
    given: variant(1, 'ratings', (given) => {
      const [r1, r2, r3, r4] = given.requests as [Asked, Asked, Asked, Asked];
      [r1.brag, r2.brag, r3.brag, r4.brag] = ['green', 'red', 'amber', 'green'];
      r3.posted_at = r4.posted_at = `${day(1)}T14:40+00:00`;
      const due = [`${day(4)}T14:25+00:00`, `${day(1)}T18:25+00:00`, `${day(2)}T14:40+00:00`, `${day(4)}T14:40+00:00`];
      for (const [i, expected] of given.expect.requests.entries()) expected.due_at = due[i]!;
      given['brag_changes'] = [{ at: `${day(1)}T14:50+00:00`, from: 'green', to: 'red', by: 's1', why: 'She is out tonight.' }, { at: `${day(1)}T15:10+00:00`, from: 'red', to: 'blue', by: 's1', why: 'It was for information.' }];
    }, 4),
    shows: ({ report }) => {
      expect(report.requests.map(({ requestId, dueRule, terminal }) => [requestId, dueRule?.split(':')[1], terminal]).sort()).toEqual([
        ['r1', 'green', 'nothing_held'], ['r2', 'red', 'nothing_held'], ['r3', 'amber', 'nothing_held'], ['r4', 'green', 'nothing_held'],
      ]);
    },
  },
  {
    given: variant(2, 'refused-alone', (given) => {
      unanswered(given);
      given.requests[0]['question_asked'] = '';
      Object.assign(given.expect.requests[0], { verdict: 'block', field_errors: ['question_asked'], due_at: null });
    }),
    shows: ({ report: { checks, requests: [request] } }) => {
      expect(checks).toEqual([]);
      expect(request).toMatchObject({ sent: false, terminal: 'not_sent', verdict: 'block', fieldErrors: ['question_asked'], dueAt: null, response: null, receipts: { request: null } });
    },
  },
  {
    given: variant(3, 'refused-first', (given) => {
      unanswered(given);
      const [r1, r2] = given.requests as [Asked, Asked];
      Object.assign(r1, { brag: 'red', question_asked: '' });
      Object.assign(given.expect.requests[0], { verdict: 'block', field_errors: ['question_asked'], due_at: null });
      given.expect.responses = [{ ...given.expect.requests[1]!, on_time: true, records_not_to_share: [] }].map(({ due_at: _, ...answered }) => answered as Verdict);
      r2.posted_at = `${day(3)}T14:30+00:00`;
      given.expect.requests[1]!.due_at = `${day(6)}T14:30+00:00`;
    }, 2),
    shows: ({ report: { checks, requests } }) => {
      expect([checks.length, requests.map(({ requestId, terminal }) => [requestId, terminal])]).toEqual([1, [['r1', 'not_sent'], ['r2', 'nothing_held']]]);
    },
  },
  {
    given: variant(4, 'refused-answer', (given) => {
      given.requests[0].responder.returns!['necessity_why'] = '';
      Object.assign(given.expect.responses[0]!, { verdict: 'block', field_errors: ['necessity_why'] });
    }),
    shows: ({ report: { requests: [request] } }) => {
      expect(request).toMatchObject({ sent: true, terminal: 'expired', response: { verdict: 'block', fieldErrors: ['necessity_why'], verdictAfterFix: null }, receipts: { request: 'proven', response: null } });
    },
  },
  {
    given: variant(5, 'whole-case', (given) => {
      Object.assign(given, { threshold_believed: 's47', threshold_rationale: null });
      for (const expected of given.expect.requests) Object.assign(expected, { verdict: 'warn', rules: ['T10'] });
      const fix = { target: 'case', explain: 'Say why.', patch: [{ op: 'replace', path: '/threshold_rationale', value: 'She has been hit, and the bruise was seen at the library today.' }] };
      Object.assign(given.expect.requests[0], { fix, verdict_after_fix: 'accept' });
    }, 2),
    shows: ({ report }) => { expect(report.requests.map(({ verdict, verdictAfterFix }) => [verdict, verdictAfterFix])).toEqual([['warn', 'accept'], ['warn', null]]); },
  },
  {
    given: variant(6, 'second-thoughts', (given) => {
      const { responder } = given.requests[0];
      responder.interim = [['14:30', 'REDIRECT', 'Try the other office.'], ['14:35', 'CLARIFY', 'Which Skye?'], ['14:40', 'IDENTITY_MISMATCH', 'Ours is another Skye.']].map(([at, response_type, text]) => ({ at: `${day(6)}T${at}+00:00`, response_type, text }));
      Object.assign(responder.returns!, { response_type: 'FULL', decision: 'share_all', items: [ITEM] });
      Object.assign(given.expect.responses[0]!, { verdict: 'warn', dpo_checks: ['D-17'] });
    }),
    shows: ({ report: { requests: [request] } }) => {
      expect(request?.states.map(([state]) => state)).toEqual(['open', 'acknowledged', 'redirected', 'answered']);
      expect(request?.response).toMatchObject({ type: 'FULL', items: ['r1i1'] });
    },
  },
  {
    given: variant(7, 'nobodys-answer', (given) => {
      Object.assign(given.requests[0].responder.returns!, { response_type: 'AUTO_OVERDUE', decision: 'needs_more_time' });
    }),
    shows: ({ report: { requests: [request] } }) => { expect(request).toMatchObject({ terminal: 'expired', response: null }); },
  },
  {
    given: variant(8, 'policy-document', (given) => {
      const [asked] = given.requests;
      asked['special_category'] = true;
      Object.assign(asked.lawful_stack, { art9: ['A9-G'], sch1: ['S1-18'], s1_18_reason: 'b', apd: { id: 'APD SG 01', version: '2 (final)', review_date: '2027-03-31' } });
      const lacking = structuredClone(asked);
      Object.assign(lacking, { id: 'r2', agency_name: 'Housing options, office 2' });
      Object.assign(lacking.lawful_stack, { apd: { id: 'APD SG 01', version: '', review_date: '2027-03-31' } });
      Object.assign(lacking.responder, { responded_at: null, returns: null, no_return_reason: 'It was never asked.' });
      given.requests.push(lacking);
      given.expect.requests.push({ ...given.expect.requests[0], request_id: 'r2', verdict: 'block', rules: ['T5'], due_at: null });
    }),
    shows: ({ report }) => { expect(report.requests.map(({ sent }) => sent)).toEqual([true, false]); },
  },
  {
    given: variant(9, 'undecided', (given) => { Object.assign(given.outcome, { code: null, decided_at: null, decided_by: null }); }),
    shows: ({ report: { checks, requests: [request] } }) => { expect([checks.map(({ decision }) => decision), request?.terminal]).toEqual([[null], 'nothing_held']); },
  },
];

const folder = await mkdtemp(join(tmpdir(), 'lateral-unusual-'));
for (const { given } of CASES) await writeFile(join(folder, `${given.id}.json`), JSON.stringify(given));
const { cases, unplayable } = await readLibrary(folder);
await rm(folder, { recursive: true });
const showing = new Map(CASES.map(({ given, shows }) => [given.id, shows]));

describe('cases that no file of the library holds', () => {
  let world: LaneWorld;
  beforeAll(async () => { world = await LaneWorld.start(cases); }, LIMIT_MS);
  afterAll(() => world.end(), LIMIT_MS);

  it('can all be played, one after another', () => expect([unplayable, lanesOf(cases)]).toEqual([[], [cases]]));

  it.each(cases)('$name', async (each) => {
    const played = await world.play(each);
    expect(played.differences).toEqual([]);
    expect([played.report.ok, played.report.ledger.verified]).toEqual([true, true]);
    showing.get(each.name)?.(played);
  }, LIMIT_MS);
});
