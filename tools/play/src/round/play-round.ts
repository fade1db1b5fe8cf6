import type { NoticeView, WitnessState } from '@lateral/contracts';
import type { RequestState } from '@lateral/domain';
import type { PlannedCheck, PlannedRequest, RoundPlan } from '../case/plan-round.js';
import { AnsweringParty, type AttachedFile } from '../party/answering-party.js';
import { AskingParty } from '../party/asking-party.js';
import type { Correspondent } from '../party/correspondent.js';
import type { PartyTime } from '../party/hub-session.js';
import type { RequestReport, RoundReport } from './report.js';
import type { Story } from './story.js';
import { timelineOf, type Step } from './timeline.js';

/** Moments of a round between one act and the next: posted and told, told and not collected, answered and not read, decided and not told. */
export type RoundMoment = 'posted' | 'noticed' | 'answered' | 'decided';

/** Where a round is played: its parties, its clock, and who is told. */
export interface Stage {
  asking(agency: string): Promise<Correspondent>;
  answering(agency: string): Promise<Correspondent>;
  /** Brings the time of the case to a moment; in a demo, which lives in real time, nothing has to be done. */
  reach(at: Date): Promise<void>;
  time: PartyTime;
  /** Monotonic milliseconds. */
  stopwatch(): number;
  /** Resolves when a notice came for this request of that agency, or when it is given up waiting for. */
  story: Story;
  file: AttachedFile | null;
  /** Awaited at each of these moments, each time it comes. */
  onMoment?: (moment: RoundMoment) => Promise<void>;
}

interface Waiting { party: AnsweringParty; report: RequestReport; noticed: Promise<void> }

/** How long a responder waits to be told before it looks in its inbox by itself. */
const NOTICE_PATIENCE_MS = 10_000;

/** Plays every step of a case through the public API and reports what happened. */
export class Round {
  private readonly reports: RequestReport[] = [];
  private readonly checks = new Map<PlannedCheck, AskingParty>();
  private readonly waiting = new Map<PlannedRequest, Waiting>();
  private readonly arrivals = new Map<string, () => void>();
  /** When each notice came: one may come before the post of its check has been answered. */
  private readonly heard = new Map<string, number>();
  /** For each agency what ends the waiting for a notice that may have been missed. */
  private readonly lookers = new Map<string, (() => void)[]>();
  private readonly unfollow: (() => void)[] = [];
  private readonly decisions = new Map<PlannedCheck, string[]>();
  private readonly marks = { began: 0, post: 0, firstNotice: null as number | null, lastAnswer: null as number | null };

  constructor(private readonly plan: RoundPlan, private readonly stage: Stage) {}

  async play(): Promise<void> {
    await this.listen();
    try {
      for (const step of timelineOf(this.plan)) {
        await this.stage.reach(step.at);
        await this.take(step);
      }
    } finally {
      for (const stop of this.unfollow) stop();
    }
  }

  /** Every asked agency's client is connected before the first request goes out, as it would be on any working day. */
  private async listen(): Promise<void> {
    const agencies = new Set(this.plan.checks.flatMap(({ requests }) => requests.filter(({ sent }) => sent).map(({ agency }) => agency)));
    for (const agency of agencies) {
      const party = new AnsweringParty('', await this.stage.answering(agency));
      const gap = (): void => { for (const look of this.lookers.get(agency) ?? []) look(); };
      this.unfollow.push(await party.follow((notice) => { this.hear(notice); }, gap));
    }
  }

  private hear({ request, kind }: NoticeView): void {
    const key = `${request}/${kind}`;
    this.heard.set(key, this.elapsed());
    this.arrivals.get(key)?.();
  }

  private take(step: Step): Promise<void> {
    switch (step.kind) {
      case 'post': return this.post(step.check);
      case 'answer': return this.answer(step);
      case 'correct': return this.correct(step.check, step.request);
      case 'withdraw': return this.withdraw(step.check);
      case 'decide': return this.decide(step.check);
      case 'close': return this.close(step.check);
    }
  }

  private async post(check: PlannedCheck): Promise<void> {
    const asking = new AskingParty(check, await this.stage.asking(check.asking), this.stage.time);
    this.checks.set(check, asking);
    if (this.marks.began === 0) this.marks.began = this.stage.stopwatch();
    const standing = await asking.open();
    await this.stage.onMoment?.('posted');
    if (this.marks.post === 0) this.marks.post = this.elapsed();
    this.tell(check.asking, `asks: ${standing.reference}, ${check.urgency}, ${asking.requests.size} agencies`);
    for (const plan of check.requests) await this.expect(plan, check, asking);
    await Promise.all([...asking.requests.values()].map(({ plan }) => this.collect(plan)));
  }

  private async expect(plan: PlannedRequest, check: PlannedCheck, asking: AskingParty): Promise<void> {
    const asked = asking.requests.get(plan.id);
    const report: RequestReport = {
      requestId: plan.id, check: check.key, agency: plan.agency, sent: asked !== undefined, states: [], terminal: asked === undefined ? 'not_sent' : null,
      noticeMs: null, response: null, receipts: { request: null, response: null },
    };
    this.reports.push(report);
    if (asked === undefined) return;
    report.states.push(['open', this.marks.post]);
    const party = new AnsweringParty(asked.id, await this.stage.answering(plan.agency));
    this.waiting.set(plan, { party, report, noticed: this.awaitNotice(asked.id, report) });
  }

  private awaitNotice(request: string, report: RequestReport): Promise<void> {
    return new Promise((resolve) => {
      const patience = setTimeout(resolve, NOTICE_PATIENCE_MS);
      const look = (): void => {
        clearTimeout(patience);
        resolve();
      };
      const arrived = (ms: number): void => {
        report.noticeMs = ms;
        this.marks.firstNotice ??= ms;
        look();
      };
      this.lookers.set(report.agency, [...(this.lookers.get(report.agency) ?? []), look]);
      const key = `${request}/request.posted.v1`;
      const early = this.heard.get(key);
      if (early === undefined) this.arrivals.set(key, () => { arrived(this.elapsed()); });
      else arrived(early);
    });
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
    const { state } = await party.answer(answer, isLast && request === check.requests[0] ? this.stage.file : null);
    this.mark(report, state);
    if (isLast) report.response = { type: answer.type, items: answer.words.items.map(({ id }) => id) };
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
    const asking = this.asking(check);
    const reliedOn = await asking.decide();
    await this.stage.onMoment?.('decided');
    if (!this.decisions.has(check)) this.decisions.set(check, reliedOn);
    this.tell(check.asking, `decides ${check.decision.outcome}, relying on ${reliedOn.length} items`);
    for (const asked of asking.requests.values()) await asking.tellOutcome(asked);
    for (const { plan } of asking.requests.values()) {
      const { party, report } = this.at(plan);
      if (report.states.some(([state]) => state === 'acknowledged')) await party.readOutcome();
    }
    this.tell(check.asking, `told ${asking.requests.size} agencies what came of it`);
  }

  private async close(check: PlannedCheck): Promise<void> {
    const asking = this.asking(check);
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
      report.terminal = state;
    }
  }

  /** How far the evidence of every request and answer has come. `true` when all of it is proven. */
  async gatherReceipts(): Promise<boolean> {
    let proven = true;
    for (const asking of this.checks.values()) {
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
    const checks = [...this.checks].map(([check, asking]) => {
      const reliedOn = this.decisions.get(check);
      return { key: check.key, reference: asking.reference, decision: reliedOn === undefined ? null : { outcome: check.decision.outcome, reliedOn } };
    });
    const { post, firstNotice, lastAnswer } = this.marks;
    return { checks, requests: this.reports, timings: { post, firstNotice, lastAnswer, round: this.elapsed() } };
  }

  references(): string[] {
    return [...this.checks.values()].map(({ reference }) => reference);
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
