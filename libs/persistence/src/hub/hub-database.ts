import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { PLANNING } from '../planning.js';
import { PostgresAgreementStore } from './agreement-store.js';
import { PostgresAttachmentStore, type ChunkLocks } from './attachment-store.js';
import { PostgresCatalogueStore } from './catalogue-store.js';
import { PostgresCheckStore } from './check-store.js';
import { Connections } from './connections.js';
import { DatabaseClock } from './database-clock.js';
import { PostgresDirectoryStore } from './directory-store.js';
import type { CopyLocks } from './copy-locks.js';
import { copyStores, type CopyStores } from './copy-stores.js';
import { PostgresLockedKeyStore } from './custody-store.js';
import { PostgresContactStore, PostgresDraftStore, PostgresMemberNameStore, PostgresWorkStore } from './desk-stores.js';
import { PostgresErasureStore } from './erasure-store.js';
import { PostgresEvidenceStore } from './evidence-store.js';
import { PostgresIncidentStore } from './incident-store.js';
import { Installation } from './installation.js';
import { HUB_MIGRATIONS } from './migrations/index.js';
import { PostgresNoticeStore, PostgresOutboxStore } from './outbox-store.js';
import { PostgresInvitationStore } from './invitation-store.js';
import { makeLoginRole, type LoginRole, type MadeRole } from './login-role.js';
import { PostgresKeyFactStore } from './key-fact-store.js';
import { PostgresLogHeadStore } from './log-head-store.js';
import { PostgresOverrideStore } from './override-store.js';
import { PostgresOneTimeCodeStore, PostgresPersonStore, PostgresProviderTripStore } from './people-stores.js';
import { PostgresPasskeyStore } from './passkey-store.js';
import { PostgresRecordStore } from './record-store.js';
import { PostgresRecusalStore } from './recusal-store.js';
import { PostgresRetentionStore } from './retention-store.js';
import { grantAgain, grantApplicationRole } from './roles.js';
import { PostgresKeyProofStore, PostgresSessionStore } from './session-store.js';
import { PostgresStepUpStore } from './step-up-store.js';
import { Upkeep } from './upkeep.js';
import { Wake } from './wake.js';

export interface HubDatabaseSettings {
  url: string;
  poolSize: number;
  applicationName: string;
  ssl?: boolean | { ca?: string; cert?: string; key?: string; rejectUnauthorized?: boolean };
  /** Told of lost connections that nobody waits for. Carries no data. */
  onConnectionError?: (error: unknown) => void;
}

const STATEMENT_TIMEOUT_MS = 15_000;
const IDLE_IN_TRANSACTION_MS = 10_000;

/** The hub's database: the adapters of every port, the clock and the wake-ups. */
export class HubDatabase {
  readonly clock: DatabaseClock;
  readonly checks: PostgresCheckStore;
  readonly records: PostgresRecordStore;
  readonly incidents: PostgresIncidentStore;
  readonly outbox: PostgresOutboxStore;
  readonly notices: PostgresNoticeStore;
  readonly sessions: PostgresSessionStore;
  readonly keyProofs: PostgresKeyProofStore;
  readonly people: PostgresPersonStore;
  readonly trips: PostgresProviderTripStore;
  readonly codes: PostgresOneTimeCodeStore;
  readonly directory: PostgresDirectoryStore;
  readonly erasures: PostgresErasureStore;
  readonly retention: PostgresRetentionStore;
  readonly evidence: PostgresEvidenceStore;
  readonly lockedKeys: PostgresLockedKeyStore;
  readonly invitations: PostgresInvitationStore;
  readonly keyFacts: PostgresKeyFactStore;
  readonly logHeads: PostgresLogHeadStore;
  readonly passkeys: PostgresPasskeyStore;
  readonly stepUps: PostgresStepUpStore;
  readonly overrides: PostgresOverrideStore;
  readonly recusals: PostgresRecusalStore;
  readonly agreements: PostgresAgreementStore;
  readonly drafts: PostgresDraftStore;
  readonly work: PostgresWorkStore;
  readonly contacts: PostgresContactStore;
  readonly names: PostgresMemberNameStore;
  readonly catalogues: PostgresCatalogueStore;
  readonly installation: Installation;
  readonly upkeep: Upkeep;

  constructor(private readonly source: DataSource, readonly connections: Connections, readonly wake: Wake) {
    this.clock = new DatabaseClock(connections);
    this.checks = new PostgresCheckStore(connections, wake);
    this.records = new PostgresRecordStore(connections);
    this.incidents = new PostgresIncidentStore(connections, wake);
    this.outbox = new PostgresOutboxStore(connections, wake);
    this.notices = new PostgresNoticeStore(connections);
    this.sessions = new PostgresSessionStore(connections, wake);
    this.keyProofs = new PostgresKeyProofStore(connections, wake);
    this.people = new PostgresPersonStore(connections);
    this.trips = new PostgresProviderTripStore(connections);
    this.codes = new PostgresOneTimeCodeStore(connections, wake);
    this.directory = new PostgresDirectoryStore(connections, wake);
    this.erasures = new PostgresErasureStore(connections, wake);
    this.retention = new PostgresRetentionStore(connections, wake);
    this.evidence = new PostgresEvidenceStore(connections);
    this.lockedKeys = new PostgresLockedKeyStore(connections, wake);
    this.invitations = new PostgresInvitationStore(connections, wake);
    this.keyFacts = new PostgresKeyFactStore(connections);
    this.logHeads = new PostgresLogHeadStore(connections);
    this.passkeys = new PostgresPasskeyStore(connections, wake);
    this.stepUps = new PostgresStepUpStore(connections, wake);
    this.overrides = new PostgresOverrideStore(connections);
    this.recusals = new PostgresRecusalStore(connections, wake);
    this.agreements = new PostgresAgreementStore(connections, wake);
    this.drafts = new PostgresDraftStore(connections, wake);
    this.work = new PostgresWorkStore(connections, wake);
    this.contacts = new PostgresContactStore(connections, wake);
    this.names = new PostgresMemberNameStore(connections);
    this.catalogues = new PostgresCatalogueStore(connections, wake);
    this.installation = new Installation(connections);
    this.upkeep = new Upkeep(connections);
  }

  /** Brings the tables up to date as their owner, makes the months, and grants applications' roles what is new. Returns the names of the migrations that ran. */
  async migrate(): Promise<string[]> {
    const ran = await this.source.runMigrations({ transaction: 'each' });
    await this.upkeep.ensurePartitions(await this.clock.now());
    await grantAgain(this.connections);
    return ran.map(({ name }) => name);
  }

  attachmentsUnder(locks: ChunkLocks): PostgresAttachmentStore {
    return new PostgresAttachmentStore(this.connections, locks);
  }

  /** Stores of agencies' keys, of which every copy lies locked under keys that are elsewhere. */
  copiesUnder(locks: CopyLocks): CopyStores {
    return copyStores(this.connections, this.wake, locks);
  }

  /** Lets an application's role do what hub and courier do, and no more. For the owner, after migrating. */
  grantTo(role: string): Promise<void> {
    return grantApplicationRole(this.connections, role);
  }

  /** Makes the role that hub and courier run as, or sets its password, and grants it the same. For the owner, after migrating. */
  makeRole(role: LoginRole): Promise<MadeRole> {
    return makeLoginRole(this.connections, role);
  }

  /** Undoes the newest migration. For the test that goes up, down and up. */
  undoLastMigration(): Promise<void> {
    return this.source.undoLastMigration({ transaction: 'each' });
  }

  /** Whether every migration of this build has run: an app that is ahead of its tables must not start. */
  async isMigrated(): Promise<boolean> {
    // Asking TypeORM makes its table where there is none, and two processes that ask at once would both make it.
    const found = await this.source.query<{ there: boolean }[]>("select to_regclass('hub_migration') is not null as there");
    return found[0]?.there === true && !(await this.source.showMigrations());
  }

  /** Rejects where the database does not answer. */
  async ping(): Promise<void> {
    await this.clock.now();
  }

  /** Sends the wake-ups that are due, then lets go of every connection. */
  async close(): Promise<void> {
    await this.wake.close();
    await this.source.destroy();
  }
}

/** Connects; rejects where the database cannot be reached. */
export async function openHubDatabase(settings: HubDatabaseSettings): Promise<HubDatabase> {
  const { url, poolSize, applicationName } = settings;
  const onError = settings.onConnectionError ?? (() => undefined);
  const ssl = settings.ssl === undefined ? {} : { ssl: settings.ssl };
  const limits = { statement_timeout: STATEMENT_TIMEOUT_MS, idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS, keepAlive: true, connectionTimeoutMillis: 5_000, options: PLANNING };
  const source = new DataSource({
    type: 'postgres', url, poolSize, applicationName, ...ssl,
    installExtensions: false, uuidExtension: 'pgcrypto', logging: false,
    migrations: HUB_MIGRATIONS, migrationsTableName: 'hub_migration',
    poolErrorHandler: onError,
    extra: limits,
  });
  await source.initialize();
  const wake = new Wake({
    client: () => new Client({ connectionString: url, application_name: `${applicationName}-wake`, keepAlive: true, connectionTimeoutMillis: 5_000, ...ssl }),
    onError,
  });
  return new HubDatabase(source, new Connections(source), wake);
}
