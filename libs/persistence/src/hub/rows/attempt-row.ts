import type { Act } from '@lateral/exchange';
import type { SqlValue } from '../statement.js';

/**
 * A CTE `attempt` that takes the act's key. `source` says from where, and holds every guard: where a guard fails there is no
 * row, so neither the key is taken nor is anything written that is gated on it. A key that is taken yields no row either;
 * which of the two it was is looked up afterwards, with a fresh snapshot.
 */
export const attemptFrom = (reply: string, source: string): string => `attempt as (
  insert into idempotency_key (agency, member, key, digest, reply, at)
  select :actorAgency::text, :actorMember::text, :attemptKey::text, :attemptDigest::text, ${reply}, :at::timestamptz ${source}
  on conflict do nothing
  returning reply
)`;

export function attemptValues({ actor, attempt, at }: Pick<Act, 'actor' | 'attempt' | 'at'>): Record<string, SqlValue> {
  return { actorAgency: actor.agency, actorMember: actor.member, attemptKey: attempt.key, attemptDigest: attempt.digest, at };
}
