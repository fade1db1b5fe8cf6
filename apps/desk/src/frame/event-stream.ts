/** One event of a text/event-stream. */
export interface StreamEvent { id: string | null; data: string }

const MOST_BYTES = 256 * 1024;

/**
 * Reads a text/event-stream to its end. `heard` is called for every piece that comes, pings among them: the browser's own reader keeps
 * those to itself, so that nobody could tell a quiet stream from a dead one. Throws a RangeError on an event that never ends.
 */
export async function readEvents(stream: ReadableStream<Uint8Array>, { heard, event }: { heard: () => void; event: (event: StreamEvent) => void }): Promise<void> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    heard();
    const parts = (rest + decoder.decode(value, { stream: true })).split(/\r?\n\r?\n/u);
    rest = parts.pop() ?? '';
    if (rest.length > MOST_BYTES) throw new RangeError('an event without an end');
    for (const part of parts) {
      const read = eventOf(part);
      if (read !== null) event(read);
    }
  }
}

function eventOf(part: string): StreamEvent | null {
  let id: string | null = null;
  const data: string[] = [];
  for (const line of part.split(/\r?\n/u)) {
    if (line.startsWith('id:')) id = line.slice(3).trim();
    if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /u, ''));
  }
  return data.length === 0 ? null : { id, data: data.join('\n') };
}
