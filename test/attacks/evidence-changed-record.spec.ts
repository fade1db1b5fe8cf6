import { describe, expect, it } from 'vitest';
import { canonicalJson, utf8, type AuditRecord } from '@lateral/contracts';
import { makeEvidence } from '@lateral/testing/evidence';
import { openPgpInspector, verifyEvidence } from '@lateral/verify';

describe('someone edits an audit record in the pack', () => {
  it.each([['who', { member: 'm-2' }], ['when', { at: '2026-11-20T23:59:59.000Z' }], ['to whom', { asked: 'housing-north' }]])('%s: the record is not in the log', async (_, change) => {
    const { pack, root } = await makeEvidence();
    const record = JSON.parse(pack.receipts[0]!.record) as AuditRecord;
    pack.receipts[0]!.record = canonicalJson({ ...record, ...change });
    const verdict = await verifyEvidence(utf8(JSON.stringify(pack)), root, openPgpInspector);
    expect(verdict.outcome).toBe('changedRecord');
    expect(verdict.findings).toContainEqual({ code: 'record-not-in-log', about: record.id });
  });

  it('or only writes it differently: the canonical text is the one that counts', async () => {
    const { pack, root } = await makeEvidence();
    pack.receipts[0]!.record = pack.receipts[0]!.record.replace('{', '{ ');
    const verdict = await verifyEvidence(utf8(JSON.stringify(pack)), root, openPgpInspector);
    expect(verdict.findings).toContainEqual({ code: 'record-disagrees', about: pack.receipts[0]!.id });
    expect(verdict.outcome).toBe('changedRecord');
  });
});
