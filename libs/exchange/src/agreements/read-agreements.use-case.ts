import type { AgreementsReply } from '@lateral/contracts';
import { done, refuse, type Result } from '../result.js';
import type { Actor, PageQuery } from '../ports/index.js';
import { seenAt, type AgreementDeps } from './agreement-parties.js';

/** Agreements that the own agency is party to, every version. Of others not even the reference is told. */
export class ReadAgreements {
  constructor(private readonly deps: Pick<AgreementDeps, 'agreements' | 'clock'>) {}

  all(actor: Actor, page: PageQuery): Promise<AgreementsReply> {
    return this.page(actor, { ...page, reference: null });
  }

  /** The versions of one agreement, newest first. */
  async one(actor: Actor, reference: string, page: PageQuery): Promise<Result<AgreementsReply>> {
    const reply = await this.page(actor, { ...page, reference });
    return reply.agreements.length === 0 ? refuse('not-found') : done(reply);
  }

  private async page({ agency }: Actor, query: PageQuery & { reference: string | null }): Promise<AgreementsReply> {
    const [now, { items, next }] = await Promise.all([this.deps.clock.now(), this.deps.agreements.page(agency, query)]);
    return { agreements: items.map((view) => seenAt(view, now)), next };
  }
}
