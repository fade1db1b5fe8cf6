import { OPTIONS, fingerprintOf, readPublicKey, type PublicKey } from '../openpgp.js';
import { toHex } from '../packets.js';

/** Names the agency inside the root's certification, so that a certified key cannot be listed under another agency. */
export const AGENCY_NOTATION = 'agency-id@lateral.example';

/**
 * Whether the root vouches for this key, as that agency's, at that time: the key has one user id, some certification by
 * the root is good, none by the root is bad (lapsed, revoked, forged), and the good one's notation names the agency.
 *
 * Three traps are closed here. Asked without keys, or with the key under test, the library reports the key's own
 * self-signature as valid. Its entries carry 64-bit key ids, so the issuer is compared by whole fingerprint as well.
 * And a packet once found good stays good for any later key with the same key id, so the key is parsed afresh.
 */
export async function checkCertification(agencyKey: PublicKey, rootKey: PublicKey, { agency, at }: { agency: string; at: Date }): Promise<boolean> {
  const root = fingerprintOf(rootKey);
  if (fingerprintOf(agencyKey) === root) return false;
  const key = await readPublicKey(agencyKey.toPublic().write());
  const user = key.users[0];
  if (key.users.length !== 1 || user === undefined) return false;
  const entries = await key.verifyAllUsers([rootKey], at, OPTIONS);
  const byRoot = entries.filter(({ keyID }) => keyID.equals(rootKey.getKeyID()));
  if (byRoot.length === 0 || !byRoot.every(({ valid }) => valid === true)) return false;
  const certifications = user.otherCertifications.filter((packet) => packet.issuerKeyID.equals(rootKey.getKeyID()));
  return certifications.length > 0 && certifications.every((packet) => toHex(packet.issuerFingerprint ?? new Uint8Array()) === root && agencyNamed(packet.rawNotations) === agency);
}

function agencyNamed(notations: readonly { name: string; value: Uint8Array }[]): string | null {
  const named = notations.filter(({ name }) => name === AGENCY_NOTATION);
  return named.length === 1 && named[0] ? new TextDecoder().decode(named[0].value) : null;
}
