import { describe, expect, it } from 'vitest';
import { digestOf, utf8 } from '@lateral/contracts';
import { makeEvidence } from '@lateral/testing/evidence';
import { openPgpInspector, verifyEvidence } from '@lateral/verify';

describe('someone improves the reasons afterwards', () => {
  it('in the record alone', async () => {
    const { pack, root } = await makeEvidence();
    pack.envelopes[1]!.justification = { ...pack.envelopes[1]!.justification, threshold: 's47' };
    const verdict = await verifyEvidence(utf8(JSON.stringify(pack)), root, openPgpInspector);
    expect([verdict.outcome, [...new Set(verdict.findings.map(({ code }) => code))]]).toEqual(['changedRecord', ['justification-changed']]);
  });

  it('and in the header that names them', async () => {
    const { pack, root } = await makeEvidence();
    const envelope = pack.envelopes[1]!;
    envelope.justification = { ...envelope.justification, threshold: 's47' };
    envelope.header.context.justification = digestOf('justification', envelope.justification);
    const verdict = await verifyEvidence(utf8(JSON.stringify(pack)), root, openPgpInspector);
    expect(verdict.outcome).toBe('badSignature');
    expect(verdict.findings.map(({ code }) => code)).toContain('envelope-disagrees');
  });
});
