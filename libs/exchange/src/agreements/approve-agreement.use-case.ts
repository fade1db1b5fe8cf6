import type { AgreementView, ApproveAgreementBody } from '@lateral/contracts';
import { approvalState } from '@lateral/domain/agreements';
import { composeRecord } from '../compose-record.js';
import { done, refuse, type Result } from '../result.js';
import type { Actor, AuditRow, DirectoryView } from '../ports/index.js';
import { conflict } from '../settle.js';
import { concernedBy, isPartyTo, isSignatory, seenAt, type AgreementDeps } from './agreement-parties.js';
import { signatoriesOf } from './signatories.js';

/** A signatory of another party approves a version, by its digest; with the second approval it is published and never changes again. */
export class ApproveAgreement {
  constructor(private readonly deps: AgreementDeps) {}

  async carryOut(actor: Actor, reference: string, version: number, { digest }: ApproveAgreementBody): Promise<Result<AgreementView>> {
    const { agreements, clock, directory, law } = this.deps;
    const [at, view, found, standing] = await Promise.all([clock.now(), directory.view(), agreements.version(reference, version), agreements.standing(reference)]);
    if (found === null || !isPartyTo(found.document, actor.agency)) return refuse('not-found');
    if (!isSignatory(view, actor, at)) return refuse('not-allowed');
    const stands = { version, state: found.state };
    if (found.digest !== digest) return conflict('version-changed', stands);
    const own = found.approvals.find(({ agency }) => agency === actor.agency);
    if (own?.member === actor.member) return done(seenAt(found, at));
    if (found.state === 'published') return conflict('wrong-state', stands);
    // Two people of two agencies: a colleague of the first, or the same person with a seat elsewhere, is not the second.
    if (!(await this.publishes(found, actor, { standing, view }))) return refuse('not-allowed');

    const outcome = await agreements.approve({ reference, version, digest, by: actor, publishes: true, at, records: this.records(actor, found, { standing, at }) });
    // Whoever asks this hub next is judged with the agreement in use; other hubs hear of it within seconds.
    if (outcome === 'approved') await law.refresh();
    const after = (await agreements.version(reference, version)) ?? found;
    return outcome === 'changed' ? conflict('version-changed', { version, state: after.state }) : done(seenAt(after, at));
  }

  /** A version that follows one in use is for its parties to agree: one of them and a newcomer cannot put the others out. */
  private async publishes({ document, digest, approvals }: AgreementView, actor: Actor, { standing, view }: { standing: AgreementView | null; view: DirectoryView }): Promise<boolean> {
    const all = [...approvals, actor];
    const signatories = await signatoriesOf(all, view, this.deps.rosters);
    const parties = document.parties.filter(({ agency }) => standing?.state !== 'published' || isPartyTo(standing.document, agency));
    return approvalState({ document: { ...document, parties }, digest }, all.map(({ agency }, i) => ({ digest, agency, signatory: signatories[i]! }))) === 'published';
  }

  private records(actor: Actor, { document, digest }: AgreementView, { standing, at }: { standing: AgreementView | null; at: Date }): AuditRow[] {
    const { reference, version } = document;
    const context = { at, randomness: this.deps.randomness, parties: concernedBy(document, standing) };
    const fields = { agreement: reference, version, digest };
    return [
      composeRecord('agreement.approved.v1', { ...fields, agency: actor.agency, member: actor.member }, context),
      composeRecord('agreement.published.v1', fields, context),
    ];
  }
}
