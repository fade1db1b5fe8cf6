import type { FailureKind } from '@lateral/contracts';

const CODE = /^[a-z0-9][a-z0-9-]{0,63}$/;
/** What Node, SMTP clients and Postgres put in `error.code`: ECONNRESET, EENVELOPE, 40001. Never a sentence. */
const SYSTEM_CODE = /^[A-Z0-9_]{2,40}$/;

/**
 * A job that did not do its work, and why: `transient` (it did not happen; try again), `ambiguous` (it may have happened;
 * try again as a duplicate-safe act and show it) or `permanent` (trying again cannot help). Handlers return or throw it.
 * The code is a fixed word of ours (lower case, digits, hyphens): it reaches logs and Redis, so it may carry no data.
 */
export class JobFailure extends Error {
  override readonly name = 'JobFailure';
  readonly kind: FailureKind;
  readonly code: string;

  constructor(kind: FailureKind, code: string) {
    if (!CODE.test(code)) throw new TypeError('a failure code is lower-case letters, digits and hyphens');
    super(code);
    this.kind = kind;
    this.code = code;
  }
}

/** Whatever a handler threw, as a failure. Unknown errors are ambiguous, and their message is left behind: it may quote data. */
export function failureOf(thrown: unknown): JobFailure {
  if (thrown instanceof JobFailure) return thrown;
  const system = systemCodeOf(thrown);
  return new JobFailure('ambiguous', system === null ? 'unexpected' : `unexpected-${system}`);
}

/** The machine-readable code of an error in our spelling, or null where there is none. */
export function systemCodeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  const { code } = error;
  return typeof code === 'string' && SYSTEM_CODE.test(code) ? code.toLowerCase().replaceAll('_', '-').replace(/^-+/, '') || null : null;
}
