import type { AskKind, FromWorker, Given, Told } from './protocol.js';

/** As much of a Worker as the page uses of it. */
export interface WorkerLike {
  onmessage: ((event: { data: FromWorker }) => void) | null;
  onerror: (() => void) | null;
  postMessage(message: unknown, transfer: Transferable[]): void;
  terminate(): void;
}
interface Waiting { answer: (told: never) => void; fail: (error: Error) => void }

/** The worker did not come to an end with what it was asked. */
export class SecretsFault extends Error {
  override readonly name = 'SecretsFault';
}

/** The page's side of the worker that holds the keys. Locking ends the worker, and with it all that it held. */
export class Secrets {
  private worker: WorkerLike | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;

  /** `onLocked`: the keys are gone; `byItself` where the worker's clock did it and not somebody here. */
  constructor(private readonly makeWorker: () => WorkerLike, private readonly onLocked: (byItself: boolean) => void) {}

  /** Has the worker come up, holding nothing yet, while something else is waited for. */
  begin(): void {
    this.started();
  }

  /** Buffers in `transfer` are the worker's from then on and empty here. */
  ask<K extends AskKind>(kind: K, given: Given<K>, transfer: Transferable[] = []): Promise<Told<K>> {
    this.last += 1;
    const id = this.last;
    return new Promise<Told<K>>((answer, fail) => {
      this.waiting.set(id, { answer, fail });
      this.started().postMessage({ id, kind, given }, transfer);
    });
  }

  lock(byItself = false): void {
    const held = this.worker !== null;
    this.end();
    if (held) this.onLocked(byItself);
  }

  private started(): WorkerLike {
    if (this.worker !== null) return this.worker;
    const worker = this.makeWorker();
    worker.onmessage = ({ data }) => { this.hear(data); };
    // Its script did not come, or it broke: whoever waits hears of it, and the next question has another.
    worker.onerror = () => { if (this.worker === worker) this.lock(true); };
    this.worker = worker;
    return worker;
  }

  private hear(message: FromWorker): void {
    if ('event' in message) return this.lock(true);
    const asked = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if ('told' in message) asked?.answer(message.told as never);
    else asked?.fail(new SecretsFault('the worker failed'));
  }

  private end(): void {
    this.worker?.terminate();
    this.worker = null;
    for (const { fail } of this.waiting.values()) fail(new SecretsFault('locked'));
    this.waiting.clear();
  }
}
