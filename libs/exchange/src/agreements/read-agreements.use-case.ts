import type { AgreementsReply } from '@lateral/contracts';
import { done, refuse, type Outcome } from '../outcome.js';
import type { Actor } from '../ports/index.js';
import { seenAt, type AgreementDeps } from './agreement-parties.js';

/** Agreements that the own agency is party to, every version. Of others not even the reference is told. */
export class ReadAgreements {
  constructor(private readonly deps: Pick<AgreementDeps, 'agreements' | 'clock'>) {}

  async all({ agency }: Actor): Promise<AgreementsReply> {
    const [now, views] = await Promise.all([this.deps.clock.now(), this.deps.agreements.list(agency)]);
    return { agreements: views.map((view) => seenAt(view, now)) };
  }

  /** The versions of one agreement. */
  async one(actor: Actor, reference: string): Promise<Outcome<AgreementsReply>> {
    const agreements = (await this.all(actor)).agreements.filter(({ document }) => document.reference === reference);
    return agreements.length === 0 ? refuse('not-found') : done({ agreements });
  }
}
