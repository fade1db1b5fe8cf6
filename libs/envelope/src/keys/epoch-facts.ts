import { OPTIONS, fingerprintOf, type PublicKey } from '../openpgp.js';
import { teamEpochs } from './team-key.js';

/**
 * One epoch of an agency's key. Messages were sealed to it from `made` to `until`; `until` is null where nothing ends it. `newest` and `in-use`
 * may still be sealed to; only what is `past` can be deleted.
 */
export interface EpochFacts { epoch: string; made: Date; until: Date | null; standing: 'newest' | 'in-use' | 'past' | 'deleted' }

/** Every epoch of a team key as it stands at a time, newest first. `deleted`: fingerprints of those whose secrets are gone. */
export async function epochFacts(team: PublicKey, { at, deleted = [] }: { at: Date; deleted?: readonly string[] }): Promise<EpochFacts[]> {
  const [inUse, gone] = [new Set(await teamEpochs(team, at)), new Set(deleted)];
  const facts = await Promise.all(team.subkeys.map(async (subkey) => ({ epoch: fingerprintOf(subkey), made: subkey.getCreationTime(), until: await endOf(subkey) })));
  const ordered = facts.toSorted((a, b) => b.made.getTime() - a.made.getTime());
  return ordered.map((each, place) => ({ ...each, standing: gone.has(each.epoch) ? 'deleted' : place === 0 ? 'newest' : inUse.has(each.epoch) ? 'in-use' : 'past' }));
}

/** When it lapses or was taken out of use, whichever comes first. */
async function endOf(subkey: PublicKey['subkeys'][number]): Promise<Date | null> {
  const lapses = await subkey.getExpirationTime(subkey.getCreationTime(), OPTIONS);
  const retired = subkey.revocationSignatures.flatMap(({ created }) => created ?? []);
  const ends = [...(lapses instanceof Date ? [lapses] : []), ...retired].map((each) => each.getTime());
  return ends.length === 0 ? null : new Date(Math.min(...ends));
}
