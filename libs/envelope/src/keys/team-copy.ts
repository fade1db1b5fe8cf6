import { ROLES_THAT_READ } from '@lateral/domain/access';
import { canonicalJson, digestOf, fromBase64Url, toBase64Url, utf8, type TeamKeyCopy } from '@lateral/contracts';
import { listReaders } from '../inspect/readers.js';
import { NOTATIONS, decryptWith, encryptTo, fingerprintOf, readPrivateKey, readsModernContainer, type EncryptionReader, type Notation, type PrivateKey, type PublicKey } from '../openpgp.js';
import { splitReaders } from '../split-readers.js';
import { isRidOfDeleted } from './delete-epochs.js';
import { isStripped } from './make-keys.js';
import { encryptionEpoch } from './public-key.js';
import { ISSUE_TOLERANCE_MS } from './signed-document.js';
import { memberAt, type TrustedRoster } from './roster-members.js';
import { newestTeamKey } from './team-key.js';
import type { TrustedAgency } from './verify-directory.js';

/** Which key a wrapped copy is of. Its digest is in the custodian's signature, so nothing else that they signed passes for a copy. */
interface CopyContext {
  v: 1;
  type: 'team-copy';
  agency: string;
  /** Fingerprint of the agency's primary key, and of the newest epoch subkey inside. */
  primary: string;
  epoch: string;
}

/** What is encrypted: the key, and the fingerprints of the personal keys of all whom the custodian wrapped it for, in order. */
interface Enclosed extends CopyContext { readers: string[]; secret: string }

/** One who is to have a copy. */
export interface CopyReader { member: string; key: PublicKey }

/**
 * Readers of one message. Each copy carries the list of those who share it, so that is kept short: the work grows with the number of messages,
 * what is stored with the square of their size.
 */
const MOST_TOGETHER = 16;

interface Receiving extends CopyReader { reading: EncryptionReader; modern: boolean }

/**
 * Wraps a member's copy of the team key for each of these members, signed with the custodian's personal key. Many copies are one message, signed
 * and encrypted once, of which each member gets the packet for their own key and no other. Whoever reads with a stock tool shares none with
 * the rest, who would all get the older container. Throws when the copy still holds the primary's secret, or when a key has no encryption subkey
 * that is valid at `at`. In the order of `readers`.
 */
export async function wrapTeamCopies({ agency, copy, readers, custodianKey, at }: {
  agency: string; copy: PrivateKey; readers: readonly CopyReader[]; custodianKey: PrivateKey; at: Date;
}): Promise<TeamKeyCopy[]> {
  if (!isStripped(copy)) throw new Error('a member is never given the primary key');
  const epoch = await encryptionEpoch(copy.toPublic(), at);
  if (epoch === null) throw new Error('no encryption subkey is valid at this time');
  const receiving = await Promise.all(readers.map((reader) => receivingOf(reader, at)));
  const context: CopyContext = { v: 1, type: 'team-copy', agency, primary: fingerprintOf(copy), epoch };
  const secret = toBase64Url(copy.write());
  const wrapped = new Map<Receiving, string>();
  for (const group of [true, false].flatMap((modern) => chunked(receiving.filter((each) => each.modern === modern)))) {
    const enclosed: Enclosed = { ...context, readers: group.map(({ key }) => fingerprintOf(key)).sort(), secret };
    const whole = await encryptTo(utf8(canonicalJson(enclosed)), group.map(({ reading }) => reading), custodianKey, notationOf(context), at);
    splitReaders(whole, group.map(({ reading }) => reading.epoch)).forEach((bytes, i) => wrapped.set(group[i]!, toBase64Url(bytes)));
  }
  return receiving.map((each) => ({ agency, member: each.member, epoch, wrapped: wrapped.get(each)! }));
}

async function receivingOf({ member, key }: CopyReader, at: Date): Promise<Receiving> {
  const epoch = await encryptionEpoch(key, at);
  if (epoch === null) throw new Error('no encryption subkey is valid at this time');
  return { member, key, reading: { key, epoch }, modern: await readsModernContainer(key, at) };
}

function chunked<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / MOST_TOGETHER) }, (_, i) => all.slice(i * MOST_TOGETHER, (i + 1) * MOST_TOGETHER));
}

export type TeamCopyRefusal = 'other-agency' | 'not-authentic' | 'not-by-a-custodian' | 'other-readers' | 'not-the-team-key';
export type TeamCopyOpened = { ok: true; copy: PrivateKey; readers: readonly string[] } | { ok: false; code: TeamCopyRefusal };

/**
 * Opens a wrapped copy with the member's personal key. It is obeyed only when a custodian of the agency's roster signed it for this member among
 * others who all belonged to the agency at that time, it is locked for this member's key and no other, and what is inside is the certified team
 * key with its primary stripped and without any epoch that the agency has deleted. `readers`: fingerprints of all whom it was wrapped for.
 */
export async function unwrapTeamCopy(
  wrapped: TeamKeyCopy,
  { agency, roster, memberKey, at }: { agency: Pick<TrustedAgency, 'id' | 'primary' | 'key'>; roster: TrustedRoster; memberKey: PrivateKey; at: Date },
): Promise<TeamCopyOpened> {
  if (wrapped.agency !== agency.id || roster.document.agency !== agency.id) return { ok: false, code: 'other-agency' };
  const context: CopyContext = { v: 1, type: 'team-copy', agency: agency.id, primary: agency.primary, epoch: wrapped.epoch };
  const custodians = [...roster.members.values()].filter(({ roles }) => roles.includes('custodian'));
  const opened = await openCopy(wrapped.wrapped, memberKey, custodians.map(({ key }) => key), notationOf(context), new Date(at.getTime() + ISSUE_TOLERANCE_MS));
  if (opened === null) return { ok: false, code: 'not-authentic' };
  if (!memberAt(roster, opened.signer, opened.created)?.roles.includes('custodian')) return { ok: false, code: 'not-by-a-custodian' };
  const enclosed = enclosedIn(opened.plaintext, context);
  if (enclosed === null) return { ok: false, code: 'not-the-team-key' };
  if (opened.sharedWith > 1 || !areReaders(enclosed.readers, roster, fingerprintOf(memberKey), opened.created)) return { ok: false, code: 'other-readers' };
  const copy = await secretOf(enclosed);
  if (copy === null || !isStripped(copy) || !isTeamKeyOf(copy, newestTeamKey(agency, roster), wrapped.epoch) || !isRidOfDeleted(copy, roster.document)) return { ok: false, code: 'not-the-team-key' };
  return { ok: true, copy, readers: enclosed.readers };
}

interface OpenedCopy { plaintext: Uint8Array; signer: string; created: Date; sharedWith: number }

async function openCopy(text: string, memberKey: PrivateKey, custodians: readonly PublicKey[], notation: Notation, notAfter: Date): Promise<OpenedCopy | null> {
  try {
    const bytes = fromBase64Url(text);
    const named = listReaders(bytes);
    const opened = await decryptWith(bytes, [memberKey], custodians, notation, notAfter);
    return opened.ok && named.ok ? { ...opened, sharedWith: named.readers.length } : null;
  } catch {
    return null;
  }
}

// A colleague can make another packet for the same message: the custodian's list says whom it was meant for, and the roster who belonged then.
// Roles are asked of oneself alone: a colleague who has another role by now must not take everybody's copy away.
function areReaders(readers: readonly string[], roster: TrustedRoster, self: string, created: Date): boolean {
  return readers.includes(self) && new Set(readers).size === readers.length
    && readers.every((reader) => memberAt(roster, reader, created) !== null)
    && roster.members.get(self)!.roles.some((role) => ROLES_THAT_READ.includes(role));
}

function enclosedIn(plaintext: Uint8Array, context: CopyContext): Enclosed | null {
  try {
    const { secret, readers, ...said } = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plaintext)) as Enclosed;
    const isWhole = typeof secret === 'string' && Array.isArray(readers) && readers.every((reader) => typeof reader === 'string');
    return isWhole && canonicalJson(said) === canonicalJson(context) ? { ...context, readers, secret } : null;
  } catch {
    return null;
  }
}

async function secretOf({ secret }: Enclosed): Promise<PrivateKey | null> {
  try {
    return await readPrivateKey(fromBase64Url(secret));
  } catch {
    return null;
  }
}

// A subkey that the certified key does not have would let whoever wrapped it read in the agency's name.
function isTeamKeyOf(copy: PrivateKey, team: PublicKey, epoch: string): boolean {
  const certified = new Set(team.subkeys.map(fingerprintOf));
  const held = copy.subkeys.map(fingerprintOf);
  return fingerprintOf(copy) === fingerprintOf(team) && held.includes(epoch) && held.every((subkey) => certified.has(subkey));
}

function notationOf(context: CopyContext): Notation {
  return { name: NOTATIONS.document, value: digestOf('team-copy', context) };
}
