import { digestOf, type AgreementView, type ProposeAgreementBody } from '@lateral/contracts';
import { foreignWords, versionFaults, type AgreementDocument, type AgreementVersion } from '@lateral/domain/agreements';
import { composeRecord } from '../compose-record.js';
import { done, refuse, type Result, type Refusal } from '../result.js';
import type { Actor, DirectoryView } from '../ports/index.js';
import { conflict } from '../settle.js';
import { concernedBy, isPartyTo, isSignatory, seenAt, type AgreementDeps } from './agreement-parties.js';

/** What there is under a reference before a version is put forward. */
interface Before {
  newest: AgreementView | null;
  standing: AgreementView | null;
}

/**
 * A signatory puts the next version of an agreement forward, and has thereby approved it. The same document again is the same
 * proposal. A version that was put forward never changes: another text is another version.
 */
export class ProposeAgreement {
  constructor(private readonly deps: AgreementDeps) {}

  async carryOut(actor: Actor, { document }: ProposeAgreementBody): Promise<Result<AgreementView>> {
    const { agreements, clock, directory } = this.deps;
    const { reference, version } = document;
    const [at, view] = await Promise.all([clock.now(), directory.view()]);
    if (!isSignatory(view, actor, at) || !isPartyTo(document, actor.agency)) return refuse('not-allowed');
    const digest = digestOf('agreement', document);
    const [known, newest, standing] = await Promise.all([agreements.version(reference, version), agreements.newest(reference), agreements.standing(reference)]);
    if (known?.digest === digest) return done(seenAt(known, at));
    const fault = await this.faultOf(actor, document, { newest, standing }, view);
    if (fault !== null) {
      // Come twice at once, the other may have been carried out between the readings above: then this is the same proposal, not one too many.
      const meanwhile = await agreements.version(reference, version);
      return meanwhile?.digest === digest ? done(seenAt(meanwhile, at)) : fault;
    }

    const readers = concernedBy(document, standing);
    const outcome = await agreements.propose({ document, digest, readers, by: actor, at, records: [this.record(actor, document, { digest, readers, at })] });
    const stands = await agreements.version(reference, version);
    if (stands === null) throw new Error('a proposal was carried out and is not here');
    if (outcome !== 'taken') return done(seenAt(stands, at));
    // Somebody was quicker. If it was nobody that this agency has to do with, it hears no more of it than before.
    return standing !== null || isPartyTo(stands.document, actor.agency) ? conflict('version-changed', { version, state: stands.state }) : refuse('not-found');
  }

  private async faultOf({ agency }: Actor, document: AgreementDocument, before: Before, view: DirectoryView): Promise<Refusal | null> {
    const { newest, standing } = before;
    const isOthers = standing !== null && !isPartyTo(standing.document, agency);
    if (isOthers && newest !== null && isPartyTo(newest.document, agency)) return refuse('not-allowed');
    const faults = await this.faultsIn(document, isOthers ? null : followed(before), view);
    if (faults.length > 0) return refuse('agreement-faulty', { fields: faults.map(({ field, reason }) => ({ field: `/document${field}`, reason })) });
    /*
     * Nobody can take over what others agreed by writing themselves into the next version of it. A reference is a name that a
     * whole partnership goes by, in case files and evidence, so it cannot be given twice; but whoever tries another's is told
     * the one 404 that all its other routes give, only with a text that would have been taken (what is wrong with any other
     * is judged as if the name were free), and in the name of a signatory. Of whose it is, and how far it has come, nothing.
     */
    return isOthers ? refuse('not-found') : null;
  }

  private async faultsIn(document: AgreementDocument, previous: AgreementVersion | null, view: DirectoryView): Promise<{ field: string; reason: string }[]> {
    const { catalogue, categories, templates } = await this.deps.law.view();
    const stacks = new Set(catalogue.document.stacks.map(({ code }) => code));
    return [
      ...versionFaults(document, previous, { categories, stacks }),
      // The hub takes in no free text in clear: an agreement says what its template says.
      ...foreignWords(document, templates),
      ...document.parties.flatMap(({ agency }, i) => (view.agency(agency) === null ? [{ field: `/parties/${i}/agency`, reason: 'not-in-partnership' }] : [])),
    ];
  }

  private record(actor: Actor, { reference, version }: AgreementDocument, { digest, readers, at }: { digest: string; readers: readonly string[]; at: Date }) {
    const fields = { agreement: reference, version, digest, agency: actor.agency, member: actor.member };
    return composeRecord('agreement.proposed.v1', fields, { at, randomness: this.deps.randomness, parties: readers });
  }
}

/** What the next version must follow. The text is the newest; its days bind only where it stands: one that nobody approved holds nobody up. */
function followed({ newest, standing }: Before): AgreementVersion | null {
  if (newest === null || standing === null) return null;
  return { digest: newest.digest, document: { ...newest.document, inForceFrom: standing.document.inForceFrom } };
}
