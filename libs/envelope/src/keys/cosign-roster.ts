import { newlyDeleted, toBase64Url, type Roster, type RosterProposalBody, type SignedDocument } from '@lateral/contracts';
import { fingerprintOf, signDetached, type PrivateKey } from '../openpgp.js';
import { checkHandedOut, type HandedOutRefusal } from './check-handed-out.js';
import { judgeProposal } from './judge-proposal.js';
import { memberAt, type TrustedRoster } from './roster-members.js';
import { signDocument } from './sign-directory.js';
import { documentBytes, documentNotation } from './signed-document.js';
import { verifyRoster, type RosterAgency, type RosterRefusal } from './verify-roster.js';

/**
 * The next roster as its first custodian proposes it: signed with the agency's key and their own, at the time it says it was issued. Throws
 * where no second signature could make it one that readers obey.
 */
export async function proposeRoster(document: Roster, { agencyKey, custodianKey, before }: { agencyKey: PrivateKey; custodianKey: PrivateKey; before: TrustedRoster | null }): Promise<SignedDocument<Roster>> {
  const signed = await signDocument('roster', document, agencyKey, custodianKey);
  const judged = await judgeProposal(signed, { id: document.agency, primary: fingerprintOf(agencyKey), key: agencyKey.toPublic(), rosterFrom: null }, before);
  if (!judged.ok) throw new Error(`this roster would be refused: ${judged.code}`);
  return signed;
}

/** `deletes-epochs`: it deletes other epochs than the person who is to sign it was told. */
export type CosignRefusal = RosterRefusal | HandedOutRefusal | 'not-a-custodian' | 'signed-already' | 'deletes-epochs';

/**
 * The second custodian's signature over a proposal, after everything in it was checked. What it changes the person has to have been shown; this
 * sees to it only that they are a custodian of the roster before, are not the one who proposed it, that the outcome is a roster readers obey, and
 * that the keys handed out with it are those of the roster, for the people who need them, and open where this custodian can try. What deletes
 * cannot be undone: `deleting` are the epochs that the person has been asked about by fingerprint, and a client that does not ask signs no deletion.
 */
export async function cosignRoster(
  { roster: proposed, copies, custody }: RosterProposalBody,
  { agency, before, custodianKey, at, deleting = [] }: { agency: RosterAgency; before: TrustedRoster | null; custodianKey: PrivateKey; at: Date; deleting?: readonly string[] },
): Promise<{ ok: true; signature: string; signed: SignedDocument<Roster> } | { ok: false; code: CosignRefusal }> {
  const judged = await judgeProposal(proposed, agency, before);
  if (!judged.ok) return judged;
  const self = memberAt(before ?? judged.roster, fingerprintOf(custodianKey), at);
  if (self?.roles.includes('custodian') !== true) return { ok: false, code: 'not-a-custodian' };
  if (judged.signers.includes(self.member)) return { ok: false, code: 'signed-already' };
  const deleted = newlyDeleted(proposed.document, before?.document ?? null);
  if (deleted.length !== deleting.length || deleted.some((epoch) => !deleting.includes(epoch))) return { ok: false, code: 'deletes-epochs' };
  const fault = await checkHandedOut({ copies, custody }, { agency, before, roster: judged.roster, memberKey: custodianKey, at });
  if (fault !== null) return { ok: false, code: fault };
  const signature = toBase64Url(await signDetached(documentBytes('roster', proposed.document), custodianKey, documentNotation(judged.digest), at));
  const signed = { document: proposed.document, signatures: [...proposed.signatures, signature] };
  const read = await verifyRoster(signed, { ...agency, rosterFrom: null }, { before: before ?? undefined });
  return read.ok ? { ok: true, signature, signed } : read;
}
