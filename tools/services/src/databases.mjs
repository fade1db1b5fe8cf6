// @ts-check
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { rolePassword } from './folders.mjs';
import { SetupFailure } from './setup-failure.mjs';

/**
 * @typedef {object} DatabaseUrls
 * @property {string} databaseUrl the hub's database, as its owner
 * @property {string} keyStoreUrl the database of the objects' keys, as its owner: never backed up
 * @property {string} ledgerDatabaseUrl the ledger's database, as its owner: for migrations only
 * @property {string} ledgerAppDatabaseUrl the ledger's database as `lateral_ledger_app`: what the ledger's process runs as. Its rights
 *   (INSERT and SELECT) come from the ledger's own migration
 * @property {string} keyLedgerDatabaseUrl the same of the second log, of key facts
 * @property {string} keyLedgerAppDatabaseUrl
 */

const owners = /** @type {const} */ ({ hub: 'lateral_hub', keyStore: 'lateral_key_store', ledger: 'lateral_ledger', keyLedger: 'lateral_key_ledger' });
/** @param {string} kind */
const isLedger = (kind) => kind === 'ledger' || kind === 'keyLedger';
const ledgerApp = 'lateral_ledger_app';

/**
 * Makes the roles and the databases of the demo where they are missing. Safe to repeat.
 * @param {string} adminUrl the superuser's
 * @param {string} password the folder's
 * @returns {Promise<DatabaseUrls>}
 */
export async function ensureDatabases(adminUrl, password) {
  await withClient(adminUrl, async (client) => {
    for (const role of [...Object.values(owners), ledgerApp]) await ensureRole(client, role, rolePassword(password, role));
    // A database bears the name of its owner.
    for (const [kind, name] of Object.entries(owners)) {
      const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
      if (rowCount === 0) await createDatabase(client, name, name, isLedger(kind) ? ledgerApp : undefined);
    }
  });
  return urlsFor(adminUrl, password);
}

/**
 * Databases for one run, dropped by `drop`, even while something is still connected.
 * @param {DatabaseUrls} like their servers and roles are used
 * @param {Record<keyof typeof owners, string>} creators addresses of identities that may create databases on those servers
 * @param {string} name lower-case letters, digits and underscores
 * @returns {Promise<DatabaseUrls & { drop: () => Promise<void> }>}
 */
export async function createSet(like, creators, name) {
  if (!/^[a-z][a-z0-9_]{0,30}$/u.test(name)) throw new Error(`not a name for databases: ${name}`);
  const stem = `${name}_${randomBytes(5).toString('hex')}`;
  const made = { hub: `${stem}_hub`, keyStore: `${stem}_key_store`, ledger: `${stem}_ledger`, keyLedger: `${stem}_key_ledger` };
  const kinds = /** @type {(keyof typeof owners)[]} */ (Object.keys(owners));
  const roles = { hub: [like.databaseUrl], keyStore: [like.keyStoreUrl], ledger: [like.ledgerDatabaseUrl, like.ledgerAppDatabaseUrl], keyLedger: [like.keyLedgerDatabaseUrl, like.keyLedgerAppDatabaseUrl] };
  for (const kind of kinds) {
    const [owner, guest] = roles[kind].map(userOf);
    await withClient(creators[kind], (client) => createDatabase(client, made[kind], String(owner), guest));
  }
  return {
    databaseUrl: withPath(like.databaseUrl, made.hub),
    keyStoreUrl: withPath(like.keyStoreUrl, made.keyStore),
    ledgerDatabaseUrl: withPath(like.ledgerDatabaseUrl, made.ledger),
    ledgerAppDatabaseUrl: withPath(like.ledgerAppDatabaseUrl, made.ledger),
    keyLedgerDatabaseUrl: withPath(like.keyLedgerDatabaseUrl, made.keyLedger),
    keyLedgerAppDatabaseUrl: withPath(like.keyLedgerAppDatabaseUrl, made.keyLedger),
    drop: async () => {
      for (const kind of kinds) await withClient(creators[kind], (client) => client.query(`DROP DATABASE IF EXISTS ${made[kind]} WITH (FORCE)`));
    },
  };
}

/**
 * On a Postgres that somebody runs for us: the address of the role that may only insert and read, derived from the owner's; the role is
 * made if it is missing.
 * @param {string} ledgerUrl the owner's
 * @returns {Promise<string>}
 */
export async function deriveLedgerAppUrl(ledgerUrl) {
  const url = new URL(ledgerUrl);
  url.username = ledgerApp;
  url.password = rolePassword(decodeURIComponent(new URL(ledgerUrl).password), ledgerApp);
  try {
    await withClient(url.href, (client) => client.query('SELECT 1'));
  } catch {
    const mend = `psql as an administrator: CREATE ROLE ${ledgerApp} LOGIN PASSWORD '...', and set LEDGER_APP_DATABASE_URL`;
    await withClient(ledgerUrl, (client) => ensureRole(client, ledgerApp, url.password)).catch(() => {
      throw new SetupFailure(`the owner of that ledger's database may not make the role ${ledgerApp}`, mend);
    });
  }
  return url.href;
}

/**
 * @param {pg.Client} client
 * @param {string} role
 * @param {string} password
 */
async function ensureRole(client, role, password) {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  await client.query(`${rowCount === 0 ? 'CREATE' : 'ALTER'} ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '${password}'`);
  // One stuck session would freeze the horizon that the sequencer and vacuum wait for.
  await client.query(`ALTER ROLE ${role} SET statement_timeout = '30s'`);
  await client.query(`ALTER ROLE ${role} SET idle_in_transaction_session_timeout = '10s'`);
}

/**
 * The hub's role may not even connect to the ledger's database, nor the ledger's to the hub's.
 * @param {pg.Client} client
 * @param {string} name
 * @param {string} owner
 * @param {string} [guest] a role that may connect as well
 */
async function createDatabase(client, name, owner, guest) {
  await client.query(`CREATE DATABASE ${name} OWNER ${pg.escapeIdentifier(owner)} TEMPLATE template0`);
  await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
  if (guest !== undefined) await client.query(`GRANT CONNECT ON DATABASE ${name} TO ${pg.escapeIdentifier(guest)}`);
}

/**
 * @param {string} adminUrl
 * @param {string} password the folder's
 * @returns {DatabaseUrls}
 */
function urlsFor(adminUrl, password) {
  const urlAs = (/** @type {string} */ role, /** @type {string} */ database) => {
    const url = new URL(withPath(adminUrl, database));
    url.username = role;
    url.password = rolePassword(password, role);
    return url.href;
  };
  return {
    databaseUrl: urlAs(owners.hub, owners.hub),
    keyStoreUrl: urlAs(owners.keyStore, owners.keyStore),
    ledgerDatabaseUrl: urlAs(owners.ledger, owners.ledger),
    ledgerAppDatabaseUrl: urlAs(ledgerApp, owners.ledger),
    keyLedgerDatabaseUrl: urlAs(owners.keyLedger, owners.keyLedger),
    keyLedgerAppDatabaseUrl: urlAs(ledgerApp, owners.keyLedger),
  };
}

/**
 * @param {string} url
 * @param {string} database
 */
function withPath(url, database) {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/** @param {string} url */
const userOf = (url) => decodeURIComponent(new URL(url).username);

/**
 * @template T
 * @param {string} url
 * @param {(client: pg.Client) => Promise<T>} act
 * @returns {Promise<T>}
 */
async function withClient(url, act) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}
