import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { utf8 } from '@lateral/contracts';
import { makeEvidence } from '@lateral/testing/evidence';
import { MAX_PACK_BYTES, openPgpInspector, readFileBounded, verifyEvidence } from '@lateral/verify';

describe('someone hands in a file that is meant to exhaust the reader', () => {
  it('of a terabyte on paper: it is refused by its size and not read', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lateral-evidence-'));
    try {
      const path = join(folder, 'pack.json');
      const file = await open(path, 'w');
      await file.truncate(1024 ** 4);
      await file.close();
      expect(await readFileBounded(path)).toEqual({ ok: false, code: 'too-large' });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('of no size at all but without end: it is refused once it has gone on too long', async () => {
    expect(await readFileBounded('/dev/zero', 1_000_000)).toEqual({ ok: false, code: 'too-large' });
  });

  it('that is not there', async () => {
    expect(await readFileBounded(join(tmpdir(), 'lateral-no-such-pack.json'))).toEqual({ ok: false, code: 'no-file' });
  });

  it('of bytes at hand', async () => {
    const verdict = await verifyEvidence(new Uint8Array(MAX_PACK_BYTES + 1), null, openPgpInspector);
    expect([verdict.outcome, verdict.findings[0]?.code]).toEqual(['unreadable', 'too-large']);
  });

  it('of nesting without end, in the pack or in one of its signed documents', async () => {
    const { pack, root } = await makeEvidence();
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const text = JSON.stringify(pack);
    const nested: [string, string][] = [
      [deep, 'unreadable'], [text.replace('"agencies":[', `"agencies":[${deep},`), 'unreadable'], [text.replace('"mode":"test"', `"mode":${deep}`), 'unreadable'],
      [text.replace('"signIn":null', `"signIn":${deep}`), 'unknownKey'], [text.replace('"publicAuthority":true', `"publicAuthority":${deep}`), 'unknownKey'],
      [text.replace('"asked\\":', `"asked\\":${deep},\\"x\\":`), 'changedRecord'],
    ];
    for (const [hostile, outcome] of nested) expect((await verifyEvidence(utf8(hostile), root, openPgpInspector)).outcome).toBe(outcome);
  });

  it('of a hundred thousand receipts', async () => {
    const { pack, root } = await makeEvidence();
    const receipts = Array.from({ length: 100_000 }, () => pack.receipts[0]!);
    expect((await verifyEvidence(utf8(JSON.stringify({ ...pack, receipts })), root, openPgpInspector)).outcome).toBe('unreadable');
  });
});
