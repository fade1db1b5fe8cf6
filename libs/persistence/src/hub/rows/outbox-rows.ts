import type { OutboxRow } from '@lateral/exchange';
import type { SqlValue } from '../statement.js';

/** A CTE `owed` that writes what must reach somebody because of the act, if `gate` has a row. */
export const owedIf = (gate: string): string => `owed as (
  insert into outbox_event (id, event, agency, check_id, request_id, at, escalates, due_at)
  select o.id, o.event, o.agency, o.check_id, o.request_id, o.at, o.escalates, o.due_at
    from ${gate}, unnest(:outboxIds::uuid[], :outboxEvents::text[], :outboxAgencies::text[], :outboxChecks::uuid[], :outboxRequests::uuid[], :outboxTimes::timestamptz[], :outboxEscalates::boolean[], :outboxDue::timestamptz[])
      as o(id, event, agency, check_id, request_id, at, escalates, due_at)
)`;

export function outboxValues(rows: readonly OutboxRow[]): Record<string, SqlValue> {
  return {
    outboxIds: rows.map(({ id }) => id),
    outboxEvents: rows.map(({ event }) => event),
    outboxAgencies: rows.map(({ agency }) => agency),
    outboxChecks: rows.map(({ check }) => check),
    outboxRequests: rows.map(({ request }) => request),
    outboxTimes: rows.map(({ at }) => at.toISOString()),
    outboxEscalates: rows.map(({ escalates = false }) => escalates),
    outboxDue: rows.map(({ dueAt }) => dueAt?.toISOString() ?? null),
  };
}
