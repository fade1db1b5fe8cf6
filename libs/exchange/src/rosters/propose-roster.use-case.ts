import { canonicalJson, digestOf, handedOutDigest, type RosterProposalBody, type RosterStandingReply } from '@lateral/contracts';
import { ACTS, isSecondPerson } from '@lateral/domain/access';
import { composeRecord } from '../compose-record.js';
import { done, refuse, type Result } from '../result.js';
import type { Actor, Clock, Directory, Randomness, RosterJudge, RosterStore } from '../ports/index.js';
import { faultOfDeletion } from './delete-epochs.js';
import type { DestroyCopies } from './destroy-copies.use-case.js';
import { publication } from './publish-roster.js';

export interface RosterDeps {
  clock: Clock;
  randomness: Randomness;
  directory: Directory;
  rosters: RosterStore;
  judge: RosterJudge;
  copies: Pick<DestroyCopies, 'carryOut'>;
}

/**
 * A custodian puts the next roster forward. With one custodian's signature it waits; with two it is in force at once. Judged by the same
 * rules as every client judges it: what one of them would refuse is not stored.
 */
export class ProposeRoster {
  constructor(private readonly deps: RosterDeps) {}

  async carryOut(actor: Actor, body: RosterProposalBody): Promise<Result<RosterStandingReply>> {
    const { clock, judge, randomness, rosters } = this.deps;
    const { agency, version } = body.roster.document;
    if (agency !== actor.agency) return refuse('not-found');
    const stray = strayCopy(body, agency);
    if (stray !== null) return refuse('roster-refused', { fields: [{ field: stray, reason: 'not-of-this-roster' }] });
    if (!isHandedOut(body)) return refuse('roster-refused', { fields: [{ field: '/copies', reason: 'not-those-of-the-roster' }] });
    const digest = digestOf('roster', body.roster.document);
    const [published] = await rosters.versions(agency, version, 1);
    // A retry whose answer was lost is the same act, and ends what it began.
    if (published !== undefined && digestOf('roster', published.document) === digest) return inForce(this.deps, { agency, version });
    const judged = await judge.judge(body.roster);
    if (!judged.ok) return refuse('roster-refused', { fields: [{ field: '/roster', reason: judged.code }] });
    // Who proposes has signed it: otherwise a custodian's signature could be brought in by somebody else.
    if (!judged.signers.includes(actor.member)) return refuse('roster-refused', { fields: [{ field: '/roster/signatures', reason: 'not-by-the-caller' }] });
    const at = await clock.now();
    const fault = await faultOfDeletion(body, judged, this.deps, at);
    if (fault !== null) return refuse('roster-refused', { fields: [{ field: '/roster/document/deletedEpochs', reason: fault }] });
    const waiting = await rosters.proposal(agency);
    // One that waits is not put forward again with other signatures: whoever signs it has to know whose there are.
    if (waiting?.digest === digest) {
      const isSame = waiting.proposedBy === actor.member && canonicalJson(waiting.body) === canonicalJson(body);
      return isSame ? done({ agency, version, state: 'waiting' }) : refuse('roster-refused', { fields: [{ field: '/roster/signatures', reason: 'waits-with-others' }] });
    }
    const isBySecond = judged.signers.some((signer) => isSecondPerson(ACTS['propose-roster'], { agency, person: actor.member }, { agency, person: signer }));
    if (judged.whole && isBySecond) {
      const isPublished = await rosters.publish(publication(body, judged, actor, { at, randomness }));
      return isPublished ? inForce(this.deps, { agency, version }) : refuse('version-changed', { current: { version: judged.before.version, state: 'published' } });
    }
    const record = composeRecord('roster.proposed.v1', { agency, member: actor.member, version, digest }, { at, randomness, parties: [agency] });
    const isWaiting = await rosters.propose(agency, { version, digest, body, proposedBy: actor.member, proposedAt: at }, record);
    return isWaiting ? done({ agency, version, state: 'waiting' }) : refuse('version-changed', { current: { version: judged.before.version, state: 'published' } });
  }
}

/** Whoever left has no way in from now on, not from when the hub next looks; and copies that were given up are unreadable before anybody is told so. */
export async function inForce({ copies, directory }: Pick<RosterDeps, 'copies' | 'directory'>, { agency, version }: { agency: string; version: number }): Promise<Result<RosterStandingReply>> {
  await directory.readAnew();
  await copies.carryOut();
  return done({ agency, version, state: 'published' });
}

/** Whether the wrapped keys are those that the custodians sign for: other ones might open for nobody, or not for those who belong. */
export function isHandedOut(body: RosterProposalBody): boolean {
  return handedOutDigest(body) === body.roster.document.handedOut;
}

/** The first copy that is for another agency, or for nobody whom the roster names; keys of a roster's own people only are kept here. */
function strayCopy({ roster: { document }, copies, custody }: RosterProposalBody, agency: string): string | null {
  const members = new Set(document.members.map(({ member }) => member));
  for (const [name, list] of [['copies', copies], ['custody', custody]] as const) {
    const index = list.findIndex((copy) => copy.agency !== agency || !members.has(copy.member));
    if (index >= 0) return `/${name}/${index}`;
  }
  return null;
}
