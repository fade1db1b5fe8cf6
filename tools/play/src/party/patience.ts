import { setTimeout as wait } from 'node:timers/promises';
import { hrMs } from '@lateral/platform';

/** How a client bears with a hub that does not answer. Times in milliseconds. */
export interface Patience {
  /** How long it waits before it asks again; twice as long each time, up to `longest`. */
  first: number;
  longest: number;
  /** After this time in all, what went wrong is thrown. */
  total: number;
  elapsed: () => number;
  wait: (ms: number) => Promise<unknown>;
}

export const PATIENCE: Patience = { first: 100, longest: 2_000, total: 30_000, elapsed: hrMs, wait };

/** No answer came: the hub was not there, or went while it was answering. Whether it did what it was asked is not known. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** An answer came, and what it was asked for is not in it yet. */
export class NotYet extends Error {}

/** An answer that asks for patience rather than for another request. */
interface ComeBack {
  status: number;
  retryAfterMs: number | null;
}

/**
 * Carries `act` out, and again where no answer came, the hub said that it is not available (503), or `act` says NotYet. For acts that may be repeated
 * only: reads, and writes that carry the same Idempotency-Key and body each time. Everything else is thrown at once.
 */
export async function patiently<T>(act: () => Promise<T>, { first, longest, total, elapsed, wait: rest }: Patience = PATIENCE): Promise<T> {
  const began = elapsed();
  for (let pause = first; ; pause = Math.min(longest, pause * 2)) {
    try {
      return await act();
    } catch (cause) {
      const asked = patienceAsked(cause, pause);
      if (asked === null || elapsed() - began + asked > total) throw cause;
      await rest(asked);
    }
  }
}

/** How long to wait before asking again, or null where asking again would not help. */
function patienceAsked(cause: unknown, pause: number): number | null {
  if (cause instanceof NoAnswer || cause instanceof NotYet) return pause;
  const { status, retryAfterMs } = (cause ?? {}) as Partial<ComeBack>;
  return status === 503 ? Math.max(pause, retryAfterMs ?? 0) : null;
}

const CUT_OFF = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'UND_ERR_SOCKET', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

/** Whether fetch, or the reading of a body, ended because the other side was not there any more. */
export function isCutOff(cause: unknown): boolean {
  if (cause instanceof NoAnswer) return true;
  const { message, cause: reason } = (cause ?? {}) as { message?: unknown; cause?: { code?: unknown; errors?: { code?: unknown }[] } };
  const codes = [reason?.code, ...(reason?.errors ?? []).map(({ code }) => code)];
  return message === 'terminated' || codes.some((code) => CUT_OFF.has(String(code)));
}

/** Runs what talks to the network; a connection that was cut becomes a `NoAnswer`. */
export async function answered<T>(talk: () => Promise<T>): Promise<T> {
  try {
    return await talk();
  } catch (cause) {
    if (isCutOff(cause)) throw new NoAnswer('the hub did not answer', { cause });
    throw cause;
  }
}
