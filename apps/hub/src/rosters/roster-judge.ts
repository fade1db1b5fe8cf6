import type { Roster, SignedDocument } from '@lateral/contracts';
import { ISSUE_TOLERANCE_MS, epochsEver, judgeProposal, newestTeamKey, verifyPartnership, verifyRosterChain } from '@lateral/envelope/inspect';
import type { Clock, DirectoryStore, RosterJudge, RosterJudgement } from '@lateral/exchange';

/**
 * Judges a roster by the rules of every client, under the pinned root: whoever can write to the database cannot make one follow. The second signature
 * has to be of now, since what a leaver signs counts until then: dated back it would take from them what the hub took in, dated ahead it would leave a thief more.
 */
export class ChainedRosterJudge implements RosterJudge {
  constructor(private readonly parts: { directory: Pick<DirectoryStore, 'partnership' | 'rosters'>; clock: Clock; rootFingerprint: string }) {}

  async judge(signed: SignedDocument<Roster>): Promise<RosterJudgement> {
    const { clock, directory, rootFingerprint } = this.parts;
    const [now, partnership] = [await clock.now(), await directory.partnership()];
    const file = partnership === null ? null : await verifyPartnership(partnership, { rootFingerprint, now });
    const agency = file?.ok === true ? file.partnership.agencies.get(signed.document.agency) : undefined;
    if (agency === undefined) return { ok: false, code: 'unknown-agency' };
    const standing = await verifyRosterChain(await directory.rosters([agency.id]), agency);
    if (!standing.ok) return { ok: false, code: standing.code };
    const before = standing.newest;
    const judged = await judgeProposal(signed, agency, before);
    if (!judged.ok) return { ok: false, code: judged.code };
    const { completed, signers } = judged;
    if (completed !== null && Math.abs(now.getTime() - completed.getTime()) > ISSUE_TOLERANCE_MS) return { ok: false, code: 'signed-at-another-time' };
    const team = { primary: agency.primary, epochs: epochsEver(newestTeamKey(agency, before)) };
    return { ok: true, signers, whole: completed !== null, before: before.document, team };
  }
}
