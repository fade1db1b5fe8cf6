import { describe, expect, it } from 'vitest';
import { utf8 } from '@lateral/contracts';
import { makeEvidence, proven, recordIn } from '@lateral/testing/evidence';
import { openPgpInspector, verifyEvidence } from '@lateral/verify';

describe('someone takes the record of an answer out and puts a true one of something else in its place', () => {
  it('and the message that was answered stands there unrecorded', async () => {
    const { pack, root, log, asking } = await makeEvidence();
    const answer = pack.envelopes[1]!.header.context.message;
    const other = recordIn(log, 60, 'check.closed.v1', { check: pack.check.id, agency: asking.agency, member: 'm-1' });
    const receipts = [pack.receipts[0]!, pack.receipts[1]!, other, pack.receipts[3]!];
    const rewritten = { ...pack, receipts: await Promise.all(receipts.map((receipt) => proven(receipt, log))), checkpoint: await log.checkpoint() };
    const verdict = await verifyEvidence(utf8(JSON.stringify(rewritten)), root, openPgpInspector);
    expect([verdict.outcome, verdict.findings]).toEqual(['missingEntry', [{ code: 'message-unrecorded', about: answer }]]);
  });

  it('or shows one record twice in place of two', async () => {
    const { pack, root } = await makeEvidence();
    pack.receipts[2] = pack.receipts[0]!;
    const verdict = await verifyEvidence(utf8(JSON.stringify(pack)), root, openPgpInspector);
    expect(verdict.outcome).toBe('changedRecord');
    expect(verdict.findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['record-repeated', 'message-unrecorded']));
  });
});
