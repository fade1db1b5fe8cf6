import { join } from 'node:path';
import { SERVICE_IDENTITIES } from '@lateral/contracts';
import { SystemRandom, type Randomness } from '@lateral/platform';
import { issueCertificate, makeAuthority } from './certificates.js';
import { keyLogKey, ledgerKey } from './ledger-key.js';
import { writePrivate } from './private-file.js';

export type ServiceName = keyof typeof SERVICE_IDENTITIES;

export interface ServiceCertificates {
  /** Paths of PEM files. */
  ca: string;
  services: Record<ServiceName, { certificate: string; key: string }>;
  /** Path of the ledger's 32-byte signing seed and its C2SP verifier key. */
  ledgerSigningKey: string;
  logVerifierKey: string;
  /** The same of the log of key facts. */
  keyLogSigningKey: string;
  keyLogVerifierKey: string;
}

/**
 * Writes `ca.pem`, `<service>.pem`, `<service>.key`, `ledger-signing.key` and `key-log-signing.key` (all mode 0600) into a folder. `at` is real
 * time whatever the time of a played case, because TLS asks the machine's clock. Calling it again renews the certificates
 * under a new authority and keeps the signing keys of both logs; services started before have to be started again.
 */
export async function writeServiceCertificates(folder: string, at: Date, { hours = 7 * 24, random = new SystemRandom() }: { hours?: number; random?: Randomness } = {}): Promise<ServiceCertificates> {
  const authority = await makeAuthority({ at, days: Math.ceil(hours / 24), random });
  const ca = join(folder, 'ca.pem');
  await writePrivate(ca, `${authority.certificate.toString('pem')}\n`);
  const write = async (name: ServiceName): Promise<{ certificate: string; key: string }> => {
    const issued = await issueCertificate({ authority, spiffe: SERVICE_IDENTITIES[name], hosts: ['localhost'], ips: ['127.0.0.1', '::1'], at, hours, random });
    const paths = { certificate: join(folder, `${name}.pem`), key: join(folder, `${name}.key`) };
    await writePrivate(paths.certificate, `${issued.certificate}\n`);
    await writePrivate(paths.key, `${issued.key}\n`);
    return paths;
  };
  const services = { hub: await write('hub'), courier: await write('courier'), ledger: await write('ledger') };
  const [log, keyLog] = [await ledgerKey(folder, random), await keyLogKey(folder, random)];
  return { ca, services, ledgerSigningKey: log.path, logVerifierKey: log.verifierKey, keyLogSigningKey: keyLog.path, keyLogVerifierKey: keyLog.verifierKey };
}
