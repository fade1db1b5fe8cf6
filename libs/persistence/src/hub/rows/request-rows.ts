import type { NewRequest } from '@lateral/exchange';
import type { SqlValue } from '../statement.js';

/** A CTE `posted` that writes new requests of a check, if `gate` has a row. `reference` and `asking` say where the check's come from. */
export const postedIf = (gate: string, { reference, asking }: { reference: string; asking: string }): string => `posted as (
  insert into check_request (id, check_id, reference, asking, asked, asked_type, urgency, state, version, sent_at, due_at, due_rule, current_envelope, current_digest, floor_id)
  select r.id, :check::uuid, ${reference}, ${asking}, r.asked, (select p.type from partnership_agency p where p.agency = r.asked), r.urgency, 'open', 1,
         :at::timestamptz, r.due_at, r.due_rule, r.envelope, r.digest, :floor::uuid
    from ${gate}, unnest(:requestIds::uuid[], :asked::text[], :urgencies::text[], :dueTimes::timestamptz[], :dueRules::text[], :messageIds::uuid[], :contentDigests::text[])
      as r(id, asked, urgency, due_at, due_rule, envelope, digest)
)`;

/** Beside the values of the requests' envelopes, which stand in the same order. */
export function requestValues(requests: readonly NewRequest[]): Record<string, SqlValue> {
  return {
    requestIds: requests.map(({ id }) => id),
    asked: requests.map(({ asked }) => asked),
    urgencies: requests.map(({ urgency }) => urgency),
    dueTimes: requests.map(({ dueAt }) => dueAt.toISOString()),
    dueRules: requests.map(({ dueRule }) => dueRule),
  };
}
