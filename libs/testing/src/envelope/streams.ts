/** Bytes as a stream of chunks. */
export function streamOf(bytes: Uint8Array, chunk = 65_536): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + chunk));
      at += chunk;
    },
  });
}

export async function collect(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

/** A sink that keeps everything it was told, in order. */
export class MemorySink {
  readonly written: Uint8Array[] = [];
  readonly ends: ('commit' | 'abandon')[] = [];
  write(chunk: Uint8Array): void {
    this.written.push(chunk.slice());
  }
  commit(): void {
    this.ends.push('commit');
  }
  abandon(): void {
    this.ends.push('abandon');
  }
}

/** Bytes that look like nothing, the same every time. */
export function noise(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let i = 0; i < length; i += 1) bytes[i] = (i * 2_654_435_761) >>> 13;
  return bytes;
}
