// Evidence of a question that was sealed for a third agency, too: it read for the addressed one at that hour, or somebody wants it to have.
import { describe, expect, it } from 'vitest';
import { utf8, type Delegate, type EvidencePack } from '@lateral/contracts';
import { makeEvidence } from '@lateral/testing/evidence';
import { KEYS_AT, ROUND_AT, sealingParties } from '@lateral/testing/envelope';
import { openPgpInspector, report, verifyEvidence, type Verdict } from '@lateral/verify';

const DELEGATE = 'housing-north';
const WEEK = [1, 2, 3, 4, 5, 6, 7];
const night = (change: Partial<Delegate> = {}): Delegate => ({ agency: DELEGATE, hours: WEEK.map((day) => ({ day, from: '00:00', to: '24:00' })), from: KEYS_AT.toISOString(), until: null, ...change });
const verify = (pack: EvidencePack, root: string): Promise<Verdict> => verifyEvidence(utf8(JSON.stringify(pack)), root, openPgpInspector);
const codes = ({ findings }: Verdict): string[] => [...new Set(findings.map(({ code }) => code))];

describe('evidence of a message that a delegate could read', () => {
  it('is proven where the addressed agency\'s roster names it at that hour, and the report says who could read', async () => {
    const { pack, root } = await makeEvidence({ delegates: [night()] });
    const verdict = await verify(pack, root);
    expect([verdict.outcome, verdict.findings]).toEqual(['proven', []]);
    expect(report(verdict, 'en')).toContain(DELEGATE);
    expect(pack.envelopes[0]!.header.context.delegates).toMatchObject([{ agency: DELEGATE }]);
  });

  it.each<[string, Delegate[]]>([
    ['nobody', []], ['another agency', [night({ agency: 'mid-trust' })]],
    ['it for another hour', [night({ hours: [{ day: 1, from: '00:00', to: '00:01' }] })]],
    ['it until the day before', [night({ until: new Date(ROUND_AT.getTime() - 86_400_000).toISOString() })]],
    ['it from the day after', [night({ from: new Date(ROUND_AT.getTime() + 86_400_000).toISOString() })]],
  ])('is refused where the roster names %s', async (_, delegates) => {
    const { pack, root } = await makeEvidence({ delegates });
    const verdict = await verify(pack, root);
    expect([verdict.outcome, codes(verdict)]).toEqual(['unknownKey', ['delegate-unknown']]);
  });

  it('is refused where the hub writes the delegate into the roster, has it vouched for by nobody, or takes it out of the message', async () => {
    const { pack, root, asked } = await makeEvidence({ delegates: [] });
    const rosters = pack.rosters.map((roster) => (roster.document.agency === asked.agency ? { ...roster, document: { ...roster.document, delegates: [night()] } } : roster));
    const written = await verify({ ...pack, rosters }, root);
    expect([written.outcome, codes(written)]).toEqual([expect.not.stringMatching('^proven$'), expect.arrayContaining(['roster-signature'])]);

    const honest = await makeEvidence({ delegates: [night()] });
    const unvouched = await verify({ ...honest.pack, agencies: honest.pack.agencies.filter(({ document }) => document.agency.id !== DELEGATE) }, honest.root);
    expect(codes(unvouched)).toContain('agency-absent');
    const [question, ...others] = honest.pack.envelopes;
    const { delegates: __, ...context } = question!.header.context;
    const hidden = await verify({ ...honest.pack, envelopes: [{ ...question!, header: { ...question!.header, context } }, ...others] }, honest.root);
    expect([hidden.outcome === 'proven', codes(hidden).some((code) => code.startsWith('header'))]).toEqual([false, true]);
  });

  it('is refused where another team\'s key stands under the delegate\'s name', async () => {
    const { pack, root } = await makeEvidence({ delegates: [night()] });
    const { asking } = await sealingParties();
    const [question, ...others] = pack.envelopes;
    const { header } = question!;
    const delegates = [{ ...header.context.delegates![0]!, team: asking.roster.document.members[0]!.fingerprint }];
    const verdict = await verify({ ...pack, envelopes: [{ ...question!, header: { ...header, context: { ...header.context, delegates } } }, ...others] }, root);
    expect(codes(verdict)).toContain('reader-unknown');
  });
});
