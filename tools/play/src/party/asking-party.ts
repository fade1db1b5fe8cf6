import { ROUTES, type CheckStanding, type CheckView, type EnvelopeView, type JudgedShare, type NewRequestBody, type OpenCheckBody, type PostedReply, type PostedRequest, type ReceiptsReply, type RequestStanding, type RequestView, type SealedEnvelope } from '@lateral/contracts';
import type { RequestBody, ResponseBody } from '@lateral/envelope';
import { referenceOf, type Urgency, type WithdrawalReason } from '@lateral/domain';
import { decisionWords, outcomeWords, type DecisionPlan } from '../case/sealed-words.js';
import type { CodedDraft } from '../case/coded-record.js';
import { OLDEST_REPORT_MS } from '../case/faults-of-case.js';
import { isMoreUrgent, reasonBetween } from '../case/ratings.js';
import type { Draft, PlannedCheck, PlannedRequest } from '../case/plan.js';
import { acknowledging, stopped, tried, type Judged } from './attempt.js';
import type { Correspondent, Letter } from './correspondent.js';
import { pathOf, type PartyTime } from './hub-session.js';

/** A request as the asking side keeps it: what it sent, how it was posted, and what came back. */
export interface AskedRequest {
  plan: PlannedRequest;
  id: string;
  envelope: SealedEnvelope;
  posted: PostedRequest;
  answers: { envelope: string; body: ResponseBody; attached: number }[];
}

/** Between reckoning how old a report is and the hub's looking at it. */
const MINUTE_MS = 60_000;

type Send = (requests: NewRequestBody[]) => Promise<PostedReply>;
/** One request on its way: which, and what is sealed of it. */
interface Put { plan: PlannedRequest; draft: Draft<RequestBody> }

/** The practitioner's side of one check: asks, reads answers as they come, decides, and tells each agency what came of it. */
export class AskingParty {
  readonly requests = new Map<string, AskedRequest>();
  /** What the hub made of each request that was tried, by the plan's id: of those that never left too. */
  readonly judged = new Map<string, Judged>();
  private check = '';
  /** How the check is rated now; null until there is one. */
  private rated: Urgency | null = null;

  constructor(readonly plan: PlannedCheck, private readonly by: Correspondent, private readonly time: PartyTime) {}

  /** Whether a check came to be: none does where everything that was asked is stopped. */
  get isOpened(): boolean {
    return this.rated !== null;
  }

  get reference(): string {
    return referenceOf(this.check);
  }

  /** Opens the check with what is asked at first, at its rating. Throws where nothing of that may leave. */
  async open(): Promise<PostedReply> {
    const { requests, urgency } = this.plan;
    const first = Math.min(...requests.map((request) => request.postedAt.getTime()));
    const reply = await this.ask(requests.filter((request) => request.postedAt.getTime() === first && request.record.urgency === urgency));
    if (reply === null) throw new Error('nothing that is asked at first may leave');
    return reply;
  }

  /**
   * Puts questions of one rating, a sealed envelope for each: in the check that is open, else they open it. A check of another rating
   * is rated by theirs for it; and by its own again where that was the more urgent, or nothing left. Null where nothing of them leaves.
   */
  async ask(requests: readonly PlannedRequest[]): Promise<PostedReply | null> {
    const urgency = requests[0]?.record.urgency ?? this.plan.urgency;
    if (this.rated === null) return this.openWith(requests, urgency);
    const before = this.rated;
    await this.rateAs(urgency);
    const reply = await this.put(requests, async (posted) => {
      const { version } = await this.view();
      return this.by.session.post<PostedReply>(pathOf(ROUTES.checkRequests, { reference: this.reference }), { version, requests: posted });
    });
    if (reply === null || isMoreUrgent(before, urgency)) await this.rateAs(before);
    return reply;
  }

  private async openWith(requests: readonly PlannedRequest[], urgency: Urgency): Promise<PostedReply | null> {
    const { receivedAt } = this.plan;
    this.check = this.by.session.newId();
    // As long after the report as the case says, whatever time the round lives in; the hub takes none for older than it may be.
    const age = Math.min(Math.max(0, Math.min(...requests.map(({ postedAt }) => postedAt.getTime())) - receivedAt.getTime()), OLDEST_REPORT_MS - MINUTE_MS);
    const received = new Date(this.time.now().getTime() - age).toISOString();
    const reply = await this.put(requests, (posted) => {
      const body: OpenCheckBody = { id: this.check, urgency, receivedAt: received, requests: posted };
      return this.by.session.post<PostedReply>(ROUTES.checks, body);
    });
    if (reply !== null) this.rated = urgency;
    return reply;
  }

  view(): Promise<CheckView> {
    return this.by.session.get<CheckView>(pathOf(ROUTES.check, { reference: this.reference }));
  }

  /** Rates the check anew; what was sent keeps its rating. False where it is rated so already. */
  async rate({ urgency, reason }: Omit<PlannedCheck['ratings'][number], 'at'>): Promise<boolean> {
    if (this.rated === urgency) return false;
    const { version } = await this.view();
    await this.by.session.post<CheckStanding>(pathOf(ROUTES.rating, { reference: this.reference }), { version, urgency, reason });
    this.rated = urgency;
    return true;
  }

  private async rateAs(urgency: Urgency): Promise<void> {
    await this.rate({ urgency, reason: reasonBetween(this.rated ?? urgency, urgency) });
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
    const { decision, plan: { language } } = this;
    const body = decisionWords(decision, language, (item) => this.messageOf(item));
    const record: CodedDraft = { ...this.ownRecord(), direction: 'deciding', urgency: this.rated ?? this.plan.urgency };
    const envelope = await this.by.seal({ type: 'decision', check: this.check, request: null, to: null, inReplyTo: null, corrects: null, body, narrative: this.words(decision.rationale), record });
    await this.by.session.post<CheckStanding>(pathOf(ROUTES.decision, { reference: this.reference }), { version, envelope });
    return body.reliedOn.map(({ item }) => item);
  }

  async tellOutcome({ plan, id, envelope }: AskedRequest): Promise<RequestStanding> {
    const sealed = await this.by.seal({
      type: 'outcome', check: this.check, request: id, to: plan.agency, inReplyTo: envelope.header.content.digest, corrects: null,
      body: outcomeWords(this.decision, plan.words.language), narrative: plan.narrative, record: { ...plan.record, direction: 'telling' },
    });
    return this.by.session.post<RequestStanding>(pathOf(ROUTES.outcome, { request: id }), { envelope: sealed });
  }

  /** Puts the question to one agency right. What it answers to the version before is refused from then on. */
  async correctRequest(asked: AskedRequest, question: string): Promise<RequestStanding> {
    const { plan, id, envelope } = asked;
    const { version } = await this.by.session.get<RequestView>(pathOf(ROUTES.request, { request: id }));
    const sealed = await this.by.sealWithHeading({
      type: 'request', check: this.check, request: id, to: plan.agency, inReplyTo: null, corrects: envelope.header.context.message,
      body: { ...plan.words, question }, narrative: plan.narrative, record: plan.record,
    });
    const standing = await this.by.session.post<RequestStanding>(pathOf(ROUTES.requestVersions, { request: id }), { version, ...sealed });
    asked.envelope = sealed.envelope;
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
   * emergency override; and past a warning that nobody mended, with a reason. Throws where even that is stopped; null where
   * everything was stopped and the case mends nothing of it.
   */
  private async put(plans: readonly PlannedRequest[], send: Send): Promise<PostedReply | null> {
    const made = plans.map(() => this.by.session.newId()).sort();
    const ids = new Map(plans.map(({ id }, at) => [id, made[at]!]));
    const first = plans.map((plan) => ({ plan, draft: plan.first ?? plan }));
    let putting = first;
    let { reply, found } = await this.tryOnce(putting, ids, send);
    if (found !== null && plans.some((plan) => plan.first !== null || plan.override !== null || !plan.sent)) {
      putting = plans.filter(({ sent }) => sent).map((plan) => ({ plan, draft: leaving(plan) }));
      if (putting.length === 0) return null;
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
    const sealed = await Promise.all(putting.map(async ({ plan, draft: { words, narrative, record } }, at) => {
      const id = ids.get(plan.id) ?? '';
      const letter: Letter = { type: 'request', check: this.check, request: id, to: plan.agency, inReplyTo: null, corrects: null, body: words, narrative, record };
      // A list says once whom a check is about, and looks at the request with the first id.
      return { id, agency: plan.agency, ...(at === 0 ? await this.by.sealWithHeading(letter) : { envelope: await this.by.seal(letter) }) };
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

  private get decision(): DecisionPlan {
    if (this.plan.decided === null) throw new Error('the case decides nothing');
    return this.plan.decided.decision;
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
