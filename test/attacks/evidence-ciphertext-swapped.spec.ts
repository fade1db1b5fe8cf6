import { describe, expect, it } from 'vitest';
import { utf8 } from '@lateral/contracts';
import { makeEvidence } from '@lateral/testing/evidence';
import { openPgpInspector, verifyEvidence } from '@lateral/verify';

describe('someone puts other sealed bytes under a true header', () => {
  it.each(['content', 'narrative'] as const)('%s of another message', async (part) => {
    const { pack, root } = await makeEvidence();
    pack.envelopes[0]![part] = pack.envelopes[1]![part];
    const verdict = await verifyEvidence(utf8(JSON.stringify(pack)), root, openPgpInspector);
    expect(verdict.outcome).toBe('changedRecord');
    expect(verdict.findings).toEqual([{ code: 'ciphertext-changed', about: pack.envelopes[0]!.header.context.message }]);
  });
});
