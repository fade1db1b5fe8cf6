import { describe, expect, it } from 'vitest';
import { utf8, type EvidencePack, type ShareJudgement } from '@lateral/contracts';
import { makeEvidence } from '@lateral/testing/evidence';
import { openPgpInspector, verifyEvidence } from '@lateral/verify';

describe('someone changes in the pack what the hub had made of a share', () => {
  const verify = (pack: EvidencePack, root: string) => verifyEvidence(utf8(JSON.stringify(pack)), root, openPgpInspector);

  it.each<[string, Partial<ShareJudgement>]>([
    ['its verdict', { verdict: 'block' }], ['a rule', { rules: ['T13'] }], ['a check of the officer', { officerChecks: ['D-07'] }], ['a field', { fieldErrors: ['necessity_why'] }],
    ['a further finding', { otherFindings: ['agreement-near-expiry'] }], ['the day', { on: '2026-11-19' }], ['the clause', { cover: { agreement: 'ISP-NORTH-1', version: 2, clause: '2.2' } }],
    ['that a clause covered it', { cover: null }], ['the version of the law', { catalogue: 'facts-2027-01-01' }],
  ])('%s: it is not what was recorded', async (_, change) => {
    const { pack, root } = await makeEvidence();
    const [question] = pack.envelopes;
    question!.judgement = { ...question!.judgement!, ...change };
    const verdict = await verify(pack, root);
    expect(verdict.outcome).toBe('changedRecord');
    expect(verdict.findings).toContainEqual({ code: 'judgement-disagrees', about: question!.header.context.message });
  });

  it('makes a wrong verdict right by the rules: it still is not the one that was recorded', async () => {
    const honest = await makeEvidence();
    const { pack, root } = await makeEvidence({ recorded: (right) => ({ ...right, verdict: 'warn', rules: ['T12'] }) });
    pack.envelopes[0]!.judgement = honest.pack.envelopes[0]!.judgement;
    const verdict = await verify(pack, root);
    expect([verdict.outcome, verdict.findings.map(({ code }) => code)]).toEqual(['changedRecord', ['judgement-disagrees']]);
  });

  it('takes it out', async () => {
    const { pack, root } = await makeEvidence();
    pack.envelopes[1]!.judgement = null;
    const verdict = await verify(pack, root);
    expect([verdict.outcome, verdict.findings]).toEqual(['missingEntry', [{ code: 'judgement-absent', about: pack.envelopes[1]!.header.context.message }]]);
  });

  it('moves the codes from one list to another, which reads the same in the record', async () => {
    const { pack, root } = await makeEvidence({ asked: { thirdParties: [{ relevanceTicked: false }], acknowledgements: [{ finding: 'T12', reason: 'risk_outweighs' }] } });
    const judgement = pack.envelopes[0]!.judgement!;
    expect(judgement).toMatchObject({ verdict: 'warn', rules: ['T12'], acknowledged: ['T12'] });
    pack.envelopes[0]!.judgement = { ...judgement, rules: [], otherFindings: ['T12'] };
    expect((await verify(pack, root)).outcome).toBe('wrongVerdict');
  });

  it('says that a warning was acknowledged, or not, against the record that its sender signed', async () => {
    for (const acknowledged of [['T12'], ['agreement-absent']]) {
      const { pack, root } = await makeEvidence();
      pack.envelopes[0]!.judgement = { ...pack.envelopes[0]!.judgement!, acknowledged };
      const verdict = await verify(pack, root);
      expect([verdict.outcome, verdict.findings.map(({ code }) => code)]).toEqual(['wrongVerdict', ['passage-wrong']]);
    }
  });
});
