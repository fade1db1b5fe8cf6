import { describe, expect, it } from 'vitest';
import { utf8 } from '@lateral/contracts';
import { makeEvidence } from '@lateral/testing/evidence';
import { openPgpInspector, verifyEvidence } from '@lateral/verify';

describe('someone leaves a message out of the pack', () => {
  it('and its records still speak of it', async () => {
    const { pack, root } = await makeEvidence();
    pack.envelopes = [pack.envelopes[0]!];
    const verdict = await verifyEvidence(utf8(JSON.stringify(pack)), root, openPgpInspector);
    expect([verdict.outcome, [...new Set(verdict.findings.map(({ code }) => code))]]).toEqual(['missingEntry', ['message-absent']]);
  });

  it('and its records with it, but the answer names what it answers', async () => {
    const { pack, root } = await makeEvidence();
    const answer = pack.envelopes[1]!.header.context.message;
    pack.envelopes = [pack.envelopes[1]!];
    pack.receipts = pack.receipts.filter(({ record }) => record.includes(answer));
    const verdict = await verifyEvidence(utf8(JSON.stringify(pack)), root, openPgpInspector);
    expect([verdict.outcome, verdict.findings]).toEqual(['missingEntry', [{ code: 'message-absent', about: answer }]]);
  });
});
