import type { ProblemCode } from '@lateral/contracts';
import { done, refuse, type Result, type Refusal } from './result.js';
import type { Actor, Attempt, CheckStore, WriteResult } from './ports/index.js';

/**
 * A retry is the same act. An act that is about to be refused may be one that has already been done: the version it named has
 * moved on because of itself. So before any refusal goes out the earlier attempt under the same key is looked for, and answered
 * as it was then. The same key with another body is refused, because one of the two would otherwise be silently dropped.
 */
export async function onceOnly<T>(checks: Pick<CheckStore, 'earlier'>, actor: Actor, attempt: Attempt, act: () => Promise<Result<T>>): Promise<Result<T>> {
  const outcome = await act();
  if (outcome.ok) return outcome;
  const earlier = await checks.earlier(actor, attempt.key);
  return earlier === null ? outcome : replay<T>(earlier, attempt);
}

/** Turns what a write came to into what the caller is told. */
export async function settle<T>(result: WriteResult<T>, attempt: Attempt, changed: () => Promise<Refusal>): Promise<Result<T>> {
  switch (result.outcome) {
    case 'done':
      return done(result.reply);
    case 'replayed':
      return replay<T>(result, attempt);
    case 'id-taken':
      return refuse('id-taken');
    case 'erased':
      return refuse('erased');
    case 'changed':
      return changed();
  }
}

// The stored reply was made by this same act, so it has this act's shape.
function replay<T>(earlier: { digest: string; reply: unknown }, attempt: Attempt): Result<T> {
  return earlier.digest === attempt.digest ? done(earlier.reply as T) : refuse('idempotency-key-reused');
}

/** What to say of a thing that is no longer as the caller last read it, or no longer lets this happen. */
export function conflict(code: Extract<ProblemCode, 'version-changed' | 'wrong-state'>, current: { version: number; state: string }): Refusal {
  return refuse(code, { current: { version: current.version, state: current.state } });
}

/** The reply of a write that was just carried out, with what the act keeps beside the standing: the store gives both back on a replay. */
export function withReply<T, Also extends object>(result: WriteResult<T>, also: Also): WriteResult<T & Also> {
  return result.outcome === 'done' ? { outcome: 'done', reply: { ...result.reply, ...also } } : result;
}
