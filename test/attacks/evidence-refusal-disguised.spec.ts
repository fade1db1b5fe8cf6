import { describe, expect, it } from 'vitest';
import { utf8, type EvidencePack, type ResponseCodes } from '@lateral/contracts';
import { makeEvidence } from '@lateral/testing/evidence';
import { openPgpInspector, report, verifyEvidence } from '@lateral/verify';

describe('an agency and the hub together pass a refusal off as an answer', () => {
  const verify = (pack: EvidencePack, root: string) => verifyEvidence(utf8(JSON.stringify(pack)), root, openPgpInspector);
  const answered = async (change: Partial<ResponseCodes>) => {
    const { response } = (await makeEvidence()).pack.envelopes[1]!.justification;
    return makeEvidence({ answered: { response: { ...response!, ...change } } });
  };

  // By its type it would be no refusal, so it would want neither ground nor reasons; and an agreement covers what names nothing.
  it('by a type that is not one: no rule finds anything, and it is covered', async () => {
    const { pack, root } = await answered({ type: 'FULL', decision: 'decline', given: [], items: [] });
    expect(pack.envelopes[1]!.judgement).toMatchObject({ verdict: 'accept', cover: { clause: '2.1' } });
    const verdict = await verify(pack, root);
    expect([verdict.outcome, verdict.findings]).toEqual(['wrongVerdict', [{ code: 'share-not-allowed', about: `${pack.envelopes[1]!.header.context.message} /response/decision /response/given /response/items` }]]);
    expect(report(verdict, 'en')).toContain('By the rules of that date this should not have gone.');
  });

  it('or give under the type of a refusal what no rule about items then looks at', async () => {
    const { pack, root } = await answered({ type: 'DECLINED', decision: 'decline', refusalGround: 'consent_limit' });
    expect((await verify(pack, root)).findings).toEqual([{ code: 'share-not-allowed', about: `${pack.envelopes[1]!.header.context.message} /response/given /response/items` }]);
  });
});
