import { enums, unarmor, type SignaturePacket } from 'openpgp';
import { NOTATIONS, OPTIONS, fingerprintOf, readPublicKey, type PublicKey } from '../openpgp.js';
import { encryptionEpoch, holdsSecretKey } from './public-key.js';

/**
 * Lines for `gpg.conf` of somebody who brings a key of their own. Without the first three gpg calls our signatures bad, as it should: they carry a
 * critical notation that it does not know.
 */
export const GPG_CONF = `${Object.values(NOTATIONS).map((name) => `known-notation ${name}`).join('\n')}
cert-digest-algo SHA512
personal-digest-preferences SHA512 SHA256
personal-compress-preferences Uncompressed
weak-digest SHA1
`;

export type StockKeyRefusal = 'unreadable' | 'secret-key' | 'weak-key' | 'weak-signature' | 'unsupported-key' | 'names-somebody' | 'revoked' | 'expired' | 'no-encryption-subkey';
/** `signs`: the hub takes headers that this key signed (Ed25519 only); other keys read and sign nothing that is sent. */
export type StockKeyAdmitted = { ok: true; key: PublicKey; fingerprint: string; signs: boolean };

/**
 * Judges a public key that somebody made with a stock tool, as it came out of `gpg --export` (with or without armour), before a roster lists it.
 * Its one user id is the pseudonym at the agency, because a roster is read by everyone. RSA has 3,072 bits at least, and no signature that binds
 * the key together is over MD5 or SHA-1: somebody else's subkey could be brought under it.
 */
export async function admitStockKey(bytes: Uint8Array, { agency, member, at }: { agency: string; member: string; at: Date }): Promise<StockKeyAdmitted | { ok: false; code: StockKeyRefusal }> {
  const binary = await withoutArmour(bytes);
  if (binary === null) return { ok: false, code: 'unreadable' };
  if (holdsSecretKey(binary)) return { ok: false, code: 'secret-key' };
  const key = await readPublicKey(binary).catch(() => null);
  if (key === null) return { ok: false, code: 'unreadable' };
  const fault = faultOfMaterial(key) ?? faultOfNames(key, `${member}@${agency}`) ?? faultOfBindings(key);
  if (fault !== null) return { ok: false, code: fault };
  if (await key.isRevoked(undefined, undefined, at, OPTIONS)) return { ok: false, code: 'revoked' };
  if (!(await key.verifyPrimaryKey(at, undefined, OPTIONS).then(() => true, () => false))) return { ok: false, code: 'expired' };
  if ((await encryptionEpoch(key, at)) === null) return { ok: false, code: 'no-encryption-subkey' };
  return { ok: true, key, fingerprint: fingerprintOf(key), signs: key.getAlgorithmInfo().algorithm === 'eddsaLegacy' };
}

async function withoutArmour(bytes: Uint8Array): Promise<Uint8Array | null> {
  if (bytes[0] !== 0x2d) return bytes;
  try {
    const { data } = await unarmor(new TextDecoder().decode(bytes));
    return data instanceof Uint8Array ? data : null;
  } catch {
    return null;
  }
}

const LEAST_RSA_BITS = 3_072;
const KINDS: ReadonlySet<string> = new Set(['rsaEncryptSign', 'rsaEncrypt', 'rsaSign', 'eddsaLegacy', 'ecdh']);

function faultOfMaterial(key: PublicKey): StockKeyRefusal | null {
  if (key.keyPacket.version !== 4) return 'unsupported-key';
  for (const each of [key, ...key.subkeys]) {
    const { algorithm, bits, curve } = each.getAlgorithmInfo();
    if (!KINDS.has(algorithm) || (algorithm === 'ecdh' && curve !== 'curve25519Legacy')) return 'unsupported-key';
    if (bits !== undefined && bits < LEAST_RSA_BITS) return 'weak-key';
  }
  return null;
}

function faultOfNames(key: PublicKey, pseudonym: string): StockKeyRefusal | null {
  const names = key.users.map(({ userID, userAttribute }) => (userAttribute ? null : userID?.userID));
  return names.length === 1 && names[0] === pseudonym ? null : 'names-somebody';
}

const WEAK: ReadonlySet<unknown> = new Set([enums.hash.md5, enums.hash.sha1, enums.hash.ripemd]);

function faultOfBindings(key: PublicKey): StockKeyRefusal | null {
  const all: SignaturePacket[][] = [...key.users.map(({ selfCertifications }) => selfCertifications), ...key.subkeys.map(({ bindingSignatures }) => bindingSignatures)];
  return all.flat().some(({ hashAlgorithm }) => WEAK.has(hashAlgorithm)) ? 'weak-signature' : null;
}
