import { sha256 } from '@noble/hashes/sha2.js';
import { canonicalJson, fromBase64Url, toBase64Url, utf8, type RecoveryKit } from '@lateral/contracts';
import { fingerprintOf, readPrivateKey, type PrivateKey } from '../openpgp.js';
import { FINGERPRINT, NAME, TIME, fits, matching, oneOf, record } from '../shapes.js';
import { openBytes, sealBytes, type RandomBytes } from './aes-gcm.js';
import { isStripped } from './make-keys.js';
import { joinShares, printShares, type ShareRefusal, type ShareSet } from './paper-shares.js';

const KIT = record({ v: oneOf([1]), agency: NAME, primary: FINGERPRINT, made: TIME, sealed: matching(/^[A-Za-z0-9_-]{40,100000}$/) });

/** Whether a value from the network has the shape of a recovery kit. */
export function isRecoveryKit(value: unknown): value is RecoveryKit {
  return fits(KIT, value);
}

/**
 * The agency's whole key locked under a secret that exists on three sheets of paper only, for the day when nobody who could unlock anything is
 * left. The kit itself may be kept anywhere, the hub included; the sheets go to three people (head of service, Caldicott guardian or senior
 * information risk owner, data protection officer) and are made afresh with every epoch. Throws on a member's copy of the key.
 */
export async function makeRecoveryKit({ agency, agencyKey, at, random }: { agency: string; agencyKey: PrivateKey; at: Date; random: RandomBytes }): Promise<{ kit: RecoveryKit; shares: string[] }> {
  if (isStripped(agencyKey)) throw new Error('a recovery kit holds the whole key of the agency');
  const about = { v: 1, agency, primary: fingerprintOf(agencyKey), made: at.toISOString() } as const;
  const secret = random.bytes(32);
  const sealed = await sealBytes(secret, agencyKey.write(), { aad: utf8(canonicalJson(about)), random });
  const kit: RecoveryKit = { ...about, sealed: toBase64Url(sealed) };
  return { kit, shares: await printShares(secret, shareSetOf(kit)) };
}

export type KitRefusal = ShareRefusal | 'malformed' | 'kit-changed';

/** Opens a kit with any two of its three sheets. A sheet of another kit or another agency is refused by name, not by garbage. */
export async function openRecoveryKit(kit: RecoveryKit, shares: readonly [string, string]): Promise<{ ok: true; agencyKey: PrivateKey } | { ok: false; code: KitRefusal }> {
  if (!isRecoveryKit(kit)) return { ok: false, code: 'malformed' };
  const joined = await joinShares(shares, shareSetOf(kit));
  if (!joined.ok) return joined;
  const { sealed, ...about } = kit;
  const bytes = await openBytes(joined.secret, fromBase64Url(sealed), utf8(canonicalJson(about)));
  const agencyKey = bytes === null ? null : await readPrivateKey(bytes).catch(() => null);
  return agencyKey === null || fingerprintOf(agencyKey) !== kit.primary ? { ok: false, code: 'kit-changed' } : { ok: true, agencyKey };
}

/** Which set of sheets belongs to a kit: printed on each of them. */
export function shareSetOf({ agency, primary, made }: Omit<RecoveryKit, 'v' | 'sealed'>): ShareSet {
  const mark = [...sha256(utf8(canonicalJson({ agency, primary, made }))).slice(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { kind: 'kit', of: agency, mark };
}
