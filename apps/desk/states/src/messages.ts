import type { EnvelopeView, JustificationRecord } from '@lateral/contracts';
import { attestedWords, type MessageBody, type Narrative, type RequestBody } from '@lateral/envelope/words';
import type { AnswerDraft } from '../../src/answer/answer-draft.js';
import { composeAnswer, type Answering } from '../../src/answer/compose.js';
import type { CodedDraft, KnownAgency, OpenedMessage } from '../../src/crypto/protocol.js';
import { composeRequests } from '../../src/new-check/compose.js';
import { CHECK, COUNCIL, AGENCIES, NOW, POLICY, anId, law, minutes } from './cast.js';
import { UNSAID, writtenCheck } from './drafts.js';

/** Every message that can be opened, by its envelope. */
export const MESSAGES = new Map<string, OpenedMessage>();
const ON = NOW.toISOString().slice(0, 10);

interface Sent { request: string; from: string; member: string; type: string; to: string | null; at: string; body: MessageBody; narrative: Narrative; record: CodedDraft; attachments?: OpenedMessage['attachments'] }

/** Puts a message where it can be opened, and says how a list shows its envelope. */
export function send({ request, from, member, type, to, at, body, narrative, record, attachments = [] }: Sent): EnvelopeView {
  const message = anId();
  const whole: JustificationRecord = { ...record, v: 1, type: 'justification', check: CHECK, request, message, salt: '', words: attestedWords(body, narrative) };
  MESSAGES.set(message, { ok: true, message, body, narrative, attachments, signer: { agency: from, member }, created: at, expires: minutes(60 * 24 * 60), witness: 'proven', onHubsWord: false, readBy: [], digest: `digest-${message}`, record: whole, mismatched: [], keyNews: [] });
  return { id: message, type, from, to, createdAt: at, collectedAt: at, supersededBy: null, erasedAt: null };
}

const COMPOSING = { law, policyDocument: POLICY, on: ON, own: COUNCIL, agencies: AGENCIES, asker: { name: 'Nadia Whitlock', role: 'senior practitioner' } };
/** The question to each agency that the demonstration's check asks; and as it would have gone had there been no time to say more. */
const questions = composeRequests(writtenCheck('en'), COMPOSING) ?? [];
const inAnEmergency = composeRequests({ ...writtenCheck('en'), ...UNSAID, why: 'He may be hurt tonight.', override: { reason: 'life_at_risk' } }, COMPOSING) ?? [];

export function question(agency: string, request: string, at: string, all = questions): EnvelopeView {
  const { body, narrative, record } = all.find(({ asked }) => asked.id === agency) ?? missing(agency);
  return send({ request, from: COUNCIL.id, member: 'u-7k2m', type: 'request', to: agency, at, body, narrative, record });
}

/** The question as an emergency, with a record that says little: and which rules it went past. */
export function emergency(agency: string, request: string, at: string): { envelope: EnvelopeView; findings: string[] } {
  const { judged } = inAnEmergency.find(({ asked }) => asked.id === agency) ?? missing(agency);
  return { envelope: question(agency, request, at, inAnEmergency), findings: judged.leave.goes ? judged.leave.overridden.map(({ code }) => code) : [] };
}

/** An answer to a question that was sent, as its draft says. Throws where the draft says nothing. */
export function answer(draft: AnswerDraft, asked: EnvelopeView, from: KnownAgency, at: string): EnvelopeView {
  const opened = MESSAGES.get(asked.id) ?? missing(asked.id);
  const around: Answering = { law, policyDocument: POLICY, on: ON, own: from, question: { body: opened.body as RequestBody, record: opened.record, asking: COUNCIL }, now: new Date(at), answeredBy: { name: 'Siân Bevan', role: 'hub desk' }, approvedBy: draft.approves === null ? null : 'Huw Parry' };
  const { body, narrative, record } = composeAnswer(draft, around) ?? missing(from.id);
  return send({ request: opened.record.request ?? '', from: from.id, member: 'u-p201', type: 'response', to: COUNCIL.id, at, body, narrative, record, ...(draft.attachment === null ? {} : { attachments: [draft.attachment.key] }) });
}

function missing(what: string): never {
  throw new Error(`the state page has no ${what}`);
}
