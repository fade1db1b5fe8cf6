import { LIVE_EVENTS, type EventName, type LiveEvent } from '@lateral/contracts';
import type { Act } from '@lateral/exchange';
import type { SqlValue } from '../statement.js';

/** The id of the same notice for the other party: each has a row of its own. Its time stays in front, its last digits are each one further. */
export const twinOf = (id: string): string => id.slice(0, -12) + id.slice(-12).replace(/./g, (digit) => ((Number.parseInt(digit, 16) + 1) % 16).toString(16));
/** The same in SQL, of a uuid. */
export const TWIN = (id: string): string => `(left(${id}::text, 24) || translate(right(${id}::text, 12), '0123456789abcdef', '123456789abcdef0'))::uuid`;

/**
 * A CTE `shown` that writes what connected clients are shown of an act by which no mail goes out, if `gate` has a row. `of` is the row of
 * the check or request it is about: with `reference`, `urgency` and, for a request, `id` and `due_at`.
 */
export const shownIf = (gate: string, { of, request, due, where, urgency = `${of}.urgency` }: { of: string; request: string; due: string; where: string; urgency?: string }): string => `shown as (
  insert into agency_notice (id, agency, kind, reference, request_id, urgency, due_at, at)
  select n.id, n.agency, n.kind, ${of}.reference, ${request}, ${urgency}, ${due}, :at::timestamptz
    from ${gate}, unnest(:noticeIds::uuid[], :noticeAgencies::text[], :noticeKinds::text[]) as n(id, agency, kind), ${where}
  on conflict do nothing
)`;
/** For `shownIf`: what it is about, by the id in a parameter. */
export const OF_CHECK = { of: 'about', request: 'null::uuid', due: 'null::timestamptz', where: '(select reference, urgency from lateral_check where id = :check::uuid) about' };
export const OF_REQUEST = { of: 'about', request: 'about.id', due: 'about.due_at', where: '(select id, reference, urgency, due_at from check_request where id = :request::uuid) about' };

interface Shown { id: string; agency: string; kind: EventName }

/** What is shown of these records: to the agency whose member it was, and to the other party where both hear of it. */
export function shownOf({ actor, records }: Pick<Act, 'actor' | 'records'>): Shown[] {
  return records.filter(({ event }) => event in LIVE_EVENTS).flatMap(({ id, event, parties }) => {
    const own = actor.agency;
    const others = LIVE_EVENTS[event as LiveEvent] === 'both' ? parties.filter((agency) => agency !== own) : [];
    return [{ id, agency: own, kind: event }, ...others.map((agency) => ({ id: twinOf(id), agency, kind: event }))];
  });
}

export function noticeValues(act: Pick<Act, 'actor' | 'records'>): Record<string, SqlValue> {
  const shown = shownOf(act);
  return { noticeIds: shown.map(({ id }) => id), noticeAgencies: shown.map(({ agency }) => agency), noticeKinds: shown.map(({ kind }) => kind) };
}
