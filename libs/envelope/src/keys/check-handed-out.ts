import { handedOutDigest, newlyDeleted, type CustodyCopy, type TeamKeyCopy } from '@lateral/contracts';
import { fingerprintOf, type PrivateKey } from '../openpgp.js';
import { unwrapCustody } from './custody-copy.js';
import { areLockedFor, isCustodian, isReader, type Entitled } from './locked-for.js';
import { encryptionEpoch } from './public-key.js';
import { membersAt, type TrustedMember, type TrustedRoster } from './roster-members.js';
import { unwrapTeamCopy } from './team-copy.js';
import type { RosterAgency } from './verify-roster.js';

/**
 * `copies-changed`: others than those of the signed roster. `copies-for-others`: one is for nobody who should have it, or is locked for
 * another key. `copies-missing`: somebody would be left without. `copies-do-not-open`: the one that can be tried.
 */
export type HandedOutRefusal = 'copies-changed' | 'copies-for-others' | 'copies-missing' | 'copies-do-not-open';
interface HandedOut { copies: readonly TeamKeyCopy[]; custody: readonly CustodyCopy[] }
interface Judging { agency: RosterAgency; before: TrustedRoster | null; roster: TrustedRoster; memberKey: PrivateKey; at: Date }

/**
 * What the second custodian's client finds wrong with the keys that a proposed roster hands out, or null. Nobody can see into a copy that is
 * locked for somebody else: it is held against the signed digest and the key that it names, and the copies for this custodian are opened.
 */
export async function checkHandedOut({ copies, custody }: HandedOut, judging: Judging): Promise<HandedOutRefusal | null> {
  const { roster } = judging;
  if (handedOutDigest({ copies, custody }) !== roster.document.handedOut) return 'copies-changed';
  const issued = new Date(roster.document.issued);
  const belonging = membersAt(roster, issued);
  const [readers, custodians] = [belonging.filter(isReader), belonging.filter(isCustodian)];
  if (!(await areLockedFor(copies, readers, issued)) || !(await areLockedFor(custody, custodians, issued))) return 'copies-for-others';
  if ((await lacks(copies, readers, isReader, judging)) || (await lacks(custody, custodians, isCustodian, judging))) return 'copies-missing';
  return (await open({ copies, custody }, judging)) ? null : 'copies-do-not-open';
}

/** Whether somebody who joins or was not entitled before, or after a new or deleted epoch anybody, gets none though their key could receive it. */
async function lacks(copies: readonly { member: string }[], people: readonly TrustedMember[], isEntitled: Entitled, { before, roster }: Judging): Promise<boolean> {
  // The first copies of an agency come with its registration.
  if (before === null) return false;
  // Earlier copies hold what was deleted and go with it: whoever gets none now has none.
  const isNewKey = roster.document.teamKey !== before.document.teamKey || newlyDeleted(roster.document, before.document).length > 0;
  const given = new Set(copies.map(({ member }) => member));
  const hadOne = (fingerprint: string): boolean => isEntitled(before.members.get(fingerprint) ?? { roles: [] });
  const without = people.filter(({ member, fingerprint }) => !given.has(member) && (isNewKey || !hadOne(fingerprint)));
  const issued = new Date(roster.document.issued);
  for (const { key } of without) if ((await encryptionEpoch(key, issued)) !== null) return true;
  return false;
}

async function open({ copies, custody }: HandedOut, { agency, roster, memberKey, at }: Judging): Promise<boolean> {
  const self = roster.members.get(fingerprintOf(memberKey))?.member;
  const by = { agency, roster, memberKey, at };
  const [copy, whole] = [copies.find(({ member }) => member === self), custody.find(({ member }) => member === self)];
  if (whole !== undefined && !(await unwrapCustody(whole, by)).ok) return false;
  if (copy === undefined) return true;
  const opened = await unwrapTeamCopy(copy, by);
  const receiving = new Set(copies.map(({ member }) => member));
  return opened.ok && opened.readers.every((fingerprint) => receiving.has(roster.members.get(fingerprint)?.member ?? ''));
}
