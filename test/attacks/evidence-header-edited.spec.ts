import { describe, expect, it } from 'vitest';
import { utf8, type EnvelopeContext } from '@lateral/contracts';
import { makeEvidence } from '@lateral/testing/evidence';
import { openPgpInspector, verifyEvidence } from '@lateral/verify';

describe('someone edits a signed header', () => {
  const later = { expires: '2027-01-01T00:00:00.000Z' };
  it.each<[string, Partial<EnvelopeContext>]>([['how long it stands', later], ['whose readers', { officers: [] }], ['when it was made', { created: '2026-11-20T10:00:01.000Z' }]])('%s: the sender\'s signature does not fit', async (_, change) => {
    const { pack, root } = await makeEvidence();
    const { header } = pack.envelopes[0]!;
    header.context = { ...header.context, ...change };
    const verdict = await verifyEvidence(utf8(JSON.stringify(pack)), root, openPgpInspector);
    expect(verdict.outcome).toBe('badSignature');
    expect(verdict.findings).toContainEqual({ code: 'header-signature', about: header.context.message });
    // The record made at the time still says what the header was.
    expect(verdict.findings.map(({ code }) => code)).toContain('envelope-disagrees');
  });

  it('and moves the signature of one message to another', async () => {
    const { pack, root } = await makeEvidence();
    const [request, response] = pack.envelopes;
    [request!.signature, response!.signature] = [response!.signature, request!.signature];
    const verdict = await verifyEvidence(utf8(JSON.stringify(pack)), root, openPgpInspector);
    expect(verdict.outcome).not.toBe('proven');
    expect(verdict.findings).toHaveLength(2);
  });
});
