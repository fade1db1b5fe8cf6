import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { JobFailure, notifyJobId, type AmbiguousJob, type JobHandler, type QueueHost, type QueueLogEntry, type QueueWorld } from '@lateral/queues';

/** A worker in a process of its own that takes one job and never finishes it. */
export interface DoomedWorker {
  taken: Promise<void>;
  kill(): void;
}

/** What the suite needs of a backend. All hosts of one bench share the same queues; another bench has its own. */
export interface QueueBench {
  connect(world: QueueWorld): Promise<QueueHost>;
  startDoomedWorker(queueName: string): DoomedWorker;
  /** Everything the queues hold is gone, as after FLUSHALL. */
  wipe(): Promise<void>;
  /** All that is stored, as text, to look for what must not be there. */
  stored(): Promise<string>;
  close(): Promise<void>;
}

/** Waiting for events instead of sleeping: `until(n)` resolves when n things have been noted. */
export class Noted<T> {
  readonly all: T[] = [];
  private waiting: { count: number; resolve: () => void }[] = [];

  note(thing: T): void {
    this.all.push(thing);
    this.waiting = this.waiting.filter(({ count, resolve }) => {
      if (this.all.length >= count) resolve();
      return this.all.length < count;
    });
  }

  until(count: number): Promise<void> {
    if (this.all.length >= count) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push({ count, resolve }));
  }
}

/** A gate that handlers wait at. */
export class Gate {
  open: () => void = () => undefined;
  readonly opened = new Promise<void>((resolve) => { this.open = resolve; });
}

type NoticeHandler = JobHandler<'notify-agency'>;
const TIMING = { lockMs: 400, stalledCheckMs: 200, drainSeconds: 1, closeGraceMs: 200 };
const DAY_MS = 86_400_000;
const DELAY_MS = 400;
/** A queue reckons by its server's clock, in whole milliseconds. */
const CLOCKS_APART_MS = 10;
const RETRY = { attempts: 4, baseMs: 20, capMs: 80 };

/** One bench's day at work: hosts that are closed afterwards, and what they told. */
class Yard {
  readonly log = new Noted<QueueLogEntry>();
  readonly ambiguous: AmbiguousJob[] = [];
  private readonly hosts: QueueHost[] = [];

  constructor(readonly bench: QueueBench) {}

  async connect(): Promise<QueueHost> {
    const host = await this.bench.connect({
      random: () => 0.5, retry: RETRY, timing: TIMING, log: (entry) => this.log.note(entry), onAmbiguous: (job) => this.ambiguous.push(job),
    });
    this.hosts.push(host);
    return host;
  }

  async close(): Promise<void> {
    await Promise.all(this.hosts.map((host) => host.close()));
    await this.bench.close();
  }
}

const notice = (event: string, agency = 'police'): { payload: { event: string; agency: string }; jobId: string } => ({ payload: { event, agency }, jobId: notifyJobId(event, agency) });

/** The promises every queue backend must keep. */
export function describeQueues(name: string, makeBench: () => Promise<QueueBench>): void {
  describe(`queues on ${name}`, () => {
    let yard: Yard;
    beforeEach(async () => { yard = new Yard(await makeBench()); });
    afterEach(async () => { await yard.close(); });
    describe('delivery', () => delivery(() => yard));
    describe('failures', () => failures(() => yard));
    describe('faults', () => faults(() => yard));
  });
}

async function collect(host: QueueHost, agency = 'police', handler: NoticeHandler = async () => undefined): Promise<Noted<string>> {
  const seen = new Noted<string>();
  await host.host('notify-agency', async (payload, context) => {
    seen.note(payload.event);
    return handler(payload, context);
  }, { concurrency: 1, agency });
  return seen;
}

function delivery(yard: () => Yard): void {
  it('delivers what was added in bulk, to the queue of the agency it names', async () => {
    const host = await yard().connect();
    const police = await collect(host, 'police');
    const school = await collect(host, 'school');
    await host.producer('notify-agency').addBulk([notice('e1', 'police'), notice('e2', 'school'), notice('e3', 'police')]);
    await Promise.all([police.until(2), school.until(1)]);
    expect([...police.all].sort()).toEqual(['e1', 'e3']);
    expect(school.all).toEqual(['e2']);
  });

  it('ignores a second job with the same id while the first is there, and takes it again afterwards', async () => {
    const host = await yard().connect();
    const gate = new Gate();
    const seen = await collect(host, 'police', async () => gate.opened);
    const producer = host.producer('notify-agency');
    await producer.addBulk([notice('e1')]);
    await seen.until(1);
    await producer.addBulk([notice('e1'), notice('e2'), notice('e1'), notice('e2')]);
    gate.open();
    await seen.until(2);
    await producer.addBulk([notice('last')]);
    await seen.until(3);
    await producer.addBulk([notice('e1')]);
    await seen.until(4);
    expect(seen.all).toEqual(['e1', 'e2', 'last', 'e1']);
  });

  it('keeps a delayed job back and delivers it when it is due', async () => {
    const host = await yard().connect();
    const producer = host.producer('notify-agency');
    await producer.addBulk([{ ...notice('tomorrow'), delayMs: DAY_MS }, notice('now')]);
    expect(await host.counts('notify-agency', 'police')).toEqual({ waiting: 1, active: 0, delayed: 1 });
    const seen = await collect(host);
    await seen.until(1);
    // However long a worker takes to begin: this one has begun.
    const added = performance.now();
    await producer.addBulk([{ ...notice('later'), delayMs: DELAY_MS }]);
    await seen.until(2);
    expect(performance.now() - added).toBeGreaterThan(DELAY_MS - CLOCKS_APART_MS);
    expect(seen.all).toEqual(['now', 'later']);
  });

  it('lets no agency wait behind another whose handler hangs', async () => {
    const host = await yard().connect();
    const stuck = await collect(host, 'police', () => new Promise(() => undefined));
    const school = await collect(host, 'school');
    await host.producer('notify-agency').addBulk([notice('e1', 'police'), notice('e2', 'police')]);
    await stuck.until(1);
    await host.producer('notify-agency').addBulk([notice('e3', 'school'), notice('e4', 'school')]);
    await school.until(2);
    expect(stuck.all).toEqual(['e1']);
  });

  it('refuses what is not of the closed shape, and ids that the engine would misread', async () => {
    const producer = (await yard().connect()).producer('notify-agency');
    const withWords = { event: 'e1', agency: 'police', note: 'words' };
    await expect(producer.addBulk([{ payload: withWords, jobId: 'a' }])).rejects.toThrow('unknown field');
    await expect(producer.add({ event: 'a sentence about someone', agency: 'police' }, { jobId: 'a' })).rejects.toThrow('event');
    await expect(producer.add({ event: 'e1', agency: 'police' }, { jobId: '123' })).rejects.toThrow('all digits');
    await expect(producer.add({ event: 'e1', agency: 'police' }, { jobId: 'a:b' })).rejects.toThrow('job id');
  });
}

function failures(yard: () => Yard): void {
  it('tries a transient failure again, later each time, until it is done', async () => {
    const host = await yard().connect();
    const attempts: number[] = [];
    const done = new Gate();
    await collect(host, 'police', async (_payload, { attempt }) => {
      attempts.push(attempt);
      if (attempt < 3) return new JobFailure('transient', 'mailbox-busy');
      done.open();
      return undefined;
    });
    await host.producer('notify-agency').addBulk([notice('e1')]);
    await done.opened;
    expect(attempts).toEqual([1, 2, 3]);
    expect(yard().log.all).toContainEqual({ event: 'job-failed', queue: 'notify-agency-police', jobId: 'e1-police', kind: 'transient', code: 'mailbox-busy', attempt: 2, final: false });
  });

  it('lets go of a job after its last attempt, so that the same id can be added again', async () => {
    const host = await yard().connect();
    const seen = await collect(host, 'police', async () => new JobFailure('transient', 'mailbox-busy'));
    await host.producer('notify-agency').addBulk([notice('e1')]);
    await seen.until(RETRY.attempts);
    await addUntilTaken(host, notice('e1'), seen, RETRY.attempts + 1);
    expect(seen.all.length).toBeGreaterThan(RETRY.attempts);
  });

  it('never tries a permanent failure again', async () => {
    const host = await yard().connect();
    const seen = await collect(host, 'police', async ({ event }) => (event === 'bad' ? new JobFailure('permanent', 'no-mailbox') : undefined));
    await host.producer('notify-agency').addBulk([notice('bad')]);
    await seen.until(1);
    await host.producer('notify-agency').addBulk([{ ...notice('marker'), delayMs: RETRY.capMs * 2 }]);
    await seen.until(2);
    expect(seen.all).toEqual(['bad', 'marker']);
    expect(yard().log.all).toContainEqual({ event: 'job-failed', queue: 'notify-agency-police', jobId: 'bad-police', kind: 'permanent', code: 'no-mailbox', attempt: 1, final: true });
  });

  it('takes an unknown error for ambiguous, tries again, shows it, and keeps its words out of the log and the store', async () => {
    const host = await yard().connect();
    const held = new Gate();
    const seen = await collect(host, 'police', async (_payload, { attempt }) => {
      if (attempt === 1) throw new Error('Xanthippe Quillfeather of Mill Lane');
      held.open();
      return new Promise(() => undefined);
    });
    await host.producer('notify-agency').addBulk([notice('e1')]);
    await held.opened;
    expect(seen.all).toEqual(['e1', 'e1']);
    expect(yard().ambiguous).toEqual([{ queue: 'notify-agency-police', jobId: 'e1-police', code: 'unexpected', attempt: 1 }]);
    const stored = await yard().bench.stored();
    expect(stored).toContain('e1-police');
    expect(stored).toContain('unexpected');
    expect(`${stored}${JSON.stringify(yard().log.all)}`).not.toContain('Quillfeather');
  });
}

function faults(yard: () => Yard): void {
  it('gives the job of a worker that was killed to another', async () => {
    const host = await yard().connect();
    const doomed = yard().bench.startDoomedWorker('notify-agency-police');
    await host.producer('notify-agency').addBulk([notice('e1')]);
    await doomed.taken;
    doomed.kill();
    const seen = await collect(host);
    await seen.until(1);
    await yard().log.until(1);
    expect(seen.all).toEqual(['e1']);
    expect(yard().log.all).toContainEqual({ event: 'job-stalled', queue: 'notify-agency-police', jobId: 'e1-police' });
  });

  it('takes the same ids again after everything was wiped', async () => {
    const host = await yard().connect();
    const producer = host.producer('notify-agency');
    await producer.addBulk([notice('e1'), notice('e2')]);
    await yard().bench.wipe();
    expect(await host.counts('notify-agency', 'police')).toEqual({ waiting: 0, active: 0, delayed: 0 });
    const seen = await collect(host);
    await producer.addBulk([notice('e1'), notice('e2')]);
    await seen.until(2);
    expect([...seen.all].sort()).toEqual(['e1', 'e2']);
  });

  it('leaves a job whose handler hangs to another process when this one closes', async () => {
    const first = await yard().connect();
    const stuck = await collect(first, 'police', () => new Promise(() => undefined));
    await first.producer('notify-agency').addBulk([notice('e1')]);
    await stuck.until(1);
    await first.close();
    const seen = await collect(await yard().connect());
    await seen.until(1);
    expect(seen.all).toEqual(['e1']);
  });

  it('refuses a second worker on a queue, and to go on half wired', async () => {
    const host = await yard().connect();
    await collect(host, 'police');
    await expect(collect(host, 'police')).rejects.toThrow('notify-agency-police already has a worker');
    expect(() => host.assertEveryQueueHasOneWorker(['police', 'school'])).toThrow('notify-agency-school, sweep');
    await host.host('sweep', async () => undefined, { concurrency: 1 });
    expect(() => host.assertEveryQueueHasOneWorker(['police'])).not.toThrow();
    expect(() => host.assertEveryQueueHasOneWorker([])).toThrow('notify-agency-police');
    expect(await host.health()).toEqual({ ok: true });
    expect(await host.stuckQueues()).toEqual({ ok: true, stuck: [] });
  });
}

/** Adds again and again, as a reconciler does, until the job has been taken `count` times in all. */
async function addUntilTaken(host: QueueHost, job: ReturnType<typeof notice>, seen: Noted<string>, count: number): Promise<void> {
  while (seen.all.length < count) {
    await host.producer('notify-agency').addBulk([job]);
    await host.counts('notify-agency', job.payload.agency);
  }
}
