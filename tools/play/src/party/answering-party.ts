import { ROUTES, type JudgedReply, type NoticeView, type Page, type RequestStanding, type RequestView, type SealedEnvelope } from '@lateral/contracts';
import { sealAttachment, type AttachmentKey, type ResponseBody } from '@lateral/envelope';
import { correctedWords } from '../case/sealed-words.js';
import { terminalStateOf } from '@lateral/domain';
import type { Draft, PlannedAnswer } from '../case/plan.js';
import { acknowledging, stopped, tried, type Judged } from './attempt.js';
import type { Correspondent } from './correspondent.js';
import { pathOf } from './hub-session.js';
import { patiently } from './patience.js';

/** A file that goes with an answer: what a person would attach, by name, type and bytes. */
export interface AttachedFile {
  name: string;
  mime: string;
  bytes: Uint8Array;
}

/** What goes with an answer beside its words. */
interface Along { corrects: string | null; attachment: AttachmentKey | null }
interface Sent { standing: JudgedReply; envelope: string }

/** A responder: hears that something waits, collects and opens it, and answers from its own systems with its own reasons. */
export class AnsweringParty {
  private request: SealedEnvelope | null = null;
  private view: RequestView | null = null;
  private given: { envelope: string; answer: PlannedAnswer } | null = null;
  /** What the hub made of the last answer. */
  judged: Judged | null = null;

  constructor(readonly id: string, private readonly by: Correspondent) {}

  /** Whether a request is in the agency's inbox, and which. Pages until it is found. */
  async findInInbox(): Promise<RequestView | null> {
    let after: string | null = null;
    do {
      const page: Page<RequestView> = await this.by.session.get<Page<RequestView>>(`${ROUTES.requests}${after === null ? '' : `?after=${encodeURIComponent(after)}`}`);
      const found = page.items.find(({ id }) => id === this.id);
      if (found !== undefined) return found;
      after = page.next;
    } while (after !== null);
    return null;
  }

  /** Collects the request in force and opens it, which acknowledges it. */
  async collect(): Promise<RequestStanding> {
    const waiting = await this.findInInbox();
    const current = waiting?.envelopes.findLast(({ type, supersededBy }) => type === 'request' && supersededBy === null);
    if (waiting === null || current === undefined) throw new Error('the request is not in the inbox');
    const { reply } = await this.by.collect(current.id, { type: 'request', from: waiting.asking, check: waiting.check, request: this.id, inReplyTo: null });
    this.view = waiting;
    this.request = reply.envelope;
    if (reply.request === null) throw new Error('a request was handed over without its standing');
    return reply.request;
  }

  /**
   * Answers, or gives word before the answer: as it was first written; where the rules stop that, mended; and past a warning that
   * nobody mended, with a reason. What follows an answer that ended the request is another version of that one. Throws where even
   * that is stopped.
   */
  async answer(answer: PlannedAnswer, file: AttachedFile | null): Promise<RequestStanding> {
    const standing = await this.tryAnswer(answer, file);
    if (standing === null) throw new Error('the answer was stopped, and nobody mends it');
    return standing;
  }

  /** The same; null where the answer is stopped, and nobody in the case mends it. */
  async tryAnswer(answer: PlannedAnswer, file: AttachedFile | null): Promise<RequestStanding | null> {
    const attachment = file === null ? null : await this.attach(file);
    const sent = await this.give(answer, answer, { corrects: this.ended(), attachment });
    if (sent === null) return null;
    this.given = { envelope: sent.envelope, answer };
    return sent.standing;
  }

  /** The answer that ended the request, which only another version of it may follow. */
  private ended(): string | null {
    return this.given !== null && terminalStateOf(this.given.answer.type) !== null ? this.given.envelope : null;
  }

  /** Sends the last answer again with the touched items put right. */
  async correct(items: readonly string[], text: string): Promise<RequestStanding> {
    if (this.given === null) throw new Error('there is no answer to correct');
    const { answer, envelope } = this.given;
    const sent = await this.give({ ...answer, words: correctedWords(answer.words, items, text) }, { first: null, goes: true }, { corrects: envelope, attachment: null });
    if (sent === null) throw new Error('a correction goes or is an error');
    return sent.standing;
  }

  /** Collects what the agency was told of the outcome. */
  async readOutcome(): Promise<boolean> {
    const view = await this.findInInbox();
    const told = view?.envelopes.findLast(({ type }) => type === 'outcome');
    if (view === null || told === undefined) return false;
    await this.by.collect(told.id, { type: 'outcome', from: view.asking, check: view.check, request: this.id, inReplyTo: this.collected().request.header.content.digest });
    return true;
  }

  follow(onNotice: (notice: NoticeView) => void, onGap?: () => void): Promise<() => void> {
    return this.by.session.follow(onNotice, onGap);
  }

  private async give(mended: Draft<ResponseBody>, { first, goes }: Pick<PlannedAnswer, 'first' | 'goes'>, along: Along): Promise<Sent | null> {
    let { reply, found } = await tried(() => this.send(first ?? mended, along));
    const judgement = reply?.standing.judgement ?? found?.[0]?.judgement;
    if (judgement === undefined) throw new Error('the hub refused an answer without saying what it made of it');
    if (reply === null && !goes) {
      this.judged = { first: judgement, left: null };
      return null;
    }
    if (found !== null && first !== null) ({ reply, found } = await tried(() => this.send(mended, along)));
    const warned = found;
    if (warned !== null) ({ reply, found } = await tried(() => this.send(acknowledging(mended, warned[0]), along)));
    if (reply === null) throw stopped(found ?? []);
    this.judged = { first: judgement, left: reply.standing.judgement };
    return reply;
  }

  private async send({ words, narrative, record }: Draft<ResponseBody>, { corrects, attachment }: Along): Promise<Sent> {
    const { request, view } = this.collected();
    const sealed = await this.by.seal({
      type: 'response', check: view.check, request: this.id, to: view.asking, inReplyTo: request.header.content.digest, corrects, body: words, narrative, record,
      ...(attachment === null ? {} : { attachment }),
    });
    const current = await this.by.session.get<RequestView>(pathOf(ROUTES.request, { request: this.id }));
    const standing = await this.by.session.post<JudgedReply>(pathOf(ROUTES.responses, { request: this.id }), { version: current.version, envelope: sealed });
    return { standing, envelope: sealed.header.context.message };
  }

  // What was cut off on its way is sealed anew under a new id: half an upload is no upload, and its stream has been read.
  private attach({ name, mime, bytes }: AttachedFile): Promise<AttachmentKey> {
    return patiently(async () => {
      const id = this.by.session.newId();
      const { ciphertext, key } = await sealAttachment({ id, name, mime, plaintext: new Blob([bytes as BlobPart]).stream() });
      await this.by.session.put(pathOf(ROUTES.attachment, { attachment: id }), ciphertext);
      return key;
    });
  }

  private collected(): { request: SealedEnvelope; view: RequestView } {
    if (this.request === null || this.view === null) throw new Error('a request is collected before it is answered');
    return { request: this.request, view: this.view };
  }
}
