import { newlyDeleted, type RosterProposalBody } from '@lateral/contracts';
import type { Directory, RosterJudgement, RosterStore } from '../ports/index.js';
import { isMemberAt } from '../sign-in/sign-in.use-case.js';

/**
 * `custody-missing`: a custodian would be left without the key, since every copy of before goes. `epoch-still-needed`: a message or draft that
 * somebody may have to open is sealed to an epoch that is deleted, or somebody may seal one now. `recovery-kit-older`: every recovery kit here holds them and goes with them, so that
 * nobody could be helped who loses everything.
 */
type DeletionFault = 'custody-missing' | 'epoch-still-needed' | 'recovery-kit-older';

/** What speaks against the epochs that a roster deletes, beside what every reader judges; null where nothing does, or where it deletes none. */
export async function faultOfDeletion({ roster: { document }, custody }: RosterProposalBody, { before, team }: Extract<RosterJudgement, { ok: true }>, { directory, rosters }: { directory: Directory; rosters: Pick<RosterStore, 'stillNeeded' | 'hasOnlyOlderKits'> }, at: Date): Promise<DeletionFault | null> {
  const deleted = new Set(newlyDeleted(document, before));
  if (deleted.size === 0) return null;
  const given = new Set(custody.map(({ member }) => member));
  if (document.members.some((member) => member.roles.includes('custodian') && isMemberAt(member, at) && !given.has(member.member))) return 'custody-missing';
  // Readers judge by the day that the roster says; whoever seals now goes by the one that it is.
  if ((await directory.view()).agency(document.agency)?.epochs.some((epoch) => deleted.has(epoch)) === true) return 'epoch-still-needed';
  if ((await rosters.stillNeeded(document.agency, team.epochs.filter(({ epoch }) => deleted.has(epoch)), at)).length > 0) return 'epoch-still-needed';
  return (await rosters.hasOnlyOlderKits(document.agency, team.primary, new Date(document.issued))) ? 'recovery-kit-older' : null;
}
