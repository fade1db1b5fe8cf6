import type { CheckView, DelegatedRequestView, EnvelopeView, Page, RequestView } from '@lateral/contracts';
import { fromBase64Url, toBase64Url, utf8 } from '@lateral/contracts';
import type { PageQuery } from '@lateral/exchange';
import type { SqlValue } from './statement.js';

type EnvelopeJson = Omit<EnvelopeView, 'supersededBy'> & { corrects: string | null };
export type RequestJson = Omit<RequestView, 'envelopes'> & { currentEnvelope: string; envelopes: EnvelopeJson[] | null };
export type CheckJson = Omit<CheckView, 'requests' | 'decision'> & { asking: string; requests: RequestJson[] | null; decisions: EnvelopeJson[] | null };

/** Postgres writes times its own way; the API says ISO 8601 in UTC with milliseconds. */
const iso = (time: string): string => new Date(time).toISOString();
const isoOrNull = (time: string | null): string | null => (time === null ? null : iso(time));

export function requestViewOf({ currentEnvelope, envelopes, ...request }: RequestJson): RequestView {
  const all = envelopeViews(envelopes ?? []);
  const current = all.filter(({ id }) => id === currentEnvelope);
  return {
    ...request,
    sentAt: iso(request.sentAt), dueAt: iso(request.dueAt), acknowledgedAt: isoOrNull(request.acknowledgedAt), endedAt: isoOrNull(request.endedAt),
    remindedAt: isoOrNull(request.remindedAt), escalatedAt: isoOrNull(request.escalatedAt), answer: request.answer === null ? null : { ...request.answer, at: iso(request.answer.at) },
    envelopes: [...current, ...all.filter(({ id }) => id !== currentEnvelope)],
  };
}

export function delegatedViewOf(view: DelegatedRequestView): DelegatedRequestView {
  return { ...view, sentAt: iso(view.sentAt), dueAt: iso(view.dueAt) };
}

/** A check for one of its parties, or null for anybody else: a stranger must not learn that it exists. */
export function checkViewOf({ asking, requests, decisions, ...check }: CheckJson, agency: string): CheckView | null {
  if (asking !== agency && requests === null) return null;
  return {
    ...check,
    openedAt: iso(check.openedAt), decidedAt: isoOrNull(check.decidedAt), closedAt: isoOrNull(check.closedAt),
    requests: (requests ?? []).map(requestViewOf),
    // The newest stands. Only the asking agency is sender of one, so nobody else is given any.
    decision: envelopeViews(decisions ?? []).at(-1) ?? null,
  };
}

function envelopeViews(envelopes: readonly EnvelopeJson[]): EnvelopeView[] {
  const corrections = new Map(envelopes.flatMap(({ id, corrects }) => (corrects === null ? [] : [[corrects, id] as const])));
  return envelopes.map(({ corrects: _, ...envelope }) => ({
    ...envelope, createdAt: iso(envelope.createdAt), collectedAt: isoOrNull(envelope.collectedAt), supersededBy: corrections.get(envelope.id) ?? null, erasedAt: isoOrNull(envelope.erasedAt),
  }));
}

/** The largest page that is given out, whatever is asked for. */
export const MAX_PAGE = 100;

/** Rows to read for a page of so many: one more, which says whether there is a next. */
export function rowsOf(limit: number): number {
  return Math.max(1, Math.min(Math.trunc(limit), MAX_PAGE)) + 1;
}

/** Where a page starts: after the cursor, or at the newest. A cursor that is not one of ours reads as an empty page. */
export function pageValues({ after, limit }: PageQuery): Record<string, SqlValue> & { rows: number } {
  const rows = rowsOf(limit);
  if (after === null) return { beforeAt: 'infinity', beforeId: 'ffffffff-ffff-ffff-ffff-ffffffffffff', rows };
  const [ms, id] = readCursor(after);
  return { beforeAt: ms, beforeId: id, rows };
}

export function pageOf<View>(views: readonly View[], rows: number, cursor: (last: View) => { at: string; id: string }): Page<View> {
  const items = views.slice(0, rows - 1);
  const last = items.at(-1);
  if (views.length < rows || last === undefined) return { items, next: null };
  const { at, id } = cursor(last);
  return { items, next: toBase64Url(utf8(`${Date.parse(at).toString(36)}.${id}`)) };
}

// Nine digits reach into the year 5188; ten reach years that Postgres has no time for.
const CURSOR = /^([0-9a-z]{1,9})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

function readCursor(cursor: string): [string, string] {
  const [, ms, id] = CURSOR.exec(textOfCursor(cursor)) ?? [];
  return ms === undefined || id === undefined ? ['-infinity', '00000000-0000-0000-0000-000000000000'] : [new Date(Number.parseInt(ms, 36)).toISOString(), id];
}

/** What a cursor says, or nothing where it cannot be one of ours. */
export function textOfCursor(cursor: string): string {
  if (!/^[A-Za-z0-9_-]{1,96}$/.test(cursor) || cursor.length % 4 === 1) return '';
  try {
    return new TextDecoder().decode(fromBase64Url(cursor));
  } catch (error) {
    // Left-over bits: not a cursor of ours.
    if (error instanceof TypeError) return '';
    throw error;
  }
}
