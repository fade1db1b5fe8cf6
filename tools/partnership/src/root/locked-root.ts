import { createHash } from 'node:crypto';
import { canonicalJson, fromBase64Url, toBase64Url, utf8, type PartnershipFile } from '@lateral/contracts';
import { fingerprintOf, joinShares, makeRootKey, openBytes, printShares, publicKeyText, readPrivateKey, sealBytes, type PrivateKey, type RandomBytes, type ShareRefusal, type ShareSet } from '@lateral/envelope/keys';
import type { LockedRoot } from '../documents.js';

export interface MadeRoot { locked: LockedRoot; shares: string[] }

/**
 * A new root, locked the moment it is made: its secret part is sealed under 32 random bytes that stand on three sheets only, any two of which
 * give them back. The secret itself is returned to nobody. Throws where the sheets, read again, do not open what was sealed.
 */
export async function makeLockedRoot({ partnership, mode, at, random }: { partnership: string; mode: PartnershipFile['mode']; at: Date; random: RandomBytes }): Promise<MadeRoot> {
  // A production process refuses a root whose name says that it is a demo's.
  const key = await makeRootKey({ name: mode === 'production' ? 'Lateral partnership root' : `Lateral ${mode} partnership root`, at });
  const about = { v: 1, type: 'locked-root', partnership, mode, made: at.toISOString(), fingerprint: fingerprintOf(key), rootKey: publicKeyText(key) } as const;
  const secret = random.bytes(32);
  const locked: LockedRoot = { ...about, sealed: toBase64Url(await sealBytes(secret, key.write(), { aad: boundTo(about), random })) };
  const shares = await printShares(secret, shareSetOf(locked));
  secret.fill(0);
  for (const pair of pairsOf(shares)) if (!(await openRoot(locked, pair)).ok) throw new Error('the shares do not open the root they were made for');
  return { locked, shares };
}

export type RootRefusal = ShareRefusal | 'root-changed';

/** The root's key with its secret, out of two of its sheets. It is kept in memory for as long as one command runs, and never written. */
export async function openRoot(locked: LockedRoot, shares: readonly [string, string]): Promise<{ ok: true; key: PrivateKey } | { ok: false; code: RootRefusal }> {
  const joined = await joinShares(shares, shareSetOf(locked));
  if (!joined.ok) return joined;
  const { sealed, ...about } = locked;
  const bytes = await openBytes(joined.secret, fromBase64Url(sealed), boundTo(about)).catch(() => null);
  joined.secret.fill(0);
  const key = bytes === null ? null : await readPrivateKey(bytes).catch(() => null);
  return key === null || fingerprintOf(key) !== locked.fingerprint ? { ok: false, code: 'root-changed' } : { ok: true, key };
}

/** Which set of sheets opens a root: printed on each of them. */
export function shareSetOf({ partnership, fingerprint, made }: Pick<LockedRoot, 'partnership' | 'fingerprint' | 'made'>): ShareSet {
  return { kind: 'root', of: partnership, mark: createHash('sha256').update(canonicalJson({ partnership, fingerprint, made })).digest('hex').slice(0, 8) };
}

const boundTo = (about: Omit<LockedRoot, 'sealed'>): Uint8Array => utf8(canonicalJson(about));

function pairsOf(shares: readonly string[]): [string, string][] {
  return shares.flatMap((first, i) => shares.slice(i + 1).map((second): [string, string] => [first, second]));
}
