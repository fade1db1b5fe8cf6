import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, createServer, type TLSSocket } from 'node:tls';
import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isDemoCertificate, SystemRandom, systemNow } from '@lateral/platform';
import { parseVerifierKey } from '@lateral/tlog';
import { COUNCIL_CERTIFICATE } from '../../../test/world/council-certificate.js';
import { issueCertificate, makeAuthority } from './certificates.js';
import { writeServiceCertificates, type ServiceCertificates } from './service-certificates.js';

const random = new SystemRandom();

describe('service certificates', () => {
  let folder: string;
  let made: ServiceCertificates;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lateral-certificates-'));
    made = await writeServiceCertificates(folder, systemNow());
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('are in files that only the owner reads, say who they are in a URI, and bear the demo mark', async () => {
    for (const [name, paths] of Object.entries(made.services)) {
      expect((await stat(paths.key)).mode & 0o777).toBe(0o600);
      expect((await stat(paths.certificate)).mode & 0o777).toBe(0o600);
      const certificate = new X509Certificate(await readFile(paths.certificate));
      expect(certificate.subjectAltName).toContain(`URI:spiffe://lateral.example/${name}`);
      expect(certificate.subjectAltName).toContain('DNS:localhost');
      expect(certificate.subject).toContain('LATERAL DEMO');
      expect(certificate.issuer).toContain('LATERAL DEMO');
    }
  });

  it('let two services speak to each other over TLS 1.3 and know each other', async () => {
    const { peer, protocol } = await handshake(made, await read(made.services.hub), await readFile(made.ca));
    expect(peer).toContain('URI:spiffe://lateral.example/hub');
    expect(protocol).toBe('TLSv1.3');
  });

  it('do not let in a certificate of another authority, nor none at all, nor one that has run out', async () => {
    const other = await makeAuthority({ at: systemNow(), days: 1, random });
    const identity = { spiffe: 'spiffe://lateral.example/hub', hosts: ['localhost'], ips: [], random };
    const stranger = await issueCertificate({ authority: other, ...identity, at: systemNow(), hours: 1 });
    const ca = await readFile(made.ca);
    await expect(handshake(made, { cert: stranger.certificate, key: stranger.key }, ca)).rejects.toThrow();
    await expect(handshake(made, {}, ca)).rejects.toThrow();
    const late = await writeServiceCertificates(await mkdtemp(join(folder, 'late-')), new Date(systemNow().getTime() - 48 * 3_600_000), { hours: 24 });
    await expect(handshake(late, await read(late.services.hub), await readFile(late.ca))).rejects.toThrow(/expired/);
  });

  it('last a day, and no bundle that one of them stands in passes for production\'s', async () => {
    for (const paths of Object.values(made.services)) {
      const pem = await readFile(paths.certificate, 'utf8');
      const { validFrom, validTo } = new X509Certificate(pem);
      expect((Date.parse(validTo) - Date.parse(validFrom)) / 3_600_000).toBeCloseTo(24, 0);
      expect(isDemoCertificate(`${COUNCIL_CERTIFICATE}\n${pem}`)).toBe(true);
    }
    expect(isDemoCertificate(await readFile(made.ca, 'utf8'))).toBe(true);
    expect((await stat(join(folder, 'ca.key'))).mode & 0o777).toBe(0o600);
  });

  it('are made again under the same authority and the same ledger signing key', async () => {
    const ca = await readFile(made.ca, 'utf8');
    const again = await writeServiceCertificates(folder, systemNow());
    expect(await readFile(again.ca, 'utf8')).toBe(ca);
    expect(again.logVerifierKey).toBe(made.logVerifierKey);
    expect(parseVerifierKey(again.logVerifierKey)).toMatchObject({ name: 'lateral.example/ledger', type: 1 });
    expect((await readFile(again.ledgerSigningKey)).length).toBe(32);
    expect((await stat(again.ledgerSigningKey)).mode & 0o777).toBe(0o600);
  });
});

async function read(paths: { certificate: string; key: string }): Promise<{ cert: Buffer; key: Buffer }> {
  return { cert: await readFile(paths.certificate), key: await readFile(paths.key) };
}

/** What the ledger, as server, saw of whoever connected. Rejects where either side refused. */
async function handshake(server: ServiceCertificates, client: { cert?: Buffer | string; key?: Buffer | string }, ca: Buffer): Promise<{ peer: string; protocol: string | null }> {
  const listening = createServer({ ...(await read(server.services.ledger)), ca: await readFile(server.ca), requestCert: true, rejectUnauthorized: true, minVersion: 'TLSv1.3' });
  listening.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const socket = connect({ port: (listening.address() as AddressInfo).port, host: '127.0.0.1', servername: 'localhost', ca, ...client });
  try {
    return await new Promise((resolve, reject) => {
      listening.once('secureConnection', (peer: TLSSocket) => {
        resolve({ peer: peer.getPeerX509Certificate()?.subjectAltName ?? '', protocol: peer.getProtocol() });
        peer.destroy();
      });
      listening.once('tlsClientError', reject);
      socket.once('error', reject);
    });
  } finally {
    socket.destroy();
    listening.close();
  }
}
