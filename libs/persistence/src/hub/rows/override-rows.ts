import type { OverrideRow } from '@lateral/exchange';
import type { SqlValue } from '../statement.js';

/** A CTE `overridden` that puts the act's emergency overrides on the review list, if `gate` has a row: none leaves without it. */
export const overriddenIf = (gate: string): string => `overridden as (
  insert into emergency_override (message, check_id, request_id, agency, member, reason, findings, used_at, review_due)
  select o.message, o.check_id, o.request_id, o.agency, o.member, o.reason, string_to_array(o.findings, e'\\x1f'), o.used_at, o.review_due
    from ${gate}, unnest(:overriddenMessages::uuid[], :overriddenChecks::uuid[], :overriddenRequests::uuid[], :overridingAgencies::text[], :overridingMembers::text[],
      :overrideReasons::text[], :overriddenFindings::text[], :overrideTimes::timestamptz[], :reviewsDue::timestamptz[])
      as o(message, check_id, request_id, agency, member, reason, findings, used_at, review_due)
)`;

export function overrideValues(overrides: readonly OverrideRow[]): Record<string, SqlValue> {
  return {
    overriddenMessages: overrides.map(({ message }) => message),
    overriddenChecks: overrides.map(({ check }) => check),
    overriddenRequests: overrides.map(({ request }) => request),
    overridingAgencies: overrides.map(({ agency }) => agency),
    overridingMembers: overrides.map(({ member }) => member),
    overrideReasons: overrides.map(({ reason }) => reason),
    // As with parties: an array of arrays cannot be unnested row by row, and no code holds the unit separator.
    overriddenFindings: overrides.map(({ findings }) => findings.join('\x1f')),
    overrideTimes: overrides.map(({ usedAt }) => usedAt.toISOString()),
    reviewsDue: overrides.map(({ reviewDue }) => reviewDue.toISOString()),
  };
}
