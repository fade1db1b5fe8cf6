import type { CheckStanding, CheckView, HandOverReply, RequestStanding, SealedEnvelope } from '@lateral/contracts';
import { TERMINAL_STATES } from '@lateral/domain';
import type { CheckState, RequestState, ResponseType } from '@lateral/domain';
import type { Answer, DoorClient } from './hub-door.js';

/** One request of a scene as its two clients know it. */
export interface SceneRequest {
  id: string;
  version: number;
  state: RequestState;
  /** The request in force, the newest answer to it, and the newest word about the outcome. */
  question: SealedEnvelope;
  answer: SealedEnvelope | null;
  told: SealedEnvelope | null;
  collected: boolean;
}

/** An answer's type for each state that an answer leads to. */
const TYPE_FOR = { answered: 'KNOWN_RELEVANT', nothing_held: 'NO_TRACE', refused: 'DECLINED', redirected: 'REDIRECT' } as const satisfies Partial<Record<RequestState, ResponseType>>;

/** One check with requests to one agency, brought into the states that a test wants by the acts that lead there. */
export class CheckScene {
  version = 1;
  state: CheckState = 'open';

  private constructor(readonly asking: DoorClient, readonly asked: DoorClient, readonly id: string, readonly reference: string, readonly requests: SceneRequest[]) {}

  /** The states that can meet: a check that was closed has no request left open, and one that was taken back neither. */
  static canBe(request: RequestState, check: CheckState): boolean {
    return TERMINAL_STATES.includes(request) || check === 'open' || check === 'decided';
  }

  /** A check in state `check` with `count` requests in state `request`, besides one more at the end where only that brings it about. */
  static async in(request: RequestState, check: CheckState, count: number, by: { asking: DoorClient; asked: DoorClient }): Promise<CheckScene> {
    const spare = request === 'expired' && check !== 'closed' ? 1 : 0;
    const scene = await CheckScene.opened(count + spare, by);
    const wanted = scene.requests.slice(0, count);
    await Promise.all(wanted.map((one, i) => scene.bring(one, request, i === 0)));
    await scene.refresh();
    if (request !== 'expired') return scene.reach(check);
    await scene.reach('closed');
    await scene.tell(wanted[0]!);
    // Closing is what lets a request expire, and a late answer to another one what opens the check again.
    const last = scene.requests.at(-1)!;
    if (spare > 0) {
      await scene.collect(last);
      await scene.answer(last, 'KNOWN_RELEVANT');
      await scene.refresh();
    }
    return spare > 0 ? scene.reach(check) : scene;
  }

  private static async opened(count: number, { asking, asked }: { asking: DoorClient; asked: DoorClient }): Promise<CheckScene> {
    const body = await asking.checkTo(Array.from({ length: count }, () => asked.client.agency));
    const { reference } = accepted<CheckStanding>(await asking.post('/v1/checks', body));
    return new CheckScene(asking, asked, body.id, reference, body.requests.map(({ id, envelope }) => ({ id, version: 1, state: 'open', question: envelope, answer: null, told: null, collected: false })));
  }

  /** The first request of a scene also has a word before the answer, so that there is one to be collected or corrected in every state. */
  private async bring(request: SceneRequest, state: RequestState, withWord: boolean): Promise<void> {
    if (withWord) {
      await this.collect(request);
      await this.answer(request, 'HOLDING');
    }
    if (state === 'open' && withWord) await this.correct(request);
    if (state === 'open' || state === 'expired') return;
    if (state === 'withdrawn') return this.moved(request, await this.asking.post(`/v1/requests/${request.id}/withdrawal`, { version: request.version, reason: 'no_longer_needed' }));
    if (!withWord) await this.collect(request);
    if (state !== 'acknowledged') await this.answer(request, TYPE_FOR[state]);
  }

  /** Goes on from where the check stands now; `open` only where it is. */
  async reach(state: CheckState): Promise<this> {
    if (state === 'decided' || state === 'closed') {
      if (this.state === 'open') await this.decide();
      const first = this.requests[0]!;
      if (first.told === null) await this.tell(first);
    }
    if (state === 'closed' && this.state === 'decided') await this.ends('closure', { version: this.version });
    if (state === 'withdrawn' && this.state !== 'withdrawn') await this.ends('withdrawal', { version: this.version, reason: 'no_longer_needed' });
    if (this.state !== state) throw new Error(`the check is ${this.state}, not ${state}`);
    return this;
  }

  /** Reads where check and requests stand, as the asking agency sees it. Beside an act that is under way it would put back what the act has moved. */
  async refresh(): Promise<void> {
    const { body, status } = await this.asking.get(`/v1/checks/${this.reference}`);
    if (status !== 200) throw new Error(`the check was answered ${status}`);
    const view = body as CheckView;
    Object.assign(this, { version: view.version, state: view.state });
    for (const one of view.requests) Object.assign(this.requests.find(({ id }) => id === one.id) ?? {}, { version: one.version, state: one.state });
  }

  private async collect(request: SceneRequest): Promise<void> {
    const { request: standing } = accepted<HandOverReply>(await this.asked.post(`/v1/envelopes/${request.question.header.context.message}/hand-over`, {}));
    Object.assign(request, { collected: true, version: standing?.version, state: standing?.state });
  }

  private async answer(request: SceneRequest, type: ResponseType): Promise<void> {
    const envelope = await this.sealedAnswer(request, type);
    request.answer = envelope;
    this.moved(request, await this.asked.post(`/v1/requests/${request.id}/responses`, { version: request.version, envelope }));
  }

  private async correct(request: SceneRequest): Promise<void> {
    const envelope = await this.sealedCorrection(request);
    Object.assign(request, { question: envelope, collected: false });
    this.moved(request, await this.asking.post(`/v1/requests/${request.id}/versions`, { version: request.version, envelope }));
  }

  private async tell(request: SceneRequest): Promise<void> {
    request.told = await this.sealedOutcome(request);
    this.moved(request, await this.asking.post(`/v1/requests/${request.id}/outcome`, { envelope: request.told }));
  }

  private async decide(): Promise<void> {
    await this.ends('decision', { version: this.version, envelope: await this.asking.sealDecision(this.id) });
  }

  private async ends(act: 'decision' | 'closure' | 'withdrawal', body: unknown): Promise<void> {
    accepted(await this.asking.post(`/v1/checks/${this.reference}/${act}`, body));
    await this.refresh();
  }

  private moved(request: SceneRequest, answer: Answer): void {
    const { version, state } = accepted<RequestStanding>(answer);
    Object.assign(request, { version, state });
  }

  sealedAnswer({ id, question }: SceneRequest, type: ResponseType, corrects: string | null = null): Promise<SealedEnvelope> {
    return this.asked.sealResponse(this.asking.client.agency, { check: this.id, request: id, inReplyTo: question.header.content.digest }, type, { corrects });
  }

  sealedCorrection({ id, question }: SceneRequest): Promise<SealedEnvelope> {
    return this.asking.sealRequest(this.asked.client.agency, { check: this.id, request: id }, {}, question.header.context.message);
  }

  sealedOutcome({ id, question }: SceneRequest): Promise<SealedEnvelope> {
    return this.asking.sealOutcome(this.asked.client.agency, { check: this.id, request: id, inReplyTo: question.header.content.digest });
  }
}

/** The body of a write that must have been taken; throws with the code where it was not. */
export function accepted<T>({ status, body }: Answer): T {
  if (status < 200 || status > 299) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
  return body as T;
}

/** The same message with another type of answer in its codes: for acts that are refused before a message is looked at. */
export function retyped(envelope: SealedEnvelope, type: ResponseType, corrects: string | null): SealedEnvelope {
  const { header, justification } = envelope;
  const { response } = justification;
  return { ...envelope, header: { ...header, context: { ...header.context, corrects } }, justification: { ...justification, response: response === null ? null : { ...response, type } } };
}
