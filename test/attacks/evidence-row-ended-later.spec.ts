import { describe, expect, it } from 'vitest';
import { utf8 } from '@lateral/contracts';
import { littleCatalogue, makeEvidence } from '@lateral/testing/evidence';
import { openPgpInspector, report, verifyEvidence } from '@lateral/verify';

// The share is of 20 November 2026. Whoever holds old evidence against the law of today would call it wrong.
describe('someone says that a share was unlawful because its gateway has ended since', () => {
  it.each(['2026-11-20', '2026-11-21', '2026-12-31'])('it ended on %s: the verdict was right at its date', async (gatewayEnds) => {
    const { pack, root } = await makeEvidence({ catalogue: littleCatalogue({ gatewayEnds }) });
    const verdict = await verifyEvidence(utf8(JSON.stringify(pack)), root, openPgpInspector);
    expect([verdict.outcome, verdict.findings]).toEqual(['proven', []]);
    expect(report(verdict, 'en')).toContain('verdict accept: right on 2026-11-20');
    expect(report(verdict, 'cy')).toContain('dyfarniad accept: yn gywir ar 2026-11-20');
  });

  it('it had ended the day before, and the hub had not seen it: then it was wrong', async () => {
    const { pack, root } = await makeEvidence({ catalogue: littleCatalogue({ gatewayEnds: '2026-11-19' }), recorded: (right) => ({ ...right, verdict: 'accept', rules: [] }) });
    const verdict = await verifyEvidence(utf8(JSON.stringify(pack)), root, openPgpInspector);
    expect([verdict.outcome, verdict.findings.map(({ code }) => code)]).toEqual(['wrongVerdict', ['verdict-wrong', 'share-not-allowed']]);
    expect(report(verdict, 'en')).toMatch(/^WRONGLY JUDGED[\s\S]*NOT right on 2026-11-20; block by catalogue facts-2026-11-21[^\n]*; left out: T13; should not be there: -/);
  });
});
