import type { PartnershipFile, SignedDocument } from '@lateral/contracts';
import { isPartnershipFile } from './document-shape.js';
import { publicKeyFrom } from './public-key.js';
import { fingerprintOf } from '../openpgp.js';
import type { TrustedRoster } from './roster-members.js';
import { digestIfWellFormed } from './signed-document.js';
import type { TrustedAgency, TrustedPartnership } from './verify-directory.js';

/** An agency under a primary key that it has no longer, with its last roster under that key. */
export interface FormerTeam { agency: Pick<TrustedAgency, 'id' | 'primary' | 'key'>; roster: TrustedRoster }

/**
 * How an agency stood before its primary key was replaced, newest first: by this a member recognises the copies of the team key that open what
 * was sent then. Nothing is sealed or signed by it. The file in force names the digest of the one before it, that one of the one before, and so
 * vouches for each of them; where the chain breaks nothing further back is believed. `rosters` are the agency's, verified, oldest first.
 */
export async function formerTeams(agency: string, { partnership, files, rosters }: { partnership: TrustedPartnership; files: readonly SignedDocument<PartnershipFile>[]; rosters: readonly TrustedRoster[] }): Promise<FormerTeam[]> {
  const found: FormerTeam[] = [];
  let entry = partnership.document.agencies.find(({ id }) => id === agency);
  for (const file of vouchedFor(partnership, files)) {
    const before = file.agencies.find(({ id }) => id === agency);
    if (before !== undefined && before.primary !== entry?.primary) {
      const key = await publicKeyFrom(before.key);
      // The root says from which roster the new key counts: the one before that is the last of the old one.
      const roster = rosters.find(({ document: { version } }) => version === (entry?.rosterFrom?.version ?? 0) - 1);
      if (key !== null && fingerprintOf(key) === before.primary && roster !== undefined) found.push({ agency: { id: agency, primary: before.primary, key }, roster });
    }
    entry = before ?? entry;
  }
  return found;
}

/** Files before the one in force, newest first, as far as each is the one whose digest the next one names. */
function vouchedFor({ document, digest }: TrustedPartnership, files: readonly SignedDocument<PartnershipFile>[]): PartnershipFile[] {
  const byDigest = new Map<string, PartnershipFile>();
  for (const { document: file } of files) {
    const of = digestIfWellFormed('partnership', file, isPartnershipFile);
    if (of !== null && of !== digest) byDigest.set(of, file);
  }
  const chain: PartnershipFile[] = [];
  let next = document.previous;
  while (next !== null) {
    const file = byDigest.get(next);
    if (file === undefined) return chain;
    chain.push(file);
    next = file.previous;
  }
  return chain;
}
