import type { RosterStandingReply } from '@lateral/contracts';
import { ACTS, isSecondPerson } from '@lateral/domain/access';
import { conflict } from '../settle.js';
import { refuse, type Result } from '../result.js';
import type { Actor } from '../ports/index.js';
import { faultOfDeletion } from './delete-epochs.js';
import { inForce, isHandedOut, type RosterDeps } from './propose-roster.use-case.js';
import { publication } from './publish-roster.js';

/** The second custodian's signature: with it the roster is in force, and so is all that was proposed with it. */
export class CosignRoster {
  constructor(private readonly deps: RosterDeps) {}

  async carryOut(actor: Actor, version: number, signature: string): Promise<Result<RosterStandingReply>> {
    const { clock, judge, randomness, rosters } = this.deps;
    const { agency } = actor;
    const proposal = await rosters.proposal(agency);
    if (proposal === null || proposal.version < version) {
      // A retry whose answer was lost is the same act, and ends what it began.
      const [published] = await rosters.versions(agency, version, 1);
      return published?.document.version === version && published.signatures.includes(signature) ? inForce(this.deps, { agency, version }) : refuse('not-found');
    }
    if (proposal.version !== version) return conflict('version-changed', { version: proposal.version, state: 'waiting' });
    if (!isSecondPerson(ACTS['cosign-roster'], { agency, person: proposal.proposedBy }, { agency, person: actor.member })) return refuse('not-allowed');
    // What waited was kept in a table that somebody may have written to.
    if (!isHandedOut(proposal.body)) return refuse('roster-refused', { fields: [{ field: '/version', reason: 'not-those-of-the-roster' }] });
    const roster = { ...proposal.body.roster, signatures: [...proposal.body.roster.signatures, signature] };
    const judged = await judge.judge(roster);
    if (!judged.ok) return refuse('roster-refused', { fields: [{ field: '/signature', reason: judged.code }] });
    if (!judged.whole || !judged.signers.includes(actor.member)) return refuse('roster-refused', { fields: [{ field: '/signature', reason: 'not-by-the-caller' }] });
    const at = await clock.now();
    const fault = await faultOfDeletion(proposal.body, judged, this.deps, at);
    if (fault !== null) return refuse('roster-refused', { fields: [{ field: '/signature', reason: fault }] });
    const isPublished = await rosters.publish(publication({ ...proposal.body, roster }, judged, actor, { at, randomness }));
    return isPublished ? inForce(this.deps, { agency, version }) : conflict('version-changed', { version: judged.before.version, state: 'published' });
  }
}
