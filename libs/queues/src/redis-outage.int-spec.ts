import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as outage } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { freePort } from '@lateral/testing';
import { Noted } from '@lateral/testing/queue-contract';
import { QueueUnreachableError, connectQueues, notifyJobId, type QueueHost, type QueueLogEntry } from './index.js';

const onPath = (program: string): boolean => spawnSync(program, ['--version']).status === 0;
const PROGRAM = ['redis-server', 'valkey-server'].find(onPath);
const PASSWORD = 'outage-spec';
/** The regression (taskforcesh/bullmq#4585) needs an outage longer than the idle block plus one second. */
const DRAIN_SECONDS = 1;
const OUTAGE_MS = 2_500;

/** A server of this spec's own, so that it may be killed, emptied and misconfigured. */
class OwnRedis {
  private child: ChildProcess | undefined;

  private constructor(private readonly program: string, readonly port: number, readonly folder: string) {}

  static async make(program: string): Promise<OwnRedis> {
    return new OwnRedis(program, await freePort(), await mkdtemp(join(tmpdir(), 'lateral-outage-')));
  }

  get url(): string {
    return `redis://:${PASSWORD}@127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const args = ['--port', `${this.port}`, '--bind', '127.0.0.1', '--requirepass', PASSWORD, '--appendonly', 'yes', '--appendfsync', 'always', '--maxmemory-policy', 'noeviction', '--save', '', '--dir', this.folder];
    const child = spawn(this.program, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    this.child = child;
    for await (const line of child.stdout) if (/ready to accept connections/i.test(String(line))) break;
    child.stdout.resume();
  }

  async kill(): Promise<void> {
    if (this.child === undefined || this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }

  async remove(): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }

  async command(name: string, ...args: string[]): Promise<void> {
    const raw = new Redis(this.url);
    await raw.call(name, ...args);
    raw.disconnect();
  }
}

const notice = (event: string): { payload: { event: string; agency: string }; jobId: string } => ({ payload: { event, agency: 'police' }, jobId: notifyJobId(event, 'police') });

function outages(program: string): void {
  let redis: OwnRedis;
  let host: QueueHost | undefined;
  let log: Noted<QueueLogEntry>;

  beforeEach(async () => {
    redis = await OwnRedis.make(program);
    await redis.start();
    log = new Noted();
  });
  afterEach(async () => {
    await host?.close();
    host = undefined;
    await redis.remove();
  });

  const connect = async (url = redis.url): Promise<QueueHost> => {
    host = await connectQueues({ backend: 'redis', url, prefix: 'outage' }, {
      random: () => 0.5, log: (entry) => log.note(entry), onAmbiguous: () => undefined,
      retry: { baseMs: 20 }, timing: { drainSeconds: DRAIN_SECONDS, lockMs: 1_000, stalledCheckMs: 500, closeGraceMs: 100 },
    });
    return host;
  };

  it('resumes taking jobs after the server was away for longer than the idle block', async () => {
    const seen = new Noted<string>();
    const queues = await connect();
    await queues.host('notify-agency', async ({ event }) => seen.note(event), { concurrency: 1, agency: 'police' });
    const producer = queues.producer('notify-agency');
    await producer.addBulk([notice('before')]);
    await seen.until(1);
    while ((await queues.counts('notify-agency', 'police')).active > 0);
    await redis.kill();
    await outage(OUTAGE_MS);
    await expect(producer.addBulk([notice('during')])).rejects.toThrow(QueueUnreachableError);
    expect(await queues.health()).toEqual({ ok: false, code: 'unreachable' });
    expect(await queues.stuckQueues()).toEqual({ ok: false, code: 'unreachable' });
    await redis.start();
    await log.until(2);
    await producer.addBulk(['a', 'b', 'c', 'd', 'e'].map(notice));
    await seen.until(6);
    expect(seen.all).toEqual(['before', 'a', 'b', 'c', 'd', 'e']);
    expect(log.all).toEqual([{ event: 'queue-connection', state: 'lost' }, { event: 'queue-connection', state: 'back' }]);
  }, 20_000);

  it('finishes a job that was running when the server went away, once it is back', async () => {
    const taken = new Noted<string>();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => { release = resolve; });
    const queues = await connect();
    await queues.host('notify-agency', async ({ event }) => {
      taken.note(event);
      if (event === 'first') await held;
    }, { concurrency: 1, agency: 'police' });
    await queues.producer('notify-agency').addBulk([notice('first'), notice('second')]);
    await taken.until(1);
    await redis.kill();
    release();
    await redis.start();
    await taken.until(2);
    expect(taken.all).toEqual(['first', 'second']);
  }, 20_000);

  it('delivers what a reconciler adds again after FLUSHALL, to a worker that was idle all the while', async () => {
    const seen = new Noted<string>();
    const queues = await connect();
    await queues.host('notify-agency', async ({ event }) => seen.note(event), { concurrency: 1, agency: 'police' });
    await redis.command('FLUSHALL');
    await queues.producer('notify-agency').addBulk([notice('e1')]);
    await seen.until(1);
    expect(seen.all).toEqual(['e1']);
  }, 20_000);

  it('lets no job reach a handler that is not of the closed shape, whoever wrote it', async () => {
    const seen = new Noted<string>();
    const queues = await connect();
    await queues.host('notify-agency', async ({ event }) => seen.note(event), { concurrency: 1, agency: 'police' });
    const connection = new Redis(redis.url);
    const foreign = new Queue('notify-agency-police', { connection, prefix: 'outage' });
    await foreign.add('notify-agency', { event: 'e1', agency: 'police', note: 'words' }, { jobId: 'forged', attempts: 5 });
    await queues.producer('notify-agency').addBulk([notice('e2')]);
    await seen.until(1);
    connection.disconnect();
    expect(seen.all).toEqual(['e2']);
    expect(log.all).toEqual([{ event: 'job-failed', queue: 'notify-agency-police', jobId: 'forged', kind: 'permanent', code: 'job-malformed', attempt: 1, final: true }]);
  }, 20_000);

  it('closes while the server is away', async () => {
    const queues = await connect();
    await queues.host('notify-agency', async () => undefined, { concurrency: 1, agency: 'police' });
    await redis.kill();
    await queues.close();
    expect(await queues.health()).toEqual({ ok: false, code: 'unreachable' });
  }, 20_000);

  it.each([
    ['maxmemory-policy', 'allkeys-lru', 'set maxmemory-policy to noeviction'],
    ['appendonly', 'no', 'set appendonly to yes'],
  ])('refuses to start on %s %s and names the setting', async (setting, value, sentence) => {
    await redis.command('CONFIG', 'SET', setting, value);
    await expect(connect()).rejects.toMatchObject({ setting, message: expect.stringContaining(sentence) });
  });

  it('refuses to start without the server or with the wrong password, and repeats no password', async () => {
    const wrong = redis.url.replace(PASSWORD, 'another-secret');
    await expect(connect(wrong)).rejects.toMatchObject({ setting: 'unreachable', message: expect.not.stringContaining('another-secret') });
    await redis.kill();
    await expect(connect()).rejects.toMatchObject({ setting: 'unreachable', message: expect.not.stringContaining(PASSWORD) });
  });
}

if (PROGRAM === undefined) describe('Redis outages', () => it.skip('needs redis-server or valkey-server (apt-get install -y redis-server)', () => undefined));
else describe('Redis outages', () => outages(PROGRAM));
