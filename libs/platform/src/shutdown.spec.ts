import { EventEmitter, once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createLogger } from './logger.js';
import { onShutdown } from './shutdown.js';
import type { StoppableProcess } from './shutdown.js';

class FakeProcess extends EventEmitter implements StoppableProcess {
  codes: number[] = [];
  exit(code: number): void {
    this.codes.push(code);
    this.emit('exited');
  }
}

const log = createLogger({ app: 'test', write: () => undefined });

describe('onShutdown', () => {
  it('stops in order, once, and ends with 0', async () => {
    const target = new FakeProcess();
    const order: string[] = [];
    const stop = onShutdown({ log, process: target, steps: [
      { part: 'server', stop: async () => { await Promise.resolve(); order.push('server'); } },
      { part: 'database', stop: () => { order.push('database'); } },
    ] });
    target.emit('SIGTERM');
    target.emit('SIGINT');
    await stop();
    expect(order).toEqual(['server', 'database']);
    expect(target.codes).toEqual([0]);
  });

  it('goes on after a step that fails, and says so in the code', async () => {
    const target = new FakeProcess();
    const order: string[] = [];
    await onShutdown({ log, process: target, steps: [
      { part: 'server', stop: () => { throw new Error('no'); } },
      { part: 'database', stop: () => { order.push('database'); } },
    ] })();
    expect(order).toEqual(['database']);
    expect(target.codes).toEqual([1]);
  });

  it('does not wait for ever', async () => {
    const target = new FakeProcess();
    const exited = once(target, 'exited');
    void onShutdown({ log, process: target, limitMs: 1, steps: [{ part: 'server', stop: () => new Promise(() => undefined) }] })();
    await exited;
    expect(target.codes).toEqual([1]);
  });
});
