import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHubDatabase, type HubDatabase } from '@lateral/persistence/hub';
import { openKeyStore } from '@lateral/persistence/key-store';
import { connectLedgerDatabase } from '@lateral/persistence/ledger';
import { createLogger, loadSettings, SystemRandom, tlsUnder } from '@lateral/platform';
import { ed25519Signer, formatVerifierKey } from '@lateral/tlog';
import { COUNCIL_CERTIFICATE } from '../../../test/world/council-certificate.js';
import { CONFIG } from '../../../test/world/hub-door.js';
import { TlsPostgres } from '../../../test/world/tls-postgres.js';
import { HubSettings } from './hub.settings.js';
import { migrateHub, migrateKeyStore } from './migrate-hub.js';
import { startHub } from './start-hub.js';

const random = new SystemRandom();
const logKey = (name: string): string => formatVerifierKey(ed25519Signer(name, random.bytes(32)).key);
const LIMIT_MS = 90_000;
const SSL = 'select ssl, version from pg_stat_ssl where pid = pg_backend_pid()';
let postgres: TlsPostgres;
beforeAll(async () => { postgres = await TlsPostgres.start(); }, LIMIT_MS);
afterAll(() => postgres.stop(), LIMIT_MS);

const open = (url: string, ca?: string): Promise<HubDatabase> => openHubDatabase({ url, ...tlsUnder(ca), poolSize: 2, applicationName: 'tls-spec' });

describe('a Postgres that takes nobody in clear', () => {
  it('is spoken to over TLS by hub, wake-ups, key store and ledger, where its authority is configured', async () => {
    const database = await open(postgres.url(), postgres.ca);
    const keyStore = await openKeyStore({ url: postgres.url(), ...tlsUnder(postgres.ca), poolSize: 1, randomness: random });
    const ledger = await connectLedgerDatabase(postgres.url(), 1, tlsUnder(postgres.ca).ssl);
    try {
      const woken = new Promise<void>((resolve) => { void database.wake.listen('outbox', () => { resolve(); }).then(() => { database.wake.soon('outbox'); }); });
      await woken;
      const seen = await ledger.query<{ ssl: boolean; version: string; application_name: string }[]>("select ssl, version, application_name from pg_stat_ssl join pg_stat_activity using (pid) where application_name <> ''");
      expect(new Set(seen.map(({ application_name: name }) => name))).toEqual(new Set(['tls-spec', 'tls-spec-wake', 'lateral-key-store', 'lateral-ledger']));
      expect(seen.filter(({ ssl, version }) => !ssl || version !== 'TLSv1.3')).toEqual([]);
    } finally {
      await Promise.all([database.close(), keyStore.close(), ledger.destroy()]);
    }
  }, LIMIT_MS);

  it('is refused where another authority vouches for it, or its certificate names another host', async () => {
    await expect(open(postgres.url(), COUNCIL_CERTIFICATE)).rejects.toThrow(/certificate/);
    await expect(open(postgres.url('127.0.0.1'), postgres.ca)).rejects.toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' });
    await expect(open(postgres.url())).rejects.toThrow(/no encryption/);
  }, LIMIT_MS);

  it('answers through its socket, where the file system says who it is', async () => {
    const database = await open(postgres.socketUrl);
    expect(await database.connections.first<{ ssl: boolean }>({ name: 'spec-ssl', text: SSL, parameters: [] }, {})).toMatchObject({ ssl: false });
    await database.close();
  }, LIMIT_MS);

  it('whose database or key store was made for a demo serves no production hub, and never can', async () => {
    const database = await open(postgres.url(), postgres.ca);
    await migrateHub(database, 'demo');
    const settings = loadSettings(HubSettings, {
      LATERAL_MODE: 'production', HUB_DATABASE_URL: postgres.url(), HUB_DATABASE_CA: postgres.ca, HUB_KEY_STORE_URL: postgres.url(), HUB_KEY_STORE_CA: postgres.ca, HUB_PORT: '0', HUB_AUDIENCE: 'https://hub.council.org', ROOT_FINGERPRINT: 'A'.repeat(40),
      LEDGER_PORT: '9', LEDGER_VERIFIER_KEY: logKey('council.org/ledger'), KEY_LEDGER_PORT: '9', KEY_LEDGER_VERIFIER_KEY: logKey('council.org/keys'),
      HUB_TLS_CERT: COUNCIL_CERTIFICATE, HUB_TLS_KEY: '-----BEGIN PRIVATE KEY-----', HUB_TLS_CA: COUNCIL_CERTIFICATE, HUB_CONFIG: CONFIG, HUB_DEADLINE_POLICY: `${CONFIG}/deadlines/pol-cal-4-24-72.yaml`,
    });
    const started = (): Promise<unknown> => startHub(settings, { log: createLogger({ app: 'hub', write: () => undefined }) });
    await expect(started()).rejects.toMatchObject({ code: 'database-marked-otherwise' });
    await expect(migrateHub(database, 'production')).rejects.toMatchObject({ code: 'database-marked-otherwise' });
    await expect(migrateKeyStore(postgres.url(), 'production', postgres.ca)).rejects.toMatchObject({ code: 'database-marked-otherwise' });
    await database.close();
  }, LIMIT_MS);
});
