import { describe, expect, it } from 'vitest';
import { MemorySink, ROUND_AT, collect, noise, streamOf, uuid7 } from '@lateral/testing/envelope';
import { openAttachment, sealAttachment, MAX_ATTACHED_BYTES, AttachmentTooLargeError } from './attachments.js';
import { paddedLength } from './padding.js';

const ID = uuid7(ROUND_AT, 7);

describe('attachments', () => {
  it.each([0, 1, 255, 300, 70_000, 5_000_000])('come out as %d bytes went in, and only then are committed', async (length) => {
    const bytes = noise(length);
    const { ciphertext, key } = await sealAttachment({ id: ID, name: 'llun.jpg', mime: 'image/jpeg', plaintext: streamOf(bytes) });
    const sealed = await collect(ciphertext);
    const sink = new MemorySink();
    expect(await openAttachment({ ciphertext: streamOf(sealed, 10_007), key: await key, sink })).toEqual({ ok: true, bytes: length });
    expect(sink.ends).toEqual(['commit']);
    expect(Buffer.compare(Buffer.concat(sink.written), bytes)).toBe(0);
    expect(sealed.length).toBeGreaterThan(paddedLength(length));
  });

  it('are refused past the limit while they are read, not after', async () => {
    const piece = new Uint8Array(1024 * 1024);
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({ pull(controller) { pulled += 1; controller.enqueue(piece); } });
    const { ciphertext, key } = await sealAttachment({ id: ID, name: 'a', mime: 'text/plain', plaintext: endless });
    await expect(collect(ciphertext)).rejects.toThrow(AttachmentTooLargeError);
    await expect(key).rejects.toThrow(AttachmentTooLargeError);
    expect(pulled).toBeLessThan(MAX_ATTACHED_BYTES / piece.length + 8);
  });

  it('throw what the sink throws, because a full disk is no attack', async () => {
    const { ciphertext, key } = await sealAttachment({ id: ID, name: 'a', mime: 'text/plain', plaintext: streamOf(noise(1000)) });
    const sealed = await collect(ciphertext);
    const sink = new MemorySink();
    sink.write = () => { throw new Error('disk full'); };
    await expect(openAttachment({ ciphertext: streamOf(sealed), key: await key, sink })).rejects.toThrow('disk full');
    expect(sink.ends).toEqual(['abandon']);
  });

  it('give away little of their length', () => {
    const lengths = new Set(Array.from({ length: 100_000 }, (_, i) => paddedLength(i)));
    expect(lengths.size).toBeLessThan(200);
    for (const length of [257, 5_000, 99_999, MAX_ATTACHED_BYTES]) expect(paddedLength(length) / length).toBeLessThan(1.13);
    expect(paddedLength(MAX_ATTACHED_BYTES)).toBe(MAX_ATTACHED_BYTES);
  });
});
