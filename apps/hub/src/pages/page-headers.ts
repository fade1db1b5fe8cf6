import { createHash } from 'node:crypto';

const DAYS_365_S = 31_536_000;
export const NOT_KEPT = { 'cache-control': 'no-store' } as const;
/** Named by its own content, so it never changes under its name. */
export const KEPT_FOR_GOOD = { 'cache-control': `public, max-age=${DAYS_365_S}, immutable` } as const;

/** What every page and everything a page is made of is answered with, beside what the door says of every answer. */
export const COMMON_HEADERS = { 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-opener-policy': 'same-origin', 'x-robots-tag': 'noindex' } as const;
const OF_PAGES = {
  ...COMMON_HEADERS,
  'permissions-policy': 'publickey-credentials-get=(self), publickey-credentials-create=(self), camera=(), microphone=(), geolocation=()',
} as const;
const CLOSED = ["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"];

/**
 * The desk: nothing but our own files, and of scripts none whose hash the page does not name; words become markup nowhere, and one worker
 * alone may be started. No report is asked for: what is reported of a form quotes what somebody typed. `inline`: the import map's text.
 */
export function deskHeaders(inline: string): Record<string, string> {
  const map = `'sha256-${createHash('sha256').update(inline).digest('base64')}'`;
  const policy = ["default-src 'none'", `script-src 'self' ${map}`, "style-src 'self'", "img-src 'self'", "font-src 'none'", "connect-src 'self'", "worker-src 'self'", ...CLOSED, "require-trusted-types-for 'script'", 'trusted-types lateral-worker'];
  return { ...OF_PAGES, 'content-security-policy': policy.join('; '), 'integrity-policy': 'blocked-destinations=(script)' };
}

/** Pages without any script: there is nothing to let in but a style and an icon. */
export const STATIC_HEADERS = { ...OF_PAGES, 'content-security-policy': ["default-src 'none'", "style-src 'self'", "img-src 'self'", ...CLOSED].join('; ') } as const;

/**
 * The worker holds the keys: it may compile the WebAssembly of Argon2, load its own parts, and connect nowhere. It has no Integrity-Policy,
 * for a worker has no import map in which its parts' hashes could stand.
 */
export const WORKER_HEADERS = { ...COMMON_HEADERS, 'content-security-policy': ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "connect-src 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'"].join('; ') } as const;
