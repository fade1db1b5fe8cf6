import { createHash } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { adoptSha256 } from '@lateral/contracts';
import { LedgerClient } from '@lateral/ledger-client';
import { openHubDatabase, type HubDatabase } from '@lateral/persistence/hub';
import { openKeyStore } from '@lateral/persistence/key-store';
import { identityFrom, SystemRandom, tlsUnder } from '@lateral/platform';
import type { Health, InstallationMark, ShutdownStep } from '@lateral/platform';
import { goOnDestroying } from './custody/go-on-destroying.js';
import { watchUnused } from './http/unused-connections.js';
import { makeHub } from './hub-app.js';
import type { HubSettings } from './hub.settings.js';
import { loadLaw } from './law/load-law.js';
import { assertSettings } from './refuse-settings.js';
import { assertDatabase, assertPartnership, HubRefused } from './refuse-to-start.js';
import { wireHub, type Opened, type WireOptions } from './wire-hub.js';

export interface StartHubOptions extends WireOptions {
  /** The mark that the database must bear; an ordinary start expects that of its mode. */
  mark?: InstallationMark;
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

async function listening(settings: Readonly<HubSettings>, options: StartHubOptions, opened: Opened): Promise<RunningHub> {
  const { database, keyStore, ledger, keyLedger } = opened;
  for (const each of [database, keyStore]) await assertDatabase(each, options.mark ?? settings.LATERAL_MODE);
  const partnership = await database.directory.partnership();
  if (partnership === null) throw new HubRefused('no-partnership');
  assertPartnership(settings.LATERAL_MODE, partnership);

  const { log } = options;
  const { parts, destroying, followLogs } = await wireHub(settings, options, opened);
  const app = await makeHub(parts);
  const endUnused = watchUnused(app.getHttpServer());
  await app.listen(settings.HUB_PORT, settings.HUB_HOST);
  const pings = setInterval(() => { void ping(database, parts.health); }, PING_MS);
  const endDestroying = await goOnDestroying(destroying, (error) => { log.failure('request.failed', error, { part: 'copies' }); });
  const endFollowing = followLogs();
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

async function ping(database: HubDatabase, health: Health): Promise<void> {
  await database.ping().then(() => health.set('database', true), () => health.set('database', false));
}

function portOf(app: NestFastifyApplication): number {
  const address = app.getHttpServer().address();
  if (address === null || typeof address === 'string') throw new Error('the hub does not listen on a port');
  return address.port;
}
