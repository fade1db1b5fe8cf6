import { describe, expect, it } from 'vitest';
import { toBase64Url, utf8 } from '@lateral/contracts';
import { makeEvidence } from '@lateral/testing/evidence';
import { openPgpInspector, verifyEvidence } from '@lateral/verify';

describe('someone gives a record another salt, to make it fit another leaf', () => {
  it.each([['of the right length', new Uint8Array(32).fill(99), 'record-not-in-log'], ['of another length', new Uint8Array(31), 'record-disagrees'], ['of none', new Uint8Array(0), 'record-disagrees']])('%s', async (_, salt, code) => {
    const { pack, root } = await makeEvidence();
    pack.receipts[2]!.salt = toBase64Url(salt);
    const verdict = await verifyEvidence(utf8(JSON.stringify(pack)), root, openPgpInspector);
    expect(verdict.outcome).toBe('changedRecord');
    expect(verdict.findings).toContainEqual({ code, about: pack.receipts[2]!.id });
  });
});
