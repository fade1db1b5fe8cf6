import type { Actor, WriteResult } from '@lateral/exchange';
import type { Connections } from './connections.js';
import { EARLIER_ATTEMPT } from './statements/earlier-attempt.statement.js';
import type { SqlValue, Statement } from './statement.js';

/** Tables whose ids are made by clients: a second row with such an id is an answer, not a fault. */
const CLIENT_IDS = ['lateral_check', 'check_reference', 'check_request', 'envelope', 'envelope_body', 'justification', 'emergency_override', 'passkey', 'recusal', 'invitation'];

/**
 * Runs a write that yields a row exactly when it was carried out. Where it did not, the same key may have been used before
 * (perhaps by an attempt that was under way while this one waited): then its reply stands. Otherwise a guard failed.
 */
export async function carryOut<Row, Reply>(
  connections: Connections,
  { actor, attempt }: { actor: Actor; attempt: { key: string } | null },
  { statement, values, reply }: { statement: Statement; values: Record<string, SqlValue>; reply: (row: Row) => Reply },
): Promise<WriteResult<Reply>> {
  try {
    const row = await connections.first<Row>(statement, values);
    if (row !== null) return { outcome: 'done', reply: reply(row) };
  } catch (error) {
    if (isTakenId(error)) return { outcome: 'id-taken' };
    throw error;
  }
  const earlier = attempt === null ? null : await earlierAttempt(connections, actor, attempt.key);
  return earlier === null ? { outcome: 'changed' } : { outcome: 'replayed', ...earlier };
}

export function earlierAttempt(connections: Connections, actor: Actor, key: string): Promise<{ digest: string; reply: unknown } | null> {
  return connections.first(EARLIER_ATTEMPT, { agency: actor.agency, member: actor.member, key });
}

/** SQLSTATE 23505 on a table of client-made ids; partitions are named after their table. */
function isTakenId(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, table } = error as { code?: unknown; table?: unknown };
  if (code !== '23505' || typeof table !== 'string') return false;
  return CLIENT_IDS.includes(table.replace(/_(default|\d{4}_\d{2})$/, ''));
}
