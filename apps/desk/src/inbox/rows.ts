import type { DraftView, EnvelopeView, RequestView } from '@lateral/contracts';
import { inBoardOrder } from '@lateral/domain/board';
import { londonDay } from '@lateral/domain/deadlines';
import type { Wanted } from '../keeper/keeper.js';

export const INBOX_FILTERS = ['team', 'mine', 'unclaimed', 'done'] as const;
export type InboxFilter = (typeof INBOX_FILTERS)[number];

/** One row of the inbox; a change of any member is a change of the row. */
export interface InboxRow { id: string; view: RequestView; toApprove: boolean }

export function filterOf(asked: string | null): InboxFilter {
  return INBOX_FILTERS.find((filter) => filter === asked) ?? 'team';
}

/** Whether an answer is still waited for. */
export function isOpen({ state }: Pick<RequestView, 'state'>): boolean {
  return state === 'open' || state === 'acknowledged';
}

/** Over, and nobody answered: it was taken back, or its check was closed first. */
export function isUnanswered({ state }: Pick<RequestView, 'state'>): boolean {
  return state === 'withdrawn' || state === 'expired';
}

/** The requests of a filter, in the order of a board: what is late first, then what is due next. Done today: latest first. */
export function rowsOf(inbox: readonly RequestView[], filter: InboxFilter, { me, drafts, now }: { me: string; drafts: readonly DraftView[]; now: Date }): InboxRow[] {
  const own = inbox.filter((view) => isIn(view, filter, { me, now }));
  const placed = inBoardOrder(own.map((view) => ({ view, reference: view.reference, agency: view.asking, dueAt: new Date(view.dueAt), sentAt: new Date(view.sentAt), endedAt: view.endedAt === null ? null : new Date(view.endedAt), paused: null })), now);
  const toApprove = new Set(drafts.filter(({ state, by }) => state === 'to_approve' && by !== me).map(({ request }) => request));
  return placed.map(({ view }) => ({ id: view.id, view, toApprove: toApprove.has(view.id) }));
}

function isIn(view: RequestView, filter: InboxFilter, { me, now }: { me: string; now: Date }): boolean {
  switch (filter) {
    case 'team': return isOpen(view);
    case 'mine': return isOpen(view) && view.heldBy === me;
    case 'unclaimed': return isOpen(view) && view.heldBy === null;
    case 'done': return !isOpen(view) && view.endedAt !== null && londonDay(new Date(view.endedAt)) === londonDay(now);
  }
}

/** The question in force: corrected ones have been put in the place of those before. Null where it was taken back before anybody saw it. */
export function questionIn({ envelopes, asking }: Pick<RequestView, 'envelopes' | 'asking'>): EnvelopeView | null {
  return envelopes.findLast(({ type, from, supersededBy }) => type === 'request' && from === asking && supersededBy === null) ?? null;
}

/** Whether another question stands now than was asked first. */
export function isCorrected({ envelopes, asking }: Pick<RequestView, 'envelopes' | 'asking'>): boolean {
  return envelopes.some(({ type, from, supersededBy }) => type === 'request' && from === asking && supersededBy !== null);
}

/** The question as it was before it was corrected. */
export function wantedBefore({ id, check, asking, envelopes }: Pick<RequestView, 'id' | 'check' | 'asking' | 'envelopes'>): Wanted[] {
  return envelopes.filter(({ type, from, supersededBy }) => type === 'request' && from === asking && supersededBy !== null).slice(-1)
    .map(({ id: envelope }) => ({ envelope, expected: { type: 'request', from: asking, check, request: id, inReplyTo: null } }));
}

/** What is opened when a request is, and what it must turn out to be; nothing, where it was erased. */
export function wantedOf(view: Pick<RequestView, 'id' | 'check' | 'asking' | 'envelopes'>): Wanted[] {
  const question = questionIn(view);
  return question === null || question.erasedAt !== null ? [] : [{ envelope: question.id, expected: { type: 'request', from: view.asking, check: view.check, request: view.id, inReplyTo: null } }];
}
