import type { CheckView, EnvelopeView, JustificationRecord, RequestView } from '@lateral/contracts';
import type { RequestBody, ResponseBody } from '@lateral/envelope/words';
import type { OpenedMessage } from '../crypto/protocol.js';
import type { Unsealed } from '../keeper/keeper.js';
import type { ReadRequest } from './wanted.js';

/** Requests, answers and checks that the specs of the asking side read. */
export const envelope = (id: string, type: string, from: string, change: Partial<EnvelopeView> = {}): EnvelopeView => ({ id, type, from, to: null, createdAt: '2026-11-22T09:00:00.000Z', collectedAt: null, supersededBy: null, erasedAt: null, ...change });

export const request = (id: string, asked: string, change: Partial<RequestView> = {}): RequestView => ({
  id, check: 'c1', reference: 'LAT-7F3K-92', asking: 'council', asked, askedType: 'POLICE', urgency: 'amber', state: 'acknowledged', version: 2, notice: 'delivered', sentAt: '2026-11-22T08:00:00.000Z', dueAt: '2026-11-22T12:00:00.000Z', dueRule: 'r',
  acknowledgedAt: '2026-11-22T08:10:00.000Z', endedAt: null, heldBy: null, remindedAt: null, escalatedAt: null, answer: null, envelopes: [envelope(`q-${id}`, 'request', 'council', { createdAt: '2026-11-22T08:00:00.000Z' })], ...change,
});

export const check = (requests: RequestView[], change: Partial<CheckView> = {}): CheckView => ({
  id: 'c1', reference: 'LAT-7F3K-92', urgency: 'red', state: 'open', version: 4, openedAt: '2026-11-22T08:00:00.000Z', decidedAt: null, closedAt: null, openedBy: 'm1', heldBy: 'm1', requests, decision: null, ...change,
});

export const questionBody = (change: Partial<RequestBody> = {}): RequestBody => ({
  type: 'request', language: 'en', people: [{ id: 'p1', name: 'Corey Ashdown', roles: ['child'] }, { id: 'p2', name: 'Megan Dŵr-Ŷd', roles: ['parent'], aliases: [{ name: 'Meg Jones', kind: 'known_as' }] }], relationships: [],
  referralReason: 'What was said.', serviceHistory: '', question: 'Was the address visited?', period: null, scope: [], ...change,
});

export const item = (id: string, change: Partial<ResponseBody['items'][number]> = {}): ResponseBody['items'][number] => ({ id, about: 'p1', nature: 'fact', text: `What ${id} tells of.`, source: 'Recorded at the time', relevance: 'Shows supervision.', handling: 'may_tell_family', eventDate: '2026-03-03', ...change });

export const answerBody = (change: Partial<ResponseBody> = {}): ResponseBody => ({ type: 'response', language: 'en', responseType: 'FULL', items: [item('i1')], systemsSearched: [], namesSearched: [], ...change });

const record = (change: Partial<JustificationRecord> = {}): JustificationRecord => ({
  v: 1, type: 'justification', check: 'c1', request: 'r1', message: 'm', salt: 's', agency: 'council', direction: 'asking', purpose: 's47_enquiry', urgency: 'amber', threshold: 's47', subjectKind: 'child', strategyDiscussionAt: null,
  subjects: [{ subject: 'p1', role: 'child' }], categories: ['police.address_calls'], window: null, specialCategory: false, criminalOffence: false,
  stack: { defaultStack: null, regime: 'REG-P2', art6: [], art9: [], sch1: [], art10: [], p3: [], s36Authority: null, gateway: [], confidentiality: [], hra: [], s118Reason: null, policyDocument: null, wouldShareAnyway: null, catalogueVersion: '1' },
  lessIntrusive: null, consent: null, thirdParties: [], response: null, acknowledgements: [], override: null, words: [], ...change,
});

export const opened = (message: string, body: OpenedMessage['body'], change: Partial<OpenedMessage> = {}): OpenedMessage => ({
  ok: true, message, body, narrative: { language: 'en', necessity: 'Why it is needed.', proportionality: 'Why no more.' }, attachments: [], signer: { agency: 'council', member: 'm1' }, created: '2026-11-22T09:00:00.000Z', expires: '2027-01-21T09:00:00.000Z',
  witness: 'proven', onHubsWord: false, readBy: [], digest: `digest-${message}`, record: record({ message }), mismatched: [], keyNews: [], ...change,
});

export const unsealed = (message: string, body: OpenedMessage['body'], change: Partial<OpenedMessage> = {}): Unsealed => ({ envelope: message, opened: opened(message, body, change) });

/** A request that was read: its question, and these answers. */
export function read(view: RequestView, answers: Unsealed[], question: OpenedMessage | null = opened(`q-${view.id}`, questionBody())): ReadRequest {
  return { view, question, isSealed: question === null, answers, before: new Map(), isErased: false };
}
