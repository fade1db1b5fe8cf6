import { beforeEach, describe, expect, it } from 'vitest';
import { digestOf, type JustificationRecord, type ShareJudgement } from '@lateral/contracts';
import type { PublishedAgreement } from '@lateral/domain/agreements';
import { Catalogue } from '@lateral/domain/catalogue';
import { AGENCIES, agreementDocument, ExchangeWorld, memberOf, publishedView, sampleCatalogueDocument, sampleStack, wordsWithout, type Draft } from '@lateral/testing/fakes';
import { judgeShare, judgementFields, type Bench, type SubmittedShare } from './index.js';

const CLAUSE = agreementDocument(AGENCIES).clauses[0]!;

describe('judging a share', () => {
  let world: ExchangeWorld;
  let question: JustificationRecord;
  beforeEach(async () => {
    world = await ExchangeWorld.begin();
    question = coded({ type: 'request' });
  });
  const coded = (draft: Partial<Draft>): JustificationRecord =>
    world.messages.message({ type: 'request', from: memberOf('police-a'), to: 'school-b', check: world.messages.id(), request: world.messages.id(), ...draft }).justification;
  const bench = async (now = world.clock.at): Promise<Bench> => ({ view: await world.directory.view(), law: await world.law.view(), now });
  const judged = async (justification: JustificationRecord, more: Partial<SubmittedShare> = {}, now?: Date) =>
    judgeShare({ at: '/x', justification, other: justification.agency === 'police-a' ? 'school-b' : 'police-a', request: null, ...more }, await bench(now));
  const answer = (record: Draft['record'] = {}): JustificationRecord => coded({ type: 'response', from: memberOf('school-b'), to: 'police-a', record });

  it('is done by the law of that day in London, which begins an hour before Greenwich\'s in summer', async () => {
    const stack = sampleStack({ gateway: ['CA2004-16LA', 'CA1989-47'] });
    const at = (time: string) => judged({ ...question, stack }, {}, new Date(time));
    expect(await at('2026-09-29T22:59:59.999Z')).toMatchObject({ stopped: 'blocked', made: { on: '2026-09-29', rules: ['T13'] } });
    expect(await at('2026-09-29T23:00:00.000Z')).toMatchObject({ stopped: null, made: { on: '2026-09-30', verdict: 'accept' } });
  });

  it('finds the clause for a question by what is asked, and for an answer by what is given', async () => {
    const only = (direction: 'asking' | 'sharing', categories: string[]) => {
      world.tables.agreements.splice(0, 1, publishedView(agreementDocument(AGENCIES, { clauses: [{ ...CLAUSE, direction, categories }] })));
    };
    only('asking', ['other.contacts']);
    expect((await judged(question)).made.cover).toEqual({ agreement: 'SA-1', version: 1, clause: '1' });
    expect((await judged(answer(), { request: question })).made.cover).toBeNull();
    only('sharing', ['other.anything_else']);
    expect((await judged(answer(), { request: question })).made.cover).toBeNull();
    only('sharing', ['other.contacts']);
    expect((await judged(answer(), { request: question })).made.cover).not.toBeNull();
  });

  it('asks no agreement about what is told afterwards or goes to nobody', async () => {
    world.tables.agreements.length = 0;
    for (const type of ['outcome', 'record'] as const) {
      expect(await judged(coded({ type, urgency: 'amber' }), { other: type === 'record' ? null : 'school-b' })).toMatchObject({ stopped: null, findings: [], made: { verdict: 'accept', cover: null } });
    }
    expect(await judged(coded({ urgency: 'amber' }))).toMatchObject({ stopped: 'unacknowledged', made: { otherFindings: ['agreement-absent'] } });
  });

  it('is never better for being covered', async () => {
    expect(await judged({ ...question, words: wordsWithout('question') })).toMatchObject({ stopped: 'blocked', made: { verdict: 'block', cover: { clause: '1' } } });
  });

  it('tells which warnings were seen and which blocks gone past, each once', async () => {
    const stack = sampleStack({ gateway: ['CARE-45', 'CARE-45', 'CA1989-47'], art9: [] });
    const { made, stopped } = await judged({ ...question, stack, acknowledgements: [{ finding: 'T1', reason: 'no_other_route' }, { finding: 'T9', reason: 'no_other_route' }], override: { reason: 'life_at_risk' } });
    expect([stopped, made.acknowledged, made.overridden]).toEqual([null, ['T1'], ['T5']]);
  });

  it('is said in an audit record in codes, with the clause by name', () => {
    const empty: ShareJudgement = { v: 1, verdict: 'accept', rules: [], officerChecks: [], fieldErrors: [], otherFindings: [], catalogue: '1', on: '2026-03-09', cover: null, overridden: [], acknowledged: [] };
    const published = { document: { reference: 'SA-1', version: 2 }, digest: 'digest-of-it' } as unknown as PublishedAgreement;
    const law = { catalogue: new Catalogue(sampleCatalogueDocument()), agreements: [published] };
    const catalogueDigest = digestOf('catalogue', sampleCatalogueDocument());
    expect(judgementFields(empty, law)).toEqual({ catalogue: '1', catalogueDigest, verdict: 'accept', findings: '', agreement: null, agreementDigest: null });
    expect(judgementFields({ ...empty, verdict: 'block', rules: ['T2'], officerChecks: ['D-02'], fieldErrors: ['question_asked'], otherFindings: ['thin-window'], cover: { agreement: 'SA-1', version: 2, clause: '1.2' } }, law))
      .toEqual({ catalogue: '1', catalogueDigest, verdict: 'block', findings: 'T2 D-02 question_asked thin-window', agreement: 'SA-1@2#1.2', agreementDigest: 'digest-of-it' });
  });
});
