import { describe, expect, it } from 'vitest';
import { utf8, type EvidencePack } from '@lateral/contracts';
import { makeEvidence } from '@lateral/testing/evidence';
import { openPgpInspector, verifyEvidence } from '@lateral/verify';

describe('the file is cut short, or is something else', () => {
  it('at any of forty places', async () => {
    const { pack, root } = await makeEvidence();
    const whole = utf8(JSON.stringify(pack));
    for (let i = 0; i < 40; i += 1) {
      const verdict = await verifyEvidence(whole.slice(0, Math.floor((whole.length * i) / 40)), root, openPgpInspector);
      expect([i, verdict.outcome]).toEqual([i, 'unreadable']);
    }
  });

  it('is not text, not an object, not of this version, or has a member too many', async () => {
    const { pack, root } = await makeEvidence();
    const odd: [Uint8Array, string][] = [
      [Uint8Array.of(0xff, 0xfe, 0x7b), 'not-text'], [utf8('[]'), 'not-a-pack'], [utf8('null'), 'not-a-pack'], [utf8('{}'), 'not-a-pack'],
      [utf8(JSON.stringify({ ...pack, v: 2 })), 'not-a-pack'], [utf8(JSON.stringify({ ...pack, trust: 'me' })), 'not-a-pack'],
    ];
    for (const [bytes, code] of odd) {
      const verdict = await verifyEvidence(bytes, root, openPgpInspector);
      expect([verdict.outcome, verdict.findings[0]?.code]).toEqual(['unreadable', code]);
    }
  });

  it('lacks any one member, or has one of another type', async () => {
    const { pack, root } = await makeEvidence();
    for (const name of Object.keys(pack) as (keyof EvidencePack)[]) {
      const { [name]: _, ...rest } = pack;
      for (const bad of [rest, { ...pack, [name]: 7 }, { ...pack, [name]: null }, { ...pack, [name]: [[[7]]] }]) {
        const { outcome } = await verifyEvidence(utf8(JSON.stringify(bad)), root, openPgpInspector);
        expect([name, outcome]).toEqual([name, 'unreadable']);
      }
    }
  });
});
