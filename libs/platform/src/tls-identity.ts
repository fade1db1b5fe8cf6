import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { Secret } from './secret.js';
import { fileOf } from './settings.js';

/** What a process shows of itself in TLS and whose certificates it takes; PEM. */
export interface TlsIdentity { cert: string; key: Secret<string>; ca: string }

/** Who a process is, asked for each connection anew, since certificates are renewed while it runs. */
export interface TlsSource { current(): TlsIdentity }

/** Files of certificate and key as a renewal writes them. */
interface IdentityFiles { cert: string; key: string }

/** The same for as long as the process runs. */
export function fixedIdentity(identity: TlsIdentity): TlsSource {
  return { current: () => identity };
}

type RenewalReport = (outcome: 'renewed' | 'not-renewed') => void;

/**
 * The identity in two files, read again when they have changed. A pair that does not belong together (a renewal is two files, and one
 * comes first), or cannot be read, changes nothing: the certificate in hand goes on. The authority stays what it was at the start, because it was checked then.
 */
export class RenewableIdentity implements TlsSource {
  private identity: TlsIdentity;
  private seen: string;

  constructor(start: TlsIdentity, private readonly files: IdentityFiles, private readonly report: RenewalReport = () => undefined) {
    this.identity = start;
    // Written between being read and now, they would never be looked at again: so the first look always reads.
    this.seen = '';
  }

  current(): TlsIdentity {
    const stamp = stampOf(this.files);
    if (stamp !== null && stamp !== this.seen) this.renew(stamp);
    return this.identity;
  }

  private renew(stamp: string): void {
    this.seen = stamp;
    const pair = pairIn(this.files);
    if (pair === null) this.report('not-renewed');
    else if (pair.cert !== this.identity.cert || pair.key !== this.identity.key.reveal()) {
      this.identity = { cert: pair.cert, key: new Secret(pair.key), ca: this.identity.ca };
      this.report('renewed');
    }
  }
}

/** The identity that settings `<prefix>_TLS_CERT`, `_TLS_KEY` and `_TLS_CA` give; renewed where certificate and key came from files. */
export function identityFrom(settings: object, prefix: string, identity: TlsIdentity, report?: RenewalReport): TlsSource {
  const [cert, key] = [fileOf(settings, `${prefix}_TLS_CERT`), fileOf(settings, `${prefix}_TLS_KEY`)];
  return cert === null || key === null ? fixedIdentity(identity) : new RenewableIdentity(identity, { cert, key }, report);
}

// Renewals rename a new file into place, so its number changes even where the clock's grain hides the time.
function stampOf({ cert, key }: IdentityFiles): string | null {
  try {
    return [cert, key].map((path) => statSync(path, { bigint: true })).map(({ ino, mtimeNs, size }) => `${ino}:${mtimeNs}:${size}`).join(' ');
  } catch {
    return null;
  }
}

function pairIn(files: IdentityFiles): { cert: string; key: string } | null {
  try {
    const [cert, key] = [readFileSync(files.cert, 'utf8').trim(), readFileSync(files.key, 'utf8').trim()];
    return new X509Certificate(cert).checkPrivateKey(createPrivateKey(key)) ? { cert, key } : null;
  } catch {
    return null;
  }
}
