import { X509Certificate } from 'node:crypto';
import { DEMO_SUBJECT_MARK } from './mode.js';

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
