import { describe, expect, it } from 'vitest';
import type { FromWorker } from './protocol.js';
import { Secrets, SecretsFault, type WorkerLike } from './secrets.js';

class FakeWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  readonly asked: { id: number; kind: string }[] = [];
  ended = false;
  postMessage(message: unknown): void { this.asked.push(message as { id: number; kind: string }); }
  terminate(): void { this.ended = true; }
  say(data: FromWorker): void { this.onmessage?.({ data }); }
}

function page(): { secrets: Secrets; workers: FakeWorker[]; locked: boolean[] } {
  const workers: FakeWorker[] = [];
  const locked: boolean[] = [];
  const make = (): FakeWorker => {
    workers.push(new FakeWorker());
    return workers.at(-1)!;
  };
  return { secrets: new Secrets(make, (byItself) => locked.push(byItself)), workers, locked };
}

describe('the page\'s side of the worker', () => {
  it('gives each question its own answer, in whatever order they come', async () => {
    const { secrets, workers } = page();
    const [first, second] = [secrets.ask('touch', null), secrets.ask('lock-held', null)];
    const [worker] = workers;
    worker!.say({ id: 2, told: true });
    worker!.say({ id: 1, told: { unlocked: true } });
    expect([await first, await second]).toEqual([{ unlocked: true }, true]);
  });

  it('ends the worker when it locks, with whatever waited, and begins another with the next question', async () => {
    const { secrets, workers, locked } = page();
    const waiting = secrets.ask('touch', null);
    secrets.lock();
    await expect(waiting).rejects.toThrow(SecretsFault);
    void secrets.ask('touch', null);
    expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
    expect(locked).toEqual([false]);
  });

  it('leaves nobody waiting for a worker that does not come up, and begins another with the next question', async () => {
    const { secrets, workers, locked } = page();
    const waiting = secrets.ask('touch', null);
    workers[0]!.onerror?.();
    await expect(waiting).rejects.toThrow(SecretsFault);
    const again = secrets.ask('touch', null);
    workers[0]!.onerror?.();
    workers[1]!.say({ id: 2, told: { unlocked: false } });
    expect([await again, workers.map(({ ended }) => ended), locked]).toEqual([{ unlocked: false }, [true, false], [true]]);
  });

  it('hears it when the worker locked itself, and that something failed but not what', async () => {
    const { secrets, workers, locked } = page();
    const waiting = secrets.ask('touch', null);
    workers[0]!.say({ id: 1, fault: true });
    await expect(waiting).rejects.toThrow('the worker failed');
    workers[0]!.say({ event: 'locked' });
    expect([locked, workers[0]!.ended]).toEqual([[true], true]);
    secrets.lock();
    expect(locked).toEqual([true]);
  });
});
