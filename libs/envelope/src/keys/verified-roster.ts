import type { Roster, SignedDocument } from '@lateral/contracts';
import type { TrustedRoster } from './roster-members.js';
import type { SeenVersion } from './signed-document.js';

/** A version of a roster, verified, with the document that says it. */
export interface VerifiedRoster extends SeenVersion { signed: SignedDocument<Roster>; roster: TrustedRoster }

/** Rosters that `verifyRosterChain` read, each with the document that it was read from; oldest first, as they were given. */
export function withDocuments(rosters: readonly TrustedRoster[], signed: readonly SignedDocument<Roster>[]): VerifiedRoster[] {
  const documents = new Map(signed.map((each) => [each.document.version, each]));
  return rosters.map((roster) => ({ version: roster.document.version, digest: roster.digest, roster, signed: documents.get(roster.document.version)! }));
}
