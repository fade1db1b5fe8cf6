import { describe, expect, it } from 'vitest';
import { utf8, type AgreementExtract, type EvidencePack } from '@lateral/contracts';
import { littleAgreement, makeEvidence } from '@lateral/testing/evidence';
import { openPgpInspector, report, verifyEvidence } from '@lateral/verify';

describe('someone changes what an agreement covers', () => {
  const verify = (pack: EvidencePack, root: string) => verifyEvidence(utf8(JSON.stringify(pack)), root, openPgpInspector);
  const uncovered = { agreements: [littleAgreement(['csc-north', 'police-north'], { purposes: ['early_help_routing'] })] };
  const acknowledgements = [{ finding: 'agreement-does-not-cover', reason: 'agreement_not_needed' as const }];

  it('widens the clause, for a share that was recorded as covered by none', async () => {
    const { pack, root } = await makeEvidence({ ...uncovered, asked: { acknowledgements }, answered: { acknowledgements } });
    expect((await verify(pack, root)).outcome).toBe('proven');
    const covered = await makeEvidence();
    pack.agreements = covered.pack.agreements;
    // Nobody was judged by it, so it has no place here.
    expect((await verify(pack, root)).findings).toEqual([{ code: 'law-not-relied-on', about: 'ISP-NORTH-1@2#2.1' }]);
    for (const [i, envelope] of pack.envelopes.entries()) envelope.judgement = covered.pack.envelopes[i]!.judgement;
    const verdict = await verify(pack, root);
    expect([verdict.outcome, verdict.findings.map(({ code }) => code)]).toEqual(['changedRecord', ['judgement-disagrees', 'judgement-disagrees']]);
  });

  it.each<[string, (extract: AgreementExtract) => AgreementExtract]>([
    ['purposes', (extract) => ({ ...extract, clause: { ...extract.clause, purposes: ['missing'] } })], ['categories', (extract) => ({ ...extract, clause: { ...extract.clause, categories: ['edu.*'] } })],
    ['last day', (extract) => ({ ...extract, expires: '2026-11-19' })], ['first day', (extract) => ({ ...extract, inForceFrom: '2026-11-21' })],
  ])('narrows its %s, so that the recorded cover was none', async (_, narrowed) => {
    const { pack, root } = await makeEvidence();
    const verdict = await verify({ ...pack, agreements: pack.agreements.map(narrowed) }, root);
    expect([verdict.outcome, verdict.findings.map(({ code }) => code)]).toEqual(['wrongVerdict', ['cover-wrong', 'cover-wrong']]);
    expect(report(verdict, 'en')).toContain('what was recorded about an agreement\'s cover is NOT so');
    expect(report(verdict, 'en')).not.toContain('covers its purpose');
  });

  it('widens it for a share that it covers anyway: the report names the digest that both agencies can compare', async () => {
    const { pack, root } = await makeEvidence();
    const [extract] = pack.agreements;
    const wider = { ...extract!, clause: { ...extract!.clause, categories: ['police.*'] } };
    const verdict = await verify({ ...pack, agreements: [wider] }, root);
    expect(verdict.outcome).toBe('proven');
    expect(report(verdict, 'en')).toContain(`(agreement ${extract!.digest})`);
    expect((await verify({ ...pack, agreements: [extract!, wider] }, root)).outcome).toBe('changedRecord');
    expect((await verify({ ...pack, agreements: [] }, root)).outcome).toBe('missingEntry');
  });

  it('a hub that recorded cover and a lack of it at once contradicts itself', async () => {
    const { pack, root } = await makeEvidence({ recorded: (right) => ({ ...right, verdict: 'warn', otherFindings: ['agreement-absent'], acknowledged: ['agreement-absent'] }), asked: { acknowledgements: [{ finding: 'agreement-absent', reason: 'agreement_not_needed' }] } });
    const verdict = await verify(pack, root);
    expect([verdict.outcome, verdict.findings.map(({ code }) => code)]).toEqual(['wrongVerdict', ['cover-wrong']]);
  });
});
