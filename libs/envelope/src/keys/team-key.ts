import { OPTIONS, fingerprintOf, type PublicKey } from '../openpgp.js';
import type { TrustedRoster } from './roster-members.js';
import type { TrustedAgency } from './verify-directory.js';

/**
 * The agency's key as it is now: with the newest epochs, which stand in its roster as soon as the agency has added one, and in the
 * partnership file until then. Whoever seals to an agency takes the key from here; the file alone would name an epoch that a leaver
 * still holds. Without a roster there is only the file's.
 */
export function newestTeamKey(agency: Pick<TrustedAgency, 'key'>, roster: Pick<TrustedRoster, 'teamKey'> | null): PublicKey {
  return roster?.teamKey ?? agency.key;
}

/** Fingerprints of the subkeys of a team key that are bound to it, in force at that time and not revoked: what a message may name as its reader. */
export async function teamEpochs(team: PublicKey, at: Date): Promise<string[]> {
  const epochs: string[] = [];
  for (const subkey of team.subkeys) if (await subkey.verify(at, OPTIONS).then(() => true, () => false)) epochs.push(fingerprintOf(subkey));
  return epochs;
}

/** When epochs of a key, or the key itself, begin and run out, in milliseconds since 1970, in their order: between two of these times it has the same epochs. */
export async function epochChanges(key: PublicKey): Promise<number[]> {
  const ends = await Promise.all([key.getExpirationTime(undefined, OPTIONS), ...key.subkeys.map((subkey) => subkey.getExpirationTime(subkey.getCreationTime(), OPTIONS))]);
  return [key.getCreationTime(), ...key.subkeys.map((subkey) => subkey.getCreationTime()), ...ends].flatMap((time) => (time instanceof Date ? time.getTime() : [])).sort((one, other) => one - other);
}

/** Every epoch that a team key names, whether in use or not, and when it was made. */
export function epochsEver(team: PublicKey): { epoch: string; made: Date }[] {
  return team.subkeys.map((subkey) => ({ epoch: fingerprintOf(subkey), made: subkey.getCreationTime() }));
}
