import { DataSource } from 'typeorm';
import type { InstallationMark } from '@lateral/platform';
import { refusalOfMark } from '@lateral/platform';
import { PLANNING } from '../planning.js';
import { LEDGER_MIGRATIONS } from './migrations/index.js';

const TABLES = ['ledger_entry', 'ledger_node', 'ledger_checkpoint', 'cosignature'];

/** Why a database is not one this process may write to. `code` says which rule; nothing of the connection is shown. */
export class LedgerDatabaseRefused extends Error {
  override readonly name = 'LedgerDatabaseRefused';

  constructor(readonly code: 'database-unmarked' | 'database-marked-otherwise' | 'database-role-too-strong') {
    super(code);
  }
}

/** TLS with a verified server; none where absent. */
interface LedgerTls { ca: string; rejectUnauthorized: true }

/** Connects to the ledger's database. Connections are kept alive so that a dead peer is noticed. */
export async function connectLedgerDatabase(url: string, poolSize = 8, ssl?: LedgerTls): Promise<DataSource> {
  return await ledgerDataSource(url, poolSize, ssl).initialize();
}

function ledgerDataSource(url: string, poolSize: number, ssl: LedgerTls | undefined): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    poolSize,
    ...(ssl === undefined ? {} : { ssl }),
    applicationName: 'lateral-ledger',
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    logging: false,
    migrations: LEDGER_MIGRATIONS,
    migrationsTableName: 'ledger_migration',
    extra: { keepAlive: true, connectionTimeoutMillis: 5_000, options: PLANNING },
  });
}

/**
 * Brings the ledger's database up to date as its owner, marks a new one, and gives `appRole` INSERT and SELECT and nothing
 * more. Safe to repeat. Returns the names of the migrations that ran. Refuses a database that bears another mark.
 */
export async function migrateLedger(options: { ownerUrl: string; appRole: string; mark: InstallationMark; ssl?: LedgerTls }): Promise<string[]> {
  const source = await connectLedgerDatabase(options.ownerUrl, 1, options.ssl);
  try {
    const ran = await source.runMigrations({ transaction: 'each' });
    await source.query('INSERT INTO installation (mark) VALUES ($1) ON CONFLICT DO NOTHING', [options.mark]);
    const refusal = refusalOfMark(options.mark, await readMark(source));
    if (refusal !== null) throw new LedgerDatabaseRefused(refusal);
    await grantAppendOnly(source, options.appRole);
    return ran.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}

/** Undoes the newest migration; `false` where none is left. For the test that goes up, down and up. */
export async function revertLedger(ownerUrl: string): Promise<boolean> {
  const source = await connectLedgerDatabase(ownerUrl, 1);
  try {
    const executed = await source.query<unknown[]>(`SELECT 1 FROM ledger_migration`);
    if (executed.length === 0) return false;
    await source.undoLastMigration({ transaction: 'each' });
    return true;
  } finally {
    await source.destroy();
  }
}

/** Refuses a database made for another kind of installation, and a role that could rewrite what it wrote. */
export async function checkLedgerDatabase(source: DataSource, mark: InstallationMark): Promise<void> {
  const refusal = refusalOfMark(mark, await readMark(source));
  if (refusal !== null) throw new LedgerDatabaseRefused(refusal);
  const [rights] = await source.query<{ strong: boolean }[]>(
    `SELECT bool_or(has_table_privilege(name, 'UPDATE, DELETE, TRUNCATE, TRIGGER') OR has_any_column_privilege(name, 'UPDATE')) AS strong FROM unnest($1::text[]) AS name`,
    [TABLES],
  );
  if (rights?.strong !== false) throw new LedgerDatabaseRefused('database-role-too-strong');
}

async function readMark(source: DataSource): Promise<string | null> {
  const [table] = await source.query<{ there: boolean }[]>(`SELECT to_regclass('installation') IS NOT NULL AS there`);
  if (table?.there !== true) return null;
  const [row] = await source.query<{ mark: string }[]>('SELECT mark FROM installation');
  return row?.mark ?? null;
}

async function grantAppendOnly(source: DataSource, role: string): Promise<void> {
  const [quoted] = await source.query<{ role: string }[]>('SELECT quote_ident($1) AS role', [role]);
  const grantee = quoted!.role;
  await source.query(`GRANT USAGE ON SCHEMA public TO ${grantee}`);
  await source.query(`GRANT SELECT ON installation TO ${grantee}`);
  await source.query(`GRANT INSERT, SELECT ON ${TABLES.join(', ')} TO ${grantee}`);
}
