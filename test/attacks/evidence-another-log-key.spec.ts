import { describe, expect, it } from 'vitest';
import { utf8 } from '@lateral/contracts';
import { makeEvidence, TestLog } from '@lateral/testing/evidence';
import { openPgpInspector, verifyEvidence } from '@lateral/verify';

describe('someone signs the heads with a log key that the root never named', () => {
  it('a key of the same name', async () => {
    const honest = await makeEvidence();
    const forged = await makeEvidence({ log: new TestLog(66) });
    const pack = { ...forged.pack, agencies: honest.pack.agencies };
    const verdict = await verifyEvidence(utf8(JSON.stringify(pack)), honest.root, openPgpInspector);
    expect(verdict.outcome).toBe('unknownKey');
    expect(verdict.findings).toContainEqual({ code: 'another-log-key', about: 'head' });
    expect(verdict.shown?.log.proven).toBe(0);
  });

  it('the true key\'s name and id over a signature of another', async () => {
    const { pack, root } = await makeEvidence();
    const line = (await new TestLog(66).checkpoint(0)).trimEnd().split(' ').at(-1)!;
    const genuine = pack.checkpoint.trimEnd().split(' ').at(-1)!;
    // The key id is the first four bytes; whatever follows was made by the forger.
    const spliced = Buffer.concat([Buffer.from(genuine, 'base64').subarray(0, 4), Buffer.from(line, 'base64').subarray(4)]).toString('base64');
    const verdict = await verifyEvidence(utf8(JSON.stringify({ ...pack, checkpoint: pack.checkpoint.replace(genuine, spliced) })), root, openPgpInspector);
    expect([verdict.outcome, verdict.findings]).toEqual(['badSignature', [{ code: 'checkpoint-signature', about: 'head' }]]);
  });
});
