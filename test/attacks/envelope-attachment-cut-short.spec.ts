import { describe, expect, it } from 'vitest';
import { openAttachment, sealAttachment, type AttachmentKey } from '@lateral/envelope';
import { MemorySink, ROUND_AT, collect, noise, streamOf, uuid7 } from '@lateral/testing/envelope';

const CHUNK = 4 * 1024 * 1024 + 16;

async function sealed(length: number): Promise<{ bytes: Uint8Array; key: AttachmentKey }> {
  const { ciphertext, key } = await sealAttachment({ id: uuid7(ROUND_AT, 80), name: 'strategy.pdf', mime: 'application/pdf', plaintext: streamOf(noise(length)) });
  const bytes = await collect(ciphertext);
  return { bytes, key: await key };
}

async function refuses(bytes: Uint8Array, key: AttachmentKey): Promise<void> {
  const sink = new MemorySink();
  const opened = await openAttachment({ ciphertext: streamOf(bytes, 1 << 20), key, sink });
  expect(opened.ok).toBe(false);
  expect(sink.ends).toEqual(['abandon']);
}

describe('an attachment', () => {
  it('cut at every chunk edge, and a byte to either side, is never committed', async () => {
    const { bytes, key } = await sealed(4_500_000);
    const edges = new Set<number>([1, 40]);
    for (let edge = 60; edge < bytes.length; edge += CHUNK) for (const near of [-1, 0, 1, 16]) edges.add(edge + near);
    for (const back of [1, 15, 16, 17, 32]) edges.add(bytes.length - back);
    for (const edge of edges) await refuses(bytes.subarray(0, edge), key);
  }, 60_000);

  it('is not committed with one bit turned over, with more behind it, or in place of another', async () => {
    const [one, other] = [await sealed(70_000), await sealed(70_001)];
    for (let at = 3; at < one.bytes.length; at += 4_999) await refuses(one.bytes.map((byte, index) => (index === at ? byte ^ 1 : byte)), one.key);
    await refuses(Uint8Array.of(...one.bytes, 0), one.key);
    await refuses(other.bytes, one.key);
    await refuses(one.bytes, { ...one.key, key: other.key.key });
  });

  it('is not committed under a key that promises another size or digest', async () => {
    const { bytes, key } = await sealed(70_000);
    const other = await sealed(1);
    for (const change of [{ size: 69_999 }, { size: 70_001 }, { plaintextDigest: other.key.plaintextDigest }, { digest: other.key.digest }, { length: key.length + 1 }, { length: key.length - 1 }]) {
      await refuses(bytes, { ...key, ...change });
    }
  });
});
