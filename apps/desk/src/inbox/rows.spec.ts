import { describe, expect, it } from 'vitest';
import type { DraftView, RequestView } from '@lateral/contracts';
import { filterOf, questionIn, rowsOf, wantedOf, type InboxFilter } from './rows.js';

const NOW = new Date('2026-11-22T10:00:00.000Z');
const view = (id: string, change: Partial<RequestView> = {}): RequestView => ({
  id, check: 'c', reference: `LAT-${id}`, asking: 'council', asked: 'heddlu', askedType: 'POLICE', urgency: 'amber', state: 'open', version: 1, notice: 'delivered', sentAt: '2026-11-22T08:00:00.000Z', dueAt: '2026-11-22T12:00:00.000Z', dueRule: 'r',
  acknowledgedAt: null, endedAt: null, heldBy: null, remindedAt: null, escalatedAt: null, answer: null, envelopes: [], ...change,
});
const inbox = [
  view('later', { dueAt: '2026-11-22T15:00:00.000Z' }), view('mine', { heldBy: 'm1', state: 'acknowledged' }), view('late', { dueAt: '2026-11-22T09:00:00.000Z', urgency: 'red' }), view('theirs', { heldBy: 'm2' }),
  view('done', { state: 'nothing_held', endedAt: '2026-11-22T09:30:00.000Z' }), view('old', { state: 'answered', endedAt: '2026-11-21T09:30:00.000Z' }), view('back', { state: 'withdrawn', endedAt: '2026-11-22T00:10:00.000Z' }),
];
const ids = (filter: InboxFilter, now = NOW): string[] => rowsOf(inbox, filter, { me: 'm1', drafts: [], now }).map(({ id }) => id);

describe('the inbox', () => {
  it('has what is late first, then what is due next', () => {
    expect(ids('team')).toEqual(['late', 'mine', 'theirs', 'later']);
  });

  it('is filtered by who has it, and by what was done today in London', () => {
    expect([ids('mine'), ids('unclaimed'), ids('done')]).toEqual([['mine'], ['late', 'later'], ['done', 'back']]);
    expect(ids('done', new Date('2026-11-23T00:00:00.000Z'))).toEqual([]);
  });

  it('shows the team what no address names', () => {
    expect([filterOf(null), filterOf('mine'), filterOf('everything')]).toEqual(['team', 'mine', 'team']);
  });

  it('says which answers wait for an approver, and never one\'s own', () => {
    const draft = (request: string, by: string, state: DraftView['state']): DraftView => ({ id: 'd', kind: 'answer', check: null, request, readers: 'approvers', state, by, version: 1, updatedAt: NOW.toISOString(), bytes: 1 });
    const rows = rowsOf(inbox, 'team', { me: 'm1', drafts: [draft('late', 'm2', 'to_approve'), draft('mine', 'm1', 'to_approve'), draft('theirs', 'm2', 'sent_back')], now: NOW });
    expect(rows.filter(({ toApprove }) => toApprove).map(({ id }) => id)).toEqual(['late']);
  });

  it('opens the question in force, and nothing that somebody else put beside it', () => {
    const envelope = { type: 'request', from: 'council', to: 'heddlu', createdAt: '', collectedAt: null, supersededBy: null, erasedAt: null };
    const asked = view('x', { envelopes: [{ ...envelope, id: 'e1', supersededBy: 'e2' }, { ...envelope, id: 'e2' }, { ...envelope, id: 'e3', type: 'response', from: 'heddlu' }, { ...envelope, id: 'e4', from: 'heddlu' }] });
    expect(questionIn(asked)?.id).toBe('e2');
    expect(wantedOf(asked)).toEqual([{ envelope: 'e2', expected: { type: 'request', from: 'council', check: 'c', request: 'x', inReplyTo: null } }]);
    expect(wantedOf(view('y'))).toEqual([]);
  });
});
