import { createHash } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { uuid7 } from '@lateral/domain';
import { adoptSha256 } from '@lateral/contracts';
import { AdoptCatalogue, DestroyCopies, FollowLog, WatchLedger, WatchRosters } from '@lateral/exchange';
import type { Clock, IncidentPager } from '@lateral/exchange';
import { LedgerClient, LedgerGateway } from '@lateral/ledger-client';
import { openHubDatabase, SharedClock, type CopyStores, type HubDatabase } from '@lateral/persistence/hub';
import { ErasableChecks, ErasableEvidence, ObjectChunkLocks, ObjectCopyLocks, openKeyStore, type KeyStore } from '@lateral/persistence/key-store';
import { Health, hrMs, identityFrom, SystemRandom, systemNow, tlsUnder } from '@lateral/platform';
import type { InstallationMark, Logger, ShutdownStep } from '@lateral/platform';
import { TrustedDirectory } from './directory/trusted-directory.js';
import { makeHub } from './hub-app.js';
import { goOnDestroying } from './custody/go-on-destroying.js';
import type { CustodyParts } from './hub-parts.js';
import { watchUnused } from './http/unused-connections.js';
import type { HubSettings } from './hub.settings.js';
import { loadLaw, type ConfiguredLaw } from './law/load-law.js';
import { StandingLaw } from './law/standing-law.js';
import { goOnFollowing } from './log/go-on-following.js';
import { pagesOf } from './pages/pages-of.js';
import { relyingPartyOf } from './passkeys/relying-party.js';
import type { NoticeSource } from './ports.js';
import { assertSettings } from './refuse-settings.js';
import { assertDatabase, assertPartnership, HubRefused } from './refuse-to-start.js';
import { ChainedRosterJudge } from './rosters/roster-judge.js';
import { RememberedSessions } from './sign-in/remembered-sessions.js';
import { signInParts } from './sign-in/configured-sign-in.js';
import { RATE_LIMITS, type RateLimits } from './http/rate-limits.js';

export interface StartHubOptions {
  log: Logger;
  /** The mark that the database must bear; an ordinary start expects that of its mode. */
  mark?: InstallationMark;
  /** Only test entry points pass one. */
  clock?: Clock;
  /** How often somebody may ask; tests of the limits pass their own. */
  limits?: RateLimits;
  /** Folder where a build put what it found right in config/; the bundle's own where none is named. */
  readings?: string;
}

export interface RunningHub {
  port: number;
  url: string;
  app: NestFastifyApplication;
  steps: ShutdownStep[];
}

const PING_MS = 2_000;
/** Reads and writes of keys go together, one statement at a time each. */
const KEY_STORE_CONNECTIONS = 4;

/** What is opened before anything is checked, and closed again where a check fails. */
interface Opened { configured: ConfiguredLaw; database: HubDatabase; keyStore: KeyStore; ledger: LedgerClient; keyLedger: LedgerClient }

/** The hub, listening. Throws rather than start half wired; what was opened by then is closed again. */
export async function startHub(settings: Readonly<HubSettings>, options: StartHubOptions): Promise<RunningHub> {
  const { log } = options;
  adoptSha256((bytes) => createHash('sha256').update(bytes).digest());
  assertSettings(settings);
  const configured = await loadLaw(settings.HUB_CONFIG, settings.HUB_DEADLINE_POLICY, options.readings);
  const database = await openHubDatabase({
    url: settings.HUB_DATABASE_URL.reveal(), ...tlsUnder(settings.HUB_DATABASE_CA), poolSize: settings.HUB_POOL_SIZE, applicationName: 'lateral-hub', onConnectionError: (error) => { log.failure('database.lost', error); },
  });
  const keyStore = await openKeyStore({ url: settings.HUB_KEY_STORE_URL.reveal(), ...tlsUnder(settings.HUB_KEY_STORE_CA), poolSize: KEY_STORE_CONNECTIONS, randomness: new SystemRandom(), onConnectionError: (error) => { log.failure('database.lost', error); } })
    .catch(async (error: unknown) => { await database.close(); throw error; });
  const identity = identityFrom(settings, 'HUB', { cert: settings.HUB_TLS_CERT, key: settings.HUB_TLS_KEY, ca: settings.HUB_TLS_CA }, (outcome) => { log.log(`certificate.${outcome}`); });
  const ledger = LedgerClient.over(
    { host: settings.LEDGER_HOST, port: settings.LEDGER_PORT, identity },
    { logKey: settings.LEDGER_VERIFIER_KEY },
  );
  const keyLedger = LedgerClient.over(
    { host: settings.KEY_LEDGER_HOST, port: settings.KEY_LEDGER_PORT, identity },
    { logKey: settings.KEY_LEDGER_VERIFIER_KEY },
  );
  try {
    return await listening(settings, options, { configured, database, keyStore, ledger, keyLedger });
  } catch (error) {
    ledger.close();
    keyLedger.close();
    await keyStore.close();
    await database.close();
    throw error;
  }
}

async function listening(settings: Readonly<HubSettings>, { log, mark, clock: given, limits = RATE_LIMITS }: StartHubOptions, { configured, database, keyStore, ledger, keyLedger }: Opened): Promise<RunningHub> {
  for (const each of [database, keyStore]) await assertDatabase(each, mark ?? settings.LATERAL_MODE);
  const partnership = await database.directory.partnership();
  if (partnership === null) throw new HubRefused('no-partnership');
  assertPartnership(settings.LATERAL_MODE, partnership);

  const clock = new SharedClock(given ?? database.clock);
  const random = new SystemRandom();
  const directory = directoryOf(database, settings, { log, clock, random });
  await directory.refresh();
  const adopted = await new AdoptCatalogue({ clock, randomness: random, catalogues: database.catalogues }).carryOut(configured.catalogue.document);
  // Shares were judged by other rows under this version: what they relied on must stay readable.
  if (adopted === 'different') throw new HubRefused('catalogue-changed-under-its-version');
  const law = new StandingLaw(configured, database.agreements, { elapsedMs: hrMs, onFailure: (error) => { log.failure('request.failed', error, { part: 'law' }); } });
  await law.refresh();
  const health = new Health(['database', 'directory']);
  for (const part of ['directory', 'database'] as const) health.set(part, true);

  const logs = await logsOf({ ledger, keyLedger }, database, { log, clock, random });
  const { copies, destroying } = copiesOf(database, keyStore, random);
  const signIn = signInParts(settings, database, limits);
  const app = await makeHub({
    log, clock, randomness: random, health, audience: settings.HUB_AUDIENCE, directory, directoryStore: copies.directory,
    sessions: new RememberedSessions(database.sessions, hrMs), signIn, passkeys: database.passkeys, stepUps: database.stepUps, relyingParty: relyingPartyOf(signIn, settings.HUB_RP_ID ?? null), checks: new ErasableChecks(database.checks, keyStore.keys, random), attachments: database.attachmentsUnder(new ObjectChunkLocks(keyStore.keys, random)), records: database.records,
    evidence: new ErasableEvidence(database.evidence, keyStore.keys), incidents: database.incidents, law, catalogues: database.catalogues, agreements: database.agreements, overrides: database.overrides, recusals: database.recusals, proofs: logs.records, keyFacts: database.keyFacts, desk: database, keys: keysOf(database, { copies, destroying, clock, rootFingerprint: settings.ROOT_FINGERPRINT }), keyLog: logs.keyLog, notices: noticesOf(database),
    pages: await pagesOf(settings.HUB_PAGES ?? null, settings.ROOT_FINGERPRINT), newRequestId: () => uuid7(systemNow(), random.bytes(10)),
  });
  const endUnused = watchUnused(app.getHttpServer());
  await app.listen(settings.HUB_PORT, settings.HUB_HOST);
  const pings = setInterval(() => { void ping(database, health); }, PING_MS);
  const endDestroying = await goOnDestroying(destroying, (error) => { log.failure('request.failed', error, { part: 'copies' }); });
  const endFollowing = logs.follow();
  const port = portOf(app);
  return {
    app, port, url: `http://${settings.HUB_HOST === '127.0.0.1' ? 'localhost' : settings.HUB_HOST}:${port}`,
    steps: [
      { part: 'http', stop: async () => { clearInterval(pings); endDestroying(); endUnused(); await app.close(); } },
      { part: 'ledger', stop: async () => { await endFollowing(); ledger.close(); keyLedger.close(); } },
      { part: 'key-store', stop: () => keyStore.close() },
      { part: 'database', stop: () => database.close() },
    ],
  };
}

/** The directory as the pinned root vouches for it; an agency whose rosters do not hold is logged, and is an incident as long as there is one. */
function directoryOf(database: HubDatabase, { ROOT_FINGERPRINT: rootFingerprint }: Readonly<HubSettings>, { log, clock, random }: { log: StartHubOptions['log']; clock: Clock; random: SystemRandom }): TrustedDirectory {
  const watch = new WatchRosters({ clock, randomness: random, incidents: database.incidents });
  const onFailure = (error: unknown): void => { log.failure('request.failed', error, { part: 'directory' }); };
  return new TrustedDirectory(database.directory, clock, {
    rootFingerprint, elapsedMs: hrMs, onFailure,
    onFaultyAgency: (agency, fault) => { log.log('directory.agency-refused', { agency, fault }); },
    onJudged: (refused) => { watch.carryOut(refused).catch(onFailure); },
  });
}

/** Both logs, which have to go on from the heads that hubs and couriers have kept of them; one that does not is an incident, and is believed nothing. */
async function logsOf({ ledger, keyLedger }: Pick<Opened, 'ledger' | 'keyLedger'>, { incidents, logHeads: heads, records: recordStore }: HubDatabase, { log, clock, random: randomness }: { log: Logger; clock: Clock; random: SystemRandom }): Promise<{ records: LedgerGateway; keyLog: LedgerGateway; follow(): () => Promise<void> }> {
  const [records, keyLog] = [new LedgerGateway(ledger), new LedgerGateway(keyLedger)];
  const pager: IncidentPager = { page: (kind, what) => { log.log(what === 'raised' ? 'ledger.forked' : 'ledger.back', { kind }); } };
  const watch = new WatchLedger({ clock, randomness, incidents, records: recordStore, pager });
  const follows = [records, keyLog].map((each) => new FollowLog({ log: each, heads, clock, watch }));
  await Promise.all(follows.map((follow) => follow.begin()));
  return { records, keyLog, follow: () => goOnFollowing(follows, (error) => { log.failure('request.failed', error, { part: 'ledger' }); }) };
}

/** Copies of agencies' keys as they lie locked, and the act that destroys what of them is given up. */
function copiesOf(database: HubDatabase, { keys }: KeyStore, random: SystemRandom): { copies: CopyStores; destroying: DestroyCopies } {
  const copies = database.copiesUnder(new ObjectCopyLocks(keys, random));
  return { copies, destroying: new DestroyCopies({ givenUp: copies.givenUp, keys }) };
}

function keysOf({ lockedKeys, invitations }: HubDatabase, { copies: { custody, rosters, directory }, destroying, clock, rootFingerprint }: { copies: CopyStores; destroying: DestroyCopies; clock: Clock; rootFingerprint: string }): CustodyParts {
  return { custody, lockedKeys, invitations, rosters, copies: destroying, judge: new ChainedRosterJudge({ directory, clock, rootFingerprint }) };
}

function noticesOf({ notices, wake }: HubDatabase): NoticeSource {
  return {
    byIds: (ids) => notices.byIds(ids),
    since: (agency, seen, page) => notices.since(agency, seen, page),
    newest: (agency) => notices.newest(agency),
    listen: (onWake) => wake.listen('notice', onWake),
    listenForEnds: (onWake) => wake.listen('session', () => onWake()),
  };
}

async function ping(database: HubDatabase, health: Health): Promise<void> {
  await database.ping().then(() => health.set('database', true), () => health.set('database', false));
}

function portOf(app: NestFastifyApplication): number {
  const address = app.getHttpServer().address();
  if (address === null || typeof address === 'string') throw new Error('the hub does not listen on a port');
  return address.port;
}
