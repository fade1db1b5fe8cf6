import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { readEvents, type StreamEvent } from './event-stream.js';

async function read(pieces: readonly Uint8Array[]): Promise<{ events: StreamEvent[]; heard: number }> {
  const events: StreamEvent[] = [];
  let heard = 0;
  const stream = new ReadableStream<Uint8Array>({ start: (controller) => { for (const piece of pieces) controller.enqueue(piece); controller.close(); } });
  await readEvents(stream, { heard: () => { heard += 1; }, event: (event) => { events.push(event); } });
  return { events, heard };
}
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a stream of events', () => {
  it('is read with its ids, and its pings are heard', async () => {
    expect(await read([bytes(': connected\n\n'), bytes('id: 1\nevent: a\ndata: {"x":1}\n\n:\n\n')])).toEqual({ events: [{ id: '1', data: '{"x":1}' }], heard: 2 });
  });

  it('is the same however it is cut, in the middle of a letter too', async () => {
    const whole = bytes('id: 1\r\ndata: {"to":"Dŵr"}\r\n\r\n:\n\ndata: a\ndata: b\n\n');
    const { events } = await read([whole]);
    expect(events).toEqual([{ id: '1', data: '{"to":"Dŵr"}' }, { id: null, data: 'a\nb' }]);
    await fc.assert(fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 1, max: whole.length - 1 })), async (cuts) => {
      const at = [0, ...cuts.toSorted((a, b) => a - b), whole.length];
      expect((await read(at.slice(1).map((end, index) => whole.slice(at[index], end)))).events).toEqual(events);
    }));
  });

  it('that never ends an event is left', async () => {
    await expect(read([bytes(`data: ${'x'.repeat(300_000)}`)])).rejects.toThrow(RangeError);
  });
});
