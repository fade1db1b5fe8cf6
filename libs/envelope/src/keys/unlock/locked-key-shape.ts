import { UNLOCK_KINDS, type LockedKey } from '@lateral/contracts';
import { FINGERPRINT, NAME, fits, list, matching, oneOf, orNull, record, whole } from '../../shapes.js';

const MAX_METHODS = 12;
/** 32 bytes, and what 76 bytes of a wrapping come to. */
const SALT = matching(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/);
const WRAPPED = matching(/^[A-Za-z0-9_-]{101}[AQgw]$/);
const COST = record({ memoryKiB: whole(1, 2 ** 31), passes: whole(1, 2 ** 31), lanes: whole(1, 2 ** 31) });
const METHOD = record({
  id: matching(/^[A-Za-z0-9_-]{21}[AQgw]$/), kind: oneOf(UNLOCK_KINDS), credential: orNull(matching(/^[A-Za-z0-9_-]{1,1400}$/)), salt: SALT, cost: orNull(COST), wrapped: WRAPPED,
});
const LOCKED = record({
  v: oneOf([1]), agency: NAME, member: NAME, fingerprint: FINGERPRINT, version: whole(1, 2 ** 31), locked: matching(/^[A-Za-z0-9_-]{40,40000}$/), methods: list(METHOD, MAX_METHODS),
});

/**
 * Whether a value from the network has the shape of a locked key: at least two ways to unlock it, each passkey once, at most one passphrase
 * and one recovery code, and a cost with a passphrase only.
 */
export function isLockedKey(value: unknown): value is LockedKey {
  if (!fits(LOCKED, value) || value.methods.length < 2) return false;
  const names = value.methods.map(({ kind, credential }) => `${kind} ${credential ?? ''}`);
  return new Set(names).size === names.length && new Set(value.methods.map(({ id }) => id)).size === names.length
    && value.methods.every(({ kind, credential, cost }) => (kind === 'passkey') === (credential !== null) && (kind === 'passphrase') === (cost !== null));
}
