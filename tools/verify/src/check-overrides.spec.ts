import { describe, expect, it } from 'vitest';
import { utf8, type EvidencePack } from '@lateral/contracts';
import { makeEmergency, reviewed } from '@lateral/testing/evidence';
import { openPgpInspector } from './openpgp-inspector.js';
import { report } from './report.js';
import { verifyEvidence, type Verdict } from './verifier.js';

const verify = (pack: EvidencePack, root: string): Promise<Verdict> => verifyEvidence(utf8(JSON.stringify(pack)), root, openPgpInspector);

describe('an emergency override', () => {
  it.each([['2026-11-23T17:00:00.000Z', 'in_time', 'reviewed in time', 'adolygwyd mewn pryd'], ['2026-11-23T17:00:00.001Z', 'late', 'reviewed LATE', 'adolygwyd yn HWYR']] as const)('reviewed at %s is %s', async (at, review, english, welsh) => {
    const { pack, root } = await reviewed(await makeEmergency(), { at });
    const verdict = await verify(pack, root);
    expect([verdict.outcome, verdict.findings]).toEqual(['proven', []]);
    expect([...verdict.shown!.overrides.values()]).toMatchObject([{ review, found: 'right_and_completed' }]);
    expect(report(verdict, 'en')).toContain(`${english} (due 2026-11-23T17:00:00.000Z): right, and the record put in order`);
    expect(report(verdict, 'cy')).toContain(welsh);
  });

  it('is judged again with the record that its review put in order', async () => {
    const { pack, root } = await reviewed(await makeEmergency(), { at: '2026-11-23T09:00:00.000Z', finding: 'not_justified' });
    const verdict = await verify(pack, root);
    expect([...verdict.shown!.shares.values()].map(({ isRight, judgement }) => [judgement.verdict, isRight])).toEqual([['block', true], ['accept', true], ['accept', true]]);
    expect(report(verdict, 'en')).toContain('not justified');
  });

  it('is shown to the other side without its review, which is not theirs', async () => {
    const { pack, root, asked } = await makeEmergency();
    const theirs = { ...pack, agency: asked.agency, receipts: pack.receipts.filter(({ event }) => event !== 'override.used.v1') };
    const verdict = await verify(theirs, root);
    expect([verdict.outcome, report(verdict, 'en')]).toEqual(['proven', expect.stringContaining('its review is in the pack of the agency that used it')]);
  });

  it('that is said to be reviewed by a message that is not here is not judged', async () => {
    const { pack, root } = await reviewed(await makeEmergency(), { at: '2026-11-23T09:00:00.000Z' });
    pack.envelopes = [pack.envelopes[2]!];
    expect((await verify(pack, root)).outcome).toBe('missingEntry');
  });
});
