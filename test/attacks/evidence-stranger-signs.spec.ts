import { describe, expect, it } from 'vitest';
import { utf8 } from '@lateral/contracts';
import { signRoster } from '@lateral/envelope/keys';
import { makeEvidence } from '@lateral/testing/evidence';
import { openPgpInspector, verifyEvidence } from '@lateral/verify';

describe('a message is signed by someone who was not a member of the agency then', () => {
  it('someone who had left the day before', async () => {
    const { pack, root, asking } = await makeEvidence();
    const document = { ...asking.roster.document, members: asking.roster.document.members.map((member) => ({ ...member, until: '2026-11-19T00:00:00.000Z' })) };
    pack.rosters[0] = await signRoster(document, { agencyKey: asking.primary, custodians: asking.custodians });
    const verdict = await verifyEvidence(utf8(JSON.stringify(pack)), root, openPgpInspector);
    expect([verdict.outcome, verdict.findings]).toEqual(['unknownKey', [{ code: 'signer-unknown', about: pack.envelopes[0]!.header.context.message }]]);
  });

  it('someone on a roster that the agency did not sign', async () => {
    const { pack, root, asking, asked } = await makeEvidence();
    pack.rosters[0] = await signRoster(asking.roster.document, { agencyKey: asked.primary, custodians: asking.custodians });
    const verdict = await verifyEvidence(utf8(JSON.stringify(pack)), root, openPgpInspector);
    expect(verdict.findings).toContainEqual({ code: 'roster-signature', about: 'csc-north 1' });
    expect(verdict.outcome).toBe('unknownKey');
  });

  it('nobody, because the roster was taken out', async () => {
    const { pack, root } = await makeEvidence();
    pack.rosters = [pack.rosters[1]!];
    const verdict = await verifyEvidence(utf8(JSON.stringify(pack)), root, openPgpInspector);
    expect([verdict.outcome, verdict.findings.map(({ code }) => code)]).toEqual(['unknownKey', ['roster-absent']]);
  });
});
