import { enums, generateKey, type SecretKeyPacket } from 'openpgp';
import { OPTIONS, readPrivateKey, type PrivateKey } from '../openpgp.js';

const DAY_S = 86_400;

/** How long each kind of key lives, in days (crypto note 2.1). */
export const KEY_DAYS = { root: 5 * 365, agency: 2 * 365, epoch: 35, personal: 395 } as const;

const CURVE = { type: 'ecc', curve: 'curve25519Legacy' } as const;

/**
 * The offline partnership root: certifies and signs. It has no subkey, so nobody can encrypt to it by mistake.
 * `name` is its user id; a demo root says so there.
 */
export async function makeRootKey({ name, at, days = KEY_DAYS.root }: { name: string; at: Date; days?: number }): Promise<PrivateKey> {
  const { privateKey } = await generateKey({ ...CURVE, userIDs: [{ name }], subkeys: [], date: at, keyExpirationTime: days * DAY_S, format: 'object', config: OPTIONS });
  return privateKey;
}

/** An agency's primary key with its first epoch subkey. The primary signs rosters and stays with custodians; the subkey reads. */
export async function makeAgencyKey({ agency, at, days = KEY_DAYS.agency, epochDays = KEY_DAYS.epoch }: { agency: string; at: Date; days?: number; epochDays?: number }): Promise<PrivateKey> {
  const { privateKey } = await generateKey({ ...CURVE, userIDs: [{ name: agency }], subkeys: [{ ...CURVE, date: at, keyExpirationTime: epochDays * DAY_S }], date: at, keyExpirationTime: days * DAY_S, format: 'object', config: OPTIONS });
  return privateKey;
}

/** The same agency key with one more epoch subkey, made at `at`; senders use the newest. Throws on a member's copy. */
export async function addEpoch(agencyKey: PrivateKey, { at, days = KEY_DAYS.epoch }: { at: Date; days?: number }): Promise<PrivateKey> {
  return agencyKey.addSubkey({ ...CURVE, date: at, keyExpirationTime: days * DAY_S, config: OPTIONS });
}

/**
 * The same agency key with a new epoch made at `at` and every older one retired then: what a leaver brings on. Nobody seals to what the leaver
 * still holds, though it would not have run out for weeks; what was sealed to it before goes on being readable. Throws on a member's copy.
 */
export async function replaceEpochs(agencyKey: PrivateKey, { at, days = KEY_DAYS.epoch }: { at: Date; days?: number }): Promise<PrivateKey> {
  const next = await addEpoch(agencyKey, { at, days });
  const older = next.subkeys.slice(0, -1);
  const retired = await Promise.all(older.map((subkey) => subkey.revoke(next.keyPacket as SecretKeyPacket, { flag: enums.reasonForRevocation.keyRetired, string: '' }, at, OPTIONS)));
  next.subkeys = [...retired, ...next.subkeys.slice(-1)];
  return readPrivateKey(next.write());
}

/**
 * One person's key: signs, and its one subkey receives the team copy. The user id is a pseudonym at an agency, never a name.
 * Personal keys are not escrowed: a lost one is replaced.
 */
export async function makePersonalKey({ member, agency, at, days = KEY_DAYS.personal }: { member: string; agency: string; at: Date; days?: number }): Promise<PrivateKey> {
  const { privateKey } = await generateKey({ ...CURVE, userIDs: [{ name: `${member}@${agency}` }], subkeys: [{ ...CURVE, date: at, keyExpirationTime: days * DAY_S }], date: at, keyExpirationTime: days * DAY_S, format: 'object', config: OPTIONS });
  return privateKey;
}

/** A data protection officer's key: a personal key whose subkey opens narratives. The role stands in the roster, not in the key. */
export const makeOfficerKey = makePersonalKey;

/**
 * The copy of the agency key that members hold: epoch secrets only. Its primary is a stub, so a reader can neither sign a
 * roster nor certify nor add an epoch, and cannot become a custodian by accident. The key given is left as it is.
 */
export async function memberCopy(agencyKey: PrivateKey): Promise<PrivateKey> {
  const stripped = await readPrivateKey(agencyKey.write());
  (stripped.keyPacket as SecretKeyPacket).makeDummy(OPTIONS);
  // Written and read again: what is tested and handed out is what will be stored.
  return readPrivateKey(stripped.write());
}

/** Whether the key holds no secret for its primary. */
export function isStripped(key: PrivateKey): boolean {
  return (key.keyPacket as SecretKeyPacket).isDummy();
}
