import { describe, expect, it } from 'vitest';
import type { NoticeView } from '@lateral/contracts';
import { Live, pauseAfter, SILENCE_MS, type Channel, type Locks } from './live.js';
import { TestClock } from './test-clock.js';

const NOTICE = { id: 'n-1', kind: 'request.posted.v1', reference: 'LC-1', request: 'r', agency: 'a', urgency: 'red', dueAt: null, at: '2026-11-22T09:00:00.000Z' } satisfies NoticeView;
const settled = async (): Promise<void> => { for (let turn = 0; turn < 60; turn += 1) await new Promise((go) => { setImmediate(go); }); };

/** One computer: windows that hear each other, one lock, and a hub whose streams can be fed and cut. */
function computer() {
  const clock = new TestClock('2026-11-22T09:00:00.000Z');
  const channels = new Set<Channel>();
  const queue: (() => void)[] = [];
  let isHeld = false;
  const locks: Locks = {
    request: async (_, { signal }, holding) => {
      while (isHeld) await new Promise<void>((go) => { queue.push(go); signal.addEventListener('abort', () => { go(); }); });
      if (signal.aborted) throw new DOMException('', 'AbortError');
      isHeld = true;
      try { await holding(); } finally { isHeld = false; queue.shift()?.(); }
    },
  };
  const state = { isAway: false, polls: 0, isHidden: false };
  const asked: (string | null)[] = [];
  const streams = new Set<ReadableStreamDefaultController<Uint8Array>>();
  const events = async (after: string | null, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> => {
    asked.push(after);
    if (state.isAway) throw new Error('away');
    return new ReadableStream<Uint8Array>({
      start: (controller) => {
        streams.add(controller);
        const end = (): void => { if (streams.delete(controller)) controller.error(new Error('cut')); };
        signal.addEventListener('abort', end);
      },
    });
  };
  const window = (): { live: Live; notices: NoticeView[] } => {
    const channel: Channel = { onmessage: null, postMessage: (data) => { for (const other of channels) if (other !== channel) other.onmessage?.({ data: structuredClone(data) as never }); } };
    channels.add(channel);
    const live = new Live({ hub: { events }, channel, locks, timers: clock, now: clock.now, isHidden: () => state.isHidden, poll: async () => { state.polls += 1; if (state.isAway) throw new Error('away'); } });
    const notices: NoticeView[] = [];
    live.onNotice((notice) => { notices.push(notice); });
    return { live, notices };
  };
  const say = async (text: string): Promise<void> => {
    for (const stream of streams) stream.enqueue(new TextEncoder().encode(text));
    await settled();
  };
  const cut = async (): Promise<void> => {
    for (const stream of streams) { streams.delete(stream); stream.close(); }
    await settled();
  };
  const by = async (ms: number): Promise<void> => { for (let gone = 0; gone < ms; gone += 500) { await clock.by(500); await settled(); } };
  return { clock, state, asked, streams, window, say, cut, by };
}
const framed = (notice: NoticeView): string => `id: ${notice.id}\ndata: ${JSON.stringify(notice)}\n\n`;

describe('what happens', () => {
  it('is heard in every window over one stream, and another goes on with it when that one closes', async () => {
    const { streams, window, say, asked } = computer();
    const [one, other] = [window(), window()];
    const stop = one.live.start();
    const stopOther = other.live.start();
    await settled();
    await say(': connected\n\n');
    await say(framed(NOTICE));
    expect([streams.size, one.notices.length, other.notices.length, other.live.now().mode]).toEqual([1, 1, 1, 'live']);
    stop();
    await settled();
    await say(framed({ ...NOTICE, id: 'n-2' }));
    expect([streams.size, asked.length, one.notices.length, other.notices.length]).toEqual([1, 2, 1, 2]);
    stopOther();
    await settled();
    expect(streams.size).toBe(0);
  });

  it('goes on from the last notice when the stream is cut', async () => {
    const { window, say, cut, by, asked } = computer();
    const { live } = window();
    live.start();
    await settled();
    await say(framed(NOTICE));
    await cut();
    await by(2_000);
    expect(asked).toEqual([null, 'n-1']);
  });

  it('is missed no longer than 40 seconds: a stream that says nothing is given up, and the hub is polled until one is there again', async () => {
    const { window, say, by, state, asked } = computer();
    const { live } = window();
    live.start();
    await settled();
    await say(': connected\n\n');
    state.isAway = true;
    await by(SILENCE_MS);
    await by(5_000);
    expect(asked.length).toBeGreaterThan(1);
    expect(live.now().mode).toBe('polling');
    const { polls } = state;
    expect(polls).toBeGreaterThan(0);
    state.isHidden = true;
    await by(20_000);
    expect(state.polls).toBeLessThanOrEqual(polls + 1);
    state.isAway = false;
    await by(20_000);
    await say(':\n\n');
    expect(live.now().mode).toBe('live');
  });

  it('a thousand times leaves nothing behind', async () => {
    const { clock, window, say } = computer();
    const { live, notices } = window();
    live.start();
    await settled();
    for (let time = 0; time < 100; time += 1) await say(Array.from({ length: 10 }, (_, each) => framed({ ...NOTICE, id: `n-${time}-${each}` })).join(''));
    expect([notices.length, clock.waiting]).toEqual([1_000, 1]);
  }, 30_000);
});

describe('the pause after a poll', () => {
  it('is longer the slower the hub was, and a second at least', () => {
    expect([0, 16, 100, 1_000, 4_000].map(pauseAfter)).toEqual([1_000, 1_000, 1_500, 6_905, 14_811]);
  });
});
