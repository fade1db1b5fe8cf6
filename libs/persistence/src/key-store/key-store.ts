import type { Randomness } from '@lateral/exchange';
import { DataSource } from 'typeorm';
import { Connections } from '../hub/connections.js';
import { Installation } from '../hub/installation.js';
import { PLANNING } from '../planning.js';
import { ObjectKeys0001 } from './migrations/0001-object-keys.js';
import { PostgresObjectKeys } from './object-keys.js';

export interface KeyStoreSettings {
  url: string;
  poolSize: number;
  randomness: Randomness;
  ssl?: boolean | { ca?: string; rejectUnauthorized?: boolean };
  onConnectionError?: (error: unknown) => void;
}

/** The database of the objects' keys. It is replicated and never backed up: a backup of it would undo every erasure. */
export class KeyStore {
  readonly keys: PostgresObjectKeys;
  readonly installation: Installation;

  constructor(private readonly source: DataSource, connections: Connections, randomness: Randomness) {
    this.keys = new PostgresObjectKeys(connections, randomness);
    this.installation = new Installation(connections);
  }

  /** Returns the names of the migrations that ran. */
  async migrate(): Promise<string[]> {
    return (await this.source.runMigrations({ transaction: 'each' })).map(({ name }) => name);
  }

  /** Whether every migration of this build has run. */
  async isMigrated(): Promise<boolean> {
    const found = await this.source.query<{ there: boolean }[]>("select to_regclass('key_store_migration') is not null as there");
    return found[0]?.there === true && !(await this.source.showMigrations());
  }

  undoLastMigration(): Promise<void> {
    return this.source.undoLastMigration({ transaction: 'each' });
  }

  close(): Promise<void> {
    return this.source.destroy();
  }
}

/** Connects; rejects where the database cannot be reached. */
export async function openKeyStore({ url, poolSize, randomness, ssl, onConnectionError }: KeyStoreSettings): Promise<KeyStore> {
  const source = new DataSource({
    type: 'postgres', url, poolSize, applicationName: 'lateral-key-store', ...(ssl === undefined ? {} : { ssl }),
    installExtensions: false, uuidExtension: 'pgcrypto', logging: false,
    migrations: [ObjectKeys0001], migrationsTableName: 'key_store_migration',
    poolErrorHandler: onConnectionError ?? (() => undefined),
    extra: { statement_timeout: 15_000, keepAlive: true, connectionTimeoutMillis: 5_000, options: PLANNING },
  });
  await source.initialize();
  return new KeyStore(source, new Connections(source), randomness);
}
