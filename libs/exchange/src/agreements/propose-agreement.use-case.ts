import { digestOf, type AgreementView, type ProposeAgreementBody } from '@lateral/contracts';
import { foreignWords, versionFaults, type AgreementDocument } from '@lateral/domain/agreements';
import { composeRecord } from '../compose-record.js';
import { done, refuse, type Outcome, type Refusal } from '../outcome.js';
import type { Actor, DirectoryView } from '../ports/index.js';
import { conflict } from '../settle.js';
import { isPartyTo, isSignatory, seenAt, type AgreementDeps } from './agreement-parties.js';

/**
 * A signatory puts the next version of an agreement forward, and has thereby approved it. The same document again is the same
 * proposal. A version that was put forward never changes: another text is another version.
 */
export class ProposeAgreement {
  constructor(private readonly deps: AgreementDeps) {}

  async carryOut(actor: Actor, { document }: ProposeAgreementBody): Promise<Outcome<AgreementView>> {
    const { agreements, clock, directory } = this.deps;
    const [at, view] = await Promise.all([clock.now(), directory.view()]);
    if (!isSignatory(view, actor) || !isPartyTo(document, actor.agency)) return refuse('not-allowed');
    const digest = digestOf('agreement', document);
    const fault = await this.faultOf(actor, document, digest, view);
    if (fault !== null) return fault;
    const outcome = await agreements.propose({ document, digest, by: actor, at, records: [this.record(actor, document, digest, at)] });
    const stands = await agreements.version(document.reference, document.version);
    if (stands === null) throw new Error('a proposal was carried out and is not here');
    return outcome === 'taken' ? conflict('version-changed', { version: stands.document.version, state: stands.state }) : done(seenAt(stands, at));
  }

  private async faultOf(actor: Actor, document: AgreementDocument, digest: string, view: DirectoryView): Promise<Refusal | null> {
    const { agreements, law } = this.deps;
    const [newest, { catalogue, categories, templates }] = await Promise.all([agreements.newest(document.reference), law.view()]);
    // Nobody can take over what others agreed by writing themselves into the next version of it.
    if (newest !== null && !isPartyTo(newest.document, actor.agency)) return refuse('id-taken');
    const known = await agreements.version(document.reference, document.version);
    if (known?.digest === digest) return null;
    const stacks = new Set(catalogue.document.stacks.map(({ code }) => code));
    const faults = [
      ...versionFaults(document, newest, { categories, stacks }),
      // The hub takes in no free text in clear: an agreement says what its template says.
      ...foreignWords(document, templates),
      ...document.parties.flatMap(({ agency }, i) => (view.agency(agency) === null ? [{ field: `/parties/${i}/agency`, reason: 'not-in-partnership' }] : [])),
    ];
    return faults.length === 0 ? null : refuse('agreement-faulty', { fields: faults.map(({ field, reason }) => ({ field: `/document${field}`, reason })) });
  }

  private record(actor: Actor, { reference, version, parties }: AgreementDocument, digest: string, at: Date) {
    const fields = { agreement: reference, version, digest, agency: actor.agency, member: actor.member };
    return composeRecord('agreement.proposed.v1', fields, { at, randomness: this.deps.randomness, parties: parties.map(({ agency }) => agency) });
  }
}
