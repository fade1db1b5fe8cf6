import type { WitnessState } from '@lateral/contracts';
import { TERMINAL_STATES, type RequestState } from '@lateral/domain';
import { isReleased } from '../case/is-released.js';
import type { PlannedCheck, PlannedRequest, RoundPlan } from '../case/plan.js';
import { AnsweringParty } from '../party/answering-party.js';
import { AskingParty } from '../party/asking-party.js';
import { ReviewingParty } from '../party/reviewing-party.js';
import { accountFor } from './account-for.js';
import { firstTry, judgementReport } from './judgement-report.js';
import { Notices } from './notices.js';
import type { RequestReport, RoundReport } from './report.js';
import type { RoundStage } from './round-stage.js';
import { timelineOf, type Step } from './timeline.js';

interface Waiting { party: AnsweringParty; report: RequestReport; noticed: Promise<void> }

/** Plays every step of a case through the public API and reports what happened. */
export class Round {
  private readonly reports: RequestReport[] = [];
  private readonly checks = new Map<PlannedCheck, AskingParty>();
  private readonly waiting = new Map<PlannedRequest, Waiting>();
  private readonly notices = new Notices(() => this.elapsed());
  private readonly decisions = new Map<PlannedCheck, string[]>();
  private readonly marks = { began: 0, post: 0, firstNotice: null as number | null, lastAnswer: null as number | null };

  constructor(private readonly plan: RoundPlan, private readonly stage: RoundStage) {}

  async play(): Promise<void> {
    // Every asked agency's client is connected before the first request goes out.
    await this.notices.listen(new Set(this.plan.checks.flatMap(({ requests }) => requests.filter(({ sent }) => sent).map(({ agency }) => agency))), (agency) => this.stage.answering(agency));
    try {
      for (const step of timelineOf(this.plan)) {
        await this.stage.reach(step.at);
        await this.take(step);
      }
    } finally {
      this.notices.stop();
    }
  }

  private take(step: Step): Promise<void> {
    switch (step.kind) {
      case 'post':
      case 'ask': return this.ask(step.check, step.requests);
      case 'rate': return this.rate(step);
      case 'answer': return this.answer(step);
      case 'correct': return this.correct(step.check, step.request);
      case 'review': return this.review(step);
      case 'withdraw': return this.withdraw(step.check);
      case 'decide': return this.decide(step.check);
      case 'close': return this.close(step.check);
    }
  }

  /** Asks: what is asked first opens the check, and where that is stopped, what is asked next. */
  private async ask(check: PlannedCheck, requests: readonly PlannedRequest[]): Promise<void> {
    const asking = this.checks.get(check) ?? new AskingParty(check, await this.stage.asking(check.asking), this.stage.time);
    this.checks.set(check, asking);
    if (this.marks.began === 0) this.marks.began = this.stage.stopwatch();
    const wasOpened = asking.isOpened;
    const posted = await asking.ask(requests);
    await this.stage.onMoment?.('posted');
    if (this.marks.post === 0) this.marks.post = this.elapsed();
    if (posted !== null) this.tell(check.asking, wasOpened ? `asks ${posted.requests.length} more` : `asks: ${posted.reference}, ${requests[0]?.record.urgency ?? check.urgency}, ${asking.requests.size} agencies`);
    await this.expectAll(requests, check, asking);
  }

  private async rate({ check, rating }: Extract<Step, { kind: 'rate' }>): Promise<void> {
    const isNew = await this.asking(check).rate(rating);
    this.tell(check.asking, isNew ? `rates the check ${rating.urgency}; what was sent keeps its due time` : `leaves the check rated ${rating.urgency}`);
  }

  private async review({ check, request, override }: Extract<Step, { kind: 'review' }>): Promise<void> {
    const asked = this.asking(check).requests.get(request.id);
    if (asked === undefined) throw new Error('an override is of a request that left');
    const { report } = this.at(request);
    const reviewedAt = await new ReviewingParty(await this.stage.reviewing(check.asking)).review(asked, override);
    report.override = { reason: override.reason, reviewedAt };
    this.tell(check.asking, 'a second person reviews the emergency override and completes the record');
  }

  private async expectAll(plans: readonly PlannedRequest[], check: PlannedCheck, asking: AskingParty): Promise<void> {
    for (const plan of plans) await this.expect(plan, check, asking);
    await Promise.all(plans.filter(({ id }) => asking.requests.has(id)).map((plan) => this.collect(plan)));
  }

  private async expect(plan: PlannedRequest, check: PlannedCheck, asking: AskingParty): Promise<void> {
    const asked = asking.requests.get(plan.id);
    const account = await accountFor(plan, { check, asking, by: await this.stage.asking(check.asking), at: this.stage.time.now() });
    const report: RequestReport = {
      requestId: plan.id, check: check.key, agency: plan.agency, sent: asked !== undefined, ...account, states: [], terminal: asked === undefined ? 'not_sent' : null,
      noticeMs: null, response: null, receipts: { request: null, response: null },
    };
    this.reports.push(report);
    if (report.verdict !== 'accept') this.tell(check.asking, `to ${plan.agency}: ${firstTry(report)}${asked === undefined ? '; not sent' : ''}`);
    if (asked === undefined) return;
    if (asked.posted.judgement.overridden.length > 0 && plan.override !== null) report.override = { reason: plan.override.reason, reviewedAt: null };
    report.states.push(['open', this.elapsed()]);
    const party = new AnsweringParty(asked.id, await (isReleased(plan) ? this.stage.reviewing(plan.agency) : this.stage.answering(plan.agency)));
    this.waiting.set(plan, { party, report, noticed: this.awaitNotice(asked.id, report) });
  }

  private async awaitNotice(request: string, report: RequestReport): Promise<void> {
    report.noticeMs = await this.notices.posted(request, report.agency);
    if (report.noticeMs !== null) this.marks.firstNotice ??= report.noticeMs;
  }

  private async collect(plan: PlannedRequest): Promise<void> {
    const { party, report, noticed } = this.at(plan);
    await noticed;
    await this.stage.onMoment?.('noticed');
    const { state } = await party.collect();
    this.mark(report, state);
    this.tell(plan.agency, report.noticeMs === null ? 'found the request in its inbox, verified and opened it' : `was told after ${report.noticeMs.toFixed(0)} ms, verified and opened the request`);
  }

  private async answer({ check, request, answer }: Extract<Step, { kind: 'answer' }>): Promise<void> {
    const { party, report } = this.at(request);
    const isLast = request.answers.at(-1) === answer;
    const standing = await party.tryAnswer(answer, isLast && request === check.requests[0] ? this.stage.file : null);
    if (standing !== null) this.mark(report, standing.state);
    if (answer.final && party.judged !== null) {
      report.response = { type: answer.type, items: answer.words.items.map(({ id }) => id), ...judgementReport(party.judged, answer.mended ? (party.judged.left?.verdict ?? null) : null) };
      if (report.response.verdict !== 'accept') this.tell(request.agency, firstTry(report.response));
    }
    if (standing === null) return this.tell(request.agency, `may not answer ${answer.type}; nothing was given`);
    this.tell(request.agency, `answers ${answer.type}, ${answer.words.items.length} items, ${answer.words.systemsSearched.length} systems searched`);
    await this.stage.onMoment?.('answered');
    await this.read(check);
    this.marks.lastAnswer = this.elapsed();
  }

  private async read(check: PlannedCheck): Promise<void> {
    const asking = this.asking(check);
    const { state } = await asking.view();
    if (state === 'withdrawn') return;
    for (const { plan } of await asking.readAnswers()) this.tell(check.asking, `verified and opened the answer of ${plan.agency}`);
  }

  private async correct(check: PlannedCheck, request: PlannedRequest): Promise<void> {
    if (request.correction === null) return;
    const { party, report } = this.at(request);
    this.mark(report, (await party.correct(request.correction.items, request.correction.text)).state);
    this.tell(request.agency, `corrects its answer (${request.correction.items.join(', ')}); the check is open again`);
    await this.read(check);
    await this.decide(check);
  }

  private async withdraw(check: PlannedCheck): Promise<void> {
    await this.asking(check).withdraw();
    this.tell(check.asking, 'withdraws the check; what was not collected stays sealed');
    await this.refresh(check);
  }

  private async decide(check: PlannedCheck): Promise<void> {
    if (check.decided === null) return;
    const asking = this.asking(check);
    const reliedOn = await asking.decide();
    await this.stage.onMoment?.('decided');
    if (!this.decisions.has(check)) this.decisions.set(check, reliedOn);
    this.tell(check.asking, `decides ${check.decided.decision.outcome}, relying on ${reliedOn.length} items`);
    for (const asked of asking.requests.values()) await asking.tellOutcome(asked);
    for (const { plan } of asking.requests.values()) {
      const { party, report } = this.at(plan);
      if (report.states.some(([state]) => state === 'acknowledged')) await party.readOutcome();
    }
    this.tell(check.asking, `told ${asking.requests.size} agencies what came of it`);
  }

  private async close(check: PlannedCheck): Promise<void> {
    const asking = this.asking(check);
    // What a case leaves undecided stays open.
    if (check.decided === null) return this.refresh(check);
    // An answer that came after the decision opened the check again: it is decided anew, with that answer read.
    if ((await asking.view()).state === 'open') await this.decide(check);
    await asking.close();
    this.tell(check.asking, 'closes the check');
    await this.refresh(check);
  }

  /** Where each request ended, as the hub says it. */
  private async refresh(check: PlannedCheck): Promise<void> {
    const asking = this.asking(check);
    const view = await asking.view();
    for (const { plan, id } of asking.requests.values()) {
      const { report } = this.at(plan);
      const state = view.requests.find((request) => request.id === id)?.state;
      if (state === undefined) continue;
      if (report.states.at(-1)?.[0] !== state) this.mark(report, state);
      report.terminal = TERMINAL_STATES.includes(state) ? state : null;
    }
  }

  /** How far the evidence of every request and answer has come. `true` when all of it is proven. */
  async gatherReceipts(): Promise<boolean> {
    let proven = true;
    for (const [, asking] of this.opened()) {
      const { receipts } = await asking.receipts();
      proven &&= receipts.every(({ state }) => state === 'proven');
      for (const { plan, id } of asking.requests.values()) {
        const { report } = this.at(plan);
        const stateOf = (event: string): WitnessState | null => receipts.find((receipt) => receipt.event.startsWith(event) && (JSON.parse(receipt.record) as { request?: string }).request === id)?.state ?? null;
        report.receipts = { request: stateOf('request.posted'), response: stateOf('response.') };
      }
    }
    return proven;
  }

  result(): Pick<RoundReport, 'checks' | 'requests'> & { timings: Omit<RoundReport['timingsMs'], 'setup'> } {
    const checks = this.opened().map(([check, asking]) => {
      const reliedOn = this.decisions.get(check);
      return { key: check.key, reference: asking.reference, decision: reliedOn === undefined || check.decided === null ? null : { outcome: check.decided.decision.outcome, reliedOn } };
    });
    const { post, firstNotice, lastAnswer } = this.marks;
    return { checks, requests: this.reports, timings: { post, firstNotice, lastAnswer, round: this.elapsed() } };
  }

  /** Each check that came to be, with who asks in it; in the order of the plan. */
  opened(): [PlannedCheck, AskingParty][] {
    return this.plan.checks.flatMap((check): [PlannedCheck, AskingParty][] => {
      const asking = this.checks.get(check);
      return asking?.isOpened === true ? [[check, asking]] : [];
    });
  }

  private elapsed(): number {
    return this.stage.stopwatch() - this.marks.began;
  }

  private mark(report: RequestReport, state: RequestState): void {
    if (report.states.at(-1)?.[0] !== state) report.states.push([state, this.elapsed()]);
  }

  private tell(agency: string, text: string): void {
    this.stage.story.tell({ agency, text, ms: this.elapsed() });
  }

  private at(plan: PlannedRequest): Waiting {
    const waiting = this.waiting.get(plan);
    if (waiting === undefined) throw new Error('this request was never sent');
    return waiting;
  }

  private asking(check: PlannedCheck): AskingParty {
    const asking = this.checks.get(check);
    if (asking === undefined) throw new Error('this check was never posted');
    return asking;
  }
}
