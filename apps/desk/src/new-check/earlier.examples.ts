const envelope = { id: 'e1', type: 'request', from: 'council', to: 'heddlu', createdAt: '2026-11-23T09:00:00.000Z', collectedAt: null, supersededBy: null, erasedAt: null };
const request = {
  id: 'r1', check: 'c1', reference: 'LC-7', asking: 'council', asked: 'heddlu', askedType: 'POLICE', urgency: 'red', state: 'open', sentAt: '2026-11-23T08:00:00.000Z', dueAt: '2026-11-23T15:22:00.000Z', dueRule: '',
  acknowledgedAt: null, endedAt: null, remindedAt: null, answer: null, envelopes: [envelope],
};
const people = [{ id: 'p1', name: 'Corey Ashdown', roles: ['child'], dob: '2019-09-03' }, { id: 'p2', name: 'Leanne Ashdown', roles: ['parent'], dob: '1991-02-14' }];

/** A check that was sent before, whom it is about in a line, and its question opened. */
export const EARLIER = { id: 'c1', reference: 'LC-7', state: 'open', openedAt: '2026-11-23T08:00:00.000Z', openedBy: 'u-1', heldBy: null, decision: null, requests: [request] };
export const HEADED = { envelope: 'e1', heading: { name: 'Corey Ashdown', born: '2019', more: 1 } };
export const QUESTION = { envelope: 'e1', opened: { ok: true, created: '2026-11-23T08:00:00.000Z', body: { type: 'request', people, question: 'Words.' }, signer: { agency: 'council' }, record: { check: 'c1' }, narrative: { necessity: 'Words.' } } };
