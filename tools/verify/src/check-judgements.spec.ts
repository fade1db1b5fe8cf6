import { describe, expect, it } from 'vitest';
import { utf8, type EvidencePack, type LawfulStack, type ResponseCodes } from '@lateral/contracts';
import { littleCatalogue, makeEvidence, outcomeTold, recordIn, recordKept, statementsBy, withRecords, type Round } from '@lateral/testing/evidence';
import { ROUND_AT } from '@lateral/testing/envelope';
import { openPgpInspector } from './openpgp-inspector.js';
import { report } from './report.js';
import { verifyEvidence, type Verdict } from './verifier.js';

const verify = (pack: EvidencePack, root: string | null): Promise<Verdict> => verifyEvidence(utf8(JSON.stringify(pack)), root, openPgpInspector);

describe('judging again', () => {
  it('comes to what the hub recorded, for every message that was judged', async () => {
    const { pack, root } = await makeEvidence();
    const verdict = await verify(pack, root);
    expect([...verdict.shown!.shares]).toMatchObject(pack.envelopes.map(({ header }) => [header.context.message, {
      isRight: true, extract: { reference: 'ISP-NORTH-1' }, again: { on: '2026-11-20', verdict: 'accept', missed: [], invented: [], fits: true },
    }]));
    expect(report(verdict, 'en')).toContain('- 2 of 2 recorded verdicts were right at their date');
    expect(report(verdict, 'en')).toContain('clause ISP-NORTH-1@2#2.1 covers its purpose and categories and was in force that day');
  });

  it('says which warnings were acknowledged, and why', async () => {
    const { pack, root } = await makeEvidence({ asked: { thirdParties: [{ relevanceTicked: false }], acknowledgements: [{ finding: 'T12', reason: 'checked_with_manager' }] } });
    const verdict = await verify(pack, root);
    expect(verdict.outcome).toBe('proven');
    expect(report(verdict, 'en')).toContain('warning T12 acknowledged: checked with a manager');
    expect(report(verdict, 'cy')).toContain('cydnabuwyd rhybudd T12: gwiriwyd gyda rheolwr');
  });

  it('takes from the record that no agreement covered a share, and warns of it as the hub did', async () => {
    const acknowledgements = [{ finding: 'agreement-absent', reason: 'agreement_being_renewed' as const }];
    const { pack, root } = await makeEvidence({ agreements: [], asked: { acknowledgements }, answered: { acknowledgements } });
    const verdict = await verify(pack, root);
    expect([verdict.outcome, pack.envelopes[0]!.judgement]).toMatchObject(['proven', { verdict: 'warn', otherFindings: ['agreement-absent'] }]);
    expect(report(verdict, 'en')).toContain('covered by no agreement, as the hub recorded');
    expect(report(verdict, 'en')).toContain('warning agreement-absent acknowledged: the agreement is being renewed');
  });

  it('lets what is red go without an agreement and without a word', async () => {
    const { pack, root } = await makeEvidence({ agreements: [], asked: { urgency: 'red' }, answered: { urgency: 'red' } });
    expect([(await verify(pack, root)).outcome, pack.envelopes[0]!.judgement!.verdict]).toEqual(['proven', 'accept']);
  });

  it.each<[string, Round]>([
    ['one too many', { recorded: (right) => ({ ...right, verdict: 'warn', rules: ['T1'] }) }], ['a milder verdict', { recorded: (right) => ({ ...right, verdict: 'warn' }) }],
    ['one too few', { asked: { specialCategory: true }, recorded: (right) => ({ ...right, verdict: 'accept', rules: [] }) }],
  ])('finds a verdict that was recorded wrongly: %s', async (_, round) => {
    const { pack, root } = await makeEvidence(round);
    const verdict = await verify(pack, root);
    expect(verdict.outcome).toBe('wrongVerdict');
    expect(verdict.findings[0]).toMatchObject({ code: 'verdict-wrong', about: expect.stringContaining(pack.envelopes[0]!.header.context.message) });
  });

  it('goes by what the root said of both agencies then, and for a week also by what it had just said anew', async () => {
    const { pack, root, rootKey, log, asking, asked } = await makeEvidence();
    // In England the gateway that was relied on is no law.
    const moved = async (days: number): Promise<Verdict> => {
      const statements = await statementsBy(rootKey, log, [asking, asked], { version: 2, issued: new Date(ROUND_AT.getTime() + days * 86_400_000), otherwise: (agency) => ({ ...agency, nation: 'E' }) });
      return verify({ ...pack, agencies: [...pack.agencies, ...statements] }, root);
    };
    expect([(await moved(10)).outcome, (await moved(-6)).outcome]).toEqual(['proven', 'proven']);
    expect((await moved(-8)).findings[0]).toMatchObject({ code: 'verdict-wrong', about: expect.stringContaining(pack.envelopes[0]!.header.context.message) });
  });

  it('finds that a share went which the hub itself had found blocked, or whose warning nobody had seen', async () => {
    for (const asked of [{ specialCategory: true }, { thirdParties: [{ relevanceTicked: false }] }]) {
      const { pack, root } = await makeEvidence({ asked });
      expect((await verify(pack, root)).findings).toEqual([{ code: 'share-not-allowed', about: pack.envelopes[0]!.header.context.message }]);
    }
  });

  it('finds that it was judged by another version than its sender signed for', async () => {
    const { pack, root } = await makeEvidence({ asked: { stack: { ...(await makeEvidence()).pack.envelopes[0]!.justification.stack, catalogueVersion: 'facts-2020-01-01' } } });
    expect((await verify(pack, root)).findings).toEqual([{ code: 'catalogue-unfit', about: pack.envelopes[0]!.header.context.message }]);
  });

  it('is told before a missing root, and never calls genuine what nobody vouches for', async () => {
    const { pack } = await makeEvidence({ catalogue: littleCatalogue({ gatewayEnds: '2026-11-19' }), recorded: (right) => ({ ...right, verdict: 'accept', rules: [] }) });
    const verdict = await verify(pack, null);
    expect([verdict.outcome, report(verdict, 'en')]).toEqual(['wrongVerdict', expect.stringContaining('Consistent, if its own root is to be believed')]);
  });

  it('judges on the London day of the record: an hour after midnight in summer is the next day', async () => {
    const made = await makeEvidence();
    const { record } = made.pack.receipts[0]!;
    const moved = { ...JSON.parse(record) as Record<string, string>, at: '2026-07-01T23:30:00.000Z' };
    const { id: _, v: __, event: ___, at, ...fields } = moved as Record<string, string>;
    const posted = recordIn(made.log, 20, 'request.posted.v1', fields, at);
    const pack = await withRecords({ ...made, pack: { ...made.pack, receipts: made.pack.receipts.slice(1) } }, [posted]);
    pack.envelopes[0]!.judgement = { ...pack.envelopes[0]!.judgement!, on: '2026-07-02' };
    expect((await verify(pack, made.root)).shown!.shares.get(fields['message']!)!.again.on).toBe('2026-07-02');
    expect((await verify(pack, made.root)).outcome).toBe('proven');
    pack.envelopes[0]!.judgement.on = '2026-07-01';
    expect((await verify(pack, made.root)).outcome).toBe('changedRecord');
  });

  it('judges what is told and what is only kept', async () => {
    const { pack, root } = await recordKept(await outcomeTold(await makeEvidence()));
    const verdict = await verify(pack, root);
    expect([verdict.outcome, verdict.findings]).toEqual(['proven', []]);
    expect([...verdict.shown!.shares.values()].map(({ isRight }) => isRight)).toEqual([true, true, true, true]);
    expect(report(verdict, 'en')).toContain('no agreement is asked about it');
    expect(report(verdict, 'cy')).toContain('cofnod  csc-north');
  });

  it('finds an outcome told on no basis, which no agreement is asked about', async () => {
    const made = await makeEvidence();
    const { stack } = made.pack.envelopes[0]!.justification;
    for (const [change, field] of [[{ art6: [] }, '/stack/art6'], [{ regime: 'REG-P3', p3: [] }, '/stack/p3']] satisfies [Partial<LawfulStack>, string][]) {
      const { pack, root } = await outcomeTold(await makeEvidence(), { stack: { ...stack, ...change } });
      expect((await verify(pack, root)).findings).toContainEqual({ code: 'share-not-allowed', about: `${pack.envelopes[2]!.header.context.message} ${field}` });
    }
  });

  it('finds a question and an answer that went on no basis', async () => {
    const { stack } = (await makeEvidence()).pack.envelopes[0]!.justification;
    const asked = await makeEvidence({ asked: { stack: { ...stack, art6: [] } } });
    expect((await verify(asked.pack, asked.root)).findings).toEqual([{ code: 'share-not-allowed', about: `${asked.pack.envelopes[0]!.header.context.message} /stack/art6` }]);
  });

  it('finds a record that says two things of the same sealed words: the rules read one of them, and their reader the other', async () => {
    const { words } = (await makeEvidence()).pack.envelopes[0]!.justification;
    const { pack, root } = await makeEvidence({ asked: { words: [...words.slice(0, -1), { ...words[0]!, present: false, length: 'none' }] } });
    expect((await verify(pack, root)).findings).toEqual([{ code: 'share-not-allowed', about: `${pack.envelopes[0]!.header.context.message} /words/${words.length - 1}` }]);
  });

  it.each<[string, Partial<ResponseCodes>, string]>([
    ['refuses under the type of a whole answer and gives nothing', { type: 'FULL', decision: 'decline', items: [], given: [] }, '/response/decision /response/given /response/items'],
    ['names nothing that an agreement could cover', { given: [] }, '/response/given'],
    ['gives under a type that gives nothing', { type: 'NO_TRACE', decision: 'no_information_held' }, '/response/given /response/items'],
  ])('finds an answer that %s', async (_, change, fields) => {
    const { response } = (await makeEvidence()).pack.envelopes[1]!.justification;
    const { pack, root } = await makeEvidence({ answered: { response: { ...response!, ...change } } });
    expect((await verify(pack, root)).findings).toContainEqual({ code: 'share-not-allowed', about: `${pack.envelopes[1]!.header.context.message} ${fields}` });
  });

  it('finds an override that had nothing to go past: it would have been reviewed by nobody', async () => {
    const { pack, root } = await makeEvidence({ asked: { urgency: 'red', override: { reason: 'life_at_risk' } } });
    expect((await verify(pack, root)).findings).toEqual([{ code: 'share-not-allowed', about: pack.envelopes[0]!.header.context.message }]);
    const told = await outcomeTold(await makeEvidence(), { urgency: 'red', override: { reason: 'life_at_risk' } });
    expect((await verify(told.pack, told.root)).findings).toContainEqual({ code: 'share-not-allowed', about: `${told.pack.envelopes[2]!.header.context.message} /override` });
  });

  it('finds an outcome told that the rules block, and a judgement of one that was made up', async () => {
    const blocked = await outcomeTold(await makeEvidence(), { specialCategory: true });
    expect((await verify(blocked.pack, blocked.root)).findings).toEqual([{ code: 'share-not-allowed', about: blocked.pack.envelopes[2]!.header.context.message }]);
    const { pack, root } = await outcomeTold(await makeEvidence());
    pack.envelopes[2]!.judgement = { ...pack.envelopes[2]!.judgement!, rules: ['T13'], verdict: 'block' };
    expect((await verify(pack, root)).findings).toMatchObject([{ code: 'judgement-disagrees' }, { code: 'verdict-wrong', about: expect.stringMatching(/: block \/ accept -T13$/) }]);
  });
});
