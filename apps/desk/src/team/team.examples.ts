import type { CheckView, RequestView } from '@lateral/contracts';

export const NOW = '2026-11-22T10:43:00.000Z';

/** A request to the police by the council, amber, opened, due at 12:40. */
export function aRequest(id: string, change: Partial<RequestView> = {}): RequestView {
  return {
    id, check: `c-${id}`, reference: `LAT-${id}`, asking: 'council', asked: 'heddlu', askedType: 'POLICE', urgency: 'amber', state: 'acknowledged', version: 2, notice: 'delivered', sentAt: '2026-11-22T08:40:00.000Z', dueAt: '2026-11-22T12:40:00.000Z',
    dueRule: 'r', acknowledgedAt: '2026-11-22T09:00:00.000Z', endedAt: null, heldBy: null, remindedAt: null, escalatedAt: null, answer: null,
    envelopes: [{ id: `e-${id}`, type: 'request', from: 'council', to: 'heddlu', createdAt: '2026-11-22T08:40:00.000Z', collectedAt: null, supersededBy: null, erasedAt: null }], ...change,
  };
}

/** A check that the council opened. */
export function aCheck(reference: string, requests: RequestView[], change: Partial<CheckView> = {}): CheckView {
  return { id: `c-${reference}`, reference, urgency: 'amber', state: 'open', version: 1, openedAt: '2026-11-22T08:40:00.000Z', decidedAt: null, closedAt: null, openedBy: 'u-ann', heldBy: null, requests: requests.map((each) => ({ ...each, reference })), decision: null, ...change };
}
