import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case, CaseVerdict } from './case.js';
import { answerIn, readCase, type ReadCase } from './read-case.js';

const DEMO = join(import.meta.dirname, '../../../../config/demo/case.json');
const text = await readFile(DEMO, 'utf8');

describe('reading a case', () => {
  let folder: string;
  beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'lateral-case-')); });
  afterAll(() => rm(folder, { recursive: true }));
  const reading = async (change: (given: Case) => void): Promise<ReadCase> => {
    const given = JSON.parse(text) as Case;
    change(given);
    await writeFile(join(folder, 'changed.json'), JSON.stringify(given));
    return readCase(join(folder, 'changed.json'));
  };
  const mendOf = (verdict: CaseVerdict, target: 'request' | 'response' | 'case', ...patch: { op: string; path: string; value?: unknown }[]): void => {
    Object.assign(verdict, { fix: { target, explain: 'So.', patch }, verdict_after_fix: 'accept' });
  };

  it.each<[string, (given: Case) => void]>([
    ['received_at is no day or time that there is', (given) => { given.received_at = '2026-02-30T09:00+00:00'; }],
    ['requests/1/posted_at is no day or time that there is', (given) => { given.requests[1]!.posted_at = '2026-11-18T25:00+00:00'; }],
    ['requests/0/time_window/from is no day or time that there is', (given) => { given.requests[0]!.time_window!.from = '2026-13-01'; }],
    ['policy/hours/amber is null, and requests/0 is rated amber', (given) => { given.policy.hours.amber = null; }],
    ['policy/working_week/from cannot be counted by: time malformed', (given) => { given.policy.working_week.from = 'nine'; }],
    ['policy/agency_weeks/SCHOOL/to cannot be counted by: closes before it opens', (given) => { given.policy.agency_weeks = { SCHOOL: { days: [1], from: '17:00', to: '09:00' } }; }],
    ['policy/hours/green/value cannot be counted by: hours not positive', (given) => { given.policy.hours.green = { value: 0, clock: 'working' }; }],
    ['received_at is more than 60 days before the first posted_at, and policy/clock_start counts from it', (given) => { Object.assign(given, { received_at: '2026-08-01T09:00+01:00' }); given.policy.clock_start = 'received_at'; }],
    ['requests/1/posted_at is after the check was decided or withdrawn, when nothing more is asked', (given) => { given.outcome.decided_at = given.requests[0]!.posted_at; given.requests[1]!.posted_at = '2027-02-01T09:00+00:00'; }],
    ['refs/isa_ref can be no reference of an agreement: 40 letters, digits, dots, slashes and hyphens at most, and no spaces', (given) => { given.refs.isa_ref = 'the old one'; }],
    ['requests/1/id is the id of another request', (given) => { given.requests[1]!.id = 'r1'; }],
    ['expect/requests/0/request_id mends a request that is not there', (given) => { given.expect.requests[0]!.request_id = 'r99'; mendOf(given.expect.requests[0]!, 'request', { op: 'remove', path: '/brag' }); }],
    ['expect/requests/0/fix/patch/1 cannot be applied', (given) => { mendOf(given.expect.requests[0]!, 'request', { op: 'replace', path: '/brag', value: 'red' }, { op: 'replace', path: '/nowhere/at/all', value: 1 }); }],
    ['expect/responses/0/fix/target is an answer that is not there', (given) => { given.requests[0]!.responder.returns = null; mendOf(given.expect.responses[0]!, 'response', { op: 'replace', path: '/context', value: 'So.' }); }],
  ])('refuses one of which %s', async (reason, change) => {
    await expect(reading(change)).rejects.toEqual(expect.objectContaining({ message: `The case file changed.json cannot be played: ${reason}.` }));
  });

  it.each<[string, (given: Case) => void]>([
    ['an old report where hours run from the posting', (given) => { given.received_at = '2026-08-01T09:00+01:00'; }],
    ['no hours for a rating that nothing is sent under', (given) => { Object.assign(given.policy.hours, { amber: null, green: null }); for (const request of given.requests) request.brag = 'red'; }],
    ['a policy document with a review date that is none', (given) => { given.requests[0]!.lawful_stack.apd = { id: '', version: ' ', review_date: '2026-02-31' }; }],
    ['no threshold', (given) => { Object.assign(given, { threshold_believed: null }); }],
  ])('takes %s', async (_, change) => expect((await reading(change)).file).toBe('changed.json'));

  it('mends the whole case once, however many requests carry the same mend', async () => {
    const add = { op: 'add', path: '/requests/0/lawful_stack/gateway/-', value: 'CA1989-47-9' };
    const { original, played } = await reading(({ expect: { requests } }) => { for (const verdict of requests.slice(0, 2)) mendOf(verdict, 'case', add); });
    expect(played.requests[0]!.lawful_stack.gateway).toEqual([...original.requests[0]!.lawful_stack.gateway, 'CA1989-47-9']);
  });

  it('knows that time which ran out is nobody\'s answer, and that what is stopped and mended by nobody never goes', async () => {
    const { played, answered, sent } = await reading((given) => {
      given.requests[0]!.responder.returns!.response_type = 'AUTO_OVERDUE';
      Object.assign(given.expect.responses[1]!, { verdict: 'block', fix: null });
      Object.assign(given.expect.requests[2]!, { verdict: 'block', fix: null });
    });
    const [first, second, third] = played.requests;
    expect([answerIn(first!), answered.has(first!.id), answered.has(second!.id), sent.has(second!.id), sent.has(third!.id)]).toEqual([null, false, false, true, false]);
  });

  it.each([['gone.json', 'does not exist'], ['changed.json', 'is not JSON that can be read']])('says that %s %s', async (name, reason) => {
    await writeFile(join(folder, 'changed.json'), '{');
    await expect(readCase(join(folder, name))).rejects.toEqual(expect.objectContaining({ field: 'the file', message: `The case file ${name} cannot be played: the file ${reason}.` }));
  });
});
