import { ROUTES, type NoticeView, type Page, type RequestStanding, type RequestView, type SealedEnvelope } from '@lateral/contracts';
import { sealAttachment, type AttachmentKey, type Narrative, type ResponseBody } from '@lateral/envelope';
import { correctedWords } from '../case/sealed-words.js';
import type { CodedDraft } from '../case/coded-record.js';
import type { PlannedAnswer } from '../case/plan-round.js';
import type { Correspondent } from './correspondent.js';
import { pathOf } from './hub-session.js';
import { patiently } from './patience.js';

/** A file that goes with an answer: what a person would attach, by name, type and bytes. */
export interface AttachedFile {
  name: string;
  mime: string;
  bytes: Uint8Array;
}

/** A responder: hears that something waits, collects and opens it, and answers from its own systems with its own reasons. */
export class AnsweringParty {
  private request: SealedEnvelope | null = null;
  private view: RequestView | null = null;
  private given: { envelope: string; answer: PlannedAnswer } | null = null;

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

  /** Answers, or gives word before the answer. */
  async answer(answer: PlannedAnswer, file: AttachedFile | null): Promise<RequestStanding> {
    const attachment = file === null ? null : await this.attach(file);
    const { standing, envelope } = await this.send(answer.words, answer.narrative, answer.record, { corrects: null, attachment });
    this.given = { envelope, answer };
    return standing;
  }

  /** Sends the last answer again with the touched items put right. */
  async correct(items: readonly string[], text: string): Promise<RequestStanding> {
    if (this.given === null) throw new Error('there is no answer to correct');
    const { answer, envelope } = this.given;
    const words = correctedWords(answer.words, items, text);
    const { standing } = await this.send(words, answer.narrative, answer.record, { corrects: envelope, attachment: null });
    return standing;
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

  private async send(body: ResponseBody, narrative: Narrative, record: CodedDraft, { corrects, attachment }: { corrects: string | null; attachment: AttachmentKey | null }): Promise<{ standing: RequestStanding; envelope: string }> {
    const { request, view } = this.collected();
    const sealed = await this.by.seal({
      type: 'response', check: view.check, request: this.id, to: view.asking, inReplyTo: request.header.content.digest, corrects, body, narrative, record,
      ...(attachment === null ? {} : { attachment }),
    });
    const current = await this.by.session.get<RequestView>(pathOf(ROUTES.request, { request: this.id }));
    const standing = await this.by.session.post<RequestStanding>(pathOf(ROUTES.responses, { request: this.id }), { version: current.version, envelope: sealed });
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
