import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { agreementFrom, coverOf, type PublishedAgreement } from '@lateral/domain/agreements';
import { faultsOfPolicy } from '@lateral/domain/deadlines';
import { loadAgreementTemplates } from '@lateral/platform/config';
import { readLibrary } from '../library/library.js';
import { timelineOf } from '../round/timeline.js';
import type { RoundPlan } from './plan.js';
import { planRound } from './plan-round.js';
import { readCase } from './read-case.js';

const CHECKOUT = join(import.meta.dirname, '../../../..');
const BESIDE = join(CHECKOUT, '../shared/cases');
const TRAVELLING = join(CHECKOUT, 'test/cases');
const library = await readLibrary(existsSync(BESIDE) ? BESIDE : TRAVELLING);
const templates = await loadAgreementTemplates(join(CHECKOUT, 'config/agreements'));

const planOf = async (name: string): Promise<RoundPlan> => planRound(await readCase(join(TRAVELLING, `${name}.json`)));
const requestOf = (plan: RoundPlan, id: string): RoundPlan['checks'][number]['requests'][number] => plan.checks.flatMap(({ requests }) => requests).find((request) => request.id === id)!;

describe('the plan of a round', () => {
  it('tries what had to be mended as it was first written, and sends only what left', async () => {
    const plan = await planOf('c21-anonymous-letter');
    const kept = requestOf(plan, 'r3');
    expect([kept.sent, kept.first?.narrative.necessity, kept.narrative.necessity.length > 60]).toEqual([false, kept.first?.narrative.necessity, true]);
    expect(kept.first!.narrative.necessity.length).toBeLessThan(60);
    expect([requestOf(plan, 'r1').sent, requestOf(plan, 'r1').first?.record.stack.gateway]).toEqual([true, ['CA1989-47']]);
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
