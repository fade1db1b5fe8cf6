import { isCutOff } from './patience.js';

/**
 * Reads server-sent events (HTML standard, section 9.2) and calls back with the data of each; comments, which the hub sends to
 * keep the connection alive, have none. Ends quietly when it is aborted or the hub closes the stream.
 */
export async function readEvents(body: ReadableStream<Uint8Array>, onData: (data: string) => void, signal: AbortSignal): Promise<void> {
  const decoder = new TextDecoder();
  let pending = '';
  try {
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      pending += decoder.decode(chunk, { stream: true });
      const blocks = pending.split(/\r?\n\r?\n/);
      pending = blocks.pop() ?? '';
      for (const block of blocks) {
        const data = block.split(/\r?\n/).filter((line) => line.startsWith('data:')).map((line) => line.slice(5).trimStart());
        if (data.length > 0) onData(data.join('\n'));
      }
    }
  } catch (cause) {
    // A hub that restarts cuts its streams; whoever follows opens the next.
    if (!signal.aborted && !isCutOff(cause)) throw cause;
  }
}
