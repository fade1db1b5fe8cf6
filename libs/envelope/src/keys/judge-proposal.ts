import type { Roster, SignedDocument } from '@lateral/contracts';
import { custodiansWhoSigned, secondSignature } from './custodians.js';
import { faultOfFollowing } from './judge-following.js';
import type { TrustedRoster } from './roster-members.js';
import { digestIfWellFormed } from './signed-document.js';
import { isRoster } from './document-shape.js';
import { verifyRoster, type RosterAgency, type RosterRefusal } from './verify-roster.js';

/** A proposed roster that may still want a second signature. `signers`: custodians of the roster before who signed, by pseudonym. `completed`: when the second of them did; null until then. */
export interface JudgedProposal { ok: true; digest: string; signers: string[]; completed: Date | null; roster: TrustedRoster }

/**
 * Judges a roster on its way: everything a reader will ask of it but the second custodian, so that nothing is passed round that could not be
 * published. `before` is the roster in force; null for the first of an agency. `not-two-custodians`: no custodian signed it at all, or it is
 * signed by somebody else besides.
 */
export async function judgeProposal(signed: SignedDocument<Roster>, agency: RosterAgency, before: TrustedRoster | null): Promise<JudgedProposal | { ok: false; code: RosterRefusal }> {
  const { document } = signed;
  const digest = digestIfWellFormed('roster', document, isRoster);
  if (digest === null) return { ok: false, code: 'malformed' };
  const follows = before === null ? document.version === 1 : document.version === before.document.version + 1 && document.previous === before.digest;
  const read = await verifyRoster(signed, { ...agency, rosterFrom: null }, { highestSeen: { version: document.version, digest } });
  if (!read.ok) return read;
  if (!follows) return { ok: false, code: 'unchained' };
  const fault = await faultOfFollowing(read.roster, agency, before);
  if (fault !== null) return { ok: false, code: fault };
  const by = await custodiansWhoSigned(signed, digest, before ?? read.roster);
  // The agency's own signature and one for each custodian: a signature too many is one that nobody has explained.
  if (by.size === 0 || signed.signatures.length !== by.size + 1) return { ok: false, code: 'not-two-custodians' };
  return { ok: true, digest, signers: [...by.keys()], completed: secondSignature(by), roster: read.roster };
}
