import type { AnswerCodes, CheckView, EnvelopeView, Page, RequestView } from '@lateral/contracts';
import type { PageQuery } from '@lateral/exchange';
import type { EnvelopeLine, MemoryTables, RequestLine } from './memory-tables.js';

const isoOrNull = (time: Date | null): string | null => time?.toISOString() ?? null;

export function requestViewOf(tables: MemoryTables, line: RequestLine, agency: string): RequestView {
  const { id, check, reference, asking, asked, askedType, urgency, state, version, notice, sentAt, dueAt, dueRule, acknowledgedAt, endedAt, currentEnvelope } = line;
  const all = envelopeViews(tables, agency, ({ row }) => row.check === check && row.request === id);
  const current = all.filter((envelope) => envelope.id === currentEnvelope);
  return {
    id, check, reference, asking, asked, askedType, urgency, state, version, notice, sentAt: sentAt.toISOString(), dueAt: dueAt.toISOString(), dueRule,
    acknowledgedAt: isoOrNull(acknowledgedAt), endedAt: isoOrNull(endedAt), heldBy: asked === agency ? line.heldBy : null, remindedAt: isoOrNull(line.remindedAt), escalatedAt: isoOrNull(line.escalatedAt),
    answer: answerOf(tables, line), envelopes: [...current, ...all.filter((envelope) => envelope.id !== currentEnvelope)],
  };
}

/** A check for one of its parties with what that party may see of it, or null for anybody else. */
export function checkViewOf(tables: MemoryTables, check: string, agency: string): CheckView | null {
  const line = tables.checks.get(check);
  if (line === undefined) return null;
  const requests = [...tables.requests.values()].filter((each) => each.check === check && (each.asking === agency || each.asked === agency)).sort((a, b) => (a.id < b.id ? -1 : 1));
  if (line.asking !== agency && requests.length === 0) return null;
  const { id, reference, urgency, state, version, openedAt, decidedAt, closedAt } = line;
  return {
    id, reference, urgency, state, version, openedAt: openedAt.toISOString(), decidedAt: isoOrNull(decidedAt), closedAt: isoOrNull(closedAt),
    openedBy: line.asking === agency ? line.openedBy : null, heldBy: line.asking === agency ? line.heldBy : null,
    requests: requests.map((request) => requestViewOf(tables, request, agency)),
    decision: envelopeViews(tables, agency, ({ row }) => row.check === check && row.type === 'decision').at(-1) ?? null,
  };
}

/** The newest answer, an interim one too, by what its coded record says. */
function answerOf(tables: MemoryTables, { currentResponse }: RequestLine): AnswerCodes | null {
  const row = tables.envelopes.get(currentResponse ?? '')?.row;
  const response = tables.recordsErased.has(currentResponse ?? '') ? null : row?.sealed.justification.response;
  return row === undefined || response == null ? null : { type: response.type, items: response.items.length, at: row.createdAt.toISOString(), message: row.id };
}

function envelopeViews(tables: MemoryTables, agency: string, which: (line: EnvelopeLine) => boolean): EnvelopeView[] {
  const lines = inOrder([...tables.envelopes.values()].filter((line) => which(line) && (line.row.from === agency || line.row.to === agency)));
  return lines.map(({ row: { id, type, from, to, createdAt }, collectedAt, erasedAt }) => ({
    id, type, from, to, createdAt: createdAt.toISOString(), collectedAt: isoOrNull(collectedAt), supersededBy: lines.findLast(({ row }) => row.corrects === id)?.row.id ?? null, erasedAt: isoOrNull(erasedAt),
  }));
}

/** By time and then by id, as the adapter orders them. */
export function inOrder(lines: EnvelopeLine[]): EnvelopeLine[] {
  return lines.sort((a, b) => a.row.createdAt.getTime() - b.row.createdAt.getTime() || (a.row.id < b.row.id ? -1 : 1));
}

/** Newest first; the cursor is the id of the last that was given. */
export function pageOf<View extends { id: string }>(views: View[], { after, limit }: PageQuery, at: (view: View) => string): Page<View> {
  const sorted = views.sort((a, b) => (`${at(a)} ${a.id}` < `${at(b)} ${b.id}` ? 1 : -1));
  const start = after === null ? 0 : sorted.findIndex(({ id }) => id === after) + 1;
  if (after !== null && start === 0) return { items: [], next: null };
  const items = sorted.slice(start, start + Math.max(1, Math.min(Math.trunc(limit), 100)));
  return { items, next: start + items.length < sorted.length ? (items.at(-1)?.id ?? null) : null };
}
