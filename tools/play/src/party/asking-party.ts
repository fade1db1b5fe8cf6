import { ROUTES, type CheckStanding, type CheckView, type EnvelopeView, type JudgedShare, type NewRequestBody, type OpenCheckBody, type PostedReply, type PostedRequest, type ReceiptsReply, type RequestStanding, type RequestView, type SealedEnvelope } from '@lateral/contracts';
import type { RequestBody, ResponseBody } from '@lateral/envelope';
import { referenceOf, type Urgency, type WithdrawalReason } from '@lateral/domain';
import { decisionWords, outcomeWords } from '../case/sealed-words.js';
import type { CodedDraft } from '../case/coded-record.js';
import type { Draft, PlannedCheck, PlannedRequest } from '../case/plan.js';
import { acknowledging, stopped, tried, type Judged } from './attempt.js';
import type { Correspondent } from './correspondent.js';
import { pathOf, type PartyTime } from './hub-session.js';

/** A request as the asking side keeps it: what it sent, how it was posted, and what came back. */
export interface AskedRequest {
  plan: PlannedRequest;
  id: string;
  envelope: SealedEnvelope;
  posted: PostedRequest;
  answers: { envelope: string; body: ResponseBody; attached: number }[];
}

type Send = (requests: NewRequestBody[]) => Promise<PostedReply>;
/** One request on its way: which, and what is sealed of it. */
interface Put { plan: PlannedRequest; draft: Draft<RequestBody> }

/** The practitioner's side of one check: asks, reads answers as they come, decides, and tells each agency what came of it. */
export class AskingParty {
  readonly requests = new Map<string, AskedRequest>();
  /** What the hub made of each request that was tried, by the plan's id: of those that never left too. */
  readonly judged = new Map<string, Judged>();
  private check = '';
  private urgency: Urgency;

  constructor(readonly plan: PlannedCheck, private readonly by: Correspondent, private readonly time: PartyTime) {
    this.urgency = plan.urgency;
  }

  get reference(): string {
    return referenceOf(this.check);
  }

  /** Seals one envelope for each agency that is asked at first and posts the check. */
  open(): Promise<PostedReply> {
    const { requests, receivedAt, postedAt, urgency } = this.plan;
    this.check = this.by.session.newId();
    const first = Math.min(...requests.map((request) => request.postedAt.getTime()));
    // As long after the report as the case says, whatever time the round lives in.
    const received = new Date(this.time.now().getTime() - Math.max(0, postedAt.getTime() - receivedAt.getTime())).toISOString();
    return this.put(requests.filter((request) => request.postedAt.getTime() === first), (posted) => {
      const body: OpenCheckBody = { id: this.check, urgency, receivedAt: received, requests: posted };
      return this.by.session.post<PostedReply>(ROUTES.checks, body);
    });
  }

  /** Asks further agencies, later, in the check that is open. */
  ask(requests: readonly PlannedRequest[]): Promise<PostedReply> {
    return this.put(requests, async (posted) => {
      const { version } = await this.view();
      return this.by.session.post<PostedReply>(pathOf(ROUTES.checkRequests, { reference: this.reference }), { version, requests: posted });
    });
  }

  view(): Promise<CheckView> {
    return this.by.session.get<CheckView>(pathOf(ROUTES.check, { reference: this.reference }));
  }

  /** Rates the check anew; what was sent keeps its rating. */
  async rate({ urgency, reason }: PlannedCheck['ratings'][number]): Promise<CheckStanding> {
    const { version } = await this.view();
    const standing = await this.by.session.post<CheckStanding>(pathOf(ROUTES.rating, { reference: this.reference }), { version, urgency, reason });
    this.urgency = urgency;
    return standing;
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
    const record: CodedDraft = { ...this.ownRecord(), direction: 'deciding', urgency: this.urgency };
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

  /**
   * Puts questions: all of them as they were first written; where the rules stop them, those that leave, mended or under an
   * emergency override; and past a warning that nobody mended, with a reason. Throws where even that is stopped.
   */
  private async put(plans: readonly PlannedRequest[], send: Send): Promise<PostedReply> {
    const ids = new Map(plans.map(({ id }) => [id, this.by.session.newId()]));
    const first = plans.map((plan) => ({ plan, draft: plan.first ?? plan }));
    let putting = first;
    let { reply, found } = await this.tryOnce(putting, ids, send);
    if (found !== null && plans.some((plan) => plan.first !== null || plan.override !== null || !plan.sent)) {
      putting = plans.filter(({ sent }) => sent).map((plan) => ({ plan, draft: leaving(plan) }));
      ({ reply, found } = await this.tryOnce(putting, ids, send));
    }
    const warned = found;
    if (warned !== null) {
      putting = putting.map(({ plan, draft }, i) => ({ plan, draft: acknowledging(draft, warned[i]) }));
      ({ reply, found } = await this.tryOnce(putting, ids, send));
    }
    if (reply === null) throw stopped(found ?? []);
    return reply;
  }

  private async tryOnce(putting: readonly Put[], ids: ReadonlyMap<string, string>, send: Send): Promise<{ reply: PostedReply | null; found: JudgedShare[] | null }> {
    const sealed = await Promise.all(putting.map(async ({ plan, draft: { words, narrative, record } }) => {
      const id = ids.get(plan.id) ?? '';
      const envelope = await this.by.seal({ type: 'request', check: this.check, request: id, to: plan.agency, inReplyTo: null, corrects: null, body: words, narrative, record });
      return { id, agency: plan.agency, envelope };
    }));
    const { reply, found } = await tried(() => send(sealed));
    for (const [i, { plan }] of putting.entries()) {
      const posted = reply?.requests.find(({ id }) => id === ids.get(plan.id));
      const judgement = posted?.judgement ?? found?.[i]?.judgement;
      if (judgement === undefined) throw new Error('the hub judged another number of requests than it was sent');
      this.judged.set(plan.id, { first: this.judged.get(plan.id)?.first ?? judgement, left: posted?.judgement ?? null });
      if (posted !== undefined) this.requests.set(plan.id, { plan, id: posted.id, envelope: sealed[i]!.envelope, posted, answers: [] });
    }
    return { reply, found };
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

/** How a request leaves: mended, or under an override as it was first written, with the words for that. */
function leaving(plan: PlannedRequest): Draft<RequestBody> {
  const { override, first } = plan;
  if (override === null) return plan;
  const { words, narrative, record } = first ?? plan;
  return { words, narrative: { ...narrative, overrideWords: override.words }, record: { ...record, override: { reason: override.reason } } };
}

function isUnreadAnswer({ id, type }: EnvelopeView, { answers }: AskedRequest): boolean {
  return type === 'response' && !answers.some(({ envelope }) => envelope === id);
}
