import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHubDatabase } from '@lateral/persistence/hub';
import { createLogger, loadSettings, SystemRandom, systemNow, tlsUnder, type LateralMode } from '@lateral/platform';
import { issueCertificate, makeAuthority } from '@lateral/provision';
import { ed25519Signer, formatVerifierKey } from '@lateral/tlog';
import { COUNCIL_CERTIFICATE } from '../../../test/world/council-certificate.js';
import { TlsPostgres } from '../../../test/world/tls-postgres.js';
import { CourierSettings } from './courier.settings.js';
import { startCourier } from './start-courier.js';

const LIMIT_MS = 90_000;
const random = new SystemRandom();
const logKey = (name: string): string => formatVerifierKey(ed25519Signer(name, random.bytes(32)).key);
let postgres: TlsPostgres;
beforeAll(async () => { postgres = await TlsPostgres.start(); }, LIMIT_MS);
afterAll(() => postgres.stop(), LIMIT_MS);

/** Nothing listens where the queues should be: a start that gets so far fails there. */
async function codeOfStart(change: Record<string, string> = {}): Promise<string> {
  const settings = loadSettings(CourierSettings, {
    LATERAL_MODE: 'production', COURIER_DATABASE_URL: postgres.url(), COURIER_DATABASE_CA: postgres.ca, COURIER_QUEUE_BACKEND: 'redis', COURIER_QUEUE_URL: 'rediss://:p@localhost:1', COURIER_QUEUE_PREFIX: 'refuse_spec',
    COURIER_SMTP_URL: 'smtps://mail.council.org', COURIER_MAIL_FROM: 'lateral@council.org', COURIER_HEALTH_PORT: '0', LEDGER_PORT: '9', LEDGER_VERIFIER_KEY: logKey('council.org/ledger'), KEY_LEDGER_PORT: '9', KEY_LEDGER_VERIFIER_KEY: logKey('council.org/keys'),
    COURIER_TLS_CERT: COUNCIL_CERTIFICATE, COURIER_TLS_KEY: '-----BEGIN PRIVATE KEY-----', COURIER_TLS_CA: COUNCIL_CERTIFICATE, ...change,
  });
  try {
    const { steps } = await startCourier(settings, { log: createLogger({ app: 'courier', write: () => undefined }) });
    for (const step of steps) await step.stop();
    return 'started';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

async function mark(mode: LateralMode): Promise<void> {
  const database = await openHubDatabase({ url: postgres.url(), ...tlsUnder(postgres.ca), poolSize: 1, applicationName: 'refuse-spec' });
  await database.migrate();
  await database.installation.setMark(mode);
  await database.close();
}

describe('courier in production refuses to start', () => {
  it('under the demo\'s authority, or with a certificate of it', async () => {
    const authority = await makeAuthority({ at: systemNow(), days: 1, random });
    const { certificate } = await issueCertificate({ authority, spiffe: 'spiffe://lateral.example/courier', hosts: ['localhost'], ips: [], at: systemNow(), hours: 1, random });
    for (const change of [{ COURIER_TLS_CA: `${COUNCIL_CERTIFICATE}\n${authority.certificate.toString('pem')}` }, { COURIER_TLS_CERT: certificate }]) expect(await codeOfStart(change)).toBe('authority-of-a-demo');
  }, LIMIT_MS);

  it('without TLS to what it stands on, before it opens anything', async () => {
    expect(await codeOfStart({ COURIER_DATABASE_CA: '' })).toBe('database-without-tls');
    expect(await codeOfStart({ COURIER_QUEUE_URL: 'redis://:p@localhost:1' })).toBe('queue-without-tls');
  }, LIMIT_MS);

  it('on a database that was made for a demo', async () => {
    expect(await codeOfStart()).toBe('database-not-migrated');
    await mark('demo');
    expect(await codeOfStart()).toBe('database-marked-otherwise');
  }, LIMIT_MS);
});
