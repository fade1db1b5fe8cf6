import { digestOf, toBase64Url } from '@lateral/contracts';
import type { OpenCheckBody, SealedEnvelope } from '@lateral/contracts';
import { SystemRandom, systemNow } from '@lateral/platform';
import type { Correspondent, RoundPlan } from '@lateral/play';
import { uuid7 } from '@lateral/domain';
import { HeaderSigner } from './header-signer.js';

export interface PreparedPost {
  /** The check's id, and the requests' by agency. */
  check: string;
  requests: ReadonlyMap<string, string>;
  body: OpenCheckBody;
}

/**
 * Makes checks to four agencies that the hub accepts, fast: each agency's message is sealed once; of every further one the ids, the
 * coded record with its salt, the header and its signature are new, and the ciphertext is that of the first. The hub cannot tell.
 */
export class PostMaker {
  private readonly random = new SystemRandom();

  private constructor(private readonly urgency: OpenCheckBody['urgency'], private readonly templates: readonly { agency: string; envelope: SealedEnvelope; signer: HeaderSigner }[]) {}

  static async of(asking: Correspondent, plan: RoundPlan): Promise<PostMaker> {
    const [check] = plan.checks;
    const four = check?.requests.filter(({ sent }) => sent).slice(0, 4) ?? [];
    if (check === undefined || four.length !== 4) throw new Error('the case asks fewer than four agencies');
    const templates = await Promise.all(four.map(async ({ agency, words, narrative, record }) => {
      const ids = { check: asking.session.newId(), request: asking.session.newId() };
      const envelope = await asking.seal({ type: 'request', ...ids, to: agency, inReplyTo: null, corrects: null, body: words, narrative, record });
      return { agency, envelope, signer: new HeaderSigner(asking.session.client.personal, envelope) };
    }));
    return new PostMaker(check.urgency, templates);
  }

  get agencies(): string[] {
    return this.templates.map(({ agency }) => agency);
  }

  /** Bytes of ciphertext in one check. */
  get sealedBytes(): number {
    return this.templates.reduce((sum, { envelope: { header } }) => sum + header.content.length + header.narrative.length, 0);
  }

  many(count: number): PreparedPost[] {
    return Array.from({ length: count }, () => this.one());
  }

  private one(): PreparedPost {
    const at = systemNow();
    const id = (): string => uuid7(at, this.random.bytes(10));
    const check = id();
    const requests = this.templates.map(({ agency, envelope, signer }) => {
      const request = id();
      return { id: request, agency, envelope: this.renewed(envelope, signer, { check, request, message: id() }) };
    });
    return { check, requests: new Map(requests.map((request) => [request.agency, request.id])), body: { id: check, urgency: this.urgency, receivedAt: at.toISOString(), requests } };
  }

  private renewed(template: SealedEnvelope, signer: HeaderSigner, ids: { check: string; request: string; message: string }): SealedEnvelope {
    const justification = { ...template.justification, ...ids, salt: toBase64Url(this.random.bytes(16)) };
    const context = { ...template.header.context, ...ids, justification: digestOf('justification', justification) };
    const header = { ...template.header, context };
    return { ...template, header, justification, signature: signer.sign(header) };
  }
}
