import { uuid7 } from '@lateral/domain';
import { AdoptCatalogue, DestroyCopies, FollowLog, WatchLedger, WatchRosters } from '@lateral/exchange';
import type { Clock, IncidentPager } from '@lateral/exchange';
import { LedgerGateway, type LedgerClient } from '@lateral/ledger-client';
import { SharedClock, type CopyStores, type HubDatabase } from '@lateral/persistence/hub';
import { ErasableChecks, ErasableEvidence, ObjectChunkLocks, ObjectCopyLocks, type KeyStore } from '@lateral/persistence/key-store';
import { Health, hrMs, SystemRandom, systemNow } from '@lateral/platform';
import type { Logger } from '@lateral/platform';
import { TrustedDirectory } from './directory/trusted-directory.js';
import { RATE_LIMITS, type RateLimits } from './http/rate-limits.js';
import type { CustodyParts, HubParts } from './hub-parts.js';
import type { HubSettings } from './hub.settings.js';
import type { ConfiguredLaw } from './law/load-law.js';
import { StandingLaw } from './law/standing-law.js';
import { goOnFollowing } from './log/go-on-following.js';
import { pagesOf } from './pages/pages-of.js';
import { relyingPartyOf } from './passkeys/relying-party.js';
import type { NoticeSource } from './ports.js';
import { HubRefused } from './refuse-to-start.js';
import { ChainedRosterJudge } from './rosters/roster-judge.js';
import { signInParts } from './sign-in/configured-sign-in.js';
import { RememberedSessions } from './sign-in/remembered-sessions.js';

export interface WireOptions {
  log: Logger;
  /** Only test entry points pass one. */
  clock?: Clock;
  /** How often somebody may ask; tests of the limits pass their own. */
  limits?: RateLimits;
}

/** What the hub is made of, whatever stands behind each part, and what goes on beside it once it listens. */
export interface Wired {
  parts: HubParts;
  destroying: DestroyCopies;
  /** Begins to follow both logs; returns how to end that. */
  followLogs: () => () => Promise<void>;
}

/** What is opened before anything is checked, and closed again where a check fails. */
export interface Opened { configured: ConfiguredLaw; database: HubDatabase; keyStore: KeyStore; ledger: LedgerClient; keyLedger: LedgerClient }
type Shared = { log: Logger; clock: Clock; random: SystemRandom };

/** Puts a part behind every port of the hub. Throws where the directory, the law or a log does not hold. */
export async function wireHub(settings: Readonly<HubSettings>, { log, clock: given, limits = RATE_LIMITS }: WireOptions, { configured, database, keyStore, ledger, keyLedger }: Opened): Promise<Wired> {
  const shared = { log, clock: new SharedClock(given ?? database.clock), random: new SystemRandom() };
  const { clock, random } = shared;
  const directory = directoryOf(database, settings, shared);
  await directory.refresh();
  const law = await lawOf(configured, database, shared);
  const health = new Health(['database', 'directory']);
  for (const part of ['directory', 'database'] as const) health.set(part, true);
  const logs = await logsOf({ ledger, keyLedger }, database, shared);
  const { copies, destroying } = copiesOf(database, keyStore, random);
  const signIn = signInParts(settings, database, limits);
  const { agreements, catalogues, incidents, keyFacts, overrides, passkeys, records, recusals, stepUps } = database;
  const parts: HubParts = {
    log, clock, health, randomness: random, audience: settings.HUB_AUDIENCE, newRequestId: () => uuid7(systemNow(), random.bytes(10)),
    directory, directoryStore: copies.directory, keys: keysOf(database, { copies, destroying, clock, rootFingerprint: settings.ROOT_FINGERPRINT }), keyFacts, keyLog: logs.keyLog,
    signIn, sessions: new RememberedSessions(database.sessions, hrMs), passkeys, stepUps, relyingParty: relyingPartyOf(signIn, settings.HUB_RP_ID ?? null),
    checks: new ErasableChecks(database.checks, keyStore.keys, random), attachments: database.attachmentsUnder(new ObjectChunkLocks(keyStore.keys, random)), evidence: new ErasableEvidence(database.evidence, keyStore.keys),
    records, proofs: logs.records, incidents, overrides, recusals, law, catalogues, agreements,
    desk: database, notices: noticesOf(database), pages: await pagesOf(settings.HUB_PAGES ?? null, settings.ROOT_FINGERPRINT),
  };
  return { parts, destroying, followLogs: () => logs.follow() };
}

/** The law that this hub was started with. */
async function lawOf(configured: ConfiguredLaw, { agreements, catalogues }: HubDatabase, { log, clock, random }: Shared): Promise<StandingLaw> {
  const adopted = await new AdoptCatalogue({ clock, randomness: random, catalogues }).carryOut(configured.catalogue.document);
  // Shares were judged by other rows under this version: what they relied on must stay readable.
  if (adopted === 'different') throw new HubRefused('catalogue-changed-under-its-version');
  const law = new StandingLaw(configured, agreements, { elapsedMs: hrMs, onFailure: (error) => { log.failure('request.failed', error, { part: 'law' }); } });
  await law.refresh();
  return law;
}

/** The directory as the pinned root vouches for it; an agency whose rosters do not hold is logged, and is an incident as long as there is one. */
function directoryOf(database: HubDatabase, { ROOT_FINGERPRINT: rootFingerprint }: Readonly<HubSettings>, { log, clock, random }: Shared): TrustedDirectory {
  const watch = new WatchRosters({ clock, randomness: random, incidents: database.incidents });
  const onFailure = (error: unknown): void => { log.failure('request.failed', error, { part: 'directory' }); };
  return new TrustedDirectory(database.directory, clock, {
    rootFingerprint, elapsedMs: hrMs, onFailure,
    onFaultyAgency: (agency, fault) => { log.log('directory.agency-refused', { agency, fault }); },
    onJudged: (refused) => { watch.carryOut(refused).catch(onFailure); },
  });
}

/** Both logs, which have to go on from the heads that hubs and couriers have kept of them; one that does not is an incident, and is believed nothing. */
async function logsOf({ ledger, keyLedger }: Pick<Opened, 'ledger' | 'keyLedger'>, { incidents, logHeads: heads, records: recordStore }: HubDatabase, { log, clock, random: randomness }: Shared): Promise<{ records: LedgerGateway; keyLog: LedgerGateway; follow(): () => Promise<void> }> {
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
