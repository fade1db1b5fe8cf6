import { CarryKeyFacts, CarryRecords, FollowLog, NotifyAgency, RelayOutbox, WatchLedger, type Clock } from '@lateral/exchange';
import { LedgerClient, LedgerGateway } from '@lateral/ledger-client';
import { openHubDatabase, SharedClock, type HubDatabase } from '@lateral/persistence/hub';
import { Health, identityFrom, refusalOfMark, refusalOfPartnership, SystemRandom, tlsUnder, type InstallationMark, type Logger, type ShutdownStep } from '@lateral/platform';
import { connectQueues, type QueueBackend, type QueueHost } from '@lateral/queues';
import type { CourierSettings } from './courier.settings.js';
import { LogPager } from './carry/log-pager.js';
import { HealthServer } from './health/health-server.js';
import { CourierRefused, refusalOfSettings } from './refuse-to-start.js';
import { NotifyAgencyWorkers } from './notify/notify-agency.worker.js';
import { SmtpMailer } from './notify/smtp-mailer.js';
import { QueuePublisher } from './relay/queue-publisher.js';
import { Sweeps } from './sweeps/sweeps.js';
import { WorkLoop } from './work-loop.js';

export interface StartCourierOptions {
  log: Logger;
  /** The mark that the database must bear; an ordinary start expects that of its mode. */
  mark?: InstallationMark;
  /** Only test entry points pass one. */
  clock?: Clock;
}

const POLL_MS = 250;
const RETRY_MS = 1_000;
/** How often the directory is looked at for agencies that have joined. */
const AGENCIES_MS = 15_000;
const WATCH_MS = 30_000;
const KEY_FACTS_MS = 1_000;
/** How much of what it saw of the logs a courier that is killed can forget. */
const FOLLOW_MS = 5_000;

/** Everything that happens later: outbox to queues, notices, records to the ledger, sweeps. Throws rather than start half wired. */
export async function startCourier(settings: Readonly<CourierSettings>, options: StartCourierOptions): Promise<{ healthPort: number; steps: ShutdownStep[] }> {
  const { log } = options;
  refuse(refusalOfSettings(settings));
  const database = await openDatabase(settings, options);
  const queues = await connectQueues(backendOf(settings), {
    random: () => new DataView(new SystemRandom().bytes(4).buffer).getUint32(0) / 2 ** 32,
    log: (entry) => { log.log(entry.event === 'job-failed' ? 'job.failed' : 'redis.lost', { code: entry.event, ...('queue' in entry ? { queue: entry.queue } : {}), ...('kind' in entry ? { kind: entry.kind } : {}) }); },
    onAmbiguous: ({ queue, jobId, code, attempt }) => { log.log('job.failed', { queue, job: jobId, code, attempt, kind: 'ambiguous' }); },
  });
  const [ledger, keyLedger] = ledgerClients(settings, log);
  const mailer = new SmtpMailer({ url: settings.COURIER_SMTP_URL, from: settings.COURIER_MAIL_FROM });
  const clock = new SharedClock(options.clock ?? database.clock);
  const parts = wire({ database, queues, ledger, keyLedger, mailer, clock, log });
  await Promise.all(parts.follows.map((follow) => follow.begin()));
  const health = new Health(['queues', 'relay', 'carry']);
  await parts.workers.hostFor(await agenciesOf(database));
  await parts.sweeps.start();
  queues.assertEveryQueueHasOneWorker(parts.workers.agencies);
  health.set('queues', true);

  const unlisten = [await database.wake.listen('outbox', () => { parts.relay.wake(); }), await database.wake.listen('audit', () => { parts.carry.wake(); })];
  parts.relay.start();
  health.set('relay', true);
  for (const loop of [parts.carry, parts.carryKeys, ...parts.following]) loop.start();
  health.set('carry', true);
  const timers = [setInterval(() => { void keepAgenciesHosted(database, parts.workers, log); }, AGENCIES_MS), setInterval(() => { void endIfStuck(queues, log); }, WATCH_MS)];
  const server = new HealthServer(health);
  const healthPort = await server.start(settings.COURIER_HEALTH_PORT);
  return {
    healthPort,
    steps: [
      { part: 'timers', stop: () => { for (const timer of timers) clearInterval(timer); parts.sweeps.stop(); } },
      { part: 'relay', stop: () => parts.relay.stop() },
      { part: 'queues', stop: () => queues.close() },
      { part: 'carry', stop: async () => { await Promise.all([parts.carry, parts.carryKeys, ...parts.following].map((loop) => loop.stop())); } },
      { part: 'ledger', stop: async () => { await endFollowing(parts.follows, log); ledger.close(); keyLedger.close(); mailer.close(); } },
      { part: 'database', stop: async () => { for (const stop of unlisten) await stop(); await database.close(); } },
      { part: 'health', stop: () => server.stop() },
    ],
  };
}

interface Wiring { database: HubDatabase; queues: QueueHost; ledger: LedgerClient; keyLedger: LedgerClient; mailer: SmtpMailer; clock: Clock; log: Logger }
interface Wired { relay: WorkLoop; carry: WorkLoop; carryKeys: WorkLoop; follows: FollowLog[]; following: WorkLoop[]; workers: NotifyAgencyWorkers; sweeps: Sweeps }

function wire({ database, queues, ledger, keyLedger, mailer, clock, log }: Wiring): Wired {
  const randomness = new SystemRandom();
  const { incidents, outbox, records, upkeep } = database;
  const watch = new WatchLedger({ clock, randomness, incidents, records, pager: new LogPager(log) });
  const [recordLog, keyLog] = [new LedgerGateway(ledger), new LedgerGateway(keyLedger)];
  const carryRecords = new CarryRecords({ clock, records, ledger: recordLog, watch });
  const carryKeyFacts = new CarryKeyFacts({ facts: database.keyFacts, keyLog });
  const follows = [recordLog, keyLog].map((each) => new FollowLog({ log: each, heads: database.logHeads, clock, watch }));
  const notify = new NotifyAgency({ clock, randomness, outbox, mailer });
  const relayOutbox = new RelayOutbox({ clock, outbox, publisher: new QueuePublisher(queues), notify });
  return {
    relay: new WorkLoop({ work: async () => unlessLast(await relayOutbox.carryOut()), pollMs: POLL_MS, retryMs: RETRY_MS, log, failed: 'relay.failed' }),
    carry: new WorkLoop({ work: () => carryRecords.carryOut(), pollMs: POLL_MS, retryMs: RETRY_MS, log, failed: 'ledger.append-failed' }),
    // Facts about keys come a few a day: nobody is woken for them.
    carryKeys: new WorkLoop({ work: () => carryKeyFacts.carryOut(), pollMs: KEY_FACTS_MS, retryMs: RETRY_MS, log, failed: 'ledger.append-failed' }),
    follows,
    following: follows.map((follow) => new WorkLoop({ work: async () => { await follow.carryOut(); return 0; }, pollMs: FOLLOW_MS, retryMs: FOLLOW_MS, log, failed: 'ledger.append-failed' })),
    workers: new NotifyAgencyWorkers(queues, notify, log),
    sweeps: new Sweeps(queues, { clock, watch, upkeep, log }),
  };
}

/** What was seen last is kept: the next start goes on from it. */
async function endFollowing(follows: readonly FollowLog[], log: Logger): Promise<void> {
  for (const follow of follows) await follow.end().catch((error: unknown) => { log.failure('ledger.append-failed', error); });
}

/** A batch that was not full was the last: whoever commits a row later wakes the relay again, and asking once more finds nothing each time. */
function unlessLast(claimed: number): number {
  return claimed < RelayOutbox.BATCH ? 0 : claimed;
}

async function openDatabase(settings: Readonly<CourierSettings>, { log, mark }: StartCourierOptions): Promise<HubDatabase> {
  const database = await openHubDatabase({
    url: settings.COURIER_DATABASE_URL.reveal(), ...tlsUnder(settings.COURIER_DATABASE_CA), poolSize: settings.COURIER_POOL_SIZE, applicationName: 'lateral-courier',
    onConnectionError: (error) => { log.failure('database.lost', error); },
  });
  const marked = (await database.isMigrated()) ? refusalOfMark(mark ?? settings.LATERAL_MODE, await database.installation.mark()) : 'database-not-migrated';
  const partnership = marked === null ? await database.directory.partnership() : null;
  const refusal = marked ?? (partnership && refusalOfPartnership(settings.LATERAL_MODE, partnership.document));
  if (refusal === null) return database;
  await database.close();
  throw new CourierRefused(refusal);
}

function refuse(code: string | null): void {
  if (code !== null) throw new CourierRefused(code);
}

/** Of the log of records and of that of key facts, under one identity. */
function ledgerClients(settings: Readonly<CourierSettings>, log: Logger): [ledger: LedgerClient, keyLedger: LedgerClient] {
  const identity = identityFrom(settings, 'COURIER', { cert: settings.COURIER_TLS_CERT, key: settings.COURIER_TLS_KEY, ca: settings.COURIER_TLS_CA }, (outcome) => { log.log(`certificate.${outcome}`); });
  return [
    LedgerClient.over({ host: settings.LEDGER_HOST, port: settings.LEDGER_PORT, identity }, { logKey: settings.LEDGER_VERIFIER_KEY }),
    LedgerClient.over({ host: settings.KEY_LEDGER_HOST, port: settings.KEY_LEDGER_PORT, identity }, { logKey: settings.KEY_LEDGER_VERIFIER_KEY }),
  ];
}

function backendOf(settings: Readonly<CourierSettings>): QueueBackend {
  const url = settings.COURIER_QUEUE_URL.reveal();
  const name = settings.COURIER_QUEUE_PREFIX;
  const { ssl } = tlsUnder(settings.COURIER_QUEUE_CA);
  const tls = ssl === undefined ? {} : { tls: ssl };
  return settings.COURIER_QUEUE_BACKEND === 'redis' ? { backend: 'redis', url, prefix: name, ...tls } : { backend: 'postgres', connectionString: url, schema: name, ...tls };
}

async function agenciesOf(database: HubDatabase): Promise<string[]> {
  const file = await database.directory.partnership();
  if (file === null) throw new CourierRefused('no-partnership');
  return file.document.agencies.map(({ id }) => id);
}

async function keepAgenciesHosted(database: HubDatabase, workers: NotifyAgencyWorkers, log: Logger): Promise<void> {
  try {
    await workers.hostFor(await agenciesOf(database));
  } catch (error) {
    log.failure('sweep.failed', error, { sweep: 'agencies' });
  }
}

// A worker that has stopped taking jobs says nothing; ending the process is what brings it back.
async function endIfStuck(queues: QueueHost, log: Logger): Promise<void> {
  const look = await queues.stuckQueues();
  if (!look.ok || look.stuck.length === 0) return;
  log.log('worker.stuck', { count: look.stuck.length });
  process.kill(process.pid, 'SIGTERM');
}
