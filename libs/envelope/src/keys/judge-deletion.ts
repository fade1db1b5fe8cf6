import { newlyDeleted } from '@lateral/contracts';
import { fingerprintOf, type PublicKey } from '../openpgp.js';
import type { TrustedRoster } from './roster-members.js';
import { newestTeamKey, teamEpochs } from './team-key.js';
import type { TrustedAgency } from './verify-directory.js';

/** `history-changed`: an epoch that was deleted is taken back. `epoch-undeletable`: one is deleted that is in use, the newest, or none of this key's. */
type DeletionRefusal = 'history-changed' | 'epoch-undeletable';

/**
 * What is wrong with the epochs that a roster deletes, by the roster before it; null where nothing is. Nobody may still seal to them: each was
 * out of use (lapsed or retired) by the roster before when this one was issued, and the newest never goes. Their public halves stay in the
 * team key: what was sealed to them is named by them in evidence.
 */
export async function faultOfDeletion({ document, teamKey }: Pick<TrustedRoster, 'document' | 'teamKey'>, agency: Pick<TrustedAgency, 'key'>, before: TrustedRoster | null): Promise<DeletionRefusal | null> {
  const [was, is] = [before?.document.deletedEpochs ?? [], document.deletedEpochs ?? []];
  if (was.some((epoch, i) => is[i] !== epoch)) return 'history-changed';
  const deleted = newlyDeleted(document, before?.document ?? null);
  if (deleted.length === 0) return null;
  if (before === null) return 'epoch-undeletable';
  const known = newestTeamKey(agency, before);
  const inUse = new Set([...await teamEpochs(known, new Date(document.issued)), ...newestOf(known)]);
  const [had, keeps] = [known, newestTeamKey(agency, { teamKey })].map((key) => new Set(key.subkeys.map(fingerprintOf)));
  return deleted.every((epoch) => had!.has(epoch) && keeps!.has(epoch) && !inUse.has(epoch)) ? null : 'epoch-undeletable';
}

function newestOf({ subkeys }: PublicKey): string[] {
  const newest = [...subkeys].sort((a, b) => b.getCreationTime().getTime() - a.getCreationTime().getTime())[0];
  return newest === undefined ? [] : [fingerprintOf(newest)];
}
