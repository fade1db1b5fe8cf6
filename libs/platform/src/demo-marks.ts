import { Buffer } from 'node:buffer';
import { X509Certificate } from 'node:crypto';
import { DEMO_SUBJECT_MARK, type LateralMode } from './mode.js';

const CERTIFICATES = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g;

/** Whether any certificate in a PEM text was made by the demo's tool, or issued by what was: one of a bundle is enough. */
export function isDemoCertificate(pem: string): boolean {
  return (pem.match(CERTIFICATES) ?? [pem]).some((one) => {
    const { subject, issuer } = new X509Certificate(one);
    return `${subject}\n${issuer}`.toUpperCase().includes(DEMO_SUBJECT_MARK);
  });
}

/**
 * Whether a log (its origin, or its C2SP verifier key `name+hash+key`) is a demo's: those stand under names ending in `.example`,
 * which nobody can own (RFC 2606), or say demo.
 */
export function isDemoLog(originOrKey: string): boolean {
  const name = originOrKey.split('+', 1)[0]!.toLowerCase();
  return /^[^/]*\.example(\/|$)/.test(name) || /(^|[./-])demo([./-]|$)/.test(name);
}

/**
 * Why a process in production may not go by these certificates (PEM) and logs (origins or verifier keys); null where it may. The private halves of a
 * demo's authority and logs lie about on somebody's laptop: whoever has them can be any service, and keep any history.
 */
export function refusalOfDemo(mode: LateralMode, { certificates, logs }: { certificates: readonly string[]; logs: readonly string[] }): 'authority-of-a-demo' | 'log-key-of-a-demo' | null {
  if (mode !== 'production') return null;
  if (certificates.some(isDemoCertificate)) return 'authority-of-a-demo';
  return logs.some(isDemoLog) ? 'log-key-of-a-demo' : null;
}

/** Why a process in production may not obey this partnership file; null where it may. The mark stands in the root key's user id, in clear: nobody needs to open keys for it. */
export function refusalOfPartnership(mode: LateralMode, file: { mode: LateralMode; rootKey: string }): 'partnership-of-another-mode' | 'root-of-a-demo' | null {
  if (mode !== 'production') return null;
  if (file.mode !== 'production') return 'partnership-of-another-mode';
  return Buffer.from(file.rootKey, 'base64url').toString('latin1').toUpperCase().includes(DEMO_SUBJECT_MARK) ? 'root-of-a-demo' : null;
}
