// @ts-check
import { createSet, ensureDatabases } from './databases.mjs';
import { externalServices } from './external-services.mjs';
import { defaultFolder, openFolders, passwordOf } from './folders.mjs';
import { alone, hold, holders, kept, letGo } from './holders.mjs';
import { downMail, mailIsUp, upMail } from './mail.mjs';
import { redisMend } from './mends.mjs';
import { freePortOf } from './ports.mjs';
import { downPostgres, postgresData, postgresIsUp, upPostgres } from './postgres.mjs';
import { downRedis, redisData, redisIsUp, upRedis } from './redis.mjs';

/**
 * @typedef {object} Services
 * @property {string} databaseUrl the hub's database, as its owner
 * @property {string} keyStoreUrl the database of the objects' keys, as its owner
 * @property {string} ledgerDatabaseUrl the ledger's database, as its owner: for its migrations
 * @property {string} ledgerAppDatabaseUrl the ledger's database as the role that may only insert and read: for its process
 * @property {string} keyLedgerDatabaseUrl the same of the second log, of key facts
 * @property {string} keyLedgerAppDatabaseUrl
 * @property {string} adminDatabaseUrl an identity that may create databases: for tests and play
 * @property {string | null} redisUrl null where no Redis can be had
 * @property {'redis' | 'postgres'} backend where BullMQ keeps its queues
 * @property {string} smtpUrl
 * @property {string} folder of this set of services: ports, password, logs, mail
 * @property {{ postgres: string | null, redis: string | null, mail: string | null, logs: string }} places where data lie; null for what is not ours
 * @property {(name: string) => Promise<import('./databases.mjs').DatabaseUrls & { drop: () => Promise<void> }>} freshDatabases
 *   databases for one run; the name in lower-case letters, digits and underscores
 * @property {(app: 'hub' | 'ledger' | 'key-ledger' | 'courier' | 'identity-provider') => Promise<number>} portFor a free port for one of our own processes, the same each time while it is free
 * @property {() => Promise<void>} stop ends the services, unless somebody else uses them still
 */

/**
 * @typedef {object} UpOptions
 * @property {string} [folder] another folder makes another set of services, with its own ports and data (a drill that kills servers)
 * @property {(line: string) => void} [log] one line of progress at a time
 * @property {boolean} [keep] leave them up until `down` is called
 * @property {Record<string, string>} [postgresEnvironment] variables for the Postgres that is started
 * @property {NodeJS.ProcessEnv} [environment] where DATABASE_URL and the other databases', REDIS_URL and SMTP_URL are looked for
 */

/** @param {UpOptions} options */
function surroundings(options) {
  const folders = openFolders(options.folder ?? defaultFolder);
  return { folders, password: passwordOf(folders.folder), log: options.log ?? (() => undefined), postgresEnvironment: options.postgresEnvironment };
}

/**
 * Brings up Postgres, Redis and the mail catcher of a folder, or finds them up. Safe to call by several processes at once.
 * @param {UpOptions} [options]
 * @returns {Promise<Services>}
 */
export async function up(options = {}) {
  const at = surroundings(options);
  const { folder } = at.folders;
  return alone(folder, async () => {
    hold(folder, options.keep === true ? kept : undefined);
    try {
      return await bringUp(at, await externalServices(options.environment ?? process.env));
    } catch (failure) {
      letGo(folder, options.keep === true ? kept : undefined);
      if (holders(folder).length === 0) await endAll(at); // One that did not come up must not leave the others behind.
      throw failure;
    }
  });
}

/**
 * @param {import('./postgres.mjs').Surroundings} at
 * @param {Awaited<ReturnType<typeof externalServices>>} outside
 * @returns {Promise<Services>}
 */
async function bringUp(at, outside) {
  const { folder, logs, mail } = at.folders;
  const coming = [outside.databases?.databaseUrl ?? upPostgres(at), outside.redisUrl ?? upRedis(at), outside.smtpUrl ?? upMail(at)];
  await Promise.allSettled(coming); // Only when all have come or failed can those that came be ended again.
  const [adminDatabaseUrl = '', redis, smtpUrl = ''] = await Promise.all(coming);
  const databases = outside.databases ?? (await ensureDatabases(adminDatabaseUrl, at.password));
  const creators = outside.databases
    ? { hub: databases.databaseUrl, keyStore: databases.keyStoreUrl, ledger: databases.ledgerDatabaseUrl, keyLedger: databases.keyLedgerDatabaseUrl }
    : { hub: adminDatabaseUrl, keyStore: adminDatabaseUrl, ledger: adminDatabaseUrl, keyLedger: adminDatabaseUrl };
  if (redis === undefined) at.log(`Redis: none can be had here, queues run on Postgres instead; mend it with: ${redisMend}`);
  return {
    ...databases,
    adminDatabaseUrl,
    redisUrl: redis ?? null,
    backend: redis === undefined ? 'postgres' : 'redis',
    smtpUrl,
    folder,
    places: { postgres: outside.databases ? null : postgresData(at), redis: outside.redisUrl ? null : redisData(at), mail: outside.smtpUrl ? null : mail, logs },
    freshDatabases: (name) => createSet(databases, creators, name),
    portFor: (app) => freePortOf(folder, app),
    stop: () => leave(at),
  };
}

/** @param {import('./postgres.mjs').Surroundings} at */
async function leave(at) {
  await alone(at.folders.folder, async () => {
    letGo(at.folders.folder);
    if (holders(at.folders.folder).length === 0) await endAll(at);
  });
}

/** @param {import('./postgres.mjs').Surroundings} at */
async function endAll(at) {
  await Promise.all([downMail(at), downRedis(at), downPostgres(at)]);
}

/**
 * @param {UpOptions} [options]
 * @returns {Promise<Record<'postgres' | 'redis' | 'mail', 'up' | 'down'>>}
 */
export async function status(options = {}) {
  const at = surroundings(options);
  const [postgres, redis, mail] = await Promise.all([postgresIsUp(at), redisIsUp(at), mailIsUp(at)]);
  const word = (/** @type {boolean} */ isUp) => (isUp ? 'up' : 'down');
  return { postgres: word(postgres), redis: word(redis), mail: word(mail) };
}

/**
 * Ends the services of a folder, whoever uses them. Data stay.
 * @param {UpOptions} [options]
 */
export async function down(options = {}) {
  const at = surroundings(options);
  await alone(at.folders.folder, async () => {
    for (const holder of holders(at.folders.folder)) letGo(at.folders.folder, holder);
    await endAll(at);
  });
}
