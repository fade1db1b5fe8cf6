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

/** The whole reply of an act: the standing that the statement makes, and what the act itself is answered with. It is stored whole, so that a retry is told all of it. */
export const withReplyAlso = (standing: string): string => `${standing} || :replyAlso::jsonb`;
/** The same of an act that leaves nothing standing. */
export const REPLY_ALSO_OR_NULL = `coalesce(nullif(:replyAlso::jsonb, '{}'::jsonb), 'null'::jsonb)`;

export function attemptValues({ actor, attempt, at, replyAlso }: Pick<Act, 'actor' | 'attempt' | 'at' | 'replyAlso'>): Record<string, SqlValue> {
  return { actorAgency: actor.agency, actorMember: actor.member, attemptKey: attempt.key, attemptDigest: attempt.digest, replyAlso: JSON.stringify(replyAlso ?? {}), at };
}
