import type { Roster, SignedDocument } from '@lateral/contracts';
import { epochsEver, judgeProposal, newestTeamKey, verifyPartnership, verifyRosterChain } from '@lateral/envelope/inspect';
import type { Clock, DirectoryStore, RosterJudge, RosterJudgement } from '@lateral/exchange';

/** Judges a roster by the rules of every client, under the pinned root: whoever can write to the database cannot make one follow. */
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
    const team = { primary: agency.primary, epochs: epochsEver(newestTeamKey(agency, before)) };
    return judged.ok ? { ok: true, signers: judged.signers, whole: judged.complete, before: before.document, team } : { ok: false, code: judged.code };
  }
}
