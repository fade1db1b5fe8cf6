import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type TLSSocket } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SERVICE_IDENTITIES } from '@lateral/contracts';
import { LedgerClient } from '@lateral/ledger-client';
import { migrateLedger } from '@lateral/persistence/ledger';
import { createLogger, fixedIdentity, loadSettings, RenewableIdentity, Secret, systemNow } from '@lateral/platform';
import { LEDGER_KEY_NAME, renewServiceCertificates, writeServiceCertificates, type ServiceCertificates } from '@lateral/provision';
import { createScratchLedgerDatabase, type ScratchLedgerDatabase } from '@lateral/testing/ledger';
import { leaf } from '../../../test/ledger/ledger-world.js';
import { LedgerSettings } from './ledger.settings.js';
import { MutualTlsServer } from './mutual-tls.server.js';
import { startLedger, type RunningLedger } from './start-ledger.js';

const HOUR_MS = 3_600_000;
const hoursAgo = (hours: number): Date => new Date(systemNow().getTime() - hours * HOUR_MS);
const text = async (path: string): Promise<string> => (await readFile(path, 'utf8')).trim();

let folder: string;
let made: ServiceCertificates;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lateral-renewed-'));
  made = await writeServiceCertificates(folder, systemNow());
});
afterEach(() => rm(folder, { recursive: true }));

async function identityOf(name: 'hub' | 'ledger'): Promise<RenewableIdentity> {
  const { certificate, key } = made.services[name];
  return new RenewableIdentity({ cert: await text(certificate), key: new Secret(await text(key)), ca: await text(made.ca) }, { cert: certificate, key });
}

async function serialSeenAt(port: number): Promise<string> {
  const socket = await dialled(port);
  const { serialNumber } = socket.getPeerX509Certificate()!;
  socket.destroy();
  return serialNumber;
}

async function dialled(port: number): Promise<TLSSocket> {
  const { certificate, key } = made.services.hub;
  const socket = connect({ host: '127.0.0.1', port, ca: await text(made.ca), cert: await text(certificate), key: await text(key) });
  await once(socket, 'secureConnect');
  return socket;
}
const serialIn = async (path: string): Promise<string> => new X509Certificate(await text(path)).serialNumber;

describe('certificates that are renewed while ledger and hub run', () => {
  let database: ScratchLedgerDatabase;
  let ledger: RunningLedger;
  const lines: string[] = [];
  beforeEach(async () => {
    database = await createScratchLedgerDatabase();
    await migrateLedger({ ownerUrl: database.ownerUrl, appRole: database.appRole, mark: 'test' });
    const { certificate, key } = made.services.ledger;
    ledger = await startLedger(loadSettings(LedgerSettings, {
      LATERAL_MODE: 'test', LEDGER_APP_DATABASE_URL: database.appUrl, LEDGER_PORT: '0', LEDGER_ORIGIN: LEDGER_KEY_NAME, LEDGER_SIGNING_KEY_FILE: made.ledgerSigningKey,
      LEDGER_TLS_CA_FILE: made.ca, LEDGER_TLS_CERT_FILE: certificate, LEDGER_TLS_KEY_FILE: key,
    }), { log: createLogger({ app: 'ledger', write: (line) => lines.push(line) }) });
  });
  afterEach(async () => {
    await ledger.stop();
    await database.drop();
  });

  it('the ledger shows the new one to whoever comes next, and goes on with whoever is there', async () => {
    const there = await dialled(ledger.port);
    expect(await serialSeenAt(ledger.port)).toBe(await serialIn(made.services.ledger.certificate));
    await renewServiceCertificates(folder, systemNow());
    expect(await serialSeenAt(ledger.port)).toBe(await serialIn(made.services.ledger.certificate));
    expect(there.readyState).toBe('open');
    there.destroy();
    expect(lines.filter((line) => line.includes('certificate.renewed'))).toHaveLength(1);
  });

  it('a newcomer without a certificate is still refused afterwards', async () => {
    await renewServiceCertificates(folder, systemNow());
    const socket = connect({ host: '127.0.0.1', port: ledger.port, ca: await text(made.ca) });
    const [error] = await once(socket, 'error') as [Error];
    expect(error.message).toMatch(/certificate required|alert/i);
  });

  it('the client leaves its connection for one under the new certificate; under one that has run out it gets no answer', async () => {
    const client = LedgerClient.over({ host: '127.0.0.1', port: ledger.port, identity: await identityOf('hub'), timeoutMs: 2_000, lookMs: 0 }, { logKey: made.logVerifierKey });
    expect(await client.append([leaf(0)])).toMatchObject({ ok: true });
    await renewServiceCertificates(folder, hoursAgo(48));
    expect(await client.append([leaf(1)])).toMatchObject({ ok: false });
    await renewServiceCertificates(folder, systemNow());
    expect(await client.append([leaf(1)])).toMatchObject({ ok: true });
    client.close();
  });

  it('a ledger whose own certificate has run out is not spoken to', async () => {
    const hub = await identityOf('hub');
    const current = hub.current();
    await renewServiceCertificates(folder, hoursAgo(48));
    const client = LedgerClient.over({ host: '127.0.0.1', port: ledger.port, identity: fixedIdentity(current), timeoutMs: 2_000 }, { logKey: made.logVerifierKey });
    expect(await client.append([leaf(2)])).toEqual({ ok: false, code: 'ledger-away', kind: 'transient' });
    client.close();
  });
});

describe('a connection', () => {
  it('ends with the certificate that it was opened with', async () => {
    const lines: string[] = [];
    const server = new MutualTlsServer({ host: '127.0.0.1', port: 0, identity: await identityOf('ledger'), allowed: [SERVICE_IDENTITIES.hub], log: createLogger({ app: 'ledger', write: (line) => lines.push(line) }) });
    await new Promise<void>((resolve) => { server.listen(() => { resolve(); }); });
    const taken = new Promise<void>((resolve) => { server.unwrap<TLSSocket>().once('secureConnection', () => { resolve(); }); });
    const socket = await dialled(server.boundPort);
    await taken;
    const closed = once(socket, 'close');
    server.endOutdated(hoursAgo(-23));
    expect(lines).toEqual([]);
    server.endOutdated(hoursAgo(-25));
    await closed;
    expect(lines).toEqual([expect.stringContaining('certificate-ended')]);
    server.close();
  });
});
