import { X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { SERVICE_IDENTITIES } from '@lateral/contracts';
import { SystemRandom, type Randomness } from '@lateral/platform';
import { issueCertificate, makeAuthority, readAuthority, writeAuthority, type Authority } from './certificates.js';
import { keyLogKey, ledgerKey } from './ledger-key.js';
import { readIfThere, writePrivate } from './private-file.js';

const CA = 'ca.pem';
const CA_KEY = 'ca.key';

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

/** How long a certificate of the demo lasts: whoever steals one has it for a day. */
const HOURS = 24;
/** The authority outlasts any demo; production refuses it by its mark, not by its time. */
const AUTHORITY_DAYS = 365;
/** One that ends sooner is replaced when a demo is started, and not under one that runs. */
const AUTHORITY_SPARE_DAYS = 30;
const DAY_MS = 86_400_000;
const NAMES = Object.keys(SERVICE_IDENTITIES) as ServiceName[];

interface IssuingOptions { hours?: number; random?: Randomness }

/**
 * Writes `ca.pem`, `ca.key`, `<service>.pem`, `<service>.key`, `ledger-signing.key` and `key-log-signing.key` (all mode 0600) into a folder.
 * `at` is real time whatever the time of a played case, because TLS asks the machine's clock. Calling it again issues new certificates
 * under the same authority, unless that ends within the month, and keeps the signing keys of both logs. The authority's key lies
 * there in clear, which is good for a demo and for nothing else: the mark in its subject keeps it out of production.
 */
export async function writeServiceCertificates(folder: string, at: Date, { hours = HOURS, random = new SystemRandom() }: IssuingOptions = {}): Promise<ServiceCertificates> {
  const authority = await authorityFor(folder, at, random);
  const services = await issueAll(folder, authority, { at, hours, random });
  const [log, keyLog] = [await ledgerKey(folder, random), await keyLogKey(folder, random)];
  return { ca: join(folder, CA), services, ledgerSigningKey: log.path, logVerifierKey: log.verifierKey, keyLogSigningKey: keyLog.path, keyLogVerifierKey: keyLog.verifierKey };
}

/**
 * New certificates and keys for the services under the authority that is there, into the same files; processes that run take them.
 * Throws where there is no authority, or it would end before they do: then a new one is needed, and every process started again.
 */
export async function renewServiceCertificates(folder: string, at: Date, { hours = HOURS, random = new SystemRandom() }: IssuingOptions = {}): Promise<ServiceCertificates['services']> {
  const authority = await authorityIn(folder);
  if (authority === null) throw new Error('there is no authority in this folder to issue under');
  if (authority.certificate.notAfter.getTime() < at.getTime() + hours * 3_600_000) throw new Error('the authority ends before the certificates would: make a new one and start every process again');
  return issueAll(folder, authority, { at, hours, random });
}

/** Renews where any of the certificates has gone half its time, or cannot be read. Returns whether it did. */
export async function renewWhereDue(folder: string, at: Date): Promise<boolean> {
  const certificates = await Promise.all(NAMES.map((name) => readIfThere(join(folder, `${name}.pem`))));
  if (!certificates.some((pem) => isHalfOver(pem, at))) return false;
  await renewServiceCertificates(folder, at);
  return true;
}

function isHalfOver(pem: Uint8Array | null, at: Date): boolean {
  if (pem === null) return true;
  const { validFrom, validTo } = new X509Certificate(pem);
  return at.getTime() >= (Date.parse(validFrom) + Date.parse(validTo)) / 2;
}

async function authorityFor(folder: string, at: Date, random: Randomness): Promise<Authority> {
  const found = await authorityIn(folder);
  if (found !== null && found.certificate.notAfter.getTime() > at.getTime() + AUTHORITY_SPARE_DAYS * DAY_MS) return found;
  const made = await makeAuthority({ at, days: AUTHORITY_DAYS, random });
  const { certificate, key } = await writeAuthority(made);
  await writePrivate(join(folder, CA_KEY), `${key}\n`);
  await writePrivate(join(folder, CA), `${certificate}\n`);
  return made;
}

/** null also where a folder of an earlier version has an authority whose key was never written. */
async function authorityIn(folder: string): Promise<Authority | null> {
  const [certificate, key] = await Promise.all([readIfThere(join(folder, CA)), readIfThere(join(folder, CA_KEY))]);
  return certificate === null || key === null ? null : readAuthority({ certificate: Buffer.from(certificate).toString(), key: Buffer.from(key).toString() });
}

async function issueAll(folder: string, authority: Authority, { at, hours, random }: { at: Date; hours: number; random: Randomness }): Promise<ServiceCertificates['services']> {
  const write = async (name: ServiceName): Promise<{ certificate: string; key: string }> => {
    const issued = await issueCertificate({ authority, spiffe: SERVICE_IDENTITIES[name], hosts: ['localhost'], ips: ['127.0.0.1', '::1'], at, hours, random });
    const paths = { certificate: join(folder, `${name}.pem`), key: join(folder, `${name}.key`) };
    await writePrivate(paths.certificate, `${issued.certificate}\n`);
    await writePrivate(paths.key, `${issued.key}\n`);
    return paths;
  };
  return { hub: await write('hub'), courier: await write('courier'), ledger: await write('ledger') };
}
