import { handedOutDigest, type Delegate, type MemberRole, type Roster, type RosterMember, type RosterProposalBody } from '@lateral/contracts';
import { ROLES_THAT_READ } from '@lateral/domain/access';
import { fingerprintOf, type PrivateKey, type PublicKey } from '../openpgp.js';
import { proposeRoster } from './cosign-roster.js';
import { wrapCustody } from './custody-copy.js';
import { withoutEpochs } from './delete-epochs.js';
import { addEpoch, memberCopy, replaceEpochs } from './make-keys.js';
import { encryptionEpoch, publicKeyText } from './public-key.js';
import type { TrustedRoster } from './roster-members.js';
import { following } from './sign-directory.js';
import { wrapTeamCopies } from './team-copy.js';

/** Somebody who comes in, or comes back with another key. Their fingerprint has been compared with them in person. */
export interface Joining { member: string; roles: readonly MemberRole[]; key: PublicKey; signIn: string | null }

/** Somebody who stays with the key that they have, and may do other things from now on. */
export interface RoleChange { member: string; roles: readonly MemberRole[] }

/** What the next roster changes. Whoever joins again under a pseudonym that is there leaves with the old key and comes in with the new one. */
export interface RosterChange {
  join?: readonly Joining[];
  /** Pseudonyms of those who leave now. */
  leave?: readonly string[];
  /** Other roles for who stays; their copies are made anew. Whoever took copies from a custodian can read them only while that one is a custodian: an epoch has to come where one ceases to be. */
  roles?: readonly RoleChange[];
  /** A new epoch, in days: monthly, and whenever somebody leaves, so that what is sealed from now on is closed to them. */
  newEpochDays?: number;
  /** Epochs whose secrets are deleted for good, by fingerprint: out of use, and never the newest. Everyone gets copies without them. */
  deleteEpochs?: readonly string[];
  delegates?: readonly Delegate[];
}

/**
 * The next roster as its first custodian proposes it, with the copies of keys that its people need: those who join get theirs; after a new
 * epoch, or where one is deleted, everyone does whose own key can receive: whose has run out brings another, and meanwhile keeps nobody from shutting out a
 * thief. `agencyKey` comes from the custodian's own copy. Returns the agency's key too, with its new epoch
 * if there is one and without those that are deleted: a recovery kit is made of that one.
 * Throws where readers would refuse the outcome, a newcomer's key could not receive, or fewer than two custodians would have the agency's new key.
 */
export async function nextRoster(
  before: TrustedRoster,
  change: RosterChange,
  { agencyKey, custodianKey, at }: { agencyKey: PrivateKey; custodianKey: PrivateKey; at: Date },
): Promise<{ proposal: RosterProposalBody; agencyKey: PrivateKey }> {
  // Keys and signatures say their times in whole seconds.
  const now = new Date(Math.floor(at.getTime() / 1000) * 1000);
  const deletedEpochs = [...(before.document.deletedEpochs ?? []), ...(change.deleteEpochs ?? [])];
  // Whoever unlocked the key before an epoch was deleted has it still, and must not hand it on.
  const key = await withoutEpochs(await withEpoch(agencyKey, change, now), deletedEpochs);
  const members = membersAfter(before.document.members, change, now);
  const { agency } = before.document;
  const receivers = await receiversOf(before, change, members, now);
  const wrapping = { agency, custodianKey, at: now };
  const copies = await wrapTeamCopies({ ...wrapping, copy: await memberCopy(key), readers: receivers.filter(({ roles }) => reads(roles)) });
  const custody = await Promise.all(receivers.filter(({ roles }) => roles.includes('custodian')).map(({ member, key: memberKey }) => wrapCustody({ ...wrapping, member, agencyKey: key, memberKey })));
  const handedOut = handedOutDigest({ copies, custody });
  const document: Roster = {
    v: 1, type: 'roster', agency, ...following(before.document), issued: now.toISOString(), members,
    teamKey: change.newEpochDays === undefined ? before.document.teamKey : publicKeyText(key.toPublic()),
    delegates: [...(change.delegates ?? before.document.delegates)], ...(handedOut === undefined ? {} : { handedOut }), ...(deletedEpochs.length === 0 ? {} : { deletedEpochs }),
  };
  const roster = await proposeRoster(document, { agencyKey: key, custodianKey, before });
  // One custodian who has the new key is an agency that a single accident leaves without it.
  if (isForAll(change) && custody.length < 2) throw new Error('fewer than two custodians could receive the key of the agency');
  return { proposal: { roster, copies, custody }, agencyKey: key };
}

/** Where somebody leaves, comes back with another key or has other roles, the epochs that they hold are taken out of use at once; a monthly one lets the old ones lapse. */
async function withEpoch(agencyKey: PrivateKey, { join = [], leave = [], roles = [], newEpochDays: days }: RosterChange, at: Date): Promise<PrivateKey> {
  if (days === undefined) return agencyKey;
  return leave.length + join.length + roles.length > 0 ? replaceEpochs(agencyKey, { at, days }) : addEpoch(agencyKey, { at, days });
}

const reads = (roles: readonly MemberRole[]): boolean => roles.some((role) => ROLES_THAT_READ.includes(role));

/** Old entries stay, ended: signatures made while they stood must go on counting. New ones come last. */
function membersAfter(before: readonly RosterMember[], { join = [], leave = [], roles = [] }: RosterChange, now: Date): RosterMember[] {
  const ending = new Set([...leave, ...join.map(({ member }) => member)]);
  const given = new Map(roles.map((change) => [change.member, change.roles]));
  const stays = before.map((entry) => {
    if (!isInForce(entry, now)) return entry;
    return ending.has(entry.member) ? { ...entry, until: now.toISOString() } : { ...entry, roles: [...(given.get(entry.member) ?? entry.roles)] };
  });
  return [...stays, ...join.map(({ member, roles, key, signIn }) => ({ member, roles: [...roles], key: publicKeyText(key), fingerprint: fingerprintOf(key), from: now.toISOString(), until: null, signIn }))];
}

interface Receiver { member: string; roles: readonly MemberRole[]; key: PublicKey }

/** Those who join or have other roles; after a new or deleted epoch everybody who belongs. Of those who stay, whoever's key can receive at that time. */
async function receiversOf(before: TrustedRoster, change: RosterChange, members: readonly RosterMember[], now: Date): Promise<Receiver[]> {
  const { join = [], roles: given = [] } = change;
  const joining = new Set(join.map(({ member }) => member));
  const changing = new Set(given.map(({ member }) => member));
  const staying = members.filter((entry) => isInForce(entry, now) && !joining.has(entry.member) && (isForAll(change) || changing.has(entry.member)));
  const known = staying.flatMap(({ member, roles, fingerprint }) => { const key = before.members.get(fingerprint)?.key; return key === undefined ? [] : [{ member, roles, key }]; });
  const epochs = await Promise.all(known.map(({ key }) => encryptionEpoch(key, now)));
  return [...join, ...known.filter((_, i) => epochs[i] !== null)];
}

/** Whether it changes the key itself: earlier copies hold what was deleted, or lack what is new. */
function isForAll({ newEpochDays, deleteEpochs = [] }: RosterChange): boolean {
  return newEpochDays !== undefined || deleteEpochs.length > 0;
}

function isInForce({ until }: Pick<RosterMember, 'until'>, now: Date): boolean {
  return until === null || Date.parse(until) > now.getTime();
}
