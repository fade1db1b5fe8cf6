import { QUEUES, QUEUE_NAMES, type QueueName } from '@lateral/contracts';
import { queueNameFor } from './job-payload.js';
import { Producer } from './producer.js';
import type { DoorHealth, QueueDoor } from './queue-door.js';
import { openPostgresDoor } from './postgres.door.js';
import { openRedisDoor } from './redis.door.js';
import { QueueSetupError, QueueUnreachableError, type QueueReports } from './queue-report.js';
import { QueueShelf, type QueueCounts } from './queue-shelf.js';
import { QueueWorker, type HostedWorker, type JobHandler, type WorkerWorld } from './queue-worker.js';
import { RETRY, TIMING, type QueueTls, type RetrySettings, type TimingSettings } from './queue.settings.js';
import { Watchdog, type StuckQueue } from './watchdog.js';

/** Where the queues are kept. Both are the engine's; the same contract suite passes on both. */
export type QueueBackend =
  | { backend: 'redis'; url: string; prefix: string; tls?: QueueTls }
  | { backend: 'postgres'; connectionString: string; schema: string; tls?: QueueTls };

export interface QueueWorld extends QueueReports {
  /** [0, 1): spreads retries. */
  random: () => number;
  retry?: Partial<RetrySettings>;
  timing?: Partial<TimingSettings>;
}

/** A queue kept per agency needs its agency; any other refuses one. */
export type HostOptions<N extends QueueName> = { concurrency: number } & ((typeof QUEUES)[N]['perAgency'] extends true ? { agency: string } : { agency?: never });

export type StuckLook = { ok: true; stuck: StuckQueue[] } | { ok: false; code: 'unreachable' };

/**
 * Connects to the queues. Throws QueueSetupError (`setting` names what to mend) when the server is away or would lose work:
 * Redis must have maxmemory-policy noeviction and appendonly yes, in every mode.
 */
export async function connectQueues(backend: QueueBackend, world: QueueWorld): Promise<QueueHost> {
  const door = backend.backend === 'redis' ? await openRedisDoor(backend, world) : await openPostgresDoor(backend, world);
  return new QueueHost({
    door, random: world.random, reports: world, retry: { ...RETRY, ...world.retry }, timing: { ...TIMING, ...world.timing },
  });
}

/** Everything a process does with queues: send, host workers, tell how it is, and stop. Made by `connectQueues`. */
export class QueueHost {
  private readonly door: QueueDoor;
  private readonly shelf: QueueShelf;
  private readonly workers = new Map<string, HostedWorker>();
  private readonly watchdog = new Watchdog();
  private closed: Promise<void> | undefined;

  constructor(private readonly world: WorkerWorld) {
    this.door = world.door;
    this.shelf = new QueueShelf(world.door, world.retry, world.reports);
  }

  get backend(): 'redis' | 'postgres' {
    return this.door.kind;
  }

  producer<N extends QueueName>(name: N): Producer<N> {
    return new Producer(name, this.shelf);
  }

  /** Starts the one worker of a queue in this process and resolves when it takes jobs. A second worker on the same queue is refused. */
  async host<N extends QueueName>(name: N, handler: JobHandler<N>, options: HostOptions<N>): Promise<void> {
    const queueName = queueNameFor(name, options.agency);
    if (this.workers.has(queueName)) throw new Error(`queue ${queueName} already has a worker in this process`);
    const worker = new QueueWorker(name, queueName, handler, options.concurrency, this.world);
    this.workers.set(queueName, worker);
    try {
      await worker.start();
    } catch {
      this.workers.delete(queueName);
      await worker.close();
      throw new QueueUnreachableError('worker-not-started');
    }
  }

  /** Refuses to go on half wired: every queue has its worker here, those kept per agency one for each of `agencies`. Names what lacks. */
  assertEveryQueueHasOneWorker(agencies: readonly string[]): void {
    const wanted = QUEUE_NAMES.flatMap((name) => (QUEUES[name].perAgency ? agencies.map((agency) => queueNameFor(name, agency)) : [queueNameFor(name, undefined)]));
    const missing = wanted.filter((queueName) => !this.workers.has(queueName));
    const unknown = [...this.workers.keys()].filter((queueName) => !wanted.includes(queueName));
    if (missing.length > 0) throw new QueueSetupError('workers', `No worker takes from: ${missing.join(', ')}.`);
    if (unknown.length > 0) throw new QueueSetupError('workers', `Workers take from queues that are not in the list: ${unknown.join(', ')}.`);
  }

  health(): Promise<DoorHealth> {
    return this.door.health();
  }

  counts(name: QueueName, agency?: string): Promise<QueueCounts> {
    return this.shelf.counts(queueNameFor(name, agency));
  }

  /** The watchdog's look (see Watchdog): call it at an interval, and end the process when it names a queue. */
  async stuckQueues(): Promise<StuckLook> {
    try {
      const looks = await Promise.all([...this.workers.values()].map(async (worker) => this.watchdog.look(worker, await this.shelf.counts(worker.queueName))));
      return { ok: true, stuck: looks.filter((look) => look !== null) };
    } catch (error) {
      if (error instanceof QueueUnreachableError) return { ok: false, code: 'unreachable' };
      throw error;
    }
  }

  /** Workers first (what runs is finished, or left to another worker after the grace), then producers, then connections. Safe to call twice. */
  close(): Promise<void> {
    this.closed ??= this.closeAll();
    return this.closed;
  }

  private async closeAll(): Promise<void> {
    await Promise.allSettled([...this.workers.values()].map((worker) => worker.close()));
    await this.shelf.close();
    await this.door.close();
  }
}
