import { ROUTES, type CheckStanding, type CheckView, type EnvelopeView, type OpenCheckBody, type ReceiptsReply, type RequestStanding, type RequestView, type SealedEnvelope } from '@lateral/contracts';
import type { ResponseBody } from '@lateral/envelope';
import { referenceOf, type WithdrawalReason } from '@lateral/domain';
import { decisionWords, outcomeWords } from '../case/sealed-words.js';
import type { CodedDraft } from '../case/coded-record.js';
import type { PlannedCheck, PlannedRequest } from '../case/plan-round.js';
import type { Correspondent } from './correspondent.js';
import { pathOf, type PartyTime } from './hub-session.js';

/** A request as the asking side keeps it: what it sent, and what came back. */
export interface AskedRequest {
  plan: PlannedRequest;
  id: string;
  envelope: SealedEnvelope;
  answers: { envelope: string; body: ResponseBody; attached: number }[];
}

/** The practitioner's side of one check: asks, reads answers as they come, decides, and tells each agency what came of it. */
export class AskingParty {
  readonly requests = new Map<string, AskedRequest>();
  private check = '';

  constructor(readonly plan: PlannedCheck, private readonly by: Correspondent, private readonly time: PartyTime) {}

  get reference(): string {
    return referenceOf(this.check);
  }

  /** Seals one envelope for each agency and posts the check. */
  async open(): Promise<CheckStanding> {
    this.check = this.by.session.newId();
    const requests: OpenCheckBody['requests'] = [];
    for (const plan of this.plan.requests.filter(({ sent }) => sent)) {
      const id = this.by.session.newId();
      const envelope = await this.by.seal({ type: 'request', check: this.check, request: id, to: plan.agency, inReplyTo: null, corrects: null, body: plan.words, narrative: plan.narrative, record: plan.record });
      this.requests.set(plan.id, { plan, id, envelope, answers: [] });
      requests.push({ id, agency: plan.agency, dueAt: new Date(this.time.now().getTime() + plan.dueAfterMs).toISOString(), envelope });
    }
    const body: OpenCheckBody = { id: this.check, urgency: this.plan.urgency, requests };
    return this.by.session.post<CheckStanding>(ROUTES.checks, body);
  }

  view(): Promise<CheckView> {
    return this.by.session.get<CheckView>(pathOf(ROUTES.check, { reference: this.reference }));
  }

  /** Collects and opens every answer that has not been opened yet; returns those that were new. */
  async readAnswers(): Promise<AskedRequest[]> {
    const view = await this.view();
    const read: AskedRequest[] = [];
    for (const asked of this.requests.values()) {
      const envelopes = view.requests.find(({ id }) => id === asked.id)?.envelopes ?? [];
      const waiting = envelopes.filter((envelope) => isUnreadAnswer(envelope, asked));
      for (const { id } of waiting) {
        const { body, attachments } = await this.by.collect(id, { type: 'response', from: asked.plan.agency, check: this.check, request: asked.id, inReplyTo: asked.envelope.header.content.digest });
        for (const key of attachments) await this.by.collectAttachment(key);
        asked.answers.push({ envelope: id, body: body as ResponseBody, attached: attachments.length });
      }
      if (waiting.length > 0) read.push(asked);
    }
    return read;
  }

  /** Records the decision with the items it relies on; each is named by the message it came in. Returns the items that were there. */
  async decide(): Promise<string[]> {
    const { version } = await this.view();
    const { decision, language } = this.plan;
    const body = decisionWords(decision, language, (item) => this.messageOf(item));
    const record: CodedDraft = { ...this.ownRecord(), direction: 'deciding' };
    const envelope = await this.by.seal({ type: 'decision', check: this.check, request: null, to: null, inReplyTo: null, corrects: null, body, narrative: this.words(decision.rationale), record });
    await this.by.session.post<CheckStanding>(pathOf(ROUTES.decision, { reference: this.reference }), { version, envelope });
    return body.reliedOn.map(({ item }) => item);
  }

  async tellOutcome({ plan, id, envelope }: AskedRequest): Promise<RequestStanding> {
    const sealed = await this.by.seal({
      type: 'outcome', check: this.check, request: id, to: plan.agency, inReplyTo: envelope.header.content.digest, corrects: null,
      body: outcomeWords(this.plan.decision, plan.words.language), narrative: plan.narrative, record: { ...plan.record, direction: 'telling' },
    });
    return this.by.session.post<RequestStanding>(pathOf(ROUTES.outcome, { request: id }), { envelope: sealed });
  }

  /** Puts the question to one agency right. What it answers to the version before is refused from then on. */
  async correctRequest(asked: AskedRequest, question: string): Promise<RequestStanding> {
    const { plan, id, envelope } = asked;
    const { version } = await this.by.session.get<RequestView>(pathOf(ROUTES.request, { request: id }));
    const sealed = await this.by.seal({
      type: 'request', check: this.check, request: id, to: plan.agency, inReplyTo: null, corrects: envelope.header.context.message,
      body: { ...plan.words, question }, narrative: plan.narrative, record: plan.record,
    });
    const standing = await this.by.session.post<RequestStanding>(pathOf(ROUTES.requestVersions, { request: id }), { version, envelope: sealed });
    asked.envelope = sealed;
    return standing;
  }

  /** Takes one request back. */
  async withdrawRequest({ id }: AskedRequest, reason: WithdrawalReason): Promise<RequestStanding> {
    const { version } = await this.by.session.get<RequestView>(pathOf(ROUTES.request, { request: id }));
    return this.by.session.post<RequestStanding>(pathOf(ROUTES.withdrawRequest, { request: id }), { version, reason });
  }

  async withdraw(): Promise<CheckStanding> {
    const { version } = await this.view();
    return this.by.session.post<CheckStanding>(pathOf(ROUTES.withdrawCheck, { reference: this.reference }), { version, reason: 'no_longer_needed' });
  }

  async close(): Promise<CheckStanding> {
    const { version } = await this.view();
    return this.by.session.post<CheckStanding>(pathOf(ROUTES.closure, { reference: this.reference }), { version });
  }

  receipts(): Promise<ReceiptsReply> {
    return this.by.session.get<ReceiptsReply>(pathOf(ROUTES.receipts, { reference: this.reference }));
  }

  private messageOf(item: string): string | null {
    for (const { answers } of this.requests.values()) {
      const found = answers.findLast(({ body }) => body.items.some(({ id }) => id === item));
      if (found !== undefined) return found.envelope;
    }
    return null;
  }

  private ownRecord(): CodedDraft {
    const first = this.plan.requests[0];
    if (first === undefined) throw new Error('a check asks at least one agency');
    return first.record;
  }

  private words(text: string): { language: 'en' | 'cy'; necessity: string; proportionality: string } {
    return { language: this.plan.language, necessity: text, proportionality: text };
  }
}

function isUnreadAnswer({ id, type }: EnvelopeView, { answers }: AskedRequest): boolean {
  return type === 'response' && !answers.some(({ envelope }) => envelope === id);
}
