import { Buffer } from 'node:buffer';
import type { AuditRow } from '@lateral/exchange';
import type { SqlValue } from '../statement.js';

/** A CTE `recorded` that writes the act's audit records in the order given, if `gate` (a CTE) has a row. */
export const recordedIf = (gate: string): string => `recorded as (
  insert into audit_record (id, event, entry, at, record, salt, check_id, request_id, message_id, parties)
  select a.id, a.event, a.entry, a.at, a.record, a.salt, a.check_id, a.request_id, a.message_id, string_to_array(a.parties, e'\\x1f')
    from ${gate}, unnest(:auditIds::uuid[], :auditEvents::text[], :auditEntries::text[], :auditTimes::timestamptz[], :auditRecords::text[],
      :auditSalts::bytea[], :auditChecks::uuid[], :auditRequests::uuid[], :auditMessages::uuid[], :auditParties::text[])
      as a(id, event, entry, at, record, salt, check_id, request_id, message_id, parties)
)`;

export function auditValues(records: readonly AuditRow[]): Record<string, SqlValue> {
  return {
    auditIds: records.map(({ id }) => id),
    auditEvents: records.map(({ event }) => event),
    auditEntries: records.map(({ entry }) => entry),
    auditTimes: records.map(({ at }) => at.toISOString()),
    auditRecords: records.map(({ record }) => record),
    auditSalts: records.map(({ salt }) => `\\x${Buffer.from(salt).toString('hex')}`),
    auditChecks: records.map(({ check }) => check),
    auditRequests: records.map(({ request }) => request),
    auditMessages: records.map(({ message }) => message),
    // An array of arrays cannot be unnested row by row; the unit separator occurs in no agency's id.
    auditParties: records.map(({ parties }) => parties.join('\x1f')),
  };
}
