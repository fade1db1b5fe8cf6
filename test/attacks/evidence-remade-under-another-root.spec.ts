import { describe, expect, it } from 'vitest';
import { utf8 } from '@lateral/contracts';
import { makeEvidence, testRoot } from '@lateral/testing/evidence';
import { openPgpInspector, verifyEvidence } from '@lateral/verify';

// The strongest forgery: every key, signature, record and proof made anew, and nothing in the file contradicts anything else.
describe('someone makes the whole pack again under a root of their own', () => {
  it('and it is refused under the root that the reader has on paper', async () => {
    const honest = await makeEvidence();
    const forged = await makeEvidence({ root: await testRoot() });
    const verdict = await verifyEvidence(utf8(JSON.stringify(forged.pack)), honest.root, openPgpInspector);
    expect(verdict.outcome).toBe('unknownKey');
    expect(new Set(verdict.findings.map(({ code }) => code))).toEqual(new Set(['another-root']));
    expect(verdict.shown).toBeNull();
  });

  it('or only claims the reader\'s root over its own key', async () => {
    const honest = await makeEvidence();
    const forged = await makeEvidence({ root: await testRoot() });
    for (const { document } of forged.pack.agencies) document.root = honest.root;
    expect((await verifyEvidence(utf8(JSON.stringify(forged.pack)), honest.root, openPgpInspector)).outcome).toBe('unknownKey');
    for (const [i, { document }] of forged.pack.agencies.entries()) document.rootKey = honest.pack.agencies[i]!.document.rootKey;
    expect((await verifyEvidence(utf8(JSON.stringify(forged.pack)), honest.root, openPgpInspector)).outcome).toBe('badSignature');
  });

  it('and without a pin it is never called proven', async () => {
    const forged = await makeEvidence({ root: await testRoot() });
    expect((await verifyEvidence(utf8(JSON.stringify(forged.pack)), null, openPgpInspector)).outcome).toBe('notPinned');
  });
});
