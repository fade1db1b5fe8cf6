import { SignaturePacket, enums, type UserIDPacket } from 'openpgp';
import { utf8 } from '@lateral/contracts';
import { OPTIONS, fingerprintOf, readPublicKey, type PrivateKey, type PublicKey } from '../openpgp.js';
import { AGENCY_NOTATION } from './check-certification.js';
import { isStripped } from './make-keys.js';

/**
 * What `SignaturePacket.sign` takes when it certifies a user id. The library's own declaration knows only document
 * signatures, and its `User.certify` takes neither an expiry nor notations.
 */
interface Certifier {
  sign(key: PrivateKey['keyPacket'], data: { userID: UserIDPacket; key: PublicKey['keyPacket'] }, date: Date, detached: false, config: typeof OPTIONS): Promise<void>;
}

/** How long a certification by the root stands: a little over a year, so that a yearly renewal never leaves a gap. */
export const CERTIFICATION_DAYS = 400;

/**
 * The agency's public key with a certification by the root that expires after `days` and names the agency in a notation.
 * Stock gpg and sq read it too. Earlier certifications by the same root are taken off: a lapsed one beside a good one
 * would make the whole key fail the rule of `checkCertification`.
 */
export async function certifyAgency(agencyKey: PublicKey, rootKey: PrivateKey, { agency, days = CERTIFICATION_DAYS, at }: { agency: string; days?: number; at: Date }): Promise<PublicKey> {
  const key = await readPublicKey(agencyKey.toPublic().write());
  const user = key.users[0];
  if (key.users.length !== 1 || !user?.userID) throw new Error('an agency key has exactly one user id');
  if (fingerprintOf(key) === fingerprintOf(rootKey)) throw new Error('the root does not certify itself');
  if (isStripped(rootKey)) throw new Error('a key whose primary is stripped cannot certify');
  const packet = new SignaturePacket();
  packet.signatureType = enums.signature.certGeneric;
  packet.publicKeyAlgorithm = rootKey.keyPacket.algorithm;
  packet.hashAlgorithm = enums.hash.sha512;
  packet.signatureExpirationTime = days * 86_400;
  packet.signatureNeverExpires = false;
  packet.rawNotations = [{ name: AGENCY_NOTATION, value: utf8(agency), humanReadable: true, critical: false }];
  await (packet as unknown as Certifier).sign(rootKey.keyPacket, { userID: user.userID, key: key.keyPacket }, at, false, OPTIONS);
  user.otherCertifications = [...user.otherCertifications.filter((other) => !other.issuerKeyID.equals(rootKey.getKeyID())), packet];
  return readPublicKey(key.write());
}
