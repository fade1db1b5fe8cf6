import { fromBase64Url } from '@lateral/contracts';
import { encryptionEpoch, fingerprintOf, holdsSecretKey, publicKeyFrom, type PublicKey } from '@lateral/envelope/keys';
import { SIGNATURE_TYPES, parseVerifierKey } from '@lateral/tlog';
import type { CertificationRequest, Draft } from '../documents.js';
import { Refusal } from '../refusal.js';
import type { Place } from '../words/refusals.js';
import type { RefusalCode } from '../words/refusals.js';

/** What a request is held against: the draft, roots that are no agency, and the fingerprint that the agency read out over the telephone. */
export interface AgainstWhat { draft: Draft; roots: readonly string[]; compared: string; replaceKey: boolean; at: Date }

/** Everything asked of an agency's key before the root vouches for it. Throws a Refusal that names the file and the field; returns the key. */
export async function checkRequest({ agency }: CertificationRequest, file: string, against: AgainstWhat): Promise<PublicKey> {
  const refuse = (code: RefusalCode, field: string): never => { throw new Refusal(code, { file, field } satisfies Place); };
  const key = await publicKeyOf(agency.key, refuse);
  const fingerprint = fingerprintOf(key);
  if (fingerprint !== agency.primary) refuse('other-fingerprint', '/agency/primary');
  if (fingerprint !== against.compared) throw new Refusal('other-fingerprint', { field: '--fingerprint' });
  if (against.roots.includes(fingerprint)) refuse('root-itself', '/agency/key');
  if (!isOfOurKind(key)) refuse('unsupported-key', '/agency/key');
  if (key.users.length !== 1 || key.users[0]?.userID?.userID !== agency.id) refuse('user-ids', '/agency/key');
  if ((await encryptionEpoch(key, against.at)) === null) refuse((await isInForce(key, against.at)) ? 'no-epoch' : 'not-in-force', '/agency/key');
  const { revoked, agencies } = against.draft;
  if (revoked.some(({ primary }) => primary === fingerprint)) refuse('key-revoked', '/agency/primary');
  if (agencies.some(({ id, primary }) => id !== agency.id && primary === fingerprint)) refuse('key-of-another', '/agency/primary');
  if (!against.replaceKey && agencies.some(({ id, primary }) => id === agency.id && primary !== fingerprint)) refuse('replaces-key', '/agency/primary');
  for (const [index, witness] of agency.witnesses.entries()) if (parseVerifierKey(witness)?.type !== SIGNATURE_TYPES.cosignature) refuse('verifier-key', `/agency/witnesses/${index}`);
  return key;
}

async function publicKeyOf(text: string, refuse: (code: RefusalCode, field: string) => never): Promise<PublicKey> {
  if (holdsSecretKey(bytesOf(text))) refuse('secret-key', '/agency/key');
  return (await publicKeyFrom(text)) ?? refuse('not-a-key', '/agency/key');
}

function bytesOf(text: string): Uint8Array {
  try {
    return fromBase64Url(text);
  } catch {
    return new Uint8Array();
  }
}

/** Version 4 with Ed25519, every subkey Curve25519: what stock tools and we read alike. */
function isOfOurKind(key: PublicKey): boolean {
  const kinds = key.subkeys.map((subkey) => subkey.getAlgorithmInfo());
  return key.keyPacket.version === 4 && key.getAlgorithmInfo().algorithm === 'eddsaLegacy' && kinds.every(({ algorithm, curve }) => algorithm === 'ecdh' && curve === 'curve25519Legacy');
}

// Asked for the sake of the words only: a key with an epoch in force is in force itself.
function isInForce(key: PublicKey, at: Date): Promise<boolean> {
  return key.verifyPrimaryKey(at).then(() => true, () => false);
}
