import type { LateralMode } from './mode.js';

type ServerKind = 'database' | 'key-store' | 'queue';
export type AddressRefusal = `${ServerKind}-${'without-tls' | 'without-password'}`;

/** What the driver would take from an address over our own words about TLS. */
const TLS_PARAMETERS = ['ssl', 'sslmode', 'sslcert', 'sslkey', 'sslrootcert', 'sslnegotiation', 'uselibpqcompat', 'tls'];

/** The part of Node's TLS options that says whom we take for the server: its certificate is verified, and the name in it. */
interface VerifiedTls { ca: string; rejectUnauthorized: true }

/** TLS under one authority, or nothing where none is configured. */
export function tlsUnder(ca: string | undefined): { ssl?: VerifiedTls } {
  return ca === undefined ? {} : { ssl: { ca, rejectUnauthorized: true } };
}

/**
 * Why a process may not use the address of a database or a queue server, or null. In every mode: an authority stands beside an
 * address that would not be asked for its certificate. In production: no TLS, or no password. Loopback is no exception: whoever
 * may run a program on the machine can listen there when the server is down, and what is behind a tunnel is not on the machine.
 * A Postgres socket in a folder is one: there the file system says who the server is.
 */
export function refusalOfAddress(kind: ServerKind, address: string, { mode, ca }: { mode: LateralMode; ca: string | undefined }): AddressRefusal | null {
  const url = parsed(address);
  const isRedis = url?.protocol === 'redis:' || url?.protocol === 'rediss:';
  if (ca !== undefined && (url === null || url.protocol === 'redis:' || isSocket(url) || saysTls(url))) return `${kind}-without-tls`;
  if (mode !== 'production') return null;
  if (url === null) return `${kind}-without-tls`;
  const isTls = isRedis ? url.protocol === 'rediss:' && !saysTls(url) : ca !== undefined || isSocket(url);
  if (!isTls) return `${kind}-without-tls`;
  return url.password === '' ? `${kind}-without-password` : null;
}

function saysTls({ searchParams }: URL): boolean {
  return TLS_PARAMETERS.some((name) => searchParams.has(name));
}

// `postgres://USER:PASSWORD@%2Ffolder/DATABASE`; a host among the parameters would be taken instead.
function isSocket({ hostname, searchParams }: URL): boolean {
  return /^%2f/i.test(hostname) && !searchParams.has('host');
}

function parsed(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}
