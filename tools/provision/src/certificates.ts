// The library below looks for metadata reflection the moment it is loaded.
import 'reflect-metadata';
import { createPrivateKey, webcrypto, X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import * as x509 from '@peculiar/x509';
import { DEMO_SUBJECT_MARK, type Randomness } from '@lateral/platform';

// P-256 rather than Ed25519: every TLS library an agency may bring verifies it.
const KEY = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;
const CLOCK_SLACK_MS = 5 * 60_000;

/** A certificate authority in memory. */
export interface Authority { certificate: x509.X509Certificate; key: webcrypto.CryptoKey }

/** The same in PEM, its key in PKCS #8: a secret, by which anybody could pass for any service. */
export interface WrittenAuthority { certificate: string; key: string }

export interface IssuedCertificate { certificate: string; key: string }

/** A demo authority valid from `at` for `days`; its subject bears the demo mark, which no production process accepts. */
export async function makeAuthority({ at, days, random }: { at: Date; days: number; random: Randomness }): Promise<Authority> {
  const keys = await newKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(random),
    name: subject('authority'),
    ...validity(at, days * 24),
    keys,
    signingAlgorithm: SIGNING,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { certificate, key: keys.privateKey };
}

export async function writeAuthority({ certificate, key }: Authority): Promise<WrittenAuthority> {
  return { certificate: certificate.toString('pem'), key: await keyText(key) };
}

/** Throws where certificate or key cannot be read, or they do not belong together. */
export async function readAuthority({ certificate, key }: WrittenAuthority): Promise<Authority> {
  if (!new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key))) throw new Error('the authority and its key do not belong together');
  const privateKey = await webcrypto.subtle.importKey('pkcs8', x509.PemConverter.decodeFirst(key), KEY, true, ['sign']);
  return { certificate: new x509.X509Certificate(certificate), key: privateKey };
}

/**
 * A certificate for one service, good as server and as client. Who it is stands in the URI of its subject alternative
 * name (`spiffe://...`): that is what the other side authorises; host names only satisfy TLS. PEM, key in PKCS #8.
 */
export async function issueCertificate({ authority, spiffe, hosts, ips, at, hours, random }: {
  authority: Authority; spiffe: string; hosts: readonly string[]; ips: readonly string[]; at: Date; hours: number; random: Randomness;
}): Promise<IssuedCertificate> {
  if (!/^spiffe:\/\/[a-z0-9.-]+(\/[A-Za-z0-9._-]+)+$/.test(spiffe)) throw new RangeError('not a SPIFFE identity');
  if (!ips.every((ip) => isIP(ip) !== 0)) throw new RangeError('not an IP address');
  const keys = await newKeys();
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serialNumber(random),
    subject: subject(spiffe.slice(spiffe.lastIndexOf('/') + 1)),
    issuer: authority.certificate.subject,
    ...validity(at, hours),
    publicKey: keys.publicKey,
    signingKey: authority.key,
    signingAlgorithm: SIGNING,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth, x509.ExtendedKeyUsage.clientAuth]),
      new x509.SubjectAlternativeNameExtension([
        { type: 'url', value: spiffe },
        ...hosts.map((value) => ({ type: 'dns', value }) as const),
        ...ips.map((value) => ({ type: 'ip', value }) as const),
      ]),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(authority.certificate.publicKey),
    ],
  });
  return { certificate: certificate.toString('pem'), key: await keyText(keys.privateKey) };
}

async function keyText(key: webcrypto.CryptoKey): Promise<string> {
  return x509.PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY');
}

function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(KEY, true, ['sign', 'verify']);
}

function subject(who: string): string {
  return `O=${DEMO_SUBJECT_MARK}, CN=Lateral demo ${who}`;
}

function validity(at: Date, hours: number): { notBefore: Date; notAfter: Date } {
  return { notBefore: new Date(at.getTime() - CLOCK_SLACK_MS), notAfter: new Date(at.getTime() + hours * 3_600_000) };
}

// Sixteen random octets, positive and with no leading zero octet, as DER writes an integer.
function serialNumber(random: Randomness): string {
  const bytes = random.bytes(16);
  bytes[0] = (bytes[0]! & 0x3f) | 0x40;
  return Buffer.from(bytes).toString('hex');
}
