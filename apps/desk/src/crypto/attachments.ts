import { concatBytes } from '@lateral/contracts';
import { AttachmentTooLargeError, openAttachment as openStream, sealAttachment as sealStream } from '@lateral/envelope';
import type { Given, Told } from './protocol.js';

/** Seals a file under a key of its own, which travels in the message it belongs to. */
export async function sealAttachment({ id, name, mime, bytes }: Given<'seal-attachment'>): Promise<Told<'seal-attachment'>> {
  try {
    const { ciphertext, key } = await sealStream({ id, name, mime, plaintext: streamOf(bytes) });
    return { ok: true, ciphertext: await whole(ciphertext), key: await key };
  } catch (error) {
    if (error instanceof AttachmentTooLargeError) return { ok: false, code: 'too-long' };
    throw error;
  }
}

/** Opens a file whole: what was cut short or changed gives nothing at all. */
export async function openAttachment({ ciphertext, key }: Given<'open-attachment'>): Promise<Told<'open-attachment'>> {
  const chunks: Uint8Array[] = [];
  const opened = await openStream({ ciphertext: streamOf(ciphertext), key, sink: { write: (chunk) => { chunks.push(chunk); }, commit: () => undefined, abandon: () => { chunks.length = 0; } } });
  return opened.ok ? { ok: true, bytes: concatBytes(...chunks) } : opened;
}

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({ start: (controller) => { controller.enqueue(bytes); controller.close(); } });
}

async function whole(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const reader = stream.getReader();
  for (let next = await reader.read(); next.value !== undefined; next = await reader.read()) chunks.push(next.value);
  return concatBytes(...chunks);
}
