import type { Reader } from '@lateral/exchange';
import type { SqlValue } from '../statement.js';

/**
 * That the reader still has a part in a check, and that their session reaches it: the one place that says so, for every read. Whoever
 * knows someone in a check is out of it, as if their agency had never been in it; a one-time code reaches what is red. The look-up is by
 * primary key in a table with few rows.
 */
export const reaches = (check: string, isRed: string): string => `not exists (
  select 1 from recusal x where x.check_id = ${check} and x.agency = :reader::text and x.member = :member::text) and (not :onlyRed::boolean or ${isRed})`;

/** Without a reader everything is there: for what no member asked for. */
export function readerValues(reader: Reader | null): Record<string, SqlValue> {
  return { reader: reader?.agency ?? null, member: reader?.member ?? null, onlyRed: reader?.reach === 'red' };
}
