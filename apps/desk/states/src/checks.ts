import type { AnswerCodes, CheckView, DelegatedRequestView, EnvelopeView, OverrideView, RequestView } from '@lateral/contracts';
import { referenceOf, type ResponseType, type Urgency } from '@lateral/domain';
import type { AnswerDraft } from '../../src/answer/answer-draft.js';
import type { KnownAgency } from '../../src/crypto/protocol.js';
import { AGENCIES, CHECK, COUNCIL, HEALTH, HOUSING, POLICE, PROBATION, REFERENCE, SCHOOLS, anId, minutes } from './cast.js';
import { given, writtenAnswer } from './drafts.js';
import { MESSAGES, answer, emergency, question, send } from './messages.js';

const RULE = 'POL-MIX-4W-24-72:red:4h-working';

/** A request as lists have it, sent an hour ago and due in two. */
function aRequest(asked: KnownAgency, change: Partial<RequestView> = {}): RequestView {
  return {
    id: anId(), check: CHECK, reference: REFERENCE, asking: COUNCIL.id, asked: asked.id, askedType: asked.type, urgency: 'red', state: 'open', version: 1, notice: 'delivered', sentAt: minutes(-63), dueAt: minutes(117), dueRule: RULE,
    acknowledgedAt: null, endedAt: null, heldBy: null, remindedAt: null, escalatedAt: null, answer: null, envelopes: [], ...change,
  };
}

const STATE_OF: Partial<Record<ResponseType, RequestView['state']>> = { HOLDING: 'acknowledged', CLARIFY: 'acknowledged' };

interface Asked { of: KnownAgency; answered?: AnswerDraft; corrected?: AnswerDraft; change?: Partial<RequestView> }

/** A request with its question, and where there is one its answer, that can be opened. */
function aConversation({ of, answered, corrected, change }: Asked): RequestView {
  const view = aRequest(of, change);
  const asked = question(of.id, view.id, view.sentAt);
  if (answered === undefined) return { ...view, envelopes: [asked] };
  const first = answer(answered, asked, of, minutes(-20));
  const second = corrected === undefined ? null : answer(corrected, asked, of, minutes(-8));
  const all: EnvelopeView[] = second === null ? [asked, first] : [asked, { ...first, supersededBy: second.id }, second];
  const newest = all.at(-1)!;
  const codes = codesOf(newest);
  const ended = STATE_OF[codes.type] === undefined;
  return { ...view, state: ended ? 'answered' : 'acknowledged', version: 3, acknowledgedAt: minutes(-50), endedAt: ended ? newest.createdAt : null, answer: codes, envelopes: all };
}

function codesOf({ id, createdAt }: EnvelopeView): AnswerCodes {
  const body = MESSAGES.get(id)?.body;
  if (body?.type !== 'response') throw new Error('no answer');
  return { type: body.responseType, items: body.items.length, at: createdAt, message: id };
}

const attachment = { key: { id: anId(), name: 'growth chart.pdf', mime: 'application/pdf', size: 48_211, plaintextDigest: 'd', length: 48_300, digest: 'd', key: 'k' }, description: 'Growth chart, April to November' };

function aCheck(requests: RequestView[], change: Partial<CheckView> = {}): CheckView {
  return { id: CHECK, reference: REFERENCE, urgency: 'red', state: 'open', version: 6, openedAt: minutes(-63), decidedAt: null, closedAt: null, openedBy: 'u-7k2m', heldBy: 'u-7k2m', requests, decision: null, ...change };
}

const many = [
  aConversation({ of: POLICE, answered: writtenAnswer('share'), corrected: writtenAnswer('share', 'en', { why: 'Corrected: the order ended in March.' }) }),
  aConversation({ of: HEALTH, answered: { ...given(1, false), attachment } }),
  aConversation({ of: SCHOOLS, answered: given(2, true) }),
  aConversation({ of: HOUSING, answered: writtenAnswer('refuse') }),
  aConversation({ of: PROBATION, answered: writtenAnswer('nothing', 'en', { systems: ['other'] }) }),
];

/** Ended so long ago that what was sealed in it has been erased. */
const [LONG_AGO, ERASED_AT] = [minutes(-60 * 24 * 400), minutes(-60 * 24 * 3)];
const erased = (view: RequestView): RequestView => ({
  ...view, sentAt: LONG_AGO, dueAt: LONG_AGO, acknowledgedAt: LONG_AGO, endedAt: LONG_AGO, answer: view.answer === null ? null : { ...view.answer, at: LONG_AGO }, envelopes: view.envelopes.map((each) => ({ ...each, createdAt: LONG_AGO, erasedAt: ERASED_AT })),
});

/** The check at its one address, by how far it has come. */
export const THE_CHECK = {
  asked: aCheck([aConversation({ of: POLICE, change: { state: 'acknowledged', acknowledgedAt: minutes(-60) } }), aConversation({ of: HEALTH }), aConversation({ of: SCHOOLS, change: { notice: 'undelivered' } })]),
  /** Answers that give, in every form that gives. */
  answered: aCheck(many),
  /** Answers that give nothing, or not yet. */
  unclear: aCheck([
    aConversation({ of: POLICE, answered: writtenAnswer('talk'), change: { dueAt: minutes(-12), remindedAt: minutes(-5) } }), aConversation({ of: HEALTH, answered: writtenAnswer('talk', 'en', { until: null, questionBack: 'Which Leanne Ashdown is meant? Two are registered.' }) }),
    aConversation({ of: SCHOOLS, answered: writtenAnswer('elsewhere') }), aConversation({ of: HOUSING, answered: writtenAnswer('elsewhere', 'en', { elsewhere: 'wrong_person', elsewhereWords: 'Two people match.', redirectTo: null }) }),
    aConversation({ of: PROBATION, answered: writtenAnswer('nothing', 'en', { nothing: 'no_concern', systems: ['other'] }) }),
  ]),
  decided: aCheck(many, { state: 'open', version: 8, decidedAt: minutes(-2) }),
  withdrawn: aCheck(many.map((view) => ({ ...view, state: 'withdrawn' as const })), { state: 'withdrawn', closedAt: minutes(-2) }),
  erased: aCheck(many.map(erased), { state: 'closed', openedAt: LONG_AGO, decidedAt: LONG_AGO, closedAt: LONG_AGO }),
} satisfies Record<string, CheckView>;
THE_CHECK.decided.decision = decision();

function decision(): EnvelopeView {
  const [first] = many;
  const asked = MESSAGES.get(first?.envelopes[0]?.id ?? '');
  if (first === undefined || asked === undefined) throw new Error('no question');
  return send({
    request: first.id, from: COUNCIL.id, member: 'u-7k2m', type: 'decision', to: null, at: minutes(-2), narrative: asked.narrative, record: asked.record,
    body: { type: 'decision', language: 'en', outcome: 'S47_JOINT', rationale: 'What he said, what he weighed and what a neighbour heard fit together.', reliedOn: [] },
  });
}

/** What the police were asked, as their inbox has it: by how far it has come. */
const toPolice = (view: RequestView): RequestView => view;
const [answered] = many;
export const THE_REQUEST = {
  asked: toPolice(THE_CHECK.asked.requests[0]!),
  answered: toPolice({ ...answered!, heldBy: 'u-p201' }),
  withdrawn: toPolice({ ...answered!, state: 'withdrawn', endedAt: minutes(-2) }),
  erased: toPolice(THE_CHECK.erased.requests[0]!),
} satisfies Record<string, RequestView>;

const URGENCIES: Urgency[] = ['red', 'amber', 'green', 'red', 'amber', 'amber', 'green', 'green', 'red', 'amber', 'green', 'amber'];
const HOLDERS = ['u-7k2m', 'u-3hq9', null, 'u-7k2m'];

/** So many other checks: whose sealed questions cannot all be opened, each in another state of its clock. `from`: minutes from now at which the first is due. */
export function others(count: number, from: number): CheckView[] {
  return Array.from({ length: count }, (_, at) => {
    const [id, urgency] = [anId(), URGENCIES[at % URGENCIES.length]!];
    const asked = [1, 2, 3].slice(0, 1 + at % 3).map((step) => AGENCIES[1 + (at + step) % 5]!);
    const dueAt = minutes(from + at * 47);
    const requests = asked.map((of, place) => ({
      ...aRequest(of, { check: id, reference: referenceOf(id), urgency, dueAt, sentAt: minutes(from - 240 + at), state: place === 1 ? 'acknowledged' as const : 'open' as const, acknowledgedAt: place === 1 ? minutes(-30) : null, heldBy: HOLDERS[at % 4] ?? null }),
    })).map((view) => ({ ...view, envelopes: [question(view.asked, view.id, view.sentAt)] }));
    const holder = at % 4 === 2 ? null : 'u-7k2m';
    return { ...aCheck(requests, { id, reference: referenceOf(id), urgency, heldBy: holder }) };
  });
}

/** Requests to the police, from several askings. */
export function inbox(count: number, from: number): RequestView[] {
  const holders = ['u-p201', null, 'u-p202', null];
  return others(count, from).map((check, at) => {
    const view = aRequest(POLICE, { check: check.id, reference: check.reference, urgency: check.urgency, dueAt: minutes(from + at * 47), sentAt: minutes(from - 240), heldBy: holders[at % 4] ?? null, state: at % 3 === 0 ? 'open' : 'acknowledged', acknowledgedAt: at % 3 === 0 ? null : minutes(-30), escalatedAt: at === 1 ? minutes(-20) : null });
    return { ...view, envelopes: [question(POLICE.id, view.id, view.sentAt)] };
  });
}

/** What was asked of an agency whose office is closed, as the police have it who read for it at night. */
export function readForOthers(): DelegatedRequestView[] {
  return THE_CHECK.asked.requests.filter(({ asked }) => asked !== POLICE.id).map(({ id, check, reference, asking, asked, urgency, state, sentAt, dueAt, envelopes: [first] }) => ({ id, message: first!.id, check, reference, asking, asked, urgency, state, sentAt, dueAt }));
}

/** A check that went as an emergency, and what waits for a second person since: one that a colleague sent, one's own, and one that was reviewed. */
export function inAnEmergency(me: string): { check: CheckView; overrides: OverrideView[] } {
  const view = aRequest(POLICE, { sentAt: minutes(-90) });
  const { envelope, findings } = emergency(POLICE.id, view.id, view.sentAt);
  const used: OverrideView = { request: view.id, message: envelope.id, check: CHECK, reference: REFERENCE, asking: COUNCIL.id, asked: POLICE.id, reason: 'life_at_risk', findings, usedAt: minutes(-90), usedBy: 'u-3hq9', reviewDue: minutes(60 * 30), reviewedAt: null, finding: null };
  const other = (change: Partial<OverrideView>): OverrideView => {
    const id = anId();
    return { ...used, message: anId(), check: id, reference: referenceOf(id), ...change };
  };
  const late = { usedAt: minutes(-60 * 50), reviewDue: minutes(-60 * 20) };
  return { check: aCheck([{ ...view, envelopes: [envelope] }]), overrides: [used, other({ usedBy: me, ...late }), other({ ...late, reason: 'officer_at_door', reviewedAt: minutes(-60 * 24), finding: 'right_and_completed' })] };
}
