import { digestOf, type Roster, type RosterProposalBody } from '@lateral/contracts';
import { cosignRoster, fingerprintWords, judgeProposal, membersAt, nextRoster, readJoiner, type Joining, type PrivateKey, type TrustedAgency, type TrustedRoster } from '@lateral/envelope/keys';
import { deletedIn } from './epoch-deletion.js';
import type { Unlocked } from './personal-key.js';
import type { Given, ProposedJoiner, Told } from './protocol.js';
import { rosterChanges, type RosterChanges } from './roster-changes.js';
import { bringsEpoch, type ComparedJoiner } from './roster-wish.js';

/** Comes with the acts that are done with what it opens. */
export { unwrapCustody } from '@lateral/envelope/keys';

/** A month and a few days: custodians may be late. */
const EPOCH_DAYS = 35;

/** The own agency and its roster in force, as verified. */
export interface Own { agency: TrustedAgency; roster: TrustedRoster }

export function tellRoster({ roster }: Own, at: Date): Told<'own-roster'> {
  const { version, issued, delegates } = roster.document;
  const members = membersAt(roster, at).map(({ member, roles, fingerprint, from, until }) => ({ member, roles: [...roles], fingerprint, from, until }));
  return { ok: true, version, issued, delegates, members };
}

/** The words of a key that somebody brought, made of the key itself. */
export async function tellJoiner({ member, key }: Given<'read-joiner'>, { agency }: Own): Promise<Told<'read-joiner'>> {
  const joiner = await readJoiner({ agency: agency.id, member, key });
  return joiner === null ? { ok: false, code: 'no-public-key' } : { ok: true, fingerprint: joiner.fingerprint, words: joiner.words };
}

/** The next roster as its first custodian proposes it. Nothing of the agency's key is in it but what it signed, and copies that only their readers open. */
export async function makeProposal({ wish }: Given<'next-roster'>, { agency, roster }: Own, { agencyKey, unlocked, at }: { agencyKey: PrivateKey; unlocked: Unlocked; at: Date }): Promise<Told<'next-roster'>> {
  const join = await Promise.all(wish.join.map((joiner) => compared(joiner, agency.id)));
  if (!join.every((joiner) => joiner !== null)) return { ok: false, code: 'other-key' };
  const isNew = bringsEpoch(wish, membersAt(roster, at).map(({ member, roles }) => ({ member, roles })));
  const change = { join, leave: wish.leave, roles: wish.roles, ...(isNew ? { newEpochDays: EPOCH_DAYS } : {}), ...(wish.delegates === null ? {} : { delegates: wish.delegates }) };
  try {
    const { proposal } = await nextRoster(roster, change, { agencyKey, custodianKey: unlocked.key, at });
    return { ok: true, proposal, digest: digestOf('roster', proposal.roster.document) };
  } catch {
    // What is thrown says which rule of readers it would break: none of them can be helped here.
    return { ok: false, code: 'not-a-roster' };
  }
}

/** The key whose words were compared, and no other that came under the same pseudonym meanwhile. */
async function compared({ member, roles, key, fingerprint }: ComparedJoiner, agency: string): Promise<Joining | null> {
  const joiner = await readJoiner({ agency, member, key });
  return joiner === null || joiner.fingerprint !== fingerprint ? null : { member, roles, key: joiner.key, signIn: null };
}

/** What a proposal would change, for whoever is to sign it: judged first, and held against the roster that is verified here, not one that is shown. */
export async function tellProposal({ proposal }: Given<'read-proposal'>, { agency, roster }: Own, at: Date): Promise<Told<'read-proposal'>> {
  const judged = await judgeProposal(proposal.roster, agency, roster);
  if (!judged.ok) return judged;
  const changes = rosterChanges(roster.document, proposal.roster.document);
  if (changes === null) return { ok: false, code: 'history-changed' };
  return { ok: true, digest: judged.digest, signers: judged.signers, changes, joiners: await wordsOf(changes, agency.id), deletes: await deletedIn(proposal, { agency, roster }, at), receives: receivers(proposal) };
}

function wordsOf({ joins }: RosterChanges, agency: string): Promise<ProposedJoiner[]> {
  // The fingerprint is that of the very key: a roster in which the two differ was refused above.
  return Promise.all(joins.map(async ({ member, fingerprint }) => ({ member, fingerprint, words: await fingerprintWords({ agency, member, fingerprint }) })));
}

function receivers({ copies, custody }: RosterProposalBody): { team: string[]; custody: string[] } {
  return { team: copies.map(({ member }) => member), custody: custody.map(({ member }) => member) };
}

/** The second signature, over the document that was shown and no other. */
export async function cosignProposal({ proposal, digest, deleting }: Given<'cosign'>, { agency, roster }: Own, { unlocked, at }: { unlocked: Unlocked; at: Date }): Promise<Told<'cosign'>> {
  const document: Roster = proposal.roster.document;
  if (digestOf('roster', document) !== digest) return { ok: false, code: 'another-proposal' };
  const signed = await cosignRoster(proposal, { agency, before: roster, custodianKey: unlocked.key, at, deleting });
  return signed.ok ? { ok: true, version: document.version, signature: signed.signature } : signed;
}
