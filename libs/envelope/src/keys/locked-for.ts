import { fromBase64Url, handedOutDigest, type CustodyCopy, type TeamKeyCopy } from '@lateral/contracts';
import { ROLES_THAT_READ } from '@lateral/domain/access';
import { listReaders, readersAre } from '../inspect/readers.js';
import { encryptionEpoch } from './public-key.js';
import { membersAt, type TrustedMember, type TrustedRoster } from './roster-members.js';

export type Entitled = (member: Pick<TrustedMember, 'roles'>) => boolean;
export const isReader: Entitled = ({ roles }) => roles.some((role) => ROLES_THAT_READ.includes(role));
export const isCustodian: Entitled = ({ roles }) => roles.includes('custodian');

/**
 * What is wrong with wrapped keys that come with a roster, as far as somebody without any key can tell; null where nothing is. `copies-for-others`:
 * one bears the name of somebody who should have none, or is locked for another key than that person's. `copies-changed`: others than those
 * that the custodians signed with the roster.
 */
export async function judgeCopies({ copies, custody }: { copies: readonly TeamKeyCopy[]; custody: readonly CustodyCopy[] }, roster: TrustedRoster): Promise<'copies-for-others' | 'copies-changed' | null> {
  const { handedOut, issued } = roster.document;
  if (handedOut !== undefined && handedOut !== handedOutDigest({ copies, custody })) return 'copies-changed';
  const at = new Date(issued);
  const belonging = membersAt(roster, at);
  const areTheirs = (await areLockedFor(copies, belonging.filter(isReader), at)) && (await areLockedFor(custody, belonging.filter(isCustodian), at));
  return areTheirs ? null : 'copies-for-others';
}

/** Whether each is for another of these people, and locked for that person's key alone. */
export async function areLockedFor(copies: readonly { agency: string; member: string; wrapped: string }[], people: readonly TrustedMember[], issued: Date): Promise<boolean> {
  if (new Set(copies.map(({ member }) => member)).size !== copies.length) return false;
  for (const { agency, member, wrapped } of copies) {
    const person = people.find((each) => each.member === member);
    const epoch = person?.agency === agency ? await encryptionEpoch(person.key, issued) : null;
    if (epoch === null || !isLockedFor(wrapped, epoch)) return false;
  }
  return true;
}

function isLockedFor(wrapped: string, epoch: string): boolean {
  try {
    const named = listReaders(fromBase64Url(wrapped));
    return named.ok && readersAre(named, [epoch]);
  } catch {
    return false;
  }
}
