import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { agreementFrom, coverOf, type PublishedAgreement } from '@lateral/domain/agreements';
import { faultsOfPolicy } from '@lateral/domain/deadlines';
import { faultOfBody } from '@lateral/envelope';
import { loadAgreementTemplates } from '@lateral/platform/config';
import { readLibrary } from '../library/library.js';
import { timelineOf } from '../round/timeline.js';
import type { Case } from './case.js';
import type { RoundPlan } from './plan.js';
import { planRound } from './plan-round.js';
import { readCase, type ReadCase } from './read-case.js';

const CHECKOUT = join(import.meta.dirname, '../../../..');
const BESIDE = join(CHECKOUT, '../shared/cases');
const TRAVELLING = join(CHECKOUT, 'test/cases');
const { cases: library } = await readLibrary(existsSync(BESIDE) ? BESIDE : TRAVELLING);
const templates = await loadAgreementTemplates(join(CHECKOUT, 'config/agreements'));

const planOf = async (name: string): Promise<RoundPlan> => planRound(await readCase(join(TRAVELLING, `${name}.json`)));
/** The demo's case with something changed. */
async function changed(change: (given: Case) => void): Promise<ReadCase> {
  const folder = await mkdtemp(join(tmpdir(), 'lateral-plan-'));
  try {
    const given = JSON.parse(await readFile(join(CHECKOUT, 'config/demo/case.json'), 'utf8')) as Case;
    change(given);
    await writeFile(join(folder, 'changed.json'), JSON.stringify(given));
    return await readCase(join(folder, 'changed.json'));
  } finally {
    await rm(folder, { recursive: true });
  }
}
const requestOf = (plan: RoundPlan, id: string): RoundPlan['checks'][number]['requests'][number] => plan.checks.flatMap(({ requests }) => requests).find((request) => request.id === id)!;

describe('the plan of a round', () => {
  it('tries what had to be mended as it was first written, and sends only what left', async () => {
    const plan = await planOf('c21-anonymous-letter');
    const kept = requestOf(plan, 'r3');
    expect([kept.sent, kept.first?.narrative.necessity, kept.narrative.necessity.length > 60]).toEqual([false, kept.first?.narrative.necessity, true]);
    expect(kept.first!.narrative.necessity.length).toBeLessThan(60);
    expect([requestOf(plan, 'r1').sent, requestOf(plan, 'r1').first?.record.stack.gateway]).toEqual([true, ['CA1989-47']]);
  });

  it('tries each request as it was first written, whatever was mended in the case for another', async () => {
    const plan = planRound(await changed((given) => {
      given.threshold_rationale = null;
      const fix = { target: 'case', explain: 'Say why.', patch: [{ op: 'replace', path: '/threshold_rationale', value: 'She was seen.' }] };
      Object.assign(given.expect.requests[0]!, { verdict: 'warn', fix, verdict_after_fix: 'accept' });
    }));
    const [r1, r2] = plan.checks[0]!.requests;
    for (const { first, narrative } of [r1!, r2!]) expect([first?.narrative.thresholdRationale, narrative.thresholdRationale]).toEqual([undefined, 'She was seen.']);
    expect([r1!.mended, r2!.mended]).toEqual([true, false]);
  });

  it('asks under the rating of each request: the most urgent first, and what is rated otherwise after it', async () => {
    const plan = planRound(await changed(({ requests: [r1, r2, r3, r4] }) => {
      [r1!.brag, r2!.brag, r3!.brag, r4!.brag] = ['green', 'red', 'green', 'red'];
      r2!.posted_at = r3!.posted_at = r1!.posted_at;
      r4!.posted_at = '2026-11-18T12:00+00:00';
    }));
    const asked = timelineOf(plan).flatMap((step) => (step.kind === 'post' || step.kind === 'ask' ? [[step.kind, ...step.requests.map(({ id, record }) => `${id} ${record.urgency}`)]] : []));
    expect([plan.checks[0]!.urgency, asked.slice(0, 2)]).toEqual(['red', [['post', 'r2 red'], ['ask', 'r1 green', 'r3 green']]]);
    for (const { record, answers } of plan.checks[0]!.requests) expect(new Set(answers.map((answer) => answer.record.urgency))).toEqual(new Set([record.urgency]));
  });

  it('tries what is stopped and mended by nobody, and opens no check for it', async () => {
    const plan = planRound(await changed((given) => {
      given.requests = [given.requests[0]!];
      given.requests[0]!.responder.returns = null;
      Object.assign(given.expect.requests[0]!, { verdict: 'block', fix: null });
    }));
    expect(timelineOf(plan).map(({ kind }) => kind)).toEqual(['post']);
  });

  it('tries an answer that is stopped and mended by nobody', async () => {
    const plan = planRound(await changed((given) => { Object.assign(given.expect.responses[0]!, { verdict: 'block', fix: null }); }));
    expect(plan.checks[0]!.requests[0]!.answers).toMatchObject([{ goes: false, final: true, first: null }]);
  });

  it('gives word before the answer, and once a request has ended only what may follow that; time that ran out is nobody\'s word', async () => {
    const plan = planRound(await changed(({ requests: [r1, r2] }) => {
      const at = r1!.posted_at;
      r1!.responder.interim = (['AUTO_OVERDUE', 'HOLDING', 'REDIRECT', 'CLARIFY', 'IDENTITY_MISMATCH'] as const).map((response_type) => ({ at, response_type, text: 'So.' }));
      r2!.responder.returns!.response_type = 'AUTO_OVERDUE';
    }));
    const [r1, r2] = plan.checks[0]!.requests;
    expect(r1!.answers.map(({ type, final }) => [type, final])).toEqual([['HOLDING', false], ['REDIRECT', false], ['IDENTITY_MISMATCH', false], [r1!.answers.at(-1)!.type, true]]);
    expect(r2!.answers).toEqual([]);
    for (const { words } of r1!.answers) expect(faultOfBody('response', words)).toBeNull();
  });

  it('begins with what is asked where a report is received after it, and decides nothing where the case does not', async () => {
    const plan = planRound(await changed((given) => {
      given.received_at = '2027-01-04T09:00+00:00';
      Object.assign(given.outcome, { code: null, decided_at: null });
    }));
    expect([plan.startsAt, plan.checks[0]!.decided, timelineOf(plan).some(({ kind }) => kind === 'decide')]).toEqual([plan.checks[0]!.postedAt, null, false]);
  });

  it('has an answer that had to be mended follow the request as it left', async () => {
    const [answer] = requestOf(await planOf('c20-the-whole-file'), 'r1').answers;
    expect([answer!.first!.record.response!.items.length > answer!.record.response!.items.length, answer!.first!.record.categories]).toEqual([true, answer!.record.categories]);
  });

  it('lets out unmended what the case says went in an emergency, with its review; and no other override', async () => {
    const { override, first } = requestOf(await planOf('c15-un-o-r-gloch-ddwywaith'), 'r1');
    expect(override).toMatchObject({ reason: 'clinician_waiting', reviewedAt: new Date('2026-10-26T11:10:00Z') });
    expect(first!.narrative.proportionality).toBe('');
    expect(requestOf(await planOf('c04-y-ffon-yn-y-dror'), 'r1').override).toBeNull();
  });

  it('asks later what was asked later, and rates anew only a check that is open', async () => {
    const kinds = async (name: string): Promise<[string, string][]> => timelineOf(await planOf(name)).filter(({ kind }) => kind === 'ask' || kind === 'rate').map(({ kind, at }) => [kind, at.toISOString()]);
    expect(await kinds('c19-two-boys-called-ioan')).toEqual([['ask', '2026-10-16T12:40:00.000Z']]);
    expect(await kinds('c11-the-countdown')).toEqual([['rate', '2026-10-21T08:15:00.000Z']]);
  });

  it('is faultless in the policy it brings, for each case', () => {
    for (const { plan } of library) expect(faultsOfPolicy(plan.policy, ['england-and-wales'])).toEqual([]);
  });

  it('is under an agreement that covers all that is asked and answered, for each case', () => {
    for (const { name, plan } of library) expect([name, uncovered(plan)]).toEqual([name, []]);
  });
});

function uncovered({ agreement, agencies, checks }: RoundPlan): string[] {
  const template = templates.find(({ nation }) => nation === agreement.nation)!;
  const document = agreementFrom(template, { ...agreement, title: template.title, parties: agreement.parties.map((agency) => ({ agency })), inForceFrom: '2026-01-01', review: '2026-12-01', expires: '2027-12-31' });
  const published: PublishedAgreement = { document, digest: '' };
  const party = (id: string) => ({ ...agencies.find((agency) => agency.id === id)!, agency: id });
  return checks.flatMap(({ asking, requests }) => requests.flatMap(({ id, agency, record, answers }) => [record, ...answers.map((answer) => answer.record)].flatMap(({ direction, purpose, categories, window, response, urgency }) => {
    const question = { asking: party(asking), answering: party(agency), purpose, window, urgency, on: '2026-11-01' };
    const { covered } = coverOf([published], { ...question, direction: direction === 'asking' ? 'asking' : 'sharing', categories: response === null ? categories : response.given });
    return covered === null ? [`${id} ${direction}`] : [];
  })));
}
