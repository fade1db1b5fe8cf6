import { sha256 } from '@noble/hashes/sha2.js';
import { MAX_ATTACHMENT_BYTES, fromBase64Url, toBase64Url } from '@lateral/contracts';
import type { AttachmentKey } from './content.js';
import { decryptStream, encryptStream } from './openpgp.js';
import { paddedLength } from './padding.js';

/** Most bytes that may be attached: padded and sealed they stay below what the hub takes. */
export const MAX_ATTACHED_BYTES = MAX_ATTACHMENT_BYTES - 1024 * 1024;
const ZEROS = new Uint8Array(65_536);

/** More was attached than one message may carry. */
export class AttachmentTooLargeError extends RangeError {}

export interface AttachmentSealing {
  /** To be sent to the hub as it comes. */
  ciphertext: ReadableStream<Uint8Array>;
  /** Known once the ciphertext has been read to its end; goes to `sealMessage`. Rejects where the stream failed. */
  key: Promise<AttachmentKey>;
}

/**
 * Seals a file on its way through, under a session key of its own, padded so that its length tells little. The stream errors with
 * AttachmentTooLargeError past the limit. Name and type are sealed with the key inside the message.
 */
export async function sealAttachment({ id, name, mime, plaintext }: { id: string; name: string; mime: string; plaintext: ReadableStream<Uint8Array> }): Promise<AttachmentSealing> {
  const sessionKey = globalThis.crypto.getRandomValues(new Uint8Array(32));
  const attached = new Tally(MAX_ATTACHED_BYTES);
  const sealed = new Tally(MAX_ATTACHMENT_BYTES);
  const encrypted = await encryptStream(plaintext.pipeThrough(padding(attached)), sessionKey);
  let settle: { resolve: (key: AttachmentKey) => void; reject: (error: unknown) => void };
  const key = new Promise<AttachmentKey>((resolve, reject) => { settle = { resolve, reject }; });
  // Whoever reads the ciphertext sees the failure there; the promise must not bring the process down besides.
  key.catch(() => undefined);
  const ciphertext = readableFrom(encrypted, {
    each: (chunk) => sealed.add(chunk),
    end: () => settle.resolve({ id, name, mime, size: attached.bytes, plaintextDigest: attached.digest(), length: sealed.bytes, digest: sealed.digest(), key: toBase64Url(sessionKey) }),
    fail: (error) => settle.reject(error),
  });
  return { ciphertext, key };
}

/**
 * Where an attachment is put while it is being opened: a temporary place. What has been written there is nothing yet; only `commit` may give it
 * a name or show it. Exactly one of `commit` and `abandon` is called, and it is the last call.
 */
export interface AttachmentSink {
  write(chunk: Uint8Array): Promise<void> | void;
  commit(): Promise<void> | void;
  abandon(): Promise<void> | void;
}

export type AttachmentOpened = { ok: true; bytes: number } | { ok: false; code: 'not-authentic' | 'wrong-ciphertext' | 'wrong-plaintext' };

/**
 * Opens a sealed attachment into a sink, and commits it only when the last authentication tag, both lengths and both digests agree with
 * the sealed message that named it. A prefix of a file can be perfectly authentic and still be a lie by omission.
 */
export async function openAttachment({ ciphertext, key, sink }: { ciphertext: ReadableStream<Uint8Array>; key: AttachmentKey; sink: AttachmentSink }): Promise<AttachmentOpened> {
  const sealed = new Tally(key.length);
  const attached = new Tally(key.size);
  let sinkFailed: { error: unknown } | null = null;
  const write = async (chunk: Uint8Array) => {
    try {
      await sink.write(chunk);
    } catch (error) {
      sinkFailed = { error };
      throw error;
    }
  };
  try {
    const counted = readableFrom(ciphertext, { each: (chunk) => sealed.add(chunk), end: () => undefined, fail: () => undefined });
    await releaseTo(write, await decryptStream(counted, fromBase64Url(key.key)), attached);
  } catch {
    await sink.abandon();
    // A full disk is not an attack: it is thrown, not reported as one.
    if (sinkFailed !== null) throw (sinkFailed as { error: unknown }).error;
    return { ok: false, code: sealed.isOver ? 'wrong-ciphertext' : attached.isOver ? 'wrong-plaintext' : 'not-authentic' };
  }
  const code = !sealed.agrees(key.length, key.digest) ? 'wrong-ciphertext' : !attached.agrees(key.size, key.plaintextDigest) ? 'wrong-plaintext' : null;
  await (code === null ? sink.commit() : sink.abandon());
  return code === null ? { ok: true, bytes: key.size } : { ok: false, code };
}

/** Passes on the attached bytes and checks that all that follows them is padding. */
async function releaseTo(write: (chunk: Uint8Array) => Promise<void>, plaintext: ReadableStream<Uint8Array>, attached: Tally): Promise<void> {
  const reader = plaintext.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const real = value.subarray(0, attached.room);
    if (value.subarray(real.length).some((byte) => byte !== 0)) {
      attached.isOver = true;
      throw new RangeError('bytes after the end of the attachment');
    }
    if (real.length === 0) continue;
    attached.add(real);
    await write(real);
  }
}

/** Counts and hashes what passes; throws past its limit. */
class Tally {
  bytes = 0;
  isOver = false;
  private readonly hash = sha256.create();

  constructor(private readonly most: number) {}

  get room(): number {
    return this.most - this.bytes;
  }

  add(chunk: Uint8Array): void {
    if (chunk.length > this.room) {
      this.isOver = true;
      throw new AttachmentTooLargeError('the attachment is longer than it may be');
    }
    this.bytes += chunk.length;
    this.hash.update(chunk);
  }

  digest(): string {
    return toBase64Url(this.hash.clone().digest());
  }

  agrees(bytes: number, digest: string): boolean {
    return this.bytes === bytes && this.digest() === digest;
  }
}

/** Zeros after the last byte, up to a length that many files share (PADMÉ: 12 % at most). */
function padding(attached: Tally): TransformStream<Uint8Array, Uint8Array> {
  return new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      attached.add(chunk);
      controller.enqueue(chunk);
    },
    flush(controller) {
      for (let left = paddedLength(attached.bytes) - attached.bytes; left > 0; left -= ZEROS.length) controller.enqueue(ZEROS.slice(0, Math.min(left, ZEROS.length)));
    },
  });
}

/** The same stream, watched: pulls only when it is pulled from, and hands on failure and cancellation. */
function readableFrom(source: ReadableStream<Uint8Array>, watch: { each: (chunk: Uint8Array) => void; end: () => void; fail: (error: unknown) => void }): ReadableStream<Uint8Array> {
  const reader = source.getReader();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (!done) {
          watch.each(value);
          controller.enqueue(value);
        } else {
          watch.end();
          controller.close();
        }
      } catch (error) {
        watch.fail(error);
        controller.error(error);
        await reader.cancel(error).catch(() => undefined);
      }
    },
    async cancel(reason) {
      watch.fail(reason);
      await reader.cancel(reason);
    },
  });
}
